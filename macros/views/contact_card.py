"""One contact as a card, the same wherever it stands: when to call, the numbers, what is known."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.contact import Contact
from macros.model.host import in_ascii
from macros.portal import NATION, Place, Portal
from macros.portal.audience import AUDIENCE_NAMES
from macros.views import edit, opening, phones, verification
from macros.views.opening import OpeningRow
from macros.views.phones import PhoneRow
from macros.views.verification import Stale


@dataclass(frozen=True)
class Card:
    """One contact ready to print.

    Attributes:
        first: Title and number of the contact to call before this one.
        opening: Whether it is open now; None where its hours are not known.
        hours: When it is open, or that it is not known, in a sentence; None for 112.
        facts: Label and words: hours, cost and the like, in a fixed order.
        emails: Address and link.
        doubtful_emails: Address as written and why it may be wrong; never a link.
        web: Address and link.
        checked: Where it comes from, or who checked it and when.
        stale: Whether that was too long ago; None where nobody has checked it.
        indexed: Whether search finds the card here; each contact is found at home only.
        edit: The address where it is edited, or None where no host is set.
    """

    id: str
    title: str
    scope: str
    emergency: bool
    when: str
    first: tuple[str, PhoneRow] | None
    opening: OpeningRow | None
    phones: tuple[PhoneRow, ...]
    hours: str | None
    facts: tuple[tuple[str, str], ...]
    emails: tuple[tuple[str, str], ...]
    doubtful_emails: tuple[tuple[str, str], ...]
    web: tuple[str, str] | None
    notes: tuple[str, ...]
    checked: str
    stale: Stale | None
    verified: bool
    indexed: bool
    edit: str | None


def is_acute(place: Place, contact: Contact) -> bool:
    """Whether it is one of the numbers that stand above all others: 112 and 114 14."""
    return place.id == NATION and contact.kind in {"emergency", "police"}


def view(
    portal: Portal, place: Place, contact: Contact, scope: Mapping[str, Contact], here: str
) -> Card:
    """The card of a contact.

    Args:
        portal: All the data.
        place: Where the contact is at home.
        contact: The contact itself.
        scope: By id, the contacts that it may refer to.
        here: The id of the place whose page the card stands on.
    """
    return Card(
        id=contact.id,
        title=contact.title,
        scope=place.title,
        emergency=is_acute(place, contact),
        when=contact.when,
        first=phones.first(contact.call_first, scope),
        opening=opening.row(contact.opening, phones.first(contact.instead, scope)),
        phones=tuple(phones.row(phone, scope) for phone in contact.phones),
        hours=_hours(contact),
        facts=_facts(contact),
        emails=tuple(
            (e.address, f"mailto:{in_ascii(e.address)}") for e in contact.emails if not e.doubtful
        ),
        doubtful_emails=tuple((e.address, e.doubtful) for e in contact.emails if e.doubtful),
        web=(contact.web, in_ascii(contact.web)) if contact.web else None,
        notes=tuple(
            note.text if note.uncertain is None else f"Osäkert: {note.text} {note.uncertain}"
            for note in contact.notes
        ),
        checked=verification.checked(portal, contact),
        stale=verification.stale(contact.verified),
        verified=contact.verified is not None,
        indexed=place.id == here,
        edit=edit.contact(portal, place, contact),
    )


def _hours(contact: Contact) -> str | None:
    known = opening.words(contact.opening) if contact.opening else contact.hours
    if known:
        return f"Öppet: {known.removesuffix('.')}."
    return None if contact.kind == "emergency" else "Öppettider okända."


def _facts(contact: Contact) -> tuple[tuple[str, str], ...]:
    """Label and words of what is known; what may be missing is said once for a list of cards."""
    hours = opening.words(contact.opening) if contact.opening else contact.hours
    # 112 answers everybody at all hours.
    asked = contact.kind != "emergency"
    facts = [
        ("Ring inte hit", contact.not_when),
        ("Gäller", contact.area),
        ("Öppet", hours or ("öppettider okända" if asked else None)),
        ("Kortet är för", AUDIENCE_NAMES[contact.audience] if asked else None),
        ("Anonymt", contact.anonymous),
        ("Kostnad", contact.cost),
        ("Efteråt", contact.afterwards),
        ("Drivs av", contact.organization),
    ]
    return tuple((label, words) for label, words in facts if words)
