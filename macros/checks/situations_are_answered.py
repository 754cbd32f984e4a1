"""Whatever a worried reader chooses, the guide of each place has an answer."""

from collections.abc import Iterator
from typing import get_args

from macros.model.routine import Situation
from macros.pages import Pages
from macros.portal import NATION, Portal
from macros.portal.answers import answers, first_contact
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Vad den som är orolig än väljer har platsens guide ett svar.

    Varje situation har en rutin som gäller på platsen, med en kontakt eller ett `missing`. 112
    räknas bara för `danger`. Gäller bara en portal som har rutiner.

    Godkänns: `situations: [child]` i plans/exempel/routines/barn.yml, med `missing` vid steget där
    numret skulle stå.
    Stoppas: en kommun där varken dess egen eller landets rutiner har `child`.
    """
    places = portal.places.values()
    if not any(place.routines for place in places):
        return
    for place in places:
        head = place.municipality or place.district
        if (
            place.id == NATION
            or head is None
            or not all(p.complete for p in portal.chain(place.id))
        ):
            continue
        for situation in get_args(Situation):
            if not answers(portal, place.id, situation):
                message = (
                    f'Ingen rutin svarar på "{situation}" här. Lägg till den i en rutin, '
                    "eller säg i en rutin vad som saknas och vem man frågar."
                )
                yield head.problem((), message)
    for place in places:
        for entry in place.routines.values():
            routine = entry.record
            first = first_contact(portal, place.id, routine)
            if first is None and not any(step.missing for step in routine.steps):
                message = (
                    'Rutinen har varken kontakt utöver 112 eller lucka. Lägg till "contacts" vid '
                    'ett steg, eller "missing" med vem man frågar.'
                )
                yield entry.problem(("steps",), message)
