"""Which districts and plans are the latest, which are history, and at which address each stands."""

from macros.model.plan import Plan
from macros.portal.graph import NATION, Place, Portal


def successor(portal: Portal, place: Place) -> Place | None:
    """The district that a place has gone up in, or None."""
    district = place.district.record if place.district else None
    if district is None or district.successor is None:
        return None
    return portal.places.get(f"{place.parent}/{district.successor}")


def heir(portal: Portal, place: Place) -> Place:
    """The place that answers for a place today: the last of its successors, or itself."""
    seen = {place.id}
    while (following := successor(portal, place)) is not None and following.id not in seen:
        seen.add(following.id)
        place = following
    return place


def merged(portal: Portal, place: Place) -> list[Place]:
    """The districts that have gone up in a place, directly or through others, by name."""
    others = portal.children(place.parent) if place.parent else ()
    return [other for other in others if other is not place and heir(portal, other) is place]


def is_merged(place: Place) -> bool:
    """Whether a place is a district that has gone up in another."""
    return bool(place.district and place.district.record.successor)


def is_inferred(place: Place) -> bool:
    """Whether no source says that a merged district has gone up in its successor."""
    return bool(place.district and "successor" in place.district.record.inferred)


def guided(portal: Portal) -> list[Place]:
    """The places with a guide of their own; a merged district has that of its successor."""
    return [p for p in portal.places.values() if p.id != NATION and not is_merged(p)]


def guide_address(portal: Portal, place: Place) -> str:
    """The page that says whom to call at a place."""
    return f"/vid-oro/{heir(portal, place).id}/"


def place_address(portal: Portal, place: Place) -> str:
    """The page of a place, or of the one that it has gone up in."""
    return f"/planer/{heir(portal, place).id}/"


def is_earlier(place: Place, plan: Plan) -> bool:
    """Whether a plan is history: replaced, not the newest of its place, or of a merged district."""
    return plan.state == "replaced" or plan.year != place.years[0] or is_merged(place)


def plan_address(place: Place, year: int) -> str:
    """The page of a place's plan: the newest stands on the place's own, earlier ones below it.

    All plans of a merged district are earlier ones: its own page leads to its successor's.
    """
    own = year == place.years[0] and not is_merged(place)
    return f"/planer/{place.id}/" + ("" if own else f"{year}/")


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
