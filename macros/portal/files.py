"""What each file of plans/ is by its path, and what stands in it: its text and its record."""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from macros.model.contact import Contacts
from macros.model.correction import Corrections
from macros.model.decided import Decided
from macros.model.document import Sources
from macros.model.follow_up import Outcomes
from macros.model.form import Forms
from macros.model.forum import Forums
from macros.model.glossary import Glossary
from macros.model.guideline import Guideline
from macros.model.news import News
from macros.model.place import District, Municipality
from macros.model.plan import Plan
from macros.model.resource import Resources
from macros.model.routine import Routine
from macros.model.settings import Settings
from macros.model.situation import Situations
from macros.model.support import Supports
from macros.model.symbol import Symbols
from macros.model.types import Record
from macros.portal.graph import NATION
from macros.problems import Problem
from macros.reading import Entry, read_text, read_yaml
from macros.source import Unreadable

SOURCES = "plans/sources.yml"
_WORD = "[a-z0-9]+(?:-[a-z0-9]+)*"
_TOWN = f"(?!national/){_WORD}"
_DISTRICT = f"(?!(?:follow-up|routines)/){_WORD}"
_PLACE = f"plans/(?P<place>{_TOWN}(?:/{_DISTRICT})?)"

FILES: tuple[tuple[str, type[Record]], ...] = (
    (r"plans/corrections\.yml", Corrections),
    (r"plans/news\.yml", News),
    (r"plans/settings\.yml", Settings),
    (r"plans/sources\.yml", Sources),
    (r"plans/(?P<nation>national)/contacts\.yml", Contacts),
    (r"plans/(?P<nation>national)/forms\.yml", Forms),
    (r"plans/(?P<nation>national)/glossary\.yml", Glossary),
    (r"plans/(?P<nation>national)/resources\.yml", Resources),
    (r"plans/(?P<nation>national)/symbols\.yml", Symbols),
    (rf"plans/(?P<place>{_TOWN})/forums\.yml", Forums),
    (rf"plans/(?P<place>{_TOWN})/guideline\.yml", Guideline),
    (rf"plans/(?P<place>{_TOWN})/municipality\.yml", Municipality),
    (rf"plans/(?P<place>{_TOWN})/resources\.yml", Resources),
    (rf"plans/(?P<place>{_TOWN})/situations\.yml", Situations),
    (rf"plans/(?P<place>{_TOWN})/support\.yml", Supports),
    (rf"plans/(?P<nation>national)/routines/(?P<routine>{_WORD})\.yml", Routine),
    (rf"{_PLACE}/routines/(?P<routine>{_WORD})\.yml", Routine),
    (rf"plans/(?P<place>{_TOWN}/{_DISTRICT})/district\.yml", District),
    (rf"{_PLACE}/contacts\.yml", Contacts),
    (rf"{_PLACE}/(?P<year>(?:19|20)\d\d)\.yml", Plan),
    (rf"{_PLACE}/follow-up/(?P<followed>(?:19|20)\d\d)\.yml", Outcomes),
)
"""What each file is by its path; `macros/schema/kinds.py` says the same to editors."""

_DECIDED = rf"{_PLACE}/(?P<decided>(?:19|20)\d\d)\.decided"
_ALL_FILES: tuple[tuple[str, type[Record]], ...] = (*FILES, (_DECIDED, Decided))
"""With what a command writes beside a decided plan, which no editor meets."""

_Key = int | str | tuple[str, int] | type[Record]


@cache
def whereabouts(name: str) -> tuple[str, _Key, type[Record]] | None:
    """What a file is by its path: the id of its place, its key there, and its model.

    The key is a plan's year, a routine's name, ("decided", year), ("followed", year), or else the
    model, of which a place has one file.
    """
    for pattern, model in _ALL_FILES:
        if match := re.fullmatch(pattern, name):
            groups = match.groupdict()
            year = groups.get("year")
            key: _Key = int(year) if year else groups.get("routine") or model
            for kind in ("decided", "followed"):
                if of := groups.get(kind):
                    key = (kind, int(of))
            return groups.get("place") or NATION, key, model
    return None


def model_of(name: str) -> type[Record] | None:
    """What a file in plans/ holds, by its path; None where no such file belongs there."""
    known = whereabouts(name)
    return known[2] if known else None


def _names() -> set[str]:
    """The names that a file in plans/ can have, but for plans, follow-ups and routines."""
    return {
        pattern.rpartition("/")[2].replace("\\", "")
        for pattern, model in FILES
        if model not in {Outcomes, Plan, Routine}
    }


@dataclass(frozen=True)
class File:
    """One file of plans/, as far as it could be read.

    Attributes:
        text: What is written in it, None where it is no text.
        entry: The record that it holds.
        problems: Why it has no text or no record.
    """

    text: str | None
    entry: Entry[Any] | None = None
    problems: tuple[Problem, ...] = ()


def written(path: Path, name: str) -> File:
    """The file called `name`, with its text."""
    try:
        return File(read_text(path, name))
    except Unreadable as error:
        return File(None, None, tuple(error.problems))


def parsed(file: File, name: str) -> File:
    """The same file with its record too."""
    model = model_of(name)
    if model is None:
        message = (
            "Filen hör inte hemma här. En plans fil heter sitt årtal, till exempel 2027.yml. "
            "En rutin ligger i mappen routines, en uppföljning i follow-up. "
            f"Andra filer i plans/ heter {', '.join(sorted(_names()))}."
        )
        return replace(file, problems=(*file.problems, Problem(name, 1, 1, message)))
    if file.text is None:
        return file
    try:
        return replace(file, entry=read_yaml(file.text, name, model))
    except Unreadable as error:
        return replace(file, problems=tuple(error.problems))
