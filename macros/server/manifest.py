"""Whether a folder is the release that it claims to be; its manifest lists every file."""

import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

MANIFEST = "manifest.sha256"
ID = r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{12}"
"""When a release's commit was made, and the beginning of the sum of its manifest."""
DEEPEST = 20
"""Folders within folders."""
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


class Refused(Exception):  # noqa: N818 - said to whoever asked; no error of ours
    """What was asked for is not done; the message says why in Swedish."""


def sums(folder: Path) -> dict[str, str]:
    """The sums of a release's files, as its manifest has them, by their paths.

    Raises:
        Refused: The manifest is missing or is none.
    """
    try:
        with _opened(folder / MANIFEST) as stream:
            return listed(stream.read().decode())
    except (FileNotFoundError, UnicodeDecodeError):
        raise Refused(f"Utgåvan är inte hel: {MANIFEST} saknas eller går inte att läsa.") from None


def listed(text: str) -> dict[str, str]:
    """The sums that a manifest's text holds, by the files' paths.

    Raises:
        Refused: It is no manifest.
    """
    lines = [_LINE.fullmatch(line) for line in text.removesuffix("\n").split("\n")]
    found = {line[2]: line[1] for line in lines if line}
    if len(found) != len(lines) or not text.endswith("\n"):
        raise Refused(f"{MANIFEST} är skadad.")
    return found


def verify(folder: Path, release: str, copy: Path | None = None) -> dict[str, str]:
    """The sums of a release whose files are exactly those of its manifest, and its name its own.

    Args:
        folder: Where it is.
        release: What it claims to be.
        copy: Where its files are copied to as they are read, if anywhere.

    Raises:
        Refused: Something is missing, added, changed, or no plain file or folder.
    """
    known = sums(folder)
    found = set(_files(folder)) - {MANIFEST}
    for what, names in (
        ("saknas", known.keys() - found),
        ("hör inte dit", found - known.keys()),
    ):
        if names:
            raise Refused(f"Utgåvan är inte hel: {min(names)!r} {what}.")
    others = (f"{known[name]}  {name}\n" for name in known if name != "release.json")
    if hashlib.sha256("".join(others).encode()).hexdigest()[:12] != release[-12:]:
        raise Refused(f"Utgåvan är inte den som den säger, {release}.")
    for name in (*known, MANIFEST):
        digest = _read(folder / name, copy / name if copy else None)
        if known.get(name, digest) != digest:
            raise Refused(f"Utgåvan är inte hel: {name!r} är ändrad.")
    if "index.html" not in known:
        raise Refused("Utgåvan har ingen startsida, index.html.")
    if about(copy or folder).get("id") != release:
        raise Refused(f"Utgåvan är inte den som den säger, {release}.")
    return known


def about(folder: Path) -> dict[str, object]:
    """What a release says of itself in release.json; nothing where that is missing or is none."""
    try:
        said = json.loads((folder / "release.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _files(folder: Path, above: str = "") -> Iterator[str]:
    """Yields: the path of each file; anything but plain files and folders is refused."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = above + entry.name
            is_odd = not entry.name.isprintable() or "\\" in entry.name
            if entry.name.startswith(".") or is_odd or name.count("/") > DEEPEST:
                raise Refused(f"Namnet {name!r} är inte tillåtet.")
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), f"{name}/")
            elif entry.is_file(follow_symlinks=False):
                yield name
            else:
                raise Refused(f"{name!r} är en länk eller specialfil.")


def _opened(path: Path) -> FileIO:
    """A plain file, even where something else has just taken its place."""
    stream = FileIO(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK))
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise Refused(f"{path.name!r} är en länk eller specialfil.")
    return stream


def _read(path: Path, copy: Path | None) -> str:
    """The sum of a file, which is copied as it is read."""
    with _opened(path) as stream:
        if copy is None:
            return hashlib.file_digest(stream, "sha256").hexdigest()
        digest = hashlib.sha256()
        copy.parent.mkdir(parents=True, exist_ok=True)
        with copy.open("xb") as target:
            while block := stream.read(1 << 20):
                digest.update(block)
                target.write(block)
        return digest.hexdigest()
