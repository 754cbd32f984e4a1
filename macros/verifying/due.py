"""Which contacts are to be asked about, and in which order."""

import calendar
import datetime as dt
from dataclasses import dataclass

from macros.model.contact import Verified
from macros.portal import NATION, Place, Portal


@dataclass(frozen=True)
class Due:
    """A contact to ask about: its place, its id there, and when it was last checked."""

    place: Place
    contact: str
    verified: Verified | None


def due(portal: Portal, within: str | None, before: dt.date) -> list[Due]:
    """The contacts whose check is too old: those never checked first, then the oldest.

    Those of the nation come first among equals, 112 first of all.

    Args:
        portal: All the data.
        within: The id of the place that they are at home in, or below; None for all.
        before: The day before which a check is too old.
    """
    found = [
        Due(place, contact.id, contact.verified)
        for place in sorted(portal.places.values(), key=lambda place: place.id)
        if within is None or _is_within(place, within)
        for contact in (place.contacts.record.contacts if place.contacts else ())
        if contact.verified is None or contact.verified.date < before
    ]
    # Sorting leaves equals as they stand.
    return sorted(found, key=lambda one: one.verified.date if one.verified else dt.date.min)


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day so many months earlier, or the last one of that month."""
    count = max(day.year * 12 + day.month - 1 - months, 12)
    year, month = count // 12, count % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _is_within(place: Place, within: str) -> bool:
    if within == NATION:
        return place.id == NATION
    return place.id == within or place.id.startswith(f"{within}/")
