"""Nothing is said to have been checked, reviewed or read on a day that is still to come."""

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
    """En kontroll eller granskning är gjord, och en källa läst, en dag som har varit.

    Godkänns: `verified: {date: 2026-11-20, …}` den dagen eller senare.
    Stoppas: `date: 2062-11-20`, ett skrivfel som annars också skulle tysta varningen för en gammal
    kontroll i 36 år.
    """
    for _, entry in portal.entries():
        for path, _, day in marked(entry.record, _done):
            if day > today:
                message = f"Datumet {day} har inte varit än. Skriv dagen då det gjordes."
                yield entry.problem(path, message)


def _done(mark: object) -> Done | None:
    return mark if isinstance(mark, Done) else None
