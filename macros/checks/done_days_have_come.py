"""Nothing is said to have been checked or reviewed on a day that is still to come."""

import datetime as dt
from collections.abc import Iterator

from macros.model.fields import marked
from macros.model.types import Done
from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem


def check_on(
    portal: Portal,
    pages: Pages,  # noqa: ARG001 - all rules look alike
    today: dt.date,
) -> Iterator[Problem]:
    """The day of a check or a review has come: a number cannot have been called tomorrow.

    Passes: `verified: {date: 2026-11-20, …}` on that day or later.
    Fails: `date: 2062-11-20`, a slip of the keys, which would also put off the warning of an old
    check by 36 years.
    """
    for _, entry in portal.entries():
        for path, _, day in marked(entry.record, _done):
            if day > today:
                message = f"Datumet {day} har inte varit än. Skriv dagen då det gjordes."
                yield entry.problem(path, message)


def _done(mark: object) -> Done | None:
    return mark if isinstance(mark, Done) else None
