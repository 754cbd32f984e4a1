"""`planportal check`: every problem of every file at once."""

import sys
from pathlib import Path

from macros import checks, pages, portal
from macros.fragments import PARAMETERS
from macros.portal import Portal
from macros.problems import FORMATS, Problem
from macros.views import guide


def run(root: Path, format: str = "text") -> int:  # noqa: A002 - the option's name
    """Print the problems of the project at `root`, and how much the guide of each place lacks.

    Returns:
        0 without problems, 1 with.
    """
    data = portal.load(root)
    problems = found(root, data)
    if problems or format == "gitlab":
        print(FORMATS[format](problems))
    if format == "text":
        print(f"{len(problems)} fel." if problems else "Inga fel.", file=sys.stderr)
        for place, count in guide.gaps(data).items() if not problems else ():
            print(f"{place}: guiden saknar något i {count} fall.", file=sys.stderr)
    return 1 if problems else 0


def found(root: Path, data: Portal) -> list[Problem]:
    """The problems of the project at `root` with its data, in the order of files and lines."""
    return checks.run(data, pages.load(root, PARAMETERS))
