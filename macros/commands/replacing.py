"""A file replaced as a whole or not at all, and only while it is as it was read."""

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from macros.source import decode


class ChangedMeanwhile(Exception):  # noqa: N818 - somebody else was first; no error of ours
    """Another program has changed the file since it was read."""


@dataclass(frozen=True)
class Held:
    """A file as it was read: its bytes, and the text that they make."""

    path: Path
    data: bytes
    text: str


def held(root: Path, name: str) -> Held:
    """A file of the project at `root`.

    Raises:
        Unreadable: It is no text.
        OSError: It cannot be read.
    """
    data = (root / name).read_bytes()
    return Held(root / name, data, decode(data, name))


def replace(file: Held, text: str) -> None:
    """Put another text in a file's place; its ends of lines stay as they are.

    Raises:
        ChangedMeanwhile: The file is no longer as it was read; it stays as it is now.
        OSError: The file cannot be written; it stays as it was.
    """
    if b"\r\n" in file.data:
        text = text.replace("\n", "\r\n")
    # Beside the file, since a file is moved whole within one disk only. A name with a dot at its
    # beginning is no data.
    handle, name = tempfile.mkstemp(prefix=f".{file.path.name}-", dir=file.path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(text.encode())
        shutil.copymode(file.path, fresh)
        if file.path.read_bytes() != file.data:
            raise ChangedMeanwhile
        fresh.replace(file.path)
    finally:
        fresh.unlink(missing_ok=True)
