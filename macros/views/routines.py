"""Routines: when each holds, its steps, what happens afterwards, and what is not clear."""

from dataclasses import dataclass

from macros.model.resource import Resources
from macros.portal import NATION, Place, Portal
from macros.views import contacts, fallback, resources, sources, steps
from macros.views.fallback import FallbackRow
from macros.views.steps import Shown, StepRow


@dataclass(frozen=True)
class RoutineRow:
    """One routine as it holds at a place; `address` is its own page."""

    title: str
    address: str
    trigger: str
    ask_place: str | None
    steps: tuple[StepRow, ...]
    afterwards: str | None
    uncertain: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RoutinePage:
    """A routine on its own page.

    Attributes:
        place: Where its numbers hold.
        fallback: Whom to call where nobody answers.
    """

    place: str
    routine: RoutineRow
    fallback: tuple[FallbackRow, ...]


def address(place: Place, name: str) -> str:
    """The address of a routine's page."""
    return f"/rutiner/{place.folder}/{name}/"


def row(portal: Portal, home: Place, name: str, here: str, answer: str | None = None) -> RoutineRow:
    """A routine of one place as it is shown at another, with that place's own numbers.

    Args:
        portal: All the data.
        home: The place that the routine belongs to.
        name: Its name there.
        here: The id of the place whose contacts hold.
        answer: The anchor of the answer in a guide that it stands in; None on a page of its own.
    """
    routine = home.routines[name].record
    scope = contacts.contact_list(portal, here)
    own_guide = f"/vid-oro/{here}/" if here else None
    shown = Shown(
        portal=portal,
        cards={card.id: card for card in (*scope.near, *scope.acute, *scope.national)},
        forms={
            resource.id: (
                resource.title,
                resource.page or f"/material/#{resources.anchor(place.id, resource.id)}",
            )
            for place in reversed(portal.chain(here))
            if (record := place.record(Resources))
            for resource in record.resources
        },
        order={step.id: index for index, step in enumerate(routine.steps, 1)},
        prefix=answer or "steg",
        guide="" if answer else own_guide,
    )
    return RoutineRow(
        title=routine.title,
        address=address(home, name),
        trigger=routine.trigger,
        ask_place=routine.ask_place,
        steps=tuple(steps.view(shown, step) for step in routine.steps),
        afterwards=routine.afterwards,
        uncertain=routine.uncertain,
        sources=sources.named(portal, routine.sources),
    )


def view(portal: Portal, routine_id: str) -> RoutinePage:
    """A routine on its own page."""
    home, _ = portal.routine(routine_id)
    name = routine_id.rpartition("/")[2]
    place = "hela landet" if home.id == NATION else home.title
    return RoutinePage(place, row(portal, home, name, home.id), fallback.view(portal, home.id))


def listed(portal: Portal) -> list[tuple[str, tuple[RoutineRow, ...]]]:
    """The routines of each place that has any, the nation's first."""
    return [
        (
            place.title,
            tuple(row(portal, place, name, place.id) for name in place.routines),
        )
        for place in portal.places.values()
        if place.routines
    ]
