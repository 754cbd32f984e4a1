"""Which version is built: what git says of the project, or what stands in for it elsewhere."""

import datetime as dt
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from macros.commands import revision
from macros.finishing.release import Version

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable by which build tools tell each other the date, in seconds since 1970."""

_COPIED = ("plans", "content", "overrides")
_READ = (*_COPIED, "macros", "CONTRIBUTING.md", "mkdocs.yml")
"""What a site is made of."""


class NoDateError(Exception):
    """The variable with the date holds none; the message says it in Swedish."""


def of(root: Path) -> Version:
    """The version at `root`, dated by its commit.

    Outside git, as in an unpacked archive, the date is that of the variable, else that of the file
    that was changed last: never the clock, so that the same files give the same release.

    Raises:
        NoDateError: There is neither a commit nor a date in the variable.
    """
    try:
        told = revision.git(root, "log", "-1", "--no-show-signature", "--format=%H %ct", "HEAD")
    except revision.NoRevisionError:
        told = None
    if told is not None:
        commit, seconds = told.decode().split()
        return Version(commit, changed=_is_changed(root), date=_date(int(seconds)))
    if (given := os.environ.get(EPOCH)) is not None:
        if not re.fullmatch(r"[0-9]{1,11}", given):
            raise NoDateError(
                f'{EPOCH} är "{given}". Skriv sekunder sedan 1970, eller ta bort den.'
            )
        date, origin = _date(int(given)), EPOCH
    else:
        date, origin = _date(_newest(root)), "den fil som ändrades senast"
    if any((folder / ".git").exists() for folder in (root, *root.parents)):
        # Git refuses a folder that somebody else owns, as in a container, and says so to nobody.
        print("Git svarar inte. Är git installerat, mappen din och något sparat?", file=sys.stderr)
    print(
        f"Ingen version i git här. Bygget får datumet {date:%Y-%m-%d}, från {origin}.",
        file=sys.stderr,
    )
    return Version(None, changed=False, date=date)


def _date(seconds: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(seconds, dt.UTC)


def _is_changed(root: Path) -> bool:
    """Whether what is built differs from the commit; files that git ignores are published too."""
    # Without a lock, since the coordinator may be at work with git meanwhile.
    status = ("--no-optional-locks", "status", "--porcelain", "--untracked-files=all")
    return bool(
        revision.git(root, *status, "--", *_READ)
        or revision.git(root, *status, "--ignored", "--", *_COPIED)
    )


def _newest(root: Path) -> int:
    return max(int(path.stat().st_mtime) for path in _inputs(root))


def _inputs(root: Path) -> Iterator[Path]:
    for name in _READ:
        for path in (root / name, *(root / name).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path
