"""Municipalities and districts as lists that lead to their plans and contacts."""

import dataclasses
from dataclasses import dataclass

from macros.model.plan import Decision, Party, Plan
from macros.portal import NATION, Place, Portal, succession
from macros.portal.succession import plan_address
from macros.views import wording


@dataclass(frozen=True)
class PlaceRow:
    """A place that one can choose.

    Attributes:
        plan: Words on its newest plan, or on one that it shares; None where it has neither.
        activities: How many activities that plan has, in words.
        successor: The name of the district that took over, or None.
        is_inferred: Whether no source says that it did.
        districts: The rows of its districts, by name.
    """

    title: str
    plan_url: str
    concern_url: str
    plan: str | None
    activities: str | None
    successor: str | None
    districts: tuple["PlaceRow", ...]
    is_inferred: bool = False


def municipalities(portal: Portal) -> list[PlaceRow]:
    """All municipalities with their districts, by name."""
    return [_row(portal, place) for place in portal.children(NATION) if place.id != NATION]


def below(portal: Portal, municipality_id: str) -> list[PlaceRow]:
    """A municipality's districts, after the plans of others that are its own too."""
    home = portal.place(municipality_id)
    shared = [_shared(home, *found) for found in shared_plans(portal, municipality_id)]
    return [*shared, *(_row(portal, place) for place in portal.children(municipality_id))]


def shared_plans(portal: Portal, municipality_id: str) -> list[tuple[Place, Plan, Party]]:
    """The plans of others that are a municipality's too, each with its owner, the newest first."""
    found = [
        (place, entry.record, party)
        for place in portal.places.values()
        for entry in place.plans.values()
        for party in entry.record.shared_with
        if party.municipality == municipality_id
    ]
    return sorted(found, key=lambda shared: -shared[1].year)


def _row(portal: Portal, place: Place) -> PlaceRow:
    districts = tuple(_row(portal, child) for child in portal.children(place.id))
    if not place.years and (shared := shared_plans(portal, place.id)):
        return dataclasses.replace(_shared(place, *shared[0]), districts=districts)
    newest = place.plans[place.years[0]].record if place.years else None
    heir = succession.heir(portal, place)
    return PlaceRow(
        title=place.title,
        plan_url=plan_address(place, newest.year)
        if newest
        else succession.place_address(portal, place),
        concern_url=succession.guide_address(portal, place),
        plan=f"{_title(newest)}{_standing(newest)}" if newest else None,
        activities=_counted(newest) if newest else None,
        successor=heir.title if heir is not place else None,
        districts=districts,
        is_inferred=succession.is_inferred(place),
    )


def _shared(place: Place, owner: Place, plan: Plan, party: Party) -> PlaceRow:
    """The row of a place that has the plan of another, which leads to the plan where it is."""
    return PlaceRow(
        title=place.title,
        plan_url=plan_address(owner, plan.year),
        concern_url=f"/vid-oro/{place.id}/",
        plan=f"{_title(plan)}, gemensam med {owner.title}{_decided(party)}",
        activities=_counted(plan),
        successor=None,
        districts=(),
    )


def _title(plan: Plan) -> str:
    return f"Plan {wording.years(plan.valid) or plan.year}"


def _standing(plan: Plan) -> str:
    return ", utkast" if plan.is_draft else _decided(plan.decision)


def _decided(decision: Decision | Party | None) -> str:
    return f", beslutad {wording.day(decision.date)}" if decision and decision.date else ""


def _counted(plan: Plan) -> str:
    """`2 aktiviteter`; a plan of mere proposals has no activities yet."""
    count = len(plan.activities)
    if count and all(activity.commitment == "forslag" for activity in plan.activities):
        return f"{count} förslag"
    return "1 aktivitet" if count == 1 else f"{count or 'inga'} aktiviteter"
