"""A routine's steps lead somewhere, never round in a circle, and each is reached."""

from collections.abc import Iterator

from macros.model.routine import Routine
from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem, suggestion
from macros.reading import Entry


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Each choice leads to a later step; a step without choices leads to the one after it.

    Later in the file, so that the list can be read from the top and no circle can be written.

    Passes: `next: [{when: Läget är inte akut, to: ring-polisen}]` where that step comes later.
    Fails: `to: ring-polis`; a step that leads back; a step after `last: true` that no choice names.
    """
    for place in portal.places.values():
        for entry in place.routines.values():
            yield from _steps(entry)


def _steps(entry: Entry[Routine]) -> Iterator[Problem]:
    steps = entry.record.steps
    order = {step.id: index for index, step in enumerate(steps)}
    reached = {0}
    for index, step in enumerate(steps):
        for number, choice in enumerate(step.next):
            here = ("steps", index, "next", number, "to")
            if choice.to not in order:
                hint = suggestion(choice.to, order) or " Skriv id för ett steg i rutinen."
                yield entry.problem(here, f'Steget "{choice.to}" finns inte.{hint}')
            elif order[choice.to] <= index:
                message = "Steget leder bakåt, så att rutinen går runt. Ange ett senare steg."
                yield entry.problem(here, message)
            else:
                reached.add(order[choice.to])
        if step.next and step.last:
            message = 'Ett sista steg leder inte vidare. Ta bort "next" eller "last".'
            yield entry.problem(("steps", index, "last"), message)
        if not step.next and not step.last:
            reached.add(index + 1)
    for index, step in enumerate(steps):
        if index not in reached:
            message = f'Inget steg leder till "{step.id}". Led dit med "next", eller ta bort det.'
            yield entry.problem(("steps", index, "id"), message)
