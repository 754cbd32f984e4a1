"""Nobody who follows the choices from one situation to another comes back to where they began."""

from collections.abc import Iterator, Mapping
from typing import get_args

from macros.model.routine import Routine, Situation
from macros.pages import Pages
from macros.portal import Portal
from macros.portal.answers import answers
from macros.problems import Problem
from macros.reading import Entry

_Choice = tuple[Entry[Routine], tuple[str | int, ...], Situation]
"""A choice that leads to another situation: its routine, where it stands, and the situation."""


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Den som följer valen från en situation till en annan kommer inte tillbaka.

    Godkänns: `situation: child` i rutinen som svarar på `school`.
    Stoppas: samma val när rutinen för `child` har `situation: school`; `situation: child` i rutinen
    för `child`.
    """
    for place in portal.places.values():
        ways = {one: list(_choices(portal, place.id, one)) for one in get_args(Situation)}
        for situation, choices in ways.items():
            for entry, path, target in choices:
                if situation in _reached(target, ways):
                    message = (
                        f'Valet leder runt: svaret på "{target}" leder tillbaka hit. '
                        "Ta bort ett av valen."
                    )
                    yield entry.problem(path, message)


def _choices(portal: Portal, place_id: str, situation: Situation) -> Iterator[_Choice]:
    for _, _, entry in answers(portal, place_id, situation):
        for index, step in enumerate(entry.record.steps):
            for number, choice in enumerate(step.next):
                if choice.situation is not None:
                    path = ("steps", index, "next", number, "situation")
                    yield entry, path, choice.situation


def _reached(start: Situation, ways: Mapping[Situation, list[_Choice]]) -> set[Situation]:
    """The situation itself, and all that its choices lead to."""
    found = {start}
    waiting = [start]
    while waiting:
        new = {target for _, _, target in ways[waiting.pop()]} - found
        found |= new
        waiting += new
    return found
