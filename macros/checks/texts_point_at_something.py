"""No text points above or below to where nothing stands."""

import re
from collections.abc import Iterator

from macros.model.correction import Corrections
from macros.model.document import Sources
from macros.pages import TEXTS, Pages
from macros.portal import Portal
from macros.portal.texts import prose, worded
from macros.problems import Problem
from macros.source import place

_POINTS = re.compile(
    r"(?i)\b(?:(?:se|enligt|som|texten|listan|tabellen|avsnittet|nämnts|beskrivs|står)"
    r"(?: (?:även|också|punkt|rutan))? (?P<one>ovan|nedan)|(?P<other>ovan|nedan)stående)(?!\w)"
)

_MAY_POINT = re.compile(r"(?i)ovan|nedan")


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """”Se ovan” och ”se nedan” står bara i en text med flera stycken, om dess egna.

    Sidan visar rader och avsnitt i en annan ordning än planen. Planens egna ord (`as_written`) och
    ord inom citattecken räknas inte.

    Godkänns: två stycken, det andra med ”se ovan”; `as_written: Se ovan`.
    Råd: `text: Följ rutinen, se ovan.`; ”se nedan” i sista stycket.
    """
    for _, entry in portal.entries():
        if isinstance(entry.record, (Corrections, Sources)):
            continue
        if not _MAY_POINT.search(portal.texts[entry.file]):
            continue
        found = [s for _, f, s in worded(entry) if f != "as_written" and _POINTS.search(s.text)]
        long = {scalar for _, scalar in prose(entry)} if found else set()
        for scalar in found:
            for offset, message in dangling(scalar.text, whole=scalar not in long):
                yield Problem(entry.file, *scalar.position(offset), message, "warning")
    for file, text in pages.written.items():
        if file.startswith(TEXTS):
            for offset, message in dangling(text, whole=False):
                yield Problem(file, *place(text, offset), message, "warning")


def dangling(text: str, *, whole: bool) -> Iterator[tuple[int, str]]:
    """Yields: the places that point out of a text; out of itself if it is one `whole`."""
    for match in _POINTS.finditer(text):
        above = (match["one"] or match["other"]).casefold() == "ovan"
        rest = text[: match.start()] if above else text[match.end() :]
        quoted = text.rfind("”", 0, match.start()) >= 0 and "”" in text[match.end() :][:40]
        if (whole or "\n\n" not in rest.strip()) and not quoted:
            where = "ovanför" if above else "nedanför"
            message = (
                f'"{match[0]}" kan peka på fel sak: det som står {where} på sidan är något annat '
                "än i dokumentet. Skriv vad som menas."
            )
            yield match.start(), message
