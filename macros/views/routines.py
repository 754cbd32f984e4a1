"""Routines as steps: what to do, whom to call, what no source says, and what law is touched."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.resource import Resources
from macros.model.routine import Choice, LegalNote, Routine, Situation, Step
from macros.portal import NATION, Place, Portal
from macros.views import contacts, resources, sources, wording
from macros.views.contact_card import Card

SITUATIONS: dict[Situation, tuple[str, str]] = {
    "danger": ("fara", "Någon är i fara nu"),
    "child": ("barn", "Ett barn eller en ungdom under 18 år"),
    "adult": ("vuxen", "En vuxen"),
    "leaving": ("lamna", "Någon som vill lämna en miljö"),
    "relative": ("anhorig", "En anhörig som behöver stöd"),
    "threatened": ("hotad", "Jag eller en kollega är hotad"),
    "colleague": ("kollega", "Jag är orolig för en kollega"),
    "graffiti": ("klotter", "Klotter, klistermärken eller flygblad"),
    "school": ("skola", "Något på en skola"),
    "demonstration": ("demonstration", "En demonstration"),
    "advice": ("rad", "Jag vill ha råd i mitt yrke"),
}
"""The anchor of each situation and the words that the reader chooses."""


@dataclass(frozen=True)
class NumberRow:
    """A contact to call at a step: when it holds, and its card."""

    when: str | None
    card: Card


@dataclass(frozen=True)
class ChoiceRow:
    """Where a step leads on to when something holds.

    Attributes:
        to: What it leads to, in words: a step, another situation, or all guides.
        number: That of the step; None where it leads to another situation.
    """

    when: str
    to: str
    number: int | None
    address: str


@dataclass(frozen=True)
class StepRow:
    """One step.

    Attributes:
        id: Its anchor on the page.
        lists: Heading and lines of what to say, to avoid and to write down.
        forms: Words and address of each form or system.
        law: What the source says on law, and the hedge.
    """

    id: str
    number: int
    text: str
    numbers: tuple[NumberRow, ...]
    missing: str | None
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    forms: tuple[tuple[str, str], ...]
    law: tuple[str, str] | None
    next: tuple[ChoiceRow, ...]
    last: bool


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
    """A routine on its own page; `place` is where its numbers hold."""

    place: str
    routine: RoutineRow


def address(place: Place, name: str) -> str:
    """The address of a routine's page."""
    return f"/rutiner/{place.id or 'national'}/{name}/"


@dataclass(frozen=True)
class _Shown:
    """What the steps of a routine refer to, as seen from where the routine is shown.

    Attributes:
        order: The number of each step by its id.
        prefix: What the anchors of the steps begin with.
        guide: What the address of an answer begins with; None where the place is not known.
    """

    portal: Portal
    cards: Mapping[str, Card]
    forms: Mapping[str, tuple[str, str]]
    order: Mapping[str, int]
    prefix: str
    guide: str | None


def row(portal: Portal, home: Place, name: str, here: str, answer: str | None = None) -> RoutineRow:
    """A routine of one place as it is shown at another, with that place's own numbers.

    Args:
        portal: All the data.
        home: The place that the routine belongs to.
        name: Its name there.
        here: The id of the place whose contacts hold.
        answer: The anchor of the answer in a guide that it stands in; None on a page of its own.
    """
    routine: Routine = home.routines[name].record
    scope = contacts.contact_list(portal, here)
    own_guide = f"/vid-oro/{here}/" if here else None
    shown = _Shown(
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
        steps=tuple(_step(shown, step) for step in routine.steps),
        afterwards=routine.afterwards,
        uncertain=routine.uncertain,
        sources=sources.named(portal, routine.sources),
    )


def view(portal: Portal, routine_id: str) -> RoutinePage:
    """A routine on its own page."""
    home, _ = portal.routine(routine_id)
    name = routine_id.rpartition("/")[2]
    place = "hela landet" if home.id == NATION else home.title
    return RoutinePage(place, row(portal, home, name, home.id))


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


def _step(shown: _Shown, step: Step) -> StepRow:
    number = shown.order[step.id]
    lists = (
        ("Säg", step.say),
        ("Tänk på", step.avoid),
        ("Skriv ned", step.write_down),
    )
    return StepRow(
        id=f"{shown.prefix}-{number}",
        number=number,
        text=step.text,
        numbers=tuple(NumberRow(use.when, shown.cards[use.contact]) for use in step.contacts),
        missing=step.missing,
        lists=tuple((label, lines) for label, lines in lists if lines),
        forms=tuple(shown.forms[form] for form in step.forms),
        law=_law(shown.portal, step.law) if step.law else None,
        next=tuple(_choice(shown, choice) for choice in step.next),
        last=step.last,
    )


def _choice(shown: _Shown, choice: Choice) -> ChoiceRow:
    if choice.situation is not None:
        anchor, title = SITUATIONS[choice.situation]
        if shown.guide is None:
            return ChoiceRow(choice.when, "guiden och välj plats", None, "/vid-oro/")
        return ChoiceRow(choice.when, f"”{title}”", None, f"{shown.guide}#{anchor}")
    # The checks have seen to it that it leads to the one or the other.
    number = shown.order[str(choice.to)]
    return ChoiceRow(choice.when, f"steg {number}", number, f"#{shown.prefix}-{number}")


def _law(portal: Portal, note: LegalNote) -> tuple[str, str]:
    document = portal.document(note.source)
    if note.reviewed:
        who = f"{wording.day(note.reviewed.date)} av {note.reviewed.role}"
        return note.text, f"Så skriver {document.short} ({document.owner}). Granskat {who}."
    return note.text, f"Så skriver {document.short} ({document.owner}). {wording.LAW_HAS_CHANGED}"
