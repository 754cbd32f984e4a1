"""A routine's steps lead somewhere, never round in a circle, and each is reached."""

from collections.abc import Iterator, Mapping

from macros.model.routine import Routine
from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem, suggestion
from macros.reading import Entry


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """En rutins steg leder framåt, aldrig runt, och alla steg nås.

    Ett val leder till ett senare steg i filen eller till en annan situation. Utan val följer nästa
    steg. Rutinen slutar vid ett steg med `last: true`, eller där alla val leder till andra
    situationer.

    Godkänns: `next: [{when: Läget är inte akut, to: ring-polisen}]` där det steget kommer senare;
    `next: [{when: Det gäller ett barn, situation: child}]` vid ett sista steg.
    Stoppas: ett steg som inte finns; ett steg som leder tillbaka; ett val med varken `to` eller
    `situation`; ett steg efter `last: true` som inget val nämner; ett sista steg utan `last: true`.
    """
    for place in portal.places.values():
        for entry in place.routines.values():
            yield from _steps(entry)


def _steps(entry: Entry[Routine]) -> Iterator[Problem]:
    steps = entry.record.steps
    order = {step.id: index for index, step in enumerate(steps)}
    reached = {0}
    for index, step in enumerate(steps):
        yield from _choices(entry, index, order)
        if step.last and any(choice.to for choice in step.next):
            message = 'Ett sista steg leder inte till ett annat steg. Ta bort valet eller "last".'
            yield entry.problem(("steps", index, "last"), message)
        reached |= {i for choice in step.next if (i := order.get(choice.to or "", 0)) > index}
        if not step.next and not step.last:
            reached.add(index + 1)
    for index, step in enumerate(steps):
        if index not in reached:
            message = f'Inget steg leder till "{step.id}". Led dit med "next", eller ta bort det.'
            yield entry.problem(("steps", index, "id"), message)
    if len(steps) in reached:
        message = 'Inget steg följer. Skriv "last: true" om rutinen slutar här.'
        yield entry.problem(("steps", len(steps) - 1, "id"), message)


def _choices(entry: Entry[Routine], index: int, order: Mapping[str, int]) -> Iterator[Problem]:
    for number, choice in enumerate(entry.record.steps[index].next):
        here = ("steps", index, "next", number)
        if (choice.to is None) == (choice.situation is None):
            message = 'Ett val leder till ett enda ställe. Skriv "to" eller "situation".'
            yield entry.problem(here, message)
        elif choice.to is not None and choice.to not in order:
            hint = suggestion(choice.to, order) or " Skriv id för ett steg i rutinen."
            yield entry.problem((*here, "to"), f'Steget "{choice.to}" finns inte.{hint}')
        elif choice.to is not None and order[choice.to] <= index:
            message = "Steget leder bakåt, så att rutinen går runt. Ange ett senare steg."
            yield entry.problem((*here, "to"), message)
