"""Where something is edited: the git host's address for its file and line, where one is set."""

from typing import Any
from urllib.parse import quote

from macros.model.settings import Settings
from macros.portal import NATION, Place, Portal
from macros.reading import Entry


def template(portal: Portal) -> str | None:
    """The address with `{path}` and `{line}` in it, or None where the settings have none."""
    settings = portal.place(NATION).record(Settings)
    return settings.repository.edit if settings and settings.repository else None


def file(portal: Portal, name: str, line: int = 1) -> str | None:
    """Where a file is edited, by its path from the root."""
    address = template(portal)
    return address and address.replace("{path}", quote(name)).replace("{line}", str(line))


def part(portal: Portal, entry: Entry[Any], *path: str | int) -> str | None:
    """Where a part of a file is edited: `("activities", 3)` leads to the fourth activity."""
    return file(portal, entry.file, entry.line(path)) if template(portal) else None


def item(portal: Portal, entry: Entry[Any], name: str, record: object) -> str | None:
    """Where a record in one of the file's lists is edited."""
    if template(portal) is None:
        return None
    records = list(getattr(entry.record, name))
    index = next((i for i, one in enumerate(records) if one is record), None)
    return None if index is None else part(portal, entry, name, index)


def contact(portal: Portal, place: Place, record: object) -> str | None:
    """Where a contact of a place is edited."""
    return item(portal, place.contacts, "contacts", record) if place.contacts else None
