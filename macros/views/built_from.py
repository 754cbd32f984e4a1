"""The version that the portal is built from, in words."""

import datetime as dt
from dataclasses import dataclass

from macros.views import wording

_SHORT = 7
"""As git writes a commit's id where it is short, and every git host."""


@dataclass(frozen=True)
class BuiltFrom:
    """A version: the start of its commit's id, or None outside git, and its day."""

    version: str | None
    day: str
    changed: bool


def row(revision: str | None, day: dt.date, *, changed: bool) -> BuiltFrom:
    """What a page says of the version.

    Args:
        revision: The commit's whole id; None outside git.
        day: When the commit was made.
        changed: Whether what was built differed from the commit.
    """
    return BuiltFrom(revision and revision[:_SHORT], wording.day(day), changed)
