"""An activity belongs to an area that its plan announces and that the page shows."""

from collections.abc import Iterator, Mapping
from typing import Any

from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """En aktivitet hör till ett område som planen nämner och som sidan visar.

    Godkänns: `area: forebyggande` i en plan vars `areas` har området.
    Stoppas: samma rad i en plan vars `areas` saknar det, eller ett område som inget avsnitt visar.
    """
    for place in portal.places.values():
        home = portal.places[place.id.partition("/")[0]].municipality
        if home is None:
            continue
        known = portal.known("area", place.id)
        shown = {section.area for section in home.record.structure}
        for entry in place.plans.values():
            for index, activity in enumerate(entry.record.activities):
                if _exists(activity.area, known) and activity.area not in entry.record.areas:
                    message = (
                        f'Planen räknar inte upp området "{activity.area}". '
                        'Lägg till det under "areas".'
                    )
                    yield entry.problem(("activities", index, "area"), message)
            for index, area in enumerate(entry.record.areas):
                if _exists(area, known) and area not in shown:
                    message = (
                        f'Inget avsnitt visar området "{area}". '
                        f'Ge ett avsnitt i kommunens struktur raden "area: {area}".'
                    )
                    yield entry.problem(("areas", index), message)


def _exists(area: str, known: Mapping[str, Any] | None) -> bool:
    """Whether an area is one of the municipality's; if not, the rule on references says so."""
    return known is None or area in known
