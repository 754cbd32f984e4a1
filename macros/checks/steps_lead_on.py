"""A routine's steps lead somewhere, never round in a circle, and each is reached."""

from collections.abc import Iterator, Mapping

from macros.model.routine import Routine
from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem, suggestion
from macros.reading import Entry


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Each choice leads to a later step or to another situation; without choices the next follows.

    Later in the file, so that the list can be read from the top and no circle can be written. The
    routine ends at a step with `last: true`, or where every choice leads to another situation.

    Passes: `next: [{when: Läget är inte akut, to: ring-polisen}]` where that step comes later;
    `next: [{when: Det gäller ett barn, situation: child}]` at a last step.
    Fails: `to: ring-polis`; a step that leads back; a choice with neither `to` nor `situation`; a
    step after `last: true` that no choice names; a step that nothing follows, without `last: true`.
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
