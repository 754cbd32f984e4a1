"""An activity that goes on from an earlier plan is in that plan under the same id."""

from collections.abc import Iterator

from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem, suggestion


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """En aktivitet med `carried_from` finns i den tidigare planen, med samma id.

    Godkänns: `id: skolprogram` med `carried_from: exempel/nord/2020`, där den planen har
    aktiviteten.
    Stoppas: samma rader där den planen saknar aktiviteten, eller inte är tidigare.
    """
    plans = {
        f"{place.id}/{year}": entry.record
        for place in portal.places.values()
        for year, entry in place.plans.items()
    }
    for place in portal.places.values():
        for entry in place.plans.values():
            for index, activity in enumerate(entry.record.activities):
                earlier = plans.get(activity.carried_from or "")
                if earlier is None:
                    continue
                ids = {other.id for other in earlier.activities}
                if activity.id not in ids:
                    hint = (
                        suggestion(activity.id, ids)
                        or " Aktiviteten ska ha samma id i båda planerna."
                    )
                    message = (
                        f'Planen {activity.carried_from} har ingen aktivitet "{activity.id}".{hint}'
                    )
                    yield entry.problem(("activities", index, "carried_from"), message)
                elif earlier.year >= entry.record.year:
                    message = (
                        f"Planen {activity.carried_from} är inte tidigare än den här. Rätta id:t."
                    )
                    yield entry.problem(("activities", index, "carried_from"), message)
