"""`planportal check`: every problem of every file at once."""

import sys
from datetime import date
from pathlib import Path

from macros import checks, pages, portal
from macros.fragments import PARAMETERS
from macros.portal import Portal
from macros.problems import FORMATS, Problem, errors
from macros.views import guide


def run(root: Path, format: str = "text") -> int:  # noqa: A002 - the option's name
    """Print the problems of the project at `root`, and how much the guide of each place lacks.

    Returns:
        0 without errors, whatever advice there is; 1 with.
    """
    data = portal.load(root)
    problems = found(root, data)
    if problems or format == "gitlab":
        print(FORMATS[format](problems))
    wrong = errors(problems)
    if format == "github" and problems:
        # In its log GitHub shows a mark's sentence alone, and only the first ten become marks.
        print(FORMATS["text"](problems), file=sys.stderr)
    if format != "gitlab":
        print(counted(problems), file=sys.stderr)
    if format == "text":
        for place, count in guide.gaps(data).items() if not wrong else ():
            print(f"{place}: guiden saknar något i {count} fall.", file=sys.stderr)
    return 1 if wrong else 0


def counted(problems: list[Problem]) -> str:
    """How many errors and how much advice there is: "2 fel och 1 råd."."""
    wrong = len(errors(problems))
    advice = len(problems) - wrong
    return f"{wrong or 'Inga'} fel" + (f" och {advice} råd." if advice else ".")


def found(root: Path, data: Portal, today: date | None = None) -> list[Problem]:
    """The problems of the project at `root` with its data, in the order of files and lines.

    Args:
        root: The project's folder.
        data: What stands in its plans/.
        today: The day of the check; the real one if left out.
    """
    return checks.run(data, pages.load(root, PARAMETERS), today)
