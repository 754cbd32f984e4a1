"""Symbols under a heading for each environment, each with its other meanings and its sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.symbol import Symbol, Symbols, SymbolSource
from macros.portal import NATION, Portal
from macros.views import wording

_ENVIRONMENTS = {
    "white-power": ("vit-makt-miljon", "Vit makt-miljön", "våldsbejakande högerextremism"),
    "autonomous": ("autonoma-miljon", "Autonoma miljön", "våldsbejakande vänsterextremism"),
    "islamist": (
        "islamistiska-miljon",
        "Islamistiska extremistmiljön",
        "våldsbejakande islamistisk extremism",
    ),
}
"""Anchor, name and other name of each environment, in the order of the page."""
_KINDS = {"symbol": "Symbol", "sign": "Handtecken", "number": "Tal", "mark": "Kännetecken"}
_LANGUAGES = {
    "da": "danska",
    "de": "tyska",
    "en": "engelska",
    "fi": "finska",
    "fr": "franska",
    "nn": "nynorska",
    "no": "norska",
    "sv": "svenska",
}


@dataclass(frozen=True)
class SymbolSourceRow:
    """A page that was read; `read` says when, and in which language it is.

    Attributes:
        language: The code of the title's language where it is not Swedish.
    """

    title: str
    language: str | None
    owner: str
    address: str
    read: str
    says: str


@dataclass(frozen=True)
class SymbolRow:
    """One symbol.

    Attributes:
        kind: What it is, and the other environments that it is named for.
        lines: SVG paths to be stroked, on a field of 64 by 64; () where nothing is drawn.
        areas: SVG paths to be filled.
        facts: Label and words: its meanings, and what it is as a sign of faith.
    """

    id: str
    title: str
    kind: str
    description: str
    lines: tuple[str, ...]
    areas: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    sources: tuple[SymbolSourceRow, ...]


@dataclass(frozen=True)
class SymbolGroup:
    """The symbols of one environment; `other_name` is what other documents call it."""

    id: str
    title: str
    other_name: str
    rows: tuple[SymbolRow, ...]


@dataclass(frozen=True)
class SymbolPage:
    """All symbols, and those that no source supports with the reason."""

    groups: tuple[SymbolGroup, ...]
    not_supported: tuple[tuple[str, str], ...]


def view(portal: Portal) -> SymbolPage:
    """Each symbol once, under the first of its environments, in the order of the file."""
    found = portal.place(NATION).record(Symbols) or Symbols(symbols=())
    groups = (
        SymbolGroup(
            *names, tuple(_row(symbol) for symbol in found.symbols if symbol.environments[0] == key)
        )
        for key, names in _ENVIRONMENTS.items()
    )
    return SymbolPage(
        groups=tuple(group for group in groups if group.rows),
        not_supported=tuple((symbol.title, symbol.why) for symbol in found.not_supported),
    )


def _row(symbol: Symbol) -> SymbolRow:
    others = [_ENVIRONMENTS[key][1].lower() for key in symbol.environments[1:]]
    also = f". Nämns också för {wording.joined(others)}." if others else ""
    return SymbolRow(
        id=symbol.id,
        title=symbol.title,
        kind=f"{_KINDS[symbol.kind]}{also}",
        description=symbol.description,
        lines=symbol.drawing.lines if symbol.drawing else (),
        areas=symbol.drawing.areas if symbol.drawing else (),
        facts=tuple(_facts(symbol)),
        sources=tuple(_source(source) for source in symbol.sources),
    )


def _facts(symbol: Symbol) -> Iterator[tuple[str, str]]:
    yield "I miljön", symbol.meaning
    yield "Kan också vara", symbol.other_meanings
    if symbol.faith:
        yield "Som trostecken", symbol.faith


def _source(source: SymbolSource) -> SymbolSourceRow:
    language = _LANGUAGES.get(source.language, source.language)
    return SymbolSourceRow(
        title=source.title,
        language=source.language if source.language != "sv" else None,
        owner=source.owner,
        address=source.address,
        read=f"på {language}, läst {wording.day(source.retrieved)}",
        says=source.says,
    )
