"""All files of a draft or none: nothing is overwritten, and a fault on the way leaves no traces."""

import os
from collections.abc import Iterator
from pathlib import Path

from macros.drafting.draft import Draft


def obstacles(root: Path, draft: Draft) -> Iterator[str]:
    """Why new files cannot be written, as Swedish sentences.

    Names that differ in capitals alone are the same on some computers.
    """
    for name in draft.new:
        folder = root
        parts = Path(name).parts
        for part in parts:
            here = os.listdir(folder) if folder.is_dir() else []  # noqa: PTH208 - names alone
            other = next((each for each in here if each.casefold() == part.casefold()), None)
            if other is None:
                break
            folder = folder / other
            shown = folder.relative_to(root).as_posix()
            if other != part:
                yield f"{shown} finns redan, och skiljer sig bara i stora och små bokstäver."
                break
            if folder.is_symlink() or (len(parts) > 1 and not folder.is_dir() and shown != name):
                yield f"{shown} är ingen vanlig mapp."
                break
            if shown == name:
                yield f"{name} finns redan."


def write(root: Path, draft: Draft) -> None:
    """Write the files of a draft.

    Raises:
        OSError: One cannot be written; then all is as it was.
    """
    made: list[Path] = []
    before = {root / name: (root / name).read_bytes() for name in draft.changed}
    try:
        for name, text in draft.new.items():
            path = root / name
            missing = [folder for folder in path.parents if not folder.exists()]
            for folder in reversed(missing):
                folder.mkdir()
                made.append(folder)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
        for name, text in draft.changed.items():
            (root / name).write_text(text, encoding="utf-8", newline="\n")
    except BaseException:
        # Also when Ctrl+C is pressed: half of a place would be worse than none.
        for path, content in before.items():
            path.write_bytes(content)
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
        raise
