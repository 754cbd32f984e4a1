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
