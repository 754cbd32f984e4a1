"""What one role is to do: by the latest plans, by the guideline, and by earlier plans apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.guideline import Guideline
from macros.model.place import Role
from macros.model.plan import Plan
from macros.portal import NATION, Place, Portal
from macros.portal.succession import is_earlier, plans
from macros.views import demands, tasks, unit_list, wording
from macros.views.demands import Demands
from macros.views.tasks import CoordinatorDuties, Link, PlanTasks
from macros.views.unit_list import Standing

_Plans = list[tuple[Place, Plan]]


@dataclass(frozen=True)
class Wider:
    """What the latest plans give to those whom the role is one of.

    Attributes:
        who: The role around, with its address.
        tasks: Of each task the first sentence, the rest, the address, and the plan's name.
        law: Whose words on law stand in them, or None.
    """

    who: Link
    tasks: tuple[tuple[str, str, str, str], ...]
    law: str | None


@dataclass(frozen=True)
class UnitPage:
    """A role's whole page.

    Attributes:
        said: How much it has to do, and by whose word, in a sentence.
        all_roles: The municipality's list of roles.
        around: The roles that it lies within, the nearest first.
        inside: The roles that lie within it.
        coordinates: Its duties by each of the latest plans whose coordinator it is.
        guideline: The guideline's title and address, or None where there is none.
    """

    said: str
    all_roles: Link
    around: tuple[Link, ...]
    inside: tuple[Link, ...]
    uncertain: str | None
    tasks: tuple[PlanTasks, ...]
    coordinates: tuple[CoordinatorDuties, ...]
    wider: tuple[Wider, ...]
    guideline: Link | None
    demands: tuple[Demands, ...]
    earlier: tuple[PlanTasks, ...]


def view(portal: Portal, unit: str) -> UnitPage:
    """All that any document gives a role, from an id such as "stockholm/socialtjansten"."""
    home, _, role_id = unit.partition("/")
    role: Role = portal.find("unit", unit, NATION)
    around = list(_around(portal, home, role))
    latest = [(place, plan) for place, plan in plans(portal, home) if not is_earlier(place, plan)]
    before = [(place, plan) for place, plan in plans(portal, home) if is_earlier(place, plan)]
    guideline = portal.place(home).record(Guideline)
    return UnitPage(
        said=_said(
            unit_list.standings(portal, home)[role_id], role, with_guideline=bool(guideline)
        ),
        all_roles=(f"Alla roller i {portal.place(home).title}", f"/ansvar/{home}/"),
        around=tuple(tasks.link(portal, home, i) for i in around),
        inside=tuple(
            tasks.link(portal, home, other.id)
            for other in portal.municipality(home).roles
            if other.within == role_id
        ),
        uncertain=role.uncertain,
        tasks=_with_tasks(portal, latest, role_id),
        coordinates=tuple(
            tasks.of_coordinator(portal, place, plan)
            for place, plan in latest
            if (found := tasks.coordinator(portal, place)) and found.role == role_id
        ),
        wider=tuple(_wider(portal, home, role_id, around, latest)),
        guideline=(guideline.title, f"/riktlinjer/{home}/") if guideline else None,
        demands=demands.of_role(portal, home, role_id, around),
        earlier=_with_tasks(portal, before, role_id),
    )


def _around(portal: Portal, home: str, role: Role) -> Iterator[str]:
    """Yields: the ids of the roles that a role lies within; each once, should they form a ring."""
    seen = {role.id}
    while role.within is not None and role.within not in seen:
        seen.add(role.within)
        yield role.within
        role = portal.find("role", role.within, home)


def _said(standing: Standing, role: Role, *, with_guideline: bool) -> str:
    if standing.words:
        return f"Rollen har {standing.words}."
    if standing.earlier:
        return "Bara tidigare planer ger rollen egna uppgifter."
    nobody = "Varken planerna eller riktlinjerna ger" if with_guideline else "Ingen plan ger"
    more = " Det som gäller dem som den ingår i står längre ner." if role.within else ""
    return f"{nobody} just den här rollen några uppgifter.{more}"


def _with_tasks(portal: Portal, found: _Plans, role: str) -> tuple[PlanTasks, ...]:
    """The plans that give a role tasks, each with those."""
    given = (tasks.of_plan(portal, place, plan, role) for place, plan in found)
    return tuple(plan for plan in given if plan.tasks)


def _wider(
    portal: Portal, home: str, role: str, around: Iterable[str], latest: _Plans
) -> Iterator[Wider]:
    """Yields: the tasks of each role around that do not name the role itself as well."""
    for other in around:
        found = []
        laws = []
        for place, plan in latest:
            given = [
                activity
                for activity in plan.activities
                if other in tasks.named(activity) and role not in tasks.named(activity)
            ]
            title = tasks.plan_title(place, plan)
            found += [
                (*wording.lead(a.text), tasks.activity_address(place, plan, a), title)
                for a in given
            ]
            laws.append(tasks.law(portal, place, plan, given))
        if found:
            words = wording.joined(list(dict.fromkeys(filter(None, laws))))
            yield Wider(tasks.link(portal, home, other), tuple(found), words or None)
