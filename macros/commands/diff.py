"""`planportal diff`: what changes for readers, between two plans, files or revisions."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from macros.commands.compared import compare
from macros.commands.naming import WrongUseError
from macros.commands.revision import NoRevisionError
from macros.comparing import Report, as_json, as_text
from macros.problems import as_text as problems_as_text
from macros.render import render
from macros.source import Unreadable

LONGEST = 60_000
"""Signs of a comment: the host that takes least refuses more than 65,536."""


def run(
    root: Path,
    before: str | None = None,
    after: str | None = None,
    format: str = "text",  # noqa: A002 - the option's name
) -> int:
    """Print what differs; without names, between the last commit and what stands in the folder.

    Returns:
        0 when the two could be compared, also where nothing differs; 1 when one of them has
        problems; 2 when they are not there or cannot be compared.
    """
    try:
        found = compare(root, before, after)
    except (WrongUseError, NoRevisionError) as error:
        print(error, file=sys.stderr)
        return 2
    except Unreadable as error:
        print(problems_as_text(error.problems))
        print(f"{len(error.problems)} fel. Inget jämfördes. Rätta felen först.", file=sys.stderr)
        return 1
    print(FORMATS[format](found))
    return 0


def as_markdown(found: Report) -> str:
    """For a comment on a pull request, which cannot be longer than its host allows."""
    whole = render("differences.md", report=found).strip()
    if len(whole) <= LONGEST:
        return whole
    kept = whole[:LONGEST].rpartition("\n")[0]
    return f"{kept}\n\nResten får inte plats här. Kör `planportal diff` för att se allt."


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
