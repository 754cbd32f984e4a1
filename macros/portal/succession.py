"""Which plans are the latest, and which are history because another has taken over."""

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


def plans(portal: Portal, municipality: str) -> list[tuple[Place, Plan]]:
    """Every plan below a municipality: its own, then its districts' by name, the newest first."""
    places = [portal.place(municipality), *portal.children(municipality)]
    return [(place, entry.record) for place in places for entry in place.plans.values()]
