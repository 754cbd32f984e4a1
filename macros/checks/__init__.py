"""The rules that look across files: one module a rule, each a generator of problems.

A rule never prints, never raises for bad data and never stops at the first problem. Its docstring
is its part of the field reference (docs/falt.md), and so in Swedish: the rule, what passes
(`Godkänns:`), what fails (`Stoppas:`), and what it only gives advice on, and why (`Råd:`). A rule
is a function `check`; one that depends on the day is called `check_on` and is told the day, so
that tests are as true tomorrow.
"""

import datetime as dt
import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace

from macros.model.identity import without_identity_numbers
from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem

_AHEAD = dt.timedelta(hours=2)
"""How far Swedish clocks are ahead of UTC, at most: a machine that builds may be set to either."""


def run(portal: Portal, pages: Pages, today: dt.date | None = None) -> list[Problem]:
    """Every problem of the data and the pages, in the order of files and lines.

    Args:
        portal: The data.
        pages: The pages and shared texts.
        today: The day of the check; the real one if left out.
    """
    day = today or (dt.datetime.now(dt.UTC) + _AHEAD).date()
    problems = {*portal.problems, *pages.problems, *_all_rules(portal, pages, day)}
    # Any rule may repeat what is written, and a log is read by more people than the file.
    return sorted(replace(p, message=without_identity_numbers(p.message)) for p in problems)


def _all_rules(portal: Portal, pages: Pages, today: dt.date) -> Iterator[Problem]:
    for found in pkgutil.iter_modules(__path__):
        rule = importlib.import_module(f"{__name__}.{found.name}")
        if hasattr(rule, "check_on"):
            yield from rule.check_on(portal, pages, today)
        else:
            yield from rule.check(portal, pages)
