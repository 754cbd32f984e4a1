"""Tiny releases for the tests: a handful of files, with the manifest that the build would write."""

import contextlib
import hashlib
import io
import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.server.__main__ import main

PAGES = {
    "index.html": "Ring 08-465 004 01.\n",
    "404.html": "Sidan finns inte.\n",
    "om/index.html": "Om portalen.\n",
    "assets/own.1a2b3c4d.css": "body { color: black; }\n",
}
GIT = {
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}
DAYS = ("20261119T080000Z", "20261120T080000Z", "20261121T080000Z")


def release(folder: Path, pages: Mapping[str, str] = PAGES, day: str = DAYS[0]) -> str:
    """Make a release in a folder.

    Returns:
        Its id.
    """
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return seal(folder, day)


def seal(folder: Path, day: str = DAYS[0]) -> str:
    """Make a release of what a folder holds, as the build does.

    Returns:
        Its id.
    """
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    kept = sorted(name for name, path in files.items() if path.is_file() and name not in MADE)
    lines = [_line(folder, name) for name in kept]
    release_id = f"{day}-{hashlib.sha256(''.join(lines).encode()).hexdigest()[:12]}"
    about = {"id": release_id, "revision": None, "changed": False, "date": day}
    (folder / "release.json").write_text(json.dumps(about), encoding="utf-8")
    listed = sorted([*kept, "release.json"])
    text = "".join(_line(folder, name) for name in listed)
    (folder / "manifest.sha256").write_text(text, encoding="utf-8")
    return release_id


MADE = ("manifest.sha256", "release.json")


def _line(folder: Path, name: str) -> str:
    return f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n"


def uploaded(root: Path, text: str = "08-465 004 01", day: str = DAYS[0]) -> str:
    """A release in incoming/ whose first page has a text of its own; its id."""
    pages = {**PAGES, "index.html": f"Ring {text}.\n"}
    loose = root / "incoming" / "loose"
    release_id = release(loose, pages, day)
    loose.rename(root / "incoming" / release_id)
    return release_id


@dataclass(frozen=True)
class Done:
    """What the program answered."""

    returncode: int
    stdout: str
    stderr: str


def server(root: Path, *words: str) -> Done:
    """What the program says that is installed on the web server."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([str(root), *words])
    return Done(code, out.getvalue(), err.getvalue())


def is_whole(folder: Path) -> bool:
    """Whether a folder is what its manifest says, by the system's own sha256sum."""
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "manifest.sha256"],  # noqa: S607 - coreutils as the system has it
        cwd=folder,
        capture_output=True,
        check=False,
    )
    listed = {line[66:] for line in (folder / "manifest.sha256").read_text().splitlines()}
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return done.returncode == 0 and found == listed | {"manifest.sha256"}


def page(root: Path, link: str = "current") -> str:
    """The first page of the live release, or of the one before it."""
    return (root / link / "index.html").read_text(encoding="utf-8")


def commit(root: Path, day: str) -> None:
    """Save a project in git as it stands, on a day."""
    date = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    for words in (("add", "-A"), ("commit", "-q", "-m", "Ändra")):
        subprocess.run(["git", "-C", root, *words], env={**os.environ, **GIT, **date}, check=True)  # noqa: S607 - git as the developer has it
