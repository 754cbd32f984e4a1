"""The files of plans/ as a Portal: which file holds what, and when it must be read again."""

import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros.model.place import District, Municipality
from macros.model.types import Record
from macros.portal.files import SOURCES, File, parsed, whereabouts, written
from macros.portal.graph import NATION, Place, Portal
from macros.problems import Problem
from macros.reading import Entry, data_files

_kept: dict[Path, tuple[str, Portal]] = {}
"""The last portal of each root with its files' digest, so that an engine may ask for each page."""


def load(root: Path) -> Portal:
    """The portal of the project at `root`; loaded anew only when a file's content has changed."""
    paths, problems = data_files(root, "plans")
    files = {name: written(path, name) for name, path in paths.items()}
    digest = hashlib.sha256(repr(problems).encode())
    for name, file in files.items():
        digest.update(f"{name}\0{file.text or file.problems}\0".encode())
    key = root.resolve()
    if key not in _kept or _kept[key][0] != digest.hexdigest():
        with _uncollected():
            read = {name: parsed(file, name) for name, file in files.items()}
            _kept[key] = (digest.hexdigest(), link(read, problems))
    return _kept[key][1]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps the garbage collector away from what is loaded: it holds no cycles and stays.

    At 300 plans the collector's walks through a million nodes were a fifth of the build. What an
    earlier load left is handed back to it first, so that a watching server does not grow.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


def link(files: Mapping[str, File], others: Iterable[Problem]) -> Portal:
    """The portal that files make up.

    Args:
        files: The files by name.
        others: Problems of what is in plans/ and no file.
    """
    problems = [*others, *(problem for file in files.values() for problem in file.problems)]
    parts: dict[str, dict[Any, Entry[Any] | None]] = {NATION: {}}
    for name, file in files.items():
        if known := whereabouts(name):
            place_id, key, _ = known
            parts.setdefault(place_id, {})[key] = file.entry
    for place_id in list(parts):
        home = place_id.rpartition("/")[0]
        if home and home not in parts:
            parts[home] = {}
    if SOURCES not in files:
        message = "Filen saknas. Skapa den: den räknar upp källorna."
        problems.append(Problem(SOURCES, 1, 1, message))
    places = {i: _place(i, parts[i]) for i in sorted(parts)}
    for place in places.values():
        problems.extend(_missing_head(place, parts[place.id]))
    texts = {name: file.text for name, file in files.items() if file.text is not None}
    return Portal(MappingProxyType(places), tuple(sorted(problems)), MappingProxyType(texts))


def _place(place_id: str, part: Mapping[Any, Entry[Any] | None]) -> Place:
    years = sorted((year for year in part if isinstance(year, int)), reverse=True)
    readable = ((year, part[year]) for year in years)
    beside = {k: v for k, v in part.items() if isinstance(k, tuple) and v}
    return Place(
        id=place_id,
        parent=None if place_id == NATION else place_id.rpartition("/")[0],
        files=MappingProxyType({k: v for k, v in part.items() if isinstance(k, type)}),
        plans=MappingProxyType({year: entry for year, entry in readable if entry is not None}),
        decided=MappingProxyType({k[1]: v for k, v in beside.items() if k[0] == "decided"}),
        follow_ups=MappingProxyType({k[1]: v for k, v in beside.items() if k[0] == "followed"}),
        years=tuple(years),
        routine_names=frozenset(key for key in part if isinstance(key, str)),
        routines=MappingProxyType({k: v for k, v in part.items() if isinstance(k, str) and v}),
        complete=None not in part.values() and (place_id == NATION or _head(place_id) in part),
    )


def _missing_head(place: Place, part: Mapping[Any, object]) -> Iterator[Problem]:
    """Yields: a problem if the place has files but none that says what it is."""
    if place.id != NATION and _head(place.id) not in part:
        name = "district.yml" if "/" in place.id else "municipality.yml"
        message = "Filen saknas. Skapa den: den säger vad platsen heter."
        yield Problem(f"plans/{place.id}/{name}", 1, 1, message)


def _head(place_id: str) -> type[Record]:
    """The model of the file that says what a place is."""
    return District if "/" in place_id else Municipality
