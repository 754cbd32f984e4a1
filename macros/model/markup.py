"""What text and prose may hold: the faults that would turn a value into something else on a page.

A whitelist for link targets and a ban on everything that opens HTML: the page engine does not
escape, so nothing may depend on it. Knows nothing of files; positions are 0-based offsets.
"""

import re
from collections.abc import Iterator

from macros.model.host import Fault, email_fault, web_fault
from macros.model.telephone import telephone_fault

_HTML = re.compile(r"<(?=[a-zA-Z/!?])")
_AUTOLINK = re.compile(r"<(https?://|mailto:)[^<>\s]+>")
_TARGET = re.compile(r"\]\(\s*")
_SAFE_TARGET = re.compile(r"(https?://|mailto:|tel:\+?\d|/(?!/)|#)[^\s<>\"')\[\]]*(?=[\s)])")
_FILE_TARGET = re.compile(r"(\.{1,2}/|[\w-]+/)*[\w-]+\.md(#[a-z0-9-]*)?(?=\))")
_TIGHT_LIST = re.compile(r"^(?![ ]*([-*+]|\d+\.) |[ ]{2,}).*\S.*\n(?=([-*+]|\d+\.) )", re.MULTILINE)
# Anywhere: Markdown takes one inside a quotation or a list too, and over two lines.
_DEFINITION = re.compile(r"\[[^\[\]]*\]:")
_HEADING = re.compile(r"^[ ]{0,3}#", re.MULTILINE)
_UNDERLINE = re.compile(r"(?<=\S\n)[ ]{0,3}(=+|-+)[ ]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"(?<!\{)\{:?(?![{%#])[^{}\n]*[=.#][^{}\n]*\}(?!\})")
_IMAGE = re.compile(r"!\[")
_FIGURE_MARK = re.compile(r"\[\[|\]\](?!\()")

NO_HTML = "HTML är inte tillåtet. Skriv med Markdown, eller skriv tecknet < som ord."
NO_ATTRIBUTES = "Attribut inom klamrar är inte tillåtna. Ta bort klamrarna och det som står i dem."
NO_TARGET = (
    "Länken har en adress som inte är tillåten. "
    "Börja med https://, http://, mailto:, tel:, / eller #."
)
_NO_TARGET_ON_PAGE = (
    "Länken har en adress som inte är tillåten. Börja med https://, http://, mailto:, tel:, / "
    "eller #, eller ange en sidas fil, till exempel ../kontakter/index.md."
)
_NO_HEADING = "Rubriker är inte tillåtna här. Ta bort rubriken: avsnittet har redan en."
_NO_FIGURE = (
    "Ett tal inom [[ ]] är inte rätt skrivet. "
    "Skriv till exempel [[tre]] ärenden eller [[en anmälan|anmälningar]]."
)


def text_faults(value: str) -> Iterator[Fault]:
    """Yields: one fault per place where plain text opens HTML or an attribute list."""
    for match in _HTML.finditer(value):
        yield match.start(), NO_HTML
    for match in _ATTRIBUTES.finditer(value):
        yield match.start(), NO_ATTRIBUTES
    for match in re.finditer(r"\[\[", value):
        yield match.start(), "Tal inom [[ ]] fungerar bara i avsnittens text. Skriv om utan tal."


def prose_faults(value: str) -> Iterator[Fault]:
    """Yields: one fault per place where prose holds HTML, attributes, unsafe links or headings."""
    yield from markdown_faults(value, files=False)
    for match in _ATTRIBUTES.finditer(value):
        yield match.start(), NO_ATTRIBUTES
    for pattern in (_HEADING, _UNDERLINE):
        for match in pattern.finditer(value):
            yield match.start(), _NO_HEADING
    figures = {match.span() for match in FIGURE.finditer(value)}
    for match in _FIGURE_MARK.finditer(value):
        if not any(start <= match.start() < end for start, end in figures):
            yield match.start(), _NO_FIGURE


def markdown_faults(value: str, *, files: bool = True) -> Iterator[Fault]:
    """Faults of Markdown on pages, where links may also lead to the file of another page.

    Yields: one fault per place that opens HTML, links to a target not allowed, or loses a list.
    """
    links = {match.start(): match[0][1:-1] for match in _AUTOLINK.finditer(value)}
    for start, address in links.items():
        yield from _address_faults(address, start + 1)
    for match in _HTML.finditer(value):
        if match.start() not in links:
            yield match.start(), NO_HTML
    for match in _TARGET.finditer(value):
        file = files and _FILE_TARGET.match(value, match.end())
        safe = _SAFE_TARGET.match(value, match.end())
        if not file and not safe:
            yield match.end(), _NO_TARGET_ON_PAGE if files else NO_TARGET
        elif safe:
            yield from _address_faults(safe[0], match.end())
    for match in _IMAGE.finditer(value):
        yield match.start(), "Bilder är inte tillåtna här. Ta bort bilden."
    for match in _TIGHT_LIST.finditer(value):
        yield match.end(), "Listan blir en del av stycket. Lägg till en tom rad före den."
    for match in _DEFINITION.finditer(value):
        yield match.start(), "Länkar skrivs direkt i texten: [ord](adress). Flytta hit adressen."


def _address_faults(address: str, start: int) -> Iterator[Fault]:
    """Yields: what hides where a link leads, or why its number cannot be called.

    Args:
        address: The link's target.
        start: Its 0-based place in the text.
    """
    found: Fault | None = None
    if address.startswith("http"):
        found = web_fault(address)
    elif address.startswith("mailto:"):
        recipient = address.removeprefix("mailto:").partition("?")[0]
        start += len("mailto:")
        found = email_fault(recipient)
    elif address.startswith("tel:") and (message := telephone_fault(address.removeprefix("tel:"))):
        found = 0, message
    if found is not None:
        offset, message = found
        yield start + offset, message


FIGURE = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]|\n]+))?\]\]")
"""A small figure: `[[tre]]`, or `[[en händelse|händelser]]` where the noun must change."""


def with_figures(value: str, *, reviewed: bool) -> str:
    """The text with its small figures as written, or as "färre än fem" until they are reviewed."""

    def shown(match: re.Match[str]) -> str:
        if reviewed:
            return match[1]
        words = (
            "färre än fem" if match[1][:1].islower() or match[1][:1].isdigit() else "Färre än fem"
        )
        return f"{words} {match[2]}" if match[2] else words

    return FIGURE.sub(shown, value)


def link_targets(value: str) -> Iterator[tuple[int, str]]:
    """Yields: where each link's target begins, and the target."""
    for match in _TARGET.finditer(value):
        yield match.end(), re.split(r"[\s)]", value[match.end() :], maxsplit=1)[0]
