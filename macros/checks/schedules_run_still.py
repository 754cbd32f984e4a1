"""The schedules of a plan that holds today have not run out."""

import datetime as dt
from collections.abc import Iterator

from macros.model.plan import Activity, InRange, InTerm, InYear, OnDate
from macros.pages import Pages
from macros.portal import Place, Portal
from macros.portal.succession import is_earlier
from macros.problems import Problem


def check_on(
    portal: Portal,
    pages: Pages,  # noqa: ARG001 - all rules look alike
    today: dt.date,
) -> Iterator[Problem]:
    """Ingen aktivitet i platsens nyaste plan skulle ha varit klar en dag som har gått.

    Varje plan ger ett enda råd. Tidigare planer är historia, och det som är uppföljt för året då
    tidplanen gick ut, eller senare, är besvarat.

    Godkänns: `schedule: {kind: ongoing, …}`; år 2022, `schedule: {kind: year, year: 2022, …}`.
    Råd: det senare från 2023, i en plan som inget har ersatt. Nämnden behöver göra en ny plan.
    """
    for place in portal.places.values():
        for entry in place.plans.values():
            plan = entry.record
            if is_earlier(place, plan):
                continue
            ends = [(end, index) for index, a in enumerate(plan.activities) if (end := end_of(a))]
            ended = [
                (end, index)
                for end, index in ends
                if end < today
                if not _is_followed_up(place, plan.activities[index].id, end.year)
            ]
            if ended:
                latest, first = max(ended)[0], min(index for _, index in ended)
                message = (
                    f"Tidplanen har gått ut för {len(ended)} av {len(plan.activities)} "
                    f"aktiviteter, den sista {latest}. "
                    "Fråga vad som blev gjort, och när nästa plan kommer."
                )
                yield entry.advice(("activities", first, "schedule", "as_written"), message)


def _is_followed_up(place: Place, activity: str, year: int) -> bool:
    """Whether somebody has said what became of an activity in a year, or later."""
    return any(
        outcome.activity == activity
        for when, entry in place.follow_ups.items()
        if when >= year
        for outcome in entry.record.activities
    )


def end_of(activity: Activity) -> dt.date | None:
    """The last day of an activity's schedule; None where it goes on."""
    schedule = activity.schedule
    if isinstance(schedule, InYear):
        return dt.date(schedule.year, 12, 31)
    if isinstance(schedule, InRange):
        return dt.date(schedule.last, 12, 31)
    if isinstance(schedule, InTerm):
        return dt.date(schedule.year, *((6, 30) if schedule.term == "spring" else (12, 31)))
    return schedule.date if isinstance(schedule, OnDate) else None
