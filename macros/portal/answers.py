"""Which routines answer a situation at a place: those of the nearest scope that has any."""

from macros.model.routine import Routine, Situation
from macros.portal.graph import Place, Portal
from macros.reading import Entry

Answer = tuple[Place, str, Entry[Routine]]


def answers(portal: Portal, place_id: str, situation: Situation) -> list[Answer]:
    """The routines that hold for a situation, each with its place and name, by name."""
    for place in portal.chain(place_id):
        found = [
            (place, name, entry)
            for name, entry in place.routines.items()
            if situation in entry.record.situations
        ]
        if found:
            return found
    return []


def first_contact(portal: Portal, place_id: str, routine: Routine) -> str | None:
    """The id of the contact that a routine names first, or None where it names none.

    Each routine begins with 112 in case of danger, so that number answers for danger alone.
    """
    known = portal.known("contact", place_id) or {}
    named = [use.contact for step in routine.steps for use in step.contacts]
    if set(routine.situations) != {"danger"}:
        named = [i for i in named if i not in known or known[i].kind != "emergency"]
    return next(iter(named), None)
