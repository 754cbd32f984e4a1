"""Places and what stands in them, linked: what an id means depends on where one looks from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from macros.model.contact import Contact, Contacts
from macros.model.decided import Decided
from macros.model.document import Document, Sources
from macros.model.follow_up import Outcomes
from macros.model.forum import Forums
from macros.model.glossary import Glossary
from macros.model.guideline import Guideline, GuidelineSection, Orientation
from macros.model.place import District, Municipality
from macros.model.plan import Plan
from macros.model.resource import Resources
from macros.model.routine import Routine
from macros.model.situation import Situations
from macros.model.symbol import Symbols
from macros.model.types import Record
from macros.problems import Problem
from macros.reading import Entry

NATION = ""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Place:
    """A scope: the nation (id ""), a municipality ("stockholm") or a district ("stockholm/x").

    Attributes:
        files: What stands in its files by model, None where a file could not be read; without the
            plans.
        complete: Whether every file of the place itself could be read.
        plans: Readable plans by year, the newest first.
        decided: What is kept of decided plans, by year.
        follow_ups: What became of the activities, by year.
        routines: Readable routines by name.
        years: The years of all plan files, readable or not, the newest first.
        routine_names: The names of all routine files, readable or not.
    """

    id: str
    parent: str | None
    files: Mapping[type[Record], Entry[Any] | None]
    plans: Mapping[int, Entry[Plan]]
    decided: Mapping[int, Entry[Decided]]
    follow_ups: Mapping[int, Entry[Outcomes]]
    years: tuple[int, ...]
    routine_names: frozenset[str]
    routines: Mapping[str, Entry[Routine]]
    complete: bool

    def entry(self, model: type[R]) -> Entry[R] | None:
        """What stands in the place's file of this model, or None without such a readable file."""
        return self.files.get(model)

    def record(self, model: type[R]) -> R | None:
        """The record in the place's file of this model, or None without such a readable file."""
        entry = self.entry(model)
        return None if entry is None else entry.record

    @property
    def municipality(self) -> Entry[Municipality] | None:
        """What the file municipality.yml says."""
        return self.entry(Municipality)

    @property
    def district(self) -> Entry[District] | None:
        """What the file district.yml says."""
        return self.entry(District)

    @property
    def contacts(self) -> Entry[Contacts] | None:
        """What the file contacts.yml says."""
        return self.entry(Contacts)

    @property
    def folder(self) -> str:
        """The place's folder in plans/, with which the ids of its routines begin."""
        return self.id or "national"

    @property
    def title(self) -> str:
        """The place's name as readers know it."""
        if self.district is not None:
            return self.district.record.title
        return self.municipality.record.title if self.municipality is not None else "Hela landet"


@dataclass(frozen=True)
class Portal:
    """Everything in plans/, and the problems of the files that could not be read.

    Attributes:
        places: The places by id.
        problems: What is wrong with single files.
        texts: Each file as it was written, comments and all, also those that make no record.
    """

    places: Mapping[str, Place]
    problems: tuple[Problem, ...]
    texts: Mapping[str, str] = field(repr=False, compare=False)
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
        if kind in EVERYWHERE:
            scope = NATION
        elif kind in _IN_MUNICIPALITY:
            scope = place_id.partition("/")[0]
        key = (kind, scope)
        if key not in self._lookups:
            self._lookups[key] = {**EVERYWHERE, **_IN_MUNICIPALITY, **AT_PLACE}[kind](
                self, self.places[scope]
            )
        return self._lookups[key]

    def routine(self, routine_id: str) -> tuple[Place, Entry[Routine]]:
        """A routine and its place, from an id such as "hassleholm/barn" or "national/fara"."""
        place_id, _, name = routine_id.rpartition("/")
        place = self.places[NATION if place_id == "national" else place_id]
        return place, place.routines[name]

    def document(self, document_id: str) -> Document:
        """The source document with this id."""
        document: Document = self.find("document", document_id, NATION)
        return document

    def find(self, kind: str, record_id: str, place_id: str) -> Any:  # noqa: ANN401 - by kind
        """The record of a kind that an id means at a place."""
        return (self.known(kind, place_id) or {})[record_id]

    def entries(self) -> Iterator[tuple[str, Entry[Any]]]:
        """Every readable file with the id of the place that it belongs to."""
        for place in self.places.values():
            own = (place.plans, place.follow_ups, place.routines)
            for entry in (*place.files.values(), *(one for part in own for one in part.values())):
                if entry is not None:
                    yield place.id, entry


_Lookup = Callable[[Portal, Place], Mapping[str, Any] | None]


def _contacts(portal: Portal, place: Place) -> Mapping[str, Any] | None:
    """The contacts in scope at a place."""
    whole = all(around.complete for around in portal.chain(place.id))
    return {contact.id: contact for _, contact in portal.contacts(place.id)} if whole else None


def _activities(_portal: Portal, place: Place) -> Mapping[str, Any] | None:
    """The activities of all plans of a place; of two under one id, that of the newest plan."""
    if len(place.plans) < len(place.years):
        return None
    plans = [entry.record for _, entry in sorted(place.plans.items())]
    return {activity.id: activity for plan in plans for activity in plan.activities}


def _all_contacts(portal: Portal, _nation: Place) -> Mapping[str, Any] | None:
    """Every contact with its place, by "<place>/<contact>"; the nation's by their ids alone."""
    places = portal.places.values()
    if not all(place.complete for place in places):
        return None
    return {
        f"{place.id}/{contact.id}".removeprefix("/"): (place, contact)
        for place in places
        for contact in (place.contacts.record.contacts if place.contacts else ())
    }


def _bodies(portal: Portal, home: Place) -> Mapping[str, Any] | None:
    """The municipality's own bodies and those of its districts."""
    districts = portal.children(home.id)
    if home.municipality is None or not all(place.complete for place in districts):
        return None
    bodies = [place.district.record.body for place in districts if place.district is not None]
    return {body.id: body for body in (*home.municipality.record.bodies, *bodies)}


def _units(portal: Portal, nation: Place) -> Mapping[str, Any] | None:
    """Every role of every municipality, by "<municipality>/<role>"."""
    homes = portal.children(nation.id)
    if any(home.municipality is None for home in homes):
        return None
    return {
        f"{home.id}/{role.id}": role
        for home in homes
        for role in portal.municipality(home.id).roles
    }


def _listed(model: type[Record], name: str) -> _Lookup:
    """A look-up in one of the lists of a place's file; a file that is not there has no records."""

    def listed(_portal: Portal, home: Place) -> Mapping[str, Any] | None:
        # Without sources.yml, its absence is the problem, not every reference to a document.
        if model not in home.files and home.complete and model is not Sources:
            return {}
        record = home.record(model)
        return None if record is None else {item.id: item for item in getattr(record, name)}

    return listed


def _guideline(_portal: Portal, home: Place) -> Mapping[str, Any] | None:
    """All that a plan can hang on: orientations, target areas, sections and their duties."""
    guideline = home.record(Guideline)
    if guideline is None:
        return None if Guideline in home.files else {}
    parts: list[Orientation | GuidelineSection] = [*guideline.orientations, *guideline.sections]
    found: dict[str, Any] = {area.id: area for area in guideline.target_areas}
    for part in parts:
        found |= {part.id: part, **{duty.id: duty for duty in part.duties}}
    return found


def _resources(portal: Portal, home: Place) -> Mapping[str, Any] | None:
    """The material of a municipality and of the nation."""
    chain = portal.chain(home.id)
    if not all(place.complete for place in chain):
        return None
    records = [record for place in reversed(chain) if (record := place.record(Resources))]
    return {resource.id: resource for record in records for resource in record.resources}


EVERYWHERE: Mapping[str, _Lookup] = {
    "any-contact": _all_contacts,
    "document": _listed(Sources, "documents"),
    "plan": lambda portal, _nation: {
        f"{place.id}/{year}": place for place in portal.places.values() for year in place.years
    },
    "place": lambda portal, _nation: {
        i: place for i, place in portal.places.items() if i != NATION
    },
    "municipality": lambda portal, _nation: {p.id: p for p in portal.children(NATION)},
    "routine": lambda portal, _nation: {
        f"{place.folder}/{name}": place.routines.get(name)
        for place in portal.places.values()
        for name in sorted(place.routine_names)
    },
    "symbol": _listed(Symbols, "symbols"),
    "term": _listed(Glossary, "terms"),
    "unit": _units,
}

_IN_MUNICIPALITY: Mapping[str, _Lookup] = {
    "area": _listed(Municipality, "areas"),
    "body": _bodies,
    "coordinator-duty": _listed(Municipality, "coordinator_duties"),
    "district": lambda portal, home: {
        place.id.rpartition("/")[2]: place for place in portal.children(home.id)
    },
    "follow-up-way": _listed(Municipality, "follow_up_ways"),
    "forum": _listed(Forums, "forums"),
    "guideline": _guideline,
    "resource": _resources,
    "role": _listed(Municipality, "roles"),
    "situation": _listed(Situations, "situations"),
}

AT_PLACE: Mapping[str, _Lookup] = {"activity": _activities, "contact": _contacts}
