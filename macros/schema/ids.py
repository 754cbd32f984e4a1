"""The ids that there are, each with what it stands for: what an editor proposes."""

from collections.abc import Iterator, Mapping
from typing import Any

from macros.portal import NATION, Portal
from macros.portal.graph import AT_PLACE, EVERYWHERE
from macros.reading import Entry


def known(portal: Portal, kind: str) -> Mapping[str, str]:
    """The ids of a kind in all places, sorted, each with its record's name and its place's.

    An editor knows a file's kind but not its municipality, so it proposes those of all.
    """
    found: dict[str, dict[str, None]] = {}
    for record_id, name in _named(portal, kind):
        found.setdefault(record_id, {})[name] = None
    return {record_id: "; ".join(names) for record_id, names in sorted(found.items())}


def _named(portal: Portal, kind: str) -> Iterator[tuple[str, str]]:
    """Yields: id and name of each record of a kind, once for each place that it belongs to."""
    if kind in EVERYWHERE:
        for record_id, record in (portal.known(kind, NATION) or {}).items():
            yield record_id, _name(record)
        return
    if kind in AT_PLACE:
        yield from _at_places(portal, kind)
        return
    for home in portal.children(NATION):
        for record_id, record in (portal.known(kind, home.id) or {}).items():
            # A municipality sees the nation's material too, and its own is told by its name.
            yield record_id, ("" if kind == "resource" else f"{home.title}: ") + _name(record)


def _at_places(portal: Portal, kind: str) -> Iterator[tuple[str, str]]:
    """Yields: id and name of each record of a kind that places have of their own."""
    for place in portal.places.values():
        # A place sees the contacts around it too: each is told by its own.
        own = place.contacts.record.contacts if place.contacts else ()
        for record in own if kind == "contact" else (portal.known(kind, place.id) or {}).values():
            yield record.id, f"{place.title}: {_name(record)}"


def _name(record: Any) -> str:  # noqa: ANN401 - any record, by kind
    if isinstance(record, tuple):
        place, contact = record
        return f"{place.title}: {contact.title}"
    if isinstance(record, Entry):
        record = record.record
    return str(getattr(record, "title", None) or getattr(record, "text", ""))
