"""A whole comparison, as lines for people and as values for programs."""

import dataclasses
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.comparing.change import GROUPS, Change

MOST = 8
"""So many sentences of a text are shown as gone, and as new; the rest are counted."""


@dataclass(frozen=True)
class Line:
    """One change as it is printed: its sentence, and labelled texts below it."""

    sentence: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Report:
    """What differs between two sides that are called `before` and `after`.

    Attributes:
        notes: What else is to be said, such as how many activities are the same.
    """

    before: str
    after: str
    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()

    @property
    def groups(self) -> list[tuple[str, list[Line]]]:
        """The changes under the headings of their groups, what matters most first."""
        found = [
            (title, [_line(change) for change in self.changes if change.group == group])
            for group, title in GROUPS.items()
        ]
        return [(title, lines) for title, lines in found if lines]

    @property
    def count(self) -> str:
        """How many changes there are, in words."""
        if not self.changes:
            return "Inget är ändrat för läsarna."
        return "1 ändring." if len(self.changes) == 1 else f"{len(self.changes)} ändringar."


def report(titles: Sequence[str], changes: Iterable[Change], *notes: str) -> Report:
    """The comparison of two sides with these titles, its changes in the order of their groups."""
    order = list(GROUPS)
    ordered = sorted(changes, key=lambda change: order.index(change.group))
    before, after = titles
    return Report(before, after, tuple(ordered), notes)


def as_text(found: Report) -> str:
    """For people: a heading for each group, a line for each change, its texts below it."""
    lines = [f"Från {found.before} till {found.after}", found.count, *found.notes]
    for title, rows in found.groups:
        lines += ["", title]
        for row in rows:
            lines.append(f"- {row.sentence}")
            lines += [f"    {label}: {text}" for label, text in row.texts]
    return "\n".join(lines)


def as_json(found: Report) -> str:
    """For programs: the report with all its values, texts whole."""
    return json.dumps(dataclasses.asdict(found), ensure_ascii=False, indent=2)


def _line(change: Change) -> Line:
    texts: list[tuple[str, str]] = []
    for label, values in (("Förut", change.before), ("Nu", change.after)) if change.listed else ():
        texts += [(label, value) for value in values[:MOST]]
        if len(values) > MOST:
            texts.append((label, f"… och {len(values) - MOST} till."))
    return Line(change.sentence, tuple(texts))
