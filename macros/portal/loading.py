"""The files of plans/ as a Portal: which file holds what, and when it must be read again."""

import gc
import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import MappingProxyType
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
from macros.portal.graph import NATION, Place, Portal
from macros.problems import Problem
from macros.reading import Entry, data_files, read_text, read_yaml
from macros.source import Unreadable

SOURCES = "plans/sources.yml"
_WORD = "[a-z0-9]+(?:-[a-z0-9]+)*"
_TOWN = f"(?!national/){_WORD}"
_DISTRICT = f"(?!(?:follow-up|routines)/){_WORD}"
_PLACE = f"plans/(?P<place>{_TOWN}(?:/{_DISTRICT})?)"

_kept: dict[Path, tuple[str, Portal]] = {}
"""The last portal of each root with its files' digest, so that an engine may ask for each page."""


def load(root: Path) -> Portal:
    """The portal of the project at `root`; loaded anew only when a file's content has changed."""
    files, problems = data_files(root, "plans")
    texts: dict[str, str] = {}
    digest = hashlib.sha256(repr(problems).encode())
    for name, path in files.items():
        try:
            texts[name] = read_text(path, name)
        except Unreadable as error:
            problems.extend(error.problems)
        digest.update(f"{name}\0{texts.get(name, problems)}\0".encode())
    key = root.resolve()
    if key not in _kept or _kept[key][0] != digest.hexdigest():
        with _uncollected():
            _kept[key] = (digest.hexdigest(), _link(list(files), texts, problems))
    return _kept[key][1]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps the garbage collector away from what is loaded: it holds no cycles and stays.

    At 300 plans the collector's walks through a million nodes were a fifth of the build. What an
    earlier load left is handed back to it first, so that a watching server does not grow.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


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
def _model_of(name: str) -> tuple[str, _Key, type[Record]] | None:
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
    known = _model_of(name)
    return known[2] if known else None


def _names() -> set[str]:
    """The names that a file in plans/ can have, but for plans, follow-ups and routines."""
    return {
        pattern.rpartition("/")[2].replace("\\", "")
        for pattern, model in FILES
        if model not in {Outcomes, Plan, Routine}
    }


def _link(names: list[str], texts: dict[str, str], problems: list[Problem]) -> Portal:
    parts: dict[str, dict[Any, Entry[Any] | None]] = {NATION: {}}
    for name in names:
        known = _model_of(name)
        if known is None:
            message = (
                "Filen hör inte hemma här. En plans fil heter sitt årtal, till exempel 2027.yml. "
                "En rutin ligger i mappen routines, en uppföljning i follow-up. "
                f"Andra filer i plans/ heter {', '.join(sorted(_names()))}."
            )
            problems.append(Problem(name, 1, 1, message))
            continue
        place_id, key, model = known
        entry: Entry[Any] | None = None
        if name in texts:
            try:
                entry = read_yaml(texts[name], name, model)
            except Unreadable as error:
                problems.extend(error.problems)
        parts.setdefault(place_id, {})[key] = entry
    for place_id in list(parts):
        home = place_id.rpartition("/")[0]
        if home and home not in parts:
            parts[home] = {}
    if SOURCES not in names:
        message = "Filen saknas. Skapa den: den räknar upp källorna."
        problems.append(Problem(SOURCES, 1, 1, message))
    places = {i: _place(i, parts[i]) for i in sorted(parts)}
    for place in places.values():
        problems.extend(_missing_head(place, parts[place.id]))
    return Portal(MappingProxyType(places), tuple(sorted(problems)), MappingProxyType(texts))


def _place(place_id: str, part: Mapping[Any, Entry[Any] | None]) -> Place:
    years = sorted((year for year in part if isinstance(year, int)), reverse=True)
    readable = ((year, part[year]) for year in years)
    beside = {k: v for k, v in part.items() if isinstance(k, tuple) and v}
    return Place(
        id=place_id,
        parent=None if place_id == NATION else place_id.rpartition("/")[0],
        files=MappingProxyType({k: v for k, v in part.items() if isinstance(k, type)}),
        plans=MappingProxyType({year: entry for year, entry in readable if entry is not None}),
        decided=MappingProxyType({k[1]: v for k, v in beside.items() if k[0] == "decided"}),
        follow_ups=MappingProxyType({k[1]: v for k, v in beside.items() if k[0] == "followed"}),
        years=tuple(years),
        routine_names=frozenset(key for key in part if isinstance(key, str)),
        routines=MappingProxyType({k: v for k, v in part.items() if isinstance(k, str) and v}),
        complete=None not in part.values() and (place_id == NATION or _head(place_id) in part),
    )


def _missing_head(place: Place, part: Mapping[Any, object]) -> Iterator[Problem]:
    """Yields: a problem if the place has files but none that says what it is."""
    if place.id != NATION and _head(place.id) not in part:
        name = "district.yml" if "/" in place.id else "municipality.yml"
        message = "Filen saknas. Skapa den: den säger vad platsen heter."
        yield Problem(f"plans/{place.id}/{name}", 1, 1, message)


def _head(place_id: str) -> type[Record]:
    """The model of the file that says what a place is."""
    return District if "/" in place_id else Municipality
