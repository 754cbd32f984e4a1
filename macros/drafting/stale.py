"""What in a plan was right in its own year and may be wrong in another; the rules say how to tell.

Nothing is judged here that is not judged by a rule too, but for years: a plan names its own time
rightly, and the plan after it should not.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from macros.checks.promises_are_not_past import stale as promises
from macros.checks.references_exist import unknown
from macros.checks.schedules_run_still import end_of
from macros.checks.texts_point_at_something import dangling
from macros.model.plan import Activity, Plan, PlanSection
from macros.portal import Portal
from macros.portal.texts import prose, worded
from macros.problems import Problem
from macros.reading import Entry
from macros.source import Mapping, Sequence
from macros.views import wording

_YEAR = re.compile(r"(?<![\d/–-])(?:19|20)\d\d(?![\d/]|-\d\d)")


def part(entry: Entry[Any], name: str, index: int) -> Entry[Any] | None:
    """One record in a list of a file, as if it stood alone, at its lines."""
    nodes = entry.node.items.get(name)
    node = nodes.items[index] if isinstance(nodes, Sequence) else None
    record = getattr(entry.record, name)[index]
    return Entry(entry.file, record, node) if isinstance(node, Mapping) else None


def in_activity(portal: Portal, place: str, entry: Entry[Activity], year: int) -> list[Problem]:
    """What to look at in an activity that is to stand in the plan of a year."""
    found = [*unknown(portal, place, entry), *_in_texts(entry, year)]
    ended = end_of(entry.record)
    if ended is not None and ended.year < year:
        message = f"Tidplanen gick ut {ended}. Skriv en ny tidplan, eller ta bort aktiviteten."
        found.append(entry.problem(("schedule", "as_written"), message))
    return _as_advice(found)


def in_section(portal: Portal, place: str, entry: Entry[PlanSection], year: int) -> list[Problem]:
    """What to look at in a section of the plan's own that is to stand in the plan of a year."""
    section = entry.record
    found = list(_in_texts(entry, year))
    law = {part.id for part in portal.municipality(place).structure if part.legal_note}
    if section.legal_note or (section.id in law and not section.omitted):
        message = "Texten säger något om lag. Låt en jurist läsa den mot dagens lag." + (
            " Ta bort legal_note när det är gjort." if section.legal_note else ""
        )
        found.append(entry.problem(("legal_note" if section.legal_note else "id",), message))
    return _as_advice(found)


def in_plan(portal: Portal, place: str, entry: Entry[Plan], year: int) -> list[Problem]:
    """All that there is to look at in a plan, in the order of its lines."""
    found = []
    for name in ("activities", "sections"):
        for index in range(len(getattr(entry.record, name))):
            if (alone := part(entry, name, index)) is None:
                continue
            if name == "activities":
                found += in_activity(portal, place, alone, year)
            else:
                found += in_section(portal, place, alone, year)
    return sorted([*found, *_as_advice(list(_in_texts(entry, year, below=False)))])


def _in_texts(entry: Entry[Any], year: int, *, below: bool = True) -> Iterator[Problem]:
    """Yields: promises that have passed, earlier years, and what points at nothing.

    Args:
        entry: A file, or a record in it.
        year: Of the plan.
        below: Whether the texts of the records in it count too.
    """
    long = {scalar for _, scalar in prose(entry)}
    for record, field, scalar in worded(entry):
        # A schedule is told by when it ends.
        is_schedule = field == "as_written" and hasattr(record, "kind")
        # What is unclear in a row of the earlier document is not carried over.
        is_doubt = field == "uncertain" and isinstance(record, Activity)
        if is_schedule or is_doubt or not (below or record is entry.record):
            continue
        found = [
            *promises(scalar.text, dt.date(year, 1, 1)),
            *dangling(scalar.text, whole=scalar not in long),
        ]
        years = [match for match in _YEAR.finditer(scalar.text) if int(match[0]) < year]
        if years and not any(match[0] in message for match in years for _, message in found):
            named = wording.joined(list(dict.fromkeys(match[0] for match in years)))
            message = f"Texten nämner {named}. Se efter att den stämmer i planen för {year}."
            found.append((years[0].start(), message))
        for offset, message in found:
            yield Problem(entry.file, *scalar.position(offset), message)


def _as_advice(found: list[Problem]) -> list[Problem]:
    return sorted(replace(problem, severity="warning") for problem in found)
