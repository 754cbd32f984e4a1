"""The steps of a routine: whom to call, what to say and not, and where each leads on."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.routine import Choice, LegalNote, Situation, Step
from macros.portal import Portal
from macros.views import wording
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
class Shown:
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


def view(shown: Shown, step: Step) -> StepRow:
    """One step as it is shown."""
    number = shown.order[step.id]
    lists = (
        ("I samtalet", step.say),
        ("Tänk på", step.avoid),
        ("Skriftligt", step.write_down),
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


def _choice(shown: Shown, choice: Choice) -> ChoiceRow:
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
