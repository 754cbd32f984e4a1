"""A municipality's roles as a list to find one's own in: those with tasks today first."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.model.guideline import Guideline
from macros.portal import Portal
from macros.portal.succession import is_earlier, plans
from macros.views import demands, tasks, wording


@dataclass(frozen=True)
class Standing:
    """How a role is named.

    Attributes:
        tasks: For each place whose latest plan makes it responsible for tasks, how many.
        consulted: The same for tasks in which it is consulted.
        coordinates: The places whose latest plan lists duties for it as coordinator.
        demands: How many duties the guideline lays upon it by name.
        earlier: Whether an earlier plan gives it tasks.
    """

    tasks: Mapping[str, int]
    consulted: Mapping[str, int]
    coordinates: tuple[str, ...]
    demands: int
    earlier: bool

    @property
    def words(self) -> str:
        """`11 uppgifter i planen för Skärholmen och 6 krav i riktlinjerna`, or nothing."""
        said = []
        if number := sum(self.tasks.values()):
            noun = "uppgift" if number == 1 else "uppgifter"
            said.append(f"{number} {noun} i {_plans(self.tasks)}")
        if number := sum(self.consulted.values()):
            said.append(f"{number} samråd i {_plans(self.consulted)}")
        if self.coordinates:
            said.append(f"samordnarens uppgifter i {_plans(self.coordinates)}")
        if self.demands:
            said.append(f"{self.demands} krav i riktlinjerna")
        return wording.joined(said)


@dataclass(frozen=True)
class UnitRow:
    """One role that leads to its page; `words` say what it has to do, or nothing."""

    title: str
    address: str
    words: str


@dataclass(frozen=True)
class UnitGroup:
    """Roles that are named in the same way, in alphabetical order."""

    id: str
    title: str
    note: str
    rows: tuple[UnitRow, ...]


def view(portal: Portal, municipality: str) -> list[UnitGroup]:
    """The roles that are named today, those of earlier plans alone, and those that nobody names."""
    found = standings(portal, municipality)
    today = [i for i, standing in found.items() if standing.words]
    before = [i for i, standing in found.items() if standing.earlier and not standing.words]
    nobody = [i for i in found if i not in {*today, *before}]
    guided = portal.place(municipality).record(Guideline) is not None
    said = "Så säger den senaste planen på varje plats" + (", och riktlinjerna." * guided or ".")
    none = "Varken planerna eller riktlinjerna ger" if guided else "Ingen plan ger"
    groups = [
        ("nu", "Roller med uppgifter", said, today),
        (
            "tidigare",
            "Roller som bara tidigare planer nämner",
            "De senaste planerna ger dem inga egna uppgifter.",
            before,
        ),
        ("ovriga", "Övriga roller", f"{none} just de här rollerna några uppgifter.", nobody),
    ]
    return [
        UnitGroup(group_id, title, note, _rows(portal, municipality, roles, found))
        for group_id, title, note, roles in groups
        if roles
    ]


def standings(portal: Portal, municipality: str) -> dict[str, Standing]:
    """How each role of a municipality is named, by its id."""
    counts: dict[str, Counter[str]] = {}
    consulted: dict[str, Counter[str]] = {}
    coordinates: dict[str, list[str]] = {}
    earlier: set[str] = set()
    for place, plan in plans(portal, municipality):
        if is_earlier(place, plan):
            earlier.update(role for activity in plan.activities for role in tasks.named(activity))
            continue
        for activity in plan.activities:
            for role in tasks.named(activity):
                owns = activity.responsible and role in activity.responsible.owners
                by_place = counts if owns else consulted
                by_place.setdefault(role, Counter())[place.title] += 1
        coordinator = tasks.coordinator(portal, place)
        if coordinator and plan.coordinator_duties:
            coordinates.setdefault(coordinator.role, []).append(place.title)
    demanded = demands.count(portal, municipality)
    return {
        role.id: Standing(
            tasks=counts.get(role.id, {}),
            consulted=consulted.get(role.id, {}),
            coordinates=tuple(coordinates.get(role.id, ())),
            demands=demanded.get(role.id, 0),
            earlier=role.id in earlier,
        )
        for role in portal.municipality(municipality).roles
    }


def _rows(
    portal: Portal, municipality: str, roles: Iterable[str], found: Mapping[str, Standing]
) -> tuple[UnitRow, ...]:
    rows = [UnitRow(*tasks.link(portal, municipality, i), found[i].words) for i in roles]
    return tuple(sorted(rows, key=lambda row: wording.alphabetical(row.title)))


def _plans(places: Iterable[str]) -> str:
    """`planen för Skärholmen`, or `2 planer` where there are more."""
    names = list(places)
    return f"planen för {names[0]}" if len(names) == 1 else f"{len(names)} planer"
