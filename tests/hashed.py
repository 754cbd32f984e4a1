"""Built files that carry their content's hash in their name, by the name that they had before."""

from pathlib import Path, PurePosixPath

ANY = "[0-9a-f]" * 8


def built(site: Path, name: str) -> Path:
    """The file of a built site that stood at this path before it was given its hash."""
    path = PurePosixPath(name)
    (found,) = (site / path.parent).glob(f"{path.stem}.{ANY}{path.suffix}")
    return found
