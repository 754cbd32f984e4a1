"""Which plans are the latest, which are history, and so at which address each of them stands."""

from macros.model.plan import Plan
from macros.portal.graph import Place, Portal


def is_earlier(place: Place, plan: Plan) -> bool:
    """Whether a plan is history: replaced, not the newest of its place, or of a merged district."""
    district = place.district.record if place.district else None
    return (
        plan.state == "replaced"
        or plan.year != place.years[0]
        or bool(district and district.successor)
    )


def plan_address(place: Place, year: int) -> str:
    """The page of a place's plan: the newest stands on the place's own, earlier ones below it."""
    return f"/planer/{place.id}/" + ("" if year == place.years[0] else f"{year}/")


def plans(portal: Portal, municipality: str) -> list[tuple[Place, Plan]]:
    """Every plan below a municipality: its own, then its districts' by name, the newest first."""
    places = [portal.place(municipality), *portal.children(municipality)]
    return [(place, entry.record) for place in places for entry in place.plans.values()]


def predecessor(portal: Portal, place: Place, plan: Plan) -> tuple[Place, Plan] | None:
    """The plan before this one, with its place; None where the portal has none.

    That of the same place, or else of the districts that went up in it: of several, the one from
    which most activities go on, then the newest.
    """
    own = [entry.record for year, entry in place.plans.items() if year < plan.year]
    if own:
        return place, max(own, key=lambda earlier: earlier.year)
    home = place.id.rpartition("/")[0]
    merged = place.district.record.predecessors if place.district else ()
    carried = [activity.carried_from for activity in plan.activities]
    found = [
        (carried.count(f"{other.id}/{year}"), year, other.id)
        for district in merged
        if (other := portal.places.get(f"{home}/{district}")) is not None
        for year in other.plans
        if year < plan.year
    ]
    if not found:
        return None
    _, year, place_id = max(found)
    other = portal.place(place_id)
    return other, other.plans[year].record
