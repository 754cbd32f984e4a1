"""Places and what stands in them, linked: what an id means depends on where one looks from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.model.contact import Contact, Contacts
from macros.model.document import Document, Sources
from macros.model.place import District, Municipality
from macros.model.plan import Plan
from macros.problems import Problem
from macros.reading import Entry

NATION = ""


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
        scope = place_id
        if kind in _EVERYWHERE:
            scope = NATION
        elif kind in _IN_MUNICIPALITY:
            scope = place_id.partition("/")[0]
        key = (kind, scope)
        if key not in self._lookups:
            self._lookups[key] = {**_EVERYWHERE, **_IN_MUNICIPALITY, "contact": _contacts}[kind](
                self, self.places[scope]
            )
        return self._lookups[key]

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


_Lookup = Callable[[Portal, Place], Mapping[str, Any] | None]


def _contacts(portal: Portal, place: Place) -> Mapping[str, Any] | None:
    """The contacts in scope at a place."""
    whole = all(around.complete for around in portal.chain(place.id))
    return {contact.id: contact for _, contact in portal.contacts(place.id)} if whole else None


def _documents(portal: Portal, _nation: Place) -> Mapping[str, Any] | None:
    entry = portal.documents
    return None if entry is None else {document.id: document for document in entry.record.documents}


def _bodies(portal: Portal, home: Place) -> Mapping[str, Any] | None:
    """The municipality's own bodies and those of its districts."""
    districts = portal.children(home.id)
    if home.municipality is None or not all(place.complete for place in districts):
        return None
    bodies = [place.district.record.body for place in districts if place.district is not None]
    return {body.id: body for body in (*home.municipality.record.bodies, *bodies)}


def _listed(name: str) -> _Lookup:
    """A look-up in one of the lists of municipality.yml."""

    def listed(_portal: Portal, home: Place) -> Mapping[str, Any] | None:
        entry = home.municipality
        return None if entry is None else {item.id: item for item in getattr(entry.record, name)}

    return listed


_EVERYWHERE: Mapping[str, _Lookup] = {
    "document": _documents,
    "plan": lambda portal, _nation: {
        f"{place.id}/{year}": place for place in portal.places.values() for year in place.years
    },
    "place": lambda portal, _nation: {
        i: place for i, place in portal.places.items() if i != NATION
    },
    "municipality": lambda portal, _nation: {p.id: p for p in portal.children(NATION)},
}

_IN_MUNICIPALITY: Mapping[str, _Lookup] = {
    "area": _listed("areas"),
    "body": _bodies,
    "district": lambda portal, home: {
        place.id.rpartition("/")[2]: place for place in portal.children(home.id)
    },
    "follow-up-way": _listed("follow_up_ways"),
    "role": _listed("roles"),
}
