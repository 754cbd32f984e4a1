"""The schedules of a plan that holds today have not run out."""

import datetime as dt
from collections.abc import Iterator

from macros.model.plan import Activity, InRange, InTerm, InYear, OnDate
from macros.pages import Pages
from macros.portal import Portal
from macros.portal.succession import is_earlier
from macros.problems import Problem


def check_on(
    portal: Portal,
    pages: Pages,  # noqa: ARG001 - all rules look alike
    today: dt.date,
) -> Iterator[Problem]:
    """No activity of a place's latest plan was to be done by a day that has passed.

    One piece of advice a plan, however many its activities: the cure is one, a new plan. An earlier
    plan is history.

    Only advice: a decided plan is not changed because time goes by, and it is the committee that
    makes a new one.

    Passes: `schedule: {kind: ongoing, …}`; in 2022, `schedule: {kind: year, year: 2022, …}`.
    Fails: the latter from 2023, in a plan that nothing has followed.
    """
    for place in portal.places.values():
        for entry in place.plans.values():
            plan = entry.record
            if is_earlier(place, plan):
                continue
            ends = [(end, index) for index, a in enumerate(plan.activities) if (end := _end(a))]
            ended = [(end, index) for end, index in ends if end < today]
            if ended:
                latest, first = max(ended)[0], min(index for _, index in ended)
                message = (
                    f"Tidplanen har gått ut för {len(ended)} av {len(plan.activities)} "
                    f"aktiviteter, den sista {latest}. "
                    "Fråga vad som blev gjort, och när nästa plan kommer."
                )
                yield entry.advice(("activities", first, "schedule", "as_written"), message)


def _end(activity: Activity) -> dt.date | None:
    """The last day of an activity's schedule; None where it goes on."""
    schedule = activity.schedule
    if isinstance(schedule, InYear):
        return dt.date(schedule.year, 12, 31)
    if isinstance(schedule, InRange):
        return dt.date(schedule.last, 12, 31)
    if isinstance(schedule, InTerm):
        return dt.date(schedule.year, *((6, 30) if schedule.term == "spring" else (12, 31)))
    return schedule.date if isinstance(schedule, OnDate) else None
