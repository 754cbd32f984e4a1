"""`planportal build` writes a whole and right site, or leaves the last good one."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros import portal
from macros.commands import build
from macros.finishing import links
from macros.finishing.search import INDEX
from macros.model.markup import FIGURE
from macros.portal import NATION, Portal
from macros.portal.succession import plan_address
from macros.portal.texts import prose
from tests.conftest import TINY, copy_project

EXPECTED = TINY / "expected"


def articles(site: Path) -> dict[str, str]:
    """What stands in each page's article, without the theme's own markup around it."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        html = path.read_text(encoding="utf-8")
        match = re.search(r"<article[^>]*>(.*)</article>", html, re.DOTALL)
        assert match is not None, path
        lines = (line.strip() for line in match[1].splitlines())
        name = path.relative_to(site).as_posix().replace("/", "-")
        found[name] = "\n".join(line for line in lines if line) + "\n"
    return found


def test_the_articles_of_the_tiny_portal_are_the_golden_ones(
    tiny: Path, update_golden: bool
) -> None:
    assert build.run(tiny) == 0
    built = articles(tiny / "site")
    if update_golden:
        EXPECTED.mkdir(exist_ok=True)
        for path in EXPECTED.glob("*.html"):
            path.unlink()
        for name, text in built.items():
            (EXPECTED / name).write_text(text, encoding="utf-8")
    golden = {p.name: p.read_text(encoding="utf-8") for p in EXPECTED.glob("*.html")}
    assert set(built) == set(golden)
    for name, text in built.items():
        assert text == golden[name], name


def break_data(root: Path) -> None:
    path = root / "plans" / "exempel" / "contacts.yml"
    path.write_text(path.read_text().replace("phones:", "fone:"))


def break_engine(root: Path) -> None:
    path = root / "mkdocs.yml"
    path.write_text(path.read_text().replace("  name: material", "  name: finns-inte"))


def break_link(root: Path) -> None:
    path = root / "content" / "index.md"
    path.write_text(path.read_text() + "\n[bort](finns-inte.md)\n")


def break_anchor(root: Path) -> None:
    path = root / "plans" / "exempel" / "nord" / "2022.yml"
    path.write_text(
        path.read_text().replace("Klotter förekom.", "Se [här](/planer/exempel/#inte).")
    )


@pytest.mark.parametrize("breaking", [break_data, break_engine, break_link, break_anchor])
def test_a_failed_build_leaves_the_last_good_site(
    tiny: Path, breaking: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build.run(tiny) == 0
    before = {p: p.read_bytes() for p in (tiny / "site").rglob("*") if p.is_file()}
    assert callable(breaking)
    breaking(tiny)
    assert build.run(tiny) == 1
    assert {p: p.read_bytes() for p in (tiny / "site").rglob("*") if p.is_file()} == before
    assert [p.name for p in tiny.iterdir() if p.name.startswith(".site-")] == []
    assert "Förra site/ ligger kvar" in capsys.readouterr().err


def test_a_template_that_is_missing_is_our_own_fault_and_named(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "portal", TINY)
    (project / "plans/national/glossary.yml").write_text(
        "terms:\n  - id: jour\n    title: Jour\n    forms:\n      - Socialjouren\n"
        "    short: den som svarar\n    meaning: Den som svarar.\n    sources:\n      - nord-2022\n"
    )
    (project / "macros/templates/term.html").unlink()
    done = subprocess.run(
        [sys.executable, "-m", "macros", "build"],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "TemplateNotFound: 'term.html' not found" in done.stderr
    assert not (project / "site").exists()


def test_a_site_that_is_no_folder_is_left_alone(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tiny / "elsewhere").mkdir()
    (tiny / "elsewhere" / "kept").write_text("x")
    (tiny / "site").symlink_to(tiny / "elsewhere")
    assert build.run(tiny) == 1
    assert "site är ingen vanlig mapp" in capsys.readouterr().out
    assert (tiny / "elsewhere" / "kept").read_text() == "x"
    (tiny / "site").unlink()
    (tiny / "site").write_text("en fil")
    assert build.run(tiny) == 1
    assert (tiny / "site").read_text() == "en fil"


def test_a_shared_sentence_changed_once_changes_every_plan_that_shares_it(tiny: Path) -> None:
    shared = tiny / "content" / "texter" / "exempel" / "inledning.md"
    shared.write_text("En helt ny mening om {{ plan.district }}.\n", encoding="utf-8")
    assert build.run(tiny) == 0
    found = articles(tiny / "site")
    assert "En helt ny mening om Nord." in found["planer-exempel-nord-index.html"]
    assert "En helt ny mening om [distriktet]." in found["planer-exempel-index.html"]


def test_small_figures_are_withheld_until_they_are_reviewed(tiny: Path) -> None:
    path = tiny / "plans" / "exempel" / "nord" / "2022.yml"
    assert build.run(tiny) == 0
    assert "färre än fem ärenden" in articles(tiny / "site")["planer-exempel-nord-index.html"]
    for page in (tiny / "site").rglob("*.html"):
        assert "tre ärenden" not in page.read_text(encoding="utf-8")
    reviewed = (
        "    figures_reviewed:\n      date: 2022-03-01\n      role: samordnare\n    reported: |"
    )
    path.write_text(path.read_text(encoding="utf-8").replace("    reported: |", reviewed, 1))
    assert build.run(tiny) == 0
    assert "tre ärenden" in articles(tiny / "site")["planer-exempel-nord-index.html"]


def test_template_code_in_a_value_is_shown_as_text(tiny: Path) -> None:
    path = tiny / "plans" / "exempel" / "contacts.yml"
    hostile = "'{{ 7 * 7 }} {% raw %} *ej* <3 & [x](y)'"
    path.write_text(path.read_text().replace("title: Socialjouren", f"title: {hostile}"))
    assert build.run(tiny) == 0
    page = articles(tiny / "site")["vid-oro-exempel-index.html"]
    assert "{{ 7 * 7 }} {% raw %} *ej* &lt;3 &amp; [x](y)" in page


def test_a_hostile_title_stays_text_in_a_heading(tiny: Path) -> None:
    path = tiny / "plans" / "exempel" / "nord" / "2022.yml"
    hostile = "'1. *Läge* [x](javascript:y) `z` {{ 1 }} https://a.se a|b'"
    path.write_text(path.read_text().replace("title: Nord\n", f"title: {hostile}\n"))
    assert build.run(tiny) == 0
    page = articles(tiny / "site")["planer-exempel-nord-index.html"]
    shown = "1. *Läge* [x](javascript:y) `z` {{ 1 }} https://a.se a|b, 2021"
    assert f'<h3 id="lage-ar-2021">{shown}</h3>' in page


def test_dead_links_and_foreign_parts_are_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "style.css").write_text("")
    (tmp_path / "index.html").write_text(
        '<link rel="stylesheet" href="style.css"><a href="a/">a</a><a href="a/#finns">b</a>'
        '<a href="https://exempel.se/">c</a><a href="mailto:a@b.se">d</a><a href="tel:112">e</a>'
        '<p id="topp"></p><a href="#topp">f</a>'
    )
    (tmp_path / "a" / "index.html").write_text('<p id="finns"></p><a href="../">upp</a>')
    assert links.finish(tmp_path, portal.load(TINY)) == []
    (tmp_path / "a" / "index.html").write_text(
        '<a href="../b/">b</a><a href="#inte">c</a><script src="https://exempel.se/x.js"></script>'
        '<img src="saknas.png"><a href="/#topp">d</a>'
    )
    assert sorted(links.finish(tmp_path, portal.load(TINY))) == [
        "site/: Länken a/#finns leder till ett avsnitt som saknas. Rätta den.",
        "site/a/: Länken #inte leder till ett avsnitt som saknas. Rätta den.",
        "site/a/: Länken ../b/ leder ingenstans. Rätta eller ta bort den.",
        "site/a/: Länken saknas.png leder ingenstans. Rätta eller ta bort den.",
        "site/a/: Sidan hämtar https://exempel.se/x.js från en annan plats. Ta bort det.",
    ]


def test_a_shared_sentence_stands_on_all_three_pages_of_stockholm_and_nowhere_else(
    tmp_path: Path,
) -> None:
    real = copy_project(tmp_path)
    shared = real / "content" / "texter" / "stockholm" / "tidig-upptackt.md"
    shared.write_text("Den här meningen är ny.\n", encoding="utf-8")
    assert build.run(real) == 0
    holding = {n for n, text in articles(real / "site").items() if "meningen är ny" in text}
    districts = portal.load(real).children("stockholm")
    assert len(districts) >= 3
    assert holding == {"planer-stockholm-index.html"} | {
        f"{plan_address(place, year).strip('/').replace('/', '-')}-index.html"
        for place in districts
        for year in place.years
    }


def test_no_small_figure_of_the_real_plans_is_on_a_page_or_in_the_search_index(
    site: Path, data: Portal
) -> None:
    index = json.loads((site / INDEX).read_text())
    words = " ".join(str(part) for section in index["sections"] for part in section)
    published = " ".join([words, *articles(site).values()])
    published = re.sub(r"\s+", " ", published)
    figures = [
        f"{match[1]}{text.text[match.end() :].split('.')[0][:20]}"
        for _, entry in data.entries()
        for _, text in prose(entry)
        for match in FIGURE.finditer(text.text)
    ]
    assert len(figures) > 10
    assert [figure for figure in figures if figure in published] == []
    assert "färre än fem orosanmälningar" in words
    assert (
        "färre än fem orosanmälningar" in articles(site)["planer-stockholm-skarholmen-index.html"]
    )


NATIONAL = {"tel:112", "tel:11414"}
PLACE_LINE = re.compile(r'"plan-place_line".*?>Du ser numren för (.*?) – <a href="/vid-oro/">')
CENTRE = re.compile(r'<div class="plan-contact_centre".*?</div>', re.DOTALL)
"""Where to turn for whoever does not know: it names its place itself."""


def test_every_page_with_numbers_says_for_which_place_they_are(site: Path, data: Portal) -> None:
    titles = {
        f"-{place.id.replace('/', '-')}-": place.title
        for place in data.places.values()
        if place.id != NATION
    }
    found, expected = {}, {}
    for page, html in articles(site).items():
        shown = CENTRE.sub("", html)
        if set(re.findall(r'href="(tel:[^"]*)"', shown)) <= NATIONAL:
            continue
        found[page] = set(PLACE_LINE.findall(shown))
        # A district stands after its municipality, so the nearest place is the last one found.
        here = [title for name, title in titles.items() if name in f"-{page}"]
        expected[page] = {f"<strong>{here[-1]}</strong>" if here else "alla platser"}
    assert len(found) > len(titles)
    assert found == expected
