"""Activities as rows: what the plan's row says, and None where it says nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.place import Municipality
from macros.model.plan import Activity, Plan
from macros.portal import Place, Portal
from macros.views import wording


@dataclass(frozen=True)
class ActivityRow:
    """One activity: what the row says, and None where it says nothing."""

    id: str
    text: str
    commitment: str | None
    responsible: str | None
    schedule: str | None
    schedule_written: str | None
    follow_up: str | None
    carried_from: str | None
    uncertain: str | None


def view(portal: Portal, place: Place, plan: Plan, area: str) -> Iterator[ActivityRow]:
    """Yields: one row per activity of the area, in the plan's order."""
    municipality = portal.municipality(place.id)
    ways = {way.id: way.title for way in municipality.follow_up_ways}
    for activity in plan.activities:
        if activity.area != area:
            continue
        when, after = activity.schedule, activity.follow_up
        worded = wording.schedule(when) if when else None
        earlier = portal.plan(activity.carried_from) if activity.carried_from else None
        yield ActivityRow(
            id=activity.id,
            text=activity.text,
            commitment=wording.COMMITMENTS[activity.commitment] if activity.commitment else None,
            responsible=_responsible(municipality, activity),
            schedule=wording.capital(worded) if worded else None,
            schedule_written=when.as_written if when and when.as_written != worded else None,
            follow_up=ways.get(after.way or "", f"Planen skriver ”{after.as_written}”")
            if after
            else None,
            carried_from=f"{earlier[0].title} {earlier[1].year}" if earlier else None,
            uncertain=_uncertain(municipality, activity),
        )


def _responsible(municipality: Municipality, activity: Activity) -> str | None:
    if activity.responsible is None:
        return None
    roles = {role.id: role.title for role in municipality.roles}
    owners = "; ".join(roles[role] for role in activity.responsible.owners)
    consulted = "; ".join(roles[role] for role in activity.responsible.consulted)
    if not consulted:
        return owners
    return f"{owners}; i samråd med {consulted}" if owners else f"I samråd med {consulted}"


def _uncertain(municipality: Municipality, activity: Activity) -> str | None:
    """What is unclear in the row, and about the roles that it names."""
    named = activity.responsible
    roles = {*named.owners, *named.consulted} if named else set()
    about = [role.uncertain for role in municipality.roles if role.id in roles]
    return " ".join(filter(None, [activity.uncertain, *about])) or None
