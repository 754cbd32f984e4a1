"""The whole of plans/ as one linked, immutable Portal; where ids are looked up from a place.

Scopes nest: the nation, a municipality, a district. A lookup in a district finds the nearest
answer. Knows nothing of pages, and judges nothing: whether references hold is for the checks.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros.model.contact import Contact, Contacts
from macros.model.document import Document, Sources
from macros.model.place import District, Municipality
from macros.model.plan import Plan
from macros.model.types import Record
from macros.problems import Problem
from macros.reading import Entry, data_files, read_text, read_yaml
from macros.source import Unreadable

NATION = ""
SOURCES = "plans/sources.yml"
_WORD = "[a-z0-9]+(?:-[a-z0-9]+)*"


@dataclass(frozen=True)
class Place:
    """A scope: the nation (id ""), a municipality ("stockholm") or a district ("stockholm/x").

    Attributes:
        complete: Whether every file of the place itself could be read.
        plans: Readable plans by year, the newest first.
        years: The years of all plan files, readable or not, the newest first.
    """

    id: str
    parent: str | None
    municipality: Entry[Municipality] | None
    district: Entry[District] | None
    contacts: Entry[Contacts] | None
    plans: Mapping[int, Entry[Plan]]
    years: tuple[int, ...]
    complete: bool

    @property
    def title(self) -> str:
        """The place's name as readers know it."""
        if self.district is not None:
            return self.district.record.title
        return self.municipality.record.title if self.municipality is not None else "Hela landet"


@dataclass(frozen=True)
class Portal:
    """Everything in plans/, and the problems of the files that could not be read."""

    documents: Entry[Sources] | None
    places: Mapping[str, Place]
    problems: tuple[Problem, ...]
    _lookups: dict[tuple[str, str], Mapping[str, Any] | None] = field(
        default_factory=dict, repr=False, compare=False
    )

    def place(self, place_id: str) -> Place:
        """The place with this id."""
        return self.places[place_id]

    def plan(self, plan_id: str) -> tuple[Place, Plan]:
        """A plan and its place, from an id such as "stockholm/skarholmen/2019"."""
        place_id, _, year = plan_id.rpartition("/")
        place = self.places[place_id]
        return place, place.plans[int(year)].record

    def children(self, place_id: str) -> list[Place]:
        """The places directly below, by title."""
        below = (p for p in self.places.values() if p.parent == place_id)
        return sorted(below, key=lambda p: p.title.casefold())

    def municipality(self, place_id: str) -> Municipality:
        """The municipality that a place lies in, or is."""
        entry = self.places[place_id.split("/", maxsplit=1)[0]].municipality
        if entry is None:
            raise KeyError(place_id)
        return entry.record

    def chain(self, place_id: str) -> list[Place]:
        """The place and those around it, the nearest first, the nation last."""
        found = []
        current: str | None = place_id
        while current is not None:
            found.append(self.places[current])
            current = found[-1].parent
        return found

    def contacts(self, place_id: str) -> list[tuple[Place, Contact]]:
        """All contacts in scope, each with its place; a nearer one hides one further out by id."""
        nearest: dict[str, tuple[Place, Contact]] = {}
        for place in self.chain(place_id):
            for contact in place.contacts.record.contacts if place.contacts else ():
                nearest.setdefault(contact.id, (place, contact))
        return list(nearest.values())

    def known(self, kind: str, place_id: str) -> Mapping[str, Any] | None:
        """The records of a kind by id, as seen from a place.

        Returns:
            None where a file that may hold them could not be read: then nothing can be said.
        """
        key = (kind, place_id)
        if key not in self._lookups:
            self._lookups[key] = self._known(kind, place_id)
        return self._lookups[key]

    def _known(self, kind: str, place_id: str) -> Mapping[str, Any] | None:
        if kind in _EVERYWHERE:
            return _EVERYWHERE[kind](self)
        if kind == "contact":
            whole = all(place.complete for place in self.chain(place_id))
            return {c.id: c for _, c in self.contacts(place_id)} if whole else None
        home = self.places[place_id.partition("/")[0]]
        return _IN_MUNICIPALITY[kind](self, home) if home.municipality else None

    def document(self, document_id: str) -> Document:
        """The source document with this id."""
        document: Document = self.find("document", document_id, NATION)
        return document

    def find(self, kind: str, record_id: str, place_id: str) -> Any:  # noqa: ANN401 - by kind
        """The record of a kind that an id means at a place."""
        return (self.known(kind, place_id) or {})[record_id]

    def entries(self) -> Iterator[tuple[str, Entry[Any]]]:
        """Every readable file with the id of the place that it belongs to."""
        if self.documents:
            yield NATION, self.documents
        for place in self.places.values():
            for entry in (
                place.municipality,
                place.district,
                place.contacts,
                *place.plans.values(),
            ):
                if entry is not None:
                    yield place.id, entry


def _documents(portal: Portal) -> Mapping[str, Any] | None:
    entry = portal.documents
    return None if entry is None else {document.id: document for document in entry.record.documents}


def _bodies(portal: Portal, home: Place) -> Mapping[str, Any] | None:
    """The municipality's own bodies and those of its districts."""
    districts = portal.children(home.id)
    if home.municipality is None or not all(place.complete for place in districts):
        return None
    bodies = [place.district.record.body for place in districts if place.district is not None]
    return {body.id: body for body in (*home.municipality.record.bodies, *bodies)}


def _listed(name: str) -> Callable[[Portal, Place], Mapping[str, Any] | None]:
    """A look-up in one of the lists of municipality.yml."""

    def listed(_portal: Portal, home: Place) -> Mapping[str, Any] | None:
        entry = home.municipality
        return None if entry is None else {item.id: item for item in getattr(entry.record, name)}

    return listed


_EVERYWHERE: Mapping[str, Callable[[Portal], Mapping[str, Any] | None]] = {
    "document": _documents,
    "plan": lambda portal: {
        f"{place.id}/{year}": place for place in portal.places.values() for year in place.years
    },
    "place": lambda portal: {i: place for i, place in portal.places.items() if i != NATION},
    "municipality": lambda portal: {p.id: p for p in portal.children(NATION)},
}

_IN_MUNICIPALITY: Mapping[str, Callable[[Portal, Place], Mapping[str, Any] | None]] = {
    "area": _listed("areas"),
    "body": _bodies,
    "district": lambda portal, home: {
        place.id.rpartition("/")[2]: place for place in portal.children(home.id)
    },
    "follow-up-way": _listed("follow_up_ways"),
    "role": _listed("roles"),
}

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
        _kept[key] = (digest.hexdigest(), _link(list(files), texts, problems))
    return _kept[key][1]


_FILES: tuple[tuple[str, type[Record]], ...] = (
    (r"plans/sources\.yml", Sources),
    (r"plans/(?P<nation>national)/contacts\.yml", Contacts),
    (rf"plans/(?P<place>{_WORD})/municipality\.yml", Municipality),
    (rf"plans/(?P<place>{_WORD}/{_WORD})/district\.yml", District),
    (rf"plans/(?P<place>{_WORD}(?:/{_WORD})?)/contacts\.yml", Contacts),
    (rf"plans/(?P<place>{_WORD}(?:/{_WORD})?)/(?P<year>(?:19|20)\d\d)\.yml", Plan),
)


@cache
def _model_of(name: str) -> tuple[str, int | None, type[Record]] | None:
    """What a file is by its path: the id of its place, its year if it is a plan, and its model."""
    for pattern, model in _FILES:
        if match := re.fullmatch(pattern, name):
            groups = match.groupdict()
            year = groups.get("year")
            return groups.get("place") or NATION, int(year) if year else None, model
    return None


def _link(names: list[str], texts: Mapping[str, str], problems: list[Problem]) -> Portal:
    documents: Entry[Sources] | None = None
    parts: dict[str, dict[Any, Entry[Any] | None]] = {NATION: {}}
    for name in names:
        known = _model_of(name)
        if known is None:
            message = (
                "Filen hör inte hemma här. Filer i plans/ heter municipality.yml, district.yml, "
                "contacts.yml eller ett årtal, till exempel 2027.yml."
            )
            problems.append(Problem(name, 1, 1, message))
            continue
        place_id, year, model = known
        entry: Entry[Any] | None = None
        if name in texts:
            try:
                entry = read_yaml(texts[name], name, model)
            except Unreadable as error:
                problems.extend(error.problems)
        if model is Sources:
            documents = entry
        else:
            parts.setdefault(place_id, {})[year or model] = entry
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
    return Portal(documents, MappingProxyType(places), tuple(sorted(problems)))


def _place(place_id: str, part: Mapping[Any, Entry[Any] | None]) -> Place:
    years = sorted((year for year in part if isinstance(year, int)), reverse=True)
    readable = ((year, part[year]) for year in years)
    return Place(
        id=place_id,
        parent=None if place_id == NATION else place_id.rpartition("/")[0],
        municipality=part.get(Municipality),
        district=part.get(District),
        contacts=part.get(Contacts),
        plans=MappingProxyType({year: entry for year, entry in readable if entry is not None}),
        years=tuple(years),
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
