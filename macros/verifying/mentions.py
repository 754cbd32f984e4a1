"""Where else a contact is named, and where else its number stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.model.contact import Contacts
from macros.model.fields import marked
from macros.model.place import District, Municipality
from macros.model.routine import Routine
from macros.model.settings import Settings
from macros.model.support import Supports
from macros.model.types import Record, Reference
from macros.portal import NATION, Place, Portal
from macros.source import place as position


@dataclass(frozen=True, order=True)
class Mention:
    """A line that names something, and what it belongs to, in Swedish."""

    file: str
    line: int
    words: str


def mentions(
    portal: Portal, written: Mapping[str, str], home: Place, contact: str
) -> list[Mention]:
    """What refers to a contact, besides itself.

    Args:
        portal: All the data.
        written: The pages and shared texts as they were written.
        home: The place that the contact is at home in.
        contact: Its id there.
    """
    found = {*_references(portal, home, contact), *_centre(portal, home, contact)}
    anchor = re.compile(rf"#kontakt-{re.escape(contact)}(?![a-z0-9-])")
    for file, text in (*portal.texts.items(), *written.items()):
        for match in anchor.finditer(text):
            line, _ = position(text, match.start())
            found.add(Mention(file, line, "en länk till kontakten"))
    return sorted(found)


def copies(texts: Mapping[str, str], number: str) -> list[Mention]:
    """Each line on which a number stands, however it is written.

    Args:
        texts: Files by their names.
        number: A telephone number.
    """
    digits = re.sub(r"\D", "", re.sub(r"^(?:\+|00)46", "0", number))
    first = r"(?:0|(?:\+|00)46[ -]?(?:\(0\))?)" if digits.startswith("0") else digits[:1]
    pattern = re.compile(rf"(?<!\d){first}[ -]?{'[ -]?'.join(digits[1:])}(?!\d)")
    found = set()
    for file, text in texts.items():
        for match in pattern.finditer(text):
            line, _ = position(text, match.start())
            found.add(Mention(file, line, text.splitlines()[line - 1].strip()))
    return sorted(found)


def _references(portal: Portal, home: Place, contact: str) -> Iterator[Mention]:
    full = f"{home.id}/{contact}".removeprefix("/")
    for place_id, entry in portal.entries():
        for path, kind, name in marked(entry.record, _kind):
            if name != (full if kind == "any-contact" else contact):
                continue
            if kind == "contact" and not _means(portal, place_id, home, contact):
                continue
            if place_id != home.id or not _is_own(entry.record, path, contact):
                yield Mention(entry.file, entry.line(path), _owner(entry.record, path))


def _means(portal: Portal, seen_from: str, home: Place, contact: str) -> bool:
    """Whether an id means the contact of this home, or that of a nearer place."""
    nearest = {found.id: place.id for place, found in portal.contacts(seen_from)}
    return nearest.get(contact) == home.id


def _centre(portal: Portal, home: Place, contact: str) -> Iterator[Mention]:
    entry = portal.place(NATION).entry(Settings)
    centre = entry.record.contact_centre if entry else None
    if entry and centre and (centre.place, centre.contact) == (home.id, contact):
        line = entry.line(("contact_centre", "contact"))
        yield Mention(entry.file, line, "kontaktcentret i inställningarna")


def _owner(record: Record, path: tuple[str | int, ...]) -> str:
    """What a reference stands in, in Swedish."""
    index = path[1] if len(path) > 1 and isinstance(path[1], int) else 0
    match record:
        case Routine():
            return f"rutinen {record.title}"
        case Contacts():
            return f"kontakten {record.contacts[index].title}"
        case Supports():
            return f"stödet {record.support[index].title}"
        case Municipality() | District():
            return f"samordnaren i {record.title}"
    return "ett sökord"


def _is_own(record: Record, path: tuple[str | int, ...], contact: str) -> bool:
    """Whether a reference stands in the contact itself."""
    index = path[1]
    return (
        isinstance(record, Contacts)
        and isinstance(index, int)
        and record.contacts[index].id == contact
    )


def _kind(mark: object) -> str | None:
    if isinstance(mark, Reference) and mark.kind in {"contact", "any-contact"}:
        return mark.kind
    return None
