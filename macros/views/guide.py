"""The guide for whoever is worried: at a place, each situation with what to do first."""

from dataclasses import dataclass
from typing import get_args

from macros.model.routine import Situation
from macros.portal import Portal, succession
from macros.portal.answers import answers
from macros.views import fallback, routines, steps
from macros.views.fallback import FallbackRow
from macros.views.routines import RoutineRow


@dataclass(frozen=True)
class Answer:
    """What to do in one situation; `id` is its anchor."""

    id: str
    title: str
    routines: tuple[RoutineRow, ...]


@dataclass(frozen=True)
class Guide:
    """The guide of one place.

    Attributes:
        place_id: What a device remembers.
        merged: The districts that have gone up in the place, each with how sure that is.
        fallback: Whom to call where nobody answers.
    """

    place: str
    place_id: str
    merged: tuple[str, ...]
    answers: tuple[Answer, ...]
    fallback: tuple[FallbackRow, ...]


def view(portal: Portal, place_id: str) -> Guide:
    """The guide of a place, its situations in the order in which they are asked."""
    place = portal.place(place_id)
    return Guide(
        place=place.title,
        place_id=place_id,
        merged=tuple(
            f"{other.title}{' (slutsats)' if succession.is_inferred(other) else ''}"
            for other in succession.merged(portal, place)
        ),
        answers=tuple(_answer(portal, place_id, situation) for situation in get_args(Situation)),
        fallback=fallback.view(portal, place_id),
    )


def gaps(portal: Portal) -> dict[str, int]:
    """For each place with a guide, how many situations have no number of their own to call."""
    return {
        place.title: count
        for place in succession.guided(portal)
        if (count := _gaps(portal, place.id))
    }


def _gaps(portal: Portal, place_id: str) -> int:
    return sum(
        any(step.missing for _, _, entry in found for step in entry.record.steps)
        for situation in get_args(Situation)
        if (found := answers(portal, place_id, situation))
    )


def _answer(portal: Portal, place_id: str, situation: Situation) -> Answer:
    anchor, title = steps.SITUATIONS[situation]
    found = answers(portal, place_id, situation)
    return Answer(
        id=anchor,
        title=title,
        routines=tuple(
            routines.row(portal, home, name, place_id, anchor if index == 1 else f"{anchor}{index}")
            for index, (home, name, _) in enumerate(found, 1)
        ),
    )
