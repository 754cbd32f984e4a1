"""How sure a contact is: where it comes from, or who checked it and when; and when that is old."""

import datetime as dt
from dataclasses import dataclass

from macros.model.contact import Contact, Verified
from macros.portal import Portal
from macros.views import wording


@dataclass(frozen=True)
class Stale:
    """Whether a check is too old, for either case: the day of reading decides.

    Attributes:
        last: The last day on which it is not older than twelve months.
        plain: What holds on any day, for readers without JavaScript and on paper.
    """

    last: dt.date
    plain: str
    late: str


def checked(portal: Portal, contact: Contact) -> str:
    """When and by which role a contact was checked, or that nobody has."""
    verified = contact.verified
    if verified is None:
        document = portal.document(contact.source)
        return f"Från {document.short}, inte kontrollerat. Källa: {document.owner}."
    return f"Kontrollerat {wording.day(verified.date)} av {verified.role}: {verified.how}."


def stale(verified: Verified | None) -> Stale | None:
    """When a check is older than twelve months; None where there is no check."""
    if verified is None:
        return None
    return Stale(
        last=_a_year_after(verified.date),
        plain="Är det mer än tolv månader sedan? Då kan uppgifterna ha ändrats.",
        late="Det är mer än tolv månader sedan. Uppgifterna kan ha ändrats.",
    )


def _a_year_after(day: dt.date) -> dt.date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap_day else day.day)
