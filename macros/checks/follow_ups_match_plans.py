"""A follow-up is about an activity that was in a plan in its year, and says one thing about it."""

from collections.abc import Iterator

from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """En uppföljning gäller en aktivitet som fanns det året, och säger en sak om den.

    Godkänns: follow-up/2026.yml med `activity: skolprogram`, som planen för 2022 har.
    Stoppas: samma aktivitet två gånger i filen; follow-up/2021.yml om en plan för 2022.
    """
    for place in portal.places.values():
        first: dict[str, int] = {}
        for year, plan in sorted(place.plans.items()):
            for activity in plan.record.activities:
                first.setdefault(activity.id, year)
        for year, entry in place.follow_ups.items():
            met: dict[str, int] = {}
            for index, outcome in enumerate(entry.record.activities):
                path = ("activities", index, "activity")
                if outcome.activity in met:
                    message = (
                        f"Aktiviteten följs upp redan på rad {met[outcome.activity]}. "
                        "Ta bort det ena."
                    )
                    yield entry.problem(path, message)
                elif year < first.get(outcome.activity, year):
                    message = (
                        f"Aktiviteten finns i planerna först {first[outcome.activity]}. "
                        f"Uppföljningen för {year} kan inte gälla den. "
                        "Rätta id:t eller filens namn."
                    )
                    yield entry.problem(path, message)
                met.setdefault(outcome.activity, entry.line(path))
