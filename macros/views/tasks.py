"""What plans give one role: its tasks with its part in each, and what a coordinator is to do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.place import Coordinator
from macros.model.plan import Activity, Plan
from macros.portal import Place, Portal
from macros.portal.succession import plan_address
from macros.views import activities, wording
from macros.views.activities import ActivityRow

Link = tuple[str, str]
"""Words and address."""


@dataclass(frozen=True)
class Part:
    """How the role takes part in an activity: words, and the roles that they go on to."""

    words: str
    roles: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Task:
    """One activity as the role sees it.

    Attributes:
        lead: The first sentence of its text, which links to its row on the plan's page; `rest` is
            what comes after it.
    """

    activity: ActivityRow
    lead: str
    rest: str
    address: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class PlanTasks:
    """All that one plan gives the role, in the plan's order.

    Attributes:
        id: The heading's id.
        law: Whose words on law stand in the tasks ("planen från 2019"), or None.
    """

    id: str
    title: str
    address: str
    tasks: tuple[Task, ...]
    law: str | None


@dataclass(frozen=True)
class CoordinatorDuties:
    """What one plan says that its coordinator is to do; () where it does not say."""

    id: str
    title: str
    address: str
    duties: tuple[str, ...]


def named(activity: Activity) -> tuple[str, ...]:
    """The ids of the roles that an activity names, as responsible or consulted."""
    by = activity.responsible
    return tuple(dict.fromkeys((*by.owners, *by.consulted))) if by else ()


def coordinator(portal: Portal, place: Place) -> Coordinator | None:
    """Who coordinates at a place: the district's own, or in a municipality the municipality's."""
    record = place.district.record if place.district else portal.municipality(place.id)
    return record.coordinator


def link(portal: Portal, home: str, role: str) -> Link:
    """The name of a municipality's role, and the address of its page."""
    return portal.find("role", role, home).title, f"/ansvar/{home}/{role}/"


def of_plan(portal: Portal, place: Place, plan: Plan, role: str) -> PlanTasks:
    """The tasks that a plan gives a role."""
    home = place.id.partition("/")[0]
    found = [activity for activity in plan.activities if role in named(activity)]
    return PlanTasks(
        id=f"{place.id.replace('/', '-')}-{plan.year}",
        title=plan_title(place, plan),
        address=plan_address(place, plan.year),
        tasks=tuple(
            Task(
                activities.row(portal, place, activity, known_role=role),
                *wording.lead(activity.text),
                address=activity_address(place, plan, activity),
                parts=tuple(_parts(portal, home, activity, role)),
            )
            for activity in found
        ),
        law=law(portal, place, plan, found),
    )


def of_coordinator(portal: Portal, place: Place, plan: Plan) -> CoordinatorDuties:
    """What a plan says that its coordinator is to do."""
    structure = portal.municipality(place.id).structure
    anchor = next((f"#{part.id}" for part in structure if part.coordinator_duties), "")
    return CoordinatorDuties(
        id=f"samordnaren-{place.id.replace('/', '-')}-{plan.year}",
        title=plan_title(place, plan),
        address=plan_address(place, plan.year) + anchor,
        duties=tuple(
            portal.find("coordinator-duty", i, place.id).text for i in plan.coordinator_duties
        ),
    )


def law(portal: Portal, place: Place, plan: Plan, found: Iterable[Activity]) -> str | None:
    """Whose words on law the activities hold, where the structure says that their area does."""
    structure = portal.municipality(place.id).structure
    areas = {part.area for part in structure if part.legal_note}
    return wording.whose(plan) if any(a.area in areas for a in found) else None


def activity_address(place: Place, plan: Plan, activity: Activity) -> str:
    """The activity's row on its plan's page."""
    return f"{plan_address(place, plan.year)}#aktivitet-{activity.id}"


def plan_title(place: Place, plan: Plan) -> str:
    """`Skärholmen 2019`, or `Skärholmen 2027 (utkast)`."""
    return f"{place.title} {plan.year}" + (" (utkast)" if plan.is_draft else "")


def _parts(portal: Portal, home: str, activity: Activity, role: str) -> Iterator[Part]:
    """Yields: whether the role answers for it, alone or with whom, and who is consulted."""
    by = activity.responsible
    if by is None:
        return

    def links(roles: Iterable[str]) -> tuple[Link, ...]:
        return tuple(link(portal, home, i) for i in roles if i != role)

    owners, consulted = links(by.owners), links(by.consulted)
    if role in by.owners:
        yield Part("Ansvarig tillsammans med", owners) if owners else Part("Ansvarig")
        if consulted:
            yield Part("I samråd med", consulted)
        return
    # The plans say "i samråd med": whether it must be or may be is not for us to sharpen.
    yield Part("Sker i samråd med dig")
    yield Part("Ansvarig är", owners) if owners else Part("Planen anger ingen ansvarig")
    if consulted:
        yield Part("I samråd också med", consulted)
