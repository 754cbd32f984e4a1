"""What readers will meet that they do not meet today: the files of two releases side by side."""

from collections.abc import Mapping
from dataclasses import dataclass

_COPIES = (".gz", ".br")
_OWN = ("manifest.sha256", "release.json")


@dataclass(frozen=True)
class Changed:
    """Paths, each list in order; a page by the address at which it is read."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def pages(live: Mapping[str, str], fresh: Mapping[str, str]) -> Changed:
    """How the pages differ, from the sums of all files."""
    sides = ({_address(n): s for n, s in each.items() if _is_page(n)} for each in (live, fresh))
    return _changed(*sides)


def files(live: Mapping[str, str], fresh: Mapping[str, str]) -> Changed:
    """How all other files differ, without the packed copies."""
    sides = ({n: s for n, s in each.items() if _is_other(n)} for each in (live, fresh))
    return _changed(*sides)


def _changed(live: Mapping[str, str], fresh: Mapping[str, str]) -> Changed:
    return Changed(
        added=tuple(sorted(fresh.keys() - live.keys())),
        changed=tuple(sorted(n for n in fresh.keys() & live.keys() if fresh[n] != live[n])),
        removed=tuple(sorted(live.keys() - fresh.keys())),
    )


def _is_page(name: str) -> bool:
    return name.endswith(".html")


def _is_other(name: str) -> bool:
    return not _is_page(name) and name not in _OWN and not name.endswith(_COPIES)


def _address(name: str) -> str:
    return f"/{name.removesuffix('index.html')}"
