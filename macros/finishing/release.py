"""What makes a built folder a release: its id, and the sums of all its files.

The web server compares the files with the sums before it shows them, with nothing but `sha256sum`.
"""

import datetime as dt
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "manifest.sha256"
ABOUT = "release.json"

_ESCAPED = frozenset(b"\\\n\r")
"""What `sha256sum` writes in another way in a file's name."""


@dataclass(frozen=True)
class Version:
    """From what a release is built.

    Attributes:
        revision: The commit's whole id; None outside git.
        changed: Whether a file differed from the commit.
        date: When the commit was made, in UTC and whole seconds; never the clock of the build.
    """

    revision: str | None
    changed: bool
    date: dt.datetime


def finish(site: Path, version: Version) -> list[str]:
    """Write the id and the sums, and give all files the same rights wherever they were made.

    Nothing may be changed in the folder afterwards. The theme's maps from its packed scripts to
    what they were made of are left out: only its developers ask for them.

    Returns:
        A complaint for each file that a manifest cannot hold.
    """
    for path in site.rglob("*.map"):
        path.unlink()
    files = {os.fsencode(path.relative_to(site)): path for path in _files(site)}
    taken = [name for name in (MANIFEST, ABOUT) if name.encode() in files]
    complaints = [
        f"content/{name}: Så heter en fil som bygget själv skriver. Byt namn." for name in taken
    ]
    complaints += [
        f"Filnamnet {name.decode(errors='replace')!r} har ett tecken som inte kan publiceras. "
        "Byt namn."
        for name in sorted(files)
        if _ESCAPED & set(name)
    ]
    if complaints:
        return complaints
    lines = {name: _line(name, path) for name, path in files.items()}
    digest = hashlib.sha256(b"".join(lines[name] for name in sorted(lines))).hexdigest()
    about = site / ABOUT
    written = {
        "id": f"{version.date:%Y%m%dT%H%M%SZ}-{digest[:12]}",
        "revision": version.revision,
        "changed": version.changed,
        "date": f"{version.date:%Y-%m-%dT%H:%M:%SZ}",
    }
    about.write_bytes(json.dumps(written, indent=2).encode() + b"\n")
    lines[ABOUT.encode()] = _line(ABOUT.encode(), about)
    (site / MANIFEST).write_bytes(b"".join(lines[name] for name in sorted(lines)))
    for path in (site, *site.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return []


def _files(site: Path) -> list[Path]:
    return [path for path in site.rglob("*") if not path.is_dir()]


def _line(name: bytes, path: Path) -> bytes:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return digest.encode() + b"  " + name + b"\n"
