"""`planportal comment`: the text of the comment on a request, in a file for whatever posts it."""

import sys
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from macros import portal
from macros.commands import check
from macros.commands.compared import compare
from macros.commands.diff import as_markdown
from macros.commands.naming import WrongUseError
from macros.commands.revision import NoRevisionError
from macros.problems import as_text, errors
from macros.render import render
from macros.source import Unreadable

FILE = "build/comment.md"
MOST = 30
"""So many errors are listed; the rest are counted."""


def run(root: Path, before: str | None = None, after: str | None = None) -> int:
    """Write what changes for readers, and what the check stops, for a comment on a request.

    The check itself is not asked whether it passes: that is its own step.

    Returns:
        0 when the text is written, also where the two sides could not be compared for problems; 2
        when a side is not there.
    """
    wrong = errors(check.found(root, portal.load(root)))
    try:
        found = compare(root, before, after)
    except (WrongUseError, NoRevisionError) as error:
        print(error, file=sys.stderr)
        return 2
    except Unreadable:
        comparison, sides = None, ""
    else:
        # Whoever has committed and names no side compares nothing, and is to see that.
        sides = f" Den jämför {found.before} med {found.after}."
        # What a host checks out has no name that says anything to who reads the comment.
        comparison = as_markdown(replace(found, before="det som gäller nu", after="förslaget"))
    text = render(
        "comment.md",
        problems=[as_text([problem]) for problem in wrong[:MOST]],
        count=len(wrong),
        more=max(0, len(wrong) - MOST),
        comparison=comparison and Markup(comparison),  # noqa: S704 - our own template made it
    )
    path = root / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{text.strip()}\n", encoding="utf-8")
    print(f"Kommentaren står i {FILE}.{sides}", file=sys.stderr)
    return 0
