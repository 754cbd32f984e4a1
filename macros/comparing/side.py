"""One of the two that are compared: its data, its shared texts, and its words for a value."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.model.contact import Phone, Verified
from macros.model.markup import with_figures
from macros.model.opening import Opening
from macros.model.plan import Decision, Validity
from macros.model.types import Record, Reference
from macros.pages import SharedText
from macros.portal import NATION, Place, Portal
from macros.reading import Entry
from macros.views import opening, wording

_NAMES = ("title", "short", "text", "when", "as_written", "address", "number", "label")
"""Where a record has its name, the best first."""

WHOLE = (Decision, Opening, Phone, Validity, Verified)
"""Records that are worded as one value, not field by field."""


@dataclass(frozen=True)
class Side:
    """All the data of one of the two, seen from a place."""

    portal: Portal
    texts: Mapping[str, SharedText]
    place: str = NATION

    def at(self, place_id: str) -> "Side":
        """The same data seen from another place."""
        return Side(self.portal, self.texts, place_id)

    def name(self, kind: str, record_id: str) -> str:
        """What readers call the record that an id means; the id itself where it means none."""
        if self.place not in self.portal.places:
            return record_id
        found: Any = (self.portal.known(kind, self.place) or {}).get(record_id)
        if kind == "plan" and isinstance(found, Place):
            return f"{found.title} {record_id.rpartition('/')[2]}"
        if isinstance(found, tuple):  # a contact with its place
            found = found[1]
        if isinstance(found, Entry):
            found = found.record
        return record_id if found is None else named(found)

    def words(self, value: object, mark: Reference | None = None) -> str:
        """A value as readers see it; a small figure that nobody has reviewed stays withheld."""
        if isinstance(value, str):
            shown = self.name(mark.kind, value) if mark else value
            return with_figures(shown, reviewed=False).strip()
        if isinstance(value, bool):
            return "ja" if value else "nej"
        if isinstance(value, dt.date | int):
            return wording.day(value)
        return self._record(value)

    def _record(self, value: object) -> str:
        """A record as one value: what it says where that is short, else its name."""
        match value:
            case Phone():
                return number(value)
            case Opening():
                return opening.words([value])
            case Decision():
                return wording.decision(value, self.name("body", value.by))
            case Validity():
                return wording.validity(value)
            case Verified():
                return f"{wording.day(value.date)} av {value.role}: {value.how}"
        return named(value)


def number(phone: Phone) -> str:
    """A number as it is shown; that of a single person is not repeated outside its page."""
    return (
        "en persons mobil (visas inte här)" if phone.personal else wording.telephone(phone.number)
    )


def named(record: object) -> str:
    """What readers call a record: its title, or else the words that it begins with."""
    found = [getattr(record, name, None) for name in _NAMES]
    if isinstance(record, Record):
        found += [getattr(record, name) for name in type(record).model_fields]
    for value in found:
        words = value if isinstance(value, tuple) else (value,)
        if words and all(isinstance(word, str) for word in words):
            return with_figures(", ".join(words), reviewed=False)
    return ""
