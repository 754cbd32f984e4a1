"""Municipalities and districts as lists that lead to their plans and contacts."""

from dataclasses import dataclass

from macros.portal import NATION, Place, Portal
from macros.views import wording


@dataclass(frozen=True)
class PlaceRow:
    """A place that one can choose.

    Attributes:
        plan: Words on its newest plan, or None where it has none of its own.
        successor: The name of the district that took over, or None.
        districts: The rows of its districts, by name.
    """

    title: str
    plan_url: str
    concern_url: str
    plan: str | None
    activities: int
    successor: str | None
    districts: tuple["PlaceRow", ...]


def municipalities(portal: Portal) -> list[PlaceRow]:
    """All municipalities with their districts, by name."""
    return [_row(portal, place) for place in portal.children(NATION) if place.id != NATION]


def municipality(portal: Portal, municipality_id: str) -> PlaceRow:
    """One municipality with its districts."""
    return _row(portal, portal.place(municipality_id))


def _row(portal: Portal, place: Place) -> PlaceRow:
    newest = place.plans[place.years[0]].record if place.years else None
    district = place.district.record if place.district else None
    home = place.id.rpartition("/")[0]
    decided = newest.decision.date if newest and newest.decision else None
    words = f"Plan {newest.year}" if newest else None
    return PlaceRow(
        title=place.title,
        plan_url=f"/planer/{place.id}/",
        concern_url=f"/vid-oro/{place.id}/",
        plan=f"{words}, beslutad {wording.day(decided)}" if decided else words,
        activities=len(newest.activities) if newest else 0,
        successor=portal.place(f"{home}/{district.successor}").title
        if district and district.successor
        else None,
        districts=tuple(_row(portal, child) for child in portal.children(place.id)),
    )
