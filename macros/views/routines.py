"""Routines as steps: what to do, whom to call, what no source says, and what law is touched."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.resource import Resources
from macros.model.routine import LegalNote, Routine, Step
from macros.portal import NATION, Place, Portal
from macros.views import contacts, resources, sources, wording
from macros.views.contact_card import Card


@dataclass(frozen=True)
class NumberRow:
    """A contact to call at a step: when it holds, and its card."""

    when: str | None
    card: Card


@dataclass(frozen=True)
class StepRow:
    """One step.

    Attributes:
        id: Its anchor on the page.
        lists: Heading and lines of what to say, to avoid and to write down.
        forms: Words and address of each form or system.
        law: What the source says on law, and the hedge.
        next: When it leads on, and the number and anchor of the step.
    """

    id: str
    number: int
    text: str
    numbers: tuple[NumberRow, ...]
    missing: str | None
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    forms: tuple[tuple[str, str], ...]
    law: tuple[str, str] | None
    next: tuple[tuple[str, int, str], ...]
    last: bool


@dataclass(frozen=True)
class RoutineRow:
    """One routine as it holds at a place; `address` is its own page."""

    title: str
    address: str
    scope: str
    is_national: bool
    trigger: str
    ask_place: str | None
    steps: tuple[StepRow, ...]
    afterwards: str | None
    uncertain: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]


def address(place: Place, name: str) -> str:
    """The address of a routine's page."""
    return f"/rutiner/{place.id or 'national'}/{name}/"


def row(portal: Portal, home: Place, name: str, here: str, prefix: str) -> RoutineRow:
    """A routine of one place as it is shown at another, with that place's own numbers.

    Args:
        portal: All the data.
        home: The place that the routine belongs to.
        name: Its name there.
        here: The id of the place whose contacts hold.
        prefix: What the anchors of its steps begin with.
    """
    routine: Routine = home.routines[name].record
    scope = contacts.contact_list(portal, here)
    cards = {card.id: card for card in (*scope.near, *scope.acute, *scope.national)}
    forms = {
        resource.id: (
            resource.title,
            resource.page or f"/material/#{resources.anchor(place.id, resource.id)}",
        )
        for place in reversed(portal.chain(here))
        if (record := place.record(Resources))
        for resource in record.resources
    }
    order = {step.id: index for index, step in enumerate(routine.steps, 1)}
    return RoutineRow(
        title=routine.title,
        address=address(home, name),
        scope=home.title,
        is_national=home.id == NATION,
        trigger=routine.trigger,
        ask_place=routine.ask_place,
        steps=tuple(_step(portal, step, order, cards, forms, prefix) for step in routine.steps),
        afterwards=routine.afterwards,
        uncertain=routine.uncertain,
        sources=sources.named(portal, routine.sources),
    )


def view(portal: Portal, routine_id: str) -> RoutineRow:
    """A routine on its own page."""
    home, _ = portal.routine(routine_id)
    name = routine_id.rpartition("/")[2]
    return row(portal, home, name, home.id, "steg")


def listed(portal: Portal) -> list[tuple[str, tuple[RoutineRow, ...]]]:
    """The routines of each place that has any, the nation's first."""
    return [
        (
            place.title,
            tuple(row(portal, place, name, place.id, "steg") for name in place.routines),
        )
        for place in portal.places.values()
        if place.routines
    ]


def _step(  # noqa: PLR0913, PLR0917 - what one step refers to
    portal: Portal,
    step: Step,
    order: Mapping[str, int],
    cards: Mapping[str, Card],
    forms: Mapping[str, tuple[str, str]],
    prefix: str,
) -> StepRow:
    lists = (
        ("Säg", step.say),
        ("Tänk på", step.avoid),
        ("Skriv ned", step.write_down),
    )
    return StepRow(
        id=f"{prefix}-{order[step.id]}",
        number=order[step.id],
        text=step.text,
        numbers=tuple(NumberRow(use.when, cards[use.contact]) for use in step.contacts),
        missing=step.missing,
        lists=tuple((label, lines) for label, lines in lists if lines),
        forms=tuple(forms[form] for form in step.forms),
        law=_law(portal, step.law) if step.law else None,
        next=tuple(
            (choice.when, order[choice.to], f"#{prefix}-{order[choice.to]}") for choice in step.next
        ),
        last=step.last,
    )


def _law(portal: Portal, note: LegalNote) -> tuple[str, str]:
    document = portal.document(note.source)
    if note.reviewed:
        who = f"{wording.day(note.reviewed.date)} av {note.reviewed.role}"
        return note.text, f"Så skriver {document.short} ({document.owner}). Granskat {who}."
    return note.text, f"Så skriver {document.short} ({document.owner}). {wording.LAW_HAS_CHANGED}"
