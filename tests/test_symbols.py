"""Each symbol stands once, with a source that was read, what else it can mean, and its drawing."""

import re
from pathlib import Path

import pytest

from macros import portal
from macros.model.symbol import Symbols
from macros.portal import NATION, Portal
from macros.views import symbols

SYMBOLS = """\
symbols:
  - id: pil
    title: Pil
    kind: sign
    environments: [autonomous, white-power]
    description: En pil.
    drawing:
      lines: [{}]
    meaning: Ett märke.
    other_meanings: En vägvisare.
    faith: Inget trostecken.
    sources:
      - title: Pilar
        owner: Exempel
        address: https://exempel.se/
        retrieved: 2026-11-21
        says: En pil är en pil.
        language: de
"""


def made(tiny: Path, path: str) -> Portal:
    file = tiny / "plans" / "national" / "symbols.yml"
    file.write_text(SYMBOLS.format(path), encoding="utf-8")
    return portal.load(tiny)


def test_a_symbol_stands_under_its_first_environment_with_the_others_named(tiny: Path) -> None:
    [group] = symbols.view(made(tiny, "M32 58V9")).groups
    assert (group.title, group.other_name) == ("Autonoma miljön", "våldsbejakande vänsterextremism")
    [row] = group.rows
    assert row.kind == "Handtecken. Nämns också för vit makt-miljön."
    assert row.lines == ("M32 58V9",)
    assert [label for label, _ in row.facts] == ["I miljön", "Kan också vara", "Som trostecken"]
    assert row.sources[0].read == "på tyska, läst 21 november 2026"


@pytest.mark.parametrize("path", ["M32 58V9", "m1.5,2a7 7 0 1 0 -5 0Z"])
def test_a_path_is_what_svg_draws(tiny: Path, path: str) -> None:
    assert made(tiny, f"'{path}'").problems == ()


@pytest.mark.parametrize("path", ["32 58", "M", "tyrruna", 'M0 0"onload="x', "M0 0V9 url(x)"])
def test_a_path_is_nothing_else(tiny: Path, path: str) -> None:
    [problem] = made(tiny, f"'{path}'").problems
    assert problem.message.startswith("Teckningen går inte att läsa. Skriv en SVG-bana")
    assert problem.line == 8


def test_every_symbol_has_other_meanings_and_a_source_that_was_read(data: Portal) -> None:
    found = data.place(NATION).record(Symbols)
    assert found is not None
    assert len(found.symbols) >= 20
    for symbol in found.symbols:
        assert symbol.sources, symbol.id
        assert symbol.other_meanings, symbol.id
        for source in symbol.sources:
            assert source.address.startswith("http"), symbol.id
            assert source.says, symbol.id


def test_every_symbol_of_every_environment_is_shown_once(data: Portal) -> None:
    found = data.place(NATION).record(Symbols)
    assert found is not None
    page = symbols.view(data)
    shown = [row.id for group in page.groups for row in group.rows]
    assert sorted(shown) == sorted(symbol.id for symbol in found.symbols)
    assert [group.id for group in page.groups] == [
        "vit-makt-miljon",
        "autonoma-miljon",
        "islamistiska-miljon",
    ]
    assert len(page.not_supported) == len(found.not_supported)


def test_every_source_says_its_language_in_words(data: Portal) -> None:
    rows = [row for group in symbols.view(data).groups for row in group.rows]
    for row in rows:
        for source in row.sources:
            assert re.search(r", läst \d+ [a-z]+ 20\d\d$", source.read), source.read
            assert len(source.read.split()[1]) > 3, source.read


def test_without_symbols_the_page_is_empty(tiny: Path) -> None:
    assert symbols.view(portal.load(tiny)) == symbols.SymbolPage((), ())
