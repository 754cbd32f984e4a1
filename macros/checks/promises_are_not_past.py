"""No text promises what should have been done by now."""

import datetime as dt
import re
from collections.abc import Iterator

from macros.model.correction import Corrections
from macros.model.document import Sources
from macros.model.follow_up import Outcomes
from macros.model.guideline import Guideline
from macros.model.news import News
from macros.model.plan import Plan
from macros.model.sentences import sentences
from macros.model.situation import Situations
from macros.pages import Pages
from macros.portal import Portal
from macros.portal.texts import worded
from macros.problems import Problem
from macros.source import place

_HISTORY = (Corrections, Guideline, News, Outcomes, Plan, Situations, Sources)
"""What renders documents, or tells of what was: their years are theirs."""

_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december"
_AHEAD = re.compile(
    r"(?i)\b(?:ska|skall|kommer (?:\w+ )?att|planeras|är planerad?t?|väntas|beräknas|senast|"
    r"till och med|t\.o\.m\.|tills|fram till)\b"
)
_TIME = re.compile(
    r"(?i)\b(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)|"
    rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS.split())}) (?P<of>(?:19|20)\d\d)|"
    r"(?:under|senast|före|inför|till och med|t\.o\.m\.|fram till|början av|slutet av|våren|"
    r"sommaren|hösten|vintern|[hv]t|(?:vår|höst)terminen|kvartal \d|tertial(?:rapport)? \d)"
    r" (?:år )?(?P<year>(?:19|20)\d\d)(?!-\d))\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_A_PLAN = re.compile(r"(?i)\b(?:plan(?:en|ens|er|erna)?|riktlinje\w*|dokument\w*)\b")
"""A sentence about what a document says is true as long as the document says so."""


def check_on(portal: Portal, pages: Pages, today: dt.date) -> Iterator[Problem]:
    """En text som inte är historia lovar inget för en tid som har gått.

    Planer, riktlinjer, lägesbilder, källor och rättelser är historia, och likaså en mening om vad
    ett dokument säger.

    Godkänns: `Rutinen skrevs 2021.`; `Planen från 2022 säger att rutinen ska ses över under 2023.`
    Råd: år 2026, `Rutinen ska ses över under 2023.` Löftet kan vara hållet: ta reda på det först.
    """
    for _, entry in portal.entries():
        if isinstance(entry.record, _HISTORY):
            continue
        for _, field, scalar in worded(entry):
            if field != "as_written":
                for offset, message in stale(scalar.text, today):
                    yield Problem(entry.file, *scalar.position(offset), message, "warning")
    for file, text in pages.written.items():
        for offset, message in stale(text, today):
            yield Problem(file, *place(text, offset), message, "warning")


def stale(text: str, today: dt.date) -> Iterator[tuple[int, str]]:
    """Yields: where a text promises something for a time that has passed, and what to do."""
    if not _YEAR.search(text):
        return  # As most texts do; to part each into sentences took a fifth of all checks.
    for start, sentence in sentences(text):
        if not _AHEAD.search(sentence) or _OF_A_PLAN.search(sentence):
            continue
        for match in _TIME.finditer(sentence):
            if _has_passed(match, today):
                message = (
                    f'"{match[0]}" har passerat, men texten talar om det som kommer. '
                    "Ta reda på vad det blev av det, och skriv det."
                )
                yield start + match.start(), message


def _has_passed(match: re.Match[str], today: dt.date) -> bool:
    if match["iso"]:
        return match["iso"] < today.isoformat()
    if match["month"]:
        month = _MONTHS.split().index(match["month"].casefold()) + 1
        last = (int(match["of"]), month, int(match["day"] or 31))
        return last < (today.year, today.month, today.day)
    return int(match["year"]) < today.year
