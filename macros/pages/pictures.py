"""The theme's own pictures, which settings may name."""

from pathlib import Path

_FOLDER = "assets/images"


def pictures(root: Path) -> frozenset[str]:
    """The pictures in overrides/ by their address in the built site: "assets/images/x.svg"."""
    folder = root / "overrides" / _FOLDER
    return frozenset(f"{_FOLDER}/{path.name}" for path in folder.glob("*") if path.is_file())
