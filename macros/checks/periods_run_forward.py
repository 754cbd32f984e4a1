"""What begins ends later."""

from collections.abc import Iterator
from datetime import date

from macros.model.plan import InRange
from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Det som börjar slutar senare, och filen heter planens årtal.

    Godkänns: `valid: {from: 2016, until: 2018}`.
    Stoppas: `valid: {from: 2018, until: 2016}`; `year: 2021` i 2022.yml.
    """
    for place in portal.places.values():
        for year, entry in place.plans.items():
            plan = entry.record
            if plan.year != year:
                message = f"Filen heter {year}.yml men planens år är {plan.year}. Ändra det ena."
                yield entry.problem(("year",), message)
            if plan.valid and plan.valid.until and _last(plan.valid.until) < _day(plan.valid.start):
                message = 'Planen slutar gälla innan den börjar. Rätta "from" eller "until".'
                yield entry.problem(("valid", "until"), message)
            for index, activity in enumerate(plan.activities):
                schedule = activity.schedule
                if isinstance(schedule, InRange) and schedule.last < schedule.first:
                    message = 'Tidplanen slutar innan den börjar. Rätta "first" eller "last".'
                    yield entry.problem(("activities", index, "schedule", "last"), message)


def _last(moment: date | int) -> date:
    return date(moment, 12, 31) if isinstance(moment, int) else moment


def _day(moment: date | int) -> date:
    return date(moment, 1, 1) if isinstance(moment, int) else moment
