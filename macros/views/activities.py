"""Activities as rows: what the plan's row says, and None where it says nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from macros.model.plan import Activity, FollowUp, Plan
from macros.portal import Place, Portal
from macros.views import edit, outcomes, wording


@dataclass(frozen=True)
class ActivityRow:
    """One activity: what the row says, and None where it says nothing.

    `outcomes` are what became of it, a line a year, on the plan's own page. `edit` is the address
    where it is edited, or None where it is not edited from here.
    """

    id: str
    text: str
    commitment: str | None
    responsible: str | None
    schedule: str | None
    schedule_written: str | None
    follow_up: str | None
    carried_from: str | None
    uncertain: str | None
    outcomes: tuple[str, ...] = ()
    edit: str | None = None


def view(portal: Portal, place: Place, plan: Plan, area: str) -> Iterator[ActivityRow]:
    """Yields: one row per activity of the area, in the plan's order."""
    for activity in plan.activities:
        if activity.area == area:
            where = edit.item(portal, place.plans[plan.year], "activities", activity)
            became = outcomes.lines(place, plan, activity.id)
            yield replace(row(portal, place, activity), outcomes=became, edit=where)


def row(
    portal: Portal, place: Place, activity: Activity, known_role: str | None = None
) -> ActivityRow:
    """One activity of a place's plan.

    Args:
        portal: Where roles, ways to follow up and earlier plans are looked up.
        place: Whose plan it is.
        activity: The activity.
        known_role: The id of a role whose doubts the page says elsewhere.
    """
    when, after = activity.schedule, activity.follow_up
    worded = wording.schedule(when) if when else None
    earlier = portal.plan(activity.carried_from) if activity.carried_from else None
    return ActivityRow(
        id=activity.id,
        text=activity.text,
        commitment=wording.COMMITMENTS[activity.commitment] if activity.commitment else None,
        responsible=_responsible(portal, place, activity),
        schedule=wording.capital(worded) if worded else None,
        schedule_written=when.as_written if when and when.as_written != worded else None,
        follow_up=_follow_up(portal, place, after) if after else None,
        carried_from=f"{earlier[0].title} {earlier[1].year}" if earlier else None,
        uncertain=_uncertain(portal, place, activity, known_role),
    )


def _responsible(portal: Portal, place: Place, activity: Activity) -> str | None:
    def titles(roles: Iterable[str]) -> str:
        return "; ".join(portal.find("role", role, place.id).title for role in roles)

    if activity.responsible is None:
        return None
    owners, consulted = titles(activity.responsible.owners), titles(activity.responsible.consulted)
    if not consulted:
        return owners
    return f"{owners}; i samråd med {consulted}" if owners else f"I samråd med {consulted}"


def _follow_up(portal: Portal, place: Place, after: FollowUp) -> str:
    if after.way is None:
        return f"Planen skriver ”{after.as_written}”"
    title: str = portal.find("follow-up-way", after.way, place.id).title
    return title


def _uncertain(
    portal: Portal, place: Place, activity: Activity, known_role: str | None
) -> str | None:
    """What is unclear in the row, and about the roles that it names."""
    named = activity.responsible
    roles = dict.fromkeys((*named.owners, *named.consulted) if named else ())
    about = [portal.find("role", i, place.id).uncertain for i in roles if i != known_role]
    return " ".join(filter(None, [activity.uncertain, *about])) or None
