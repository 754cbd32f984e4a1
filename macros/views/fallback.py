"""Whom to call where nobody answers: 112 and the police, and the contact centre where one is."""

from dataclasses import dataclass

from macros.model.contact import Contact
from macros.portal import NATION, Portal
from macros.views import contact_centre, wording


@dataclass(frozen=True)
class FallbackRow:
    """One number, and when or whom it is for."""

    number: str
    link: str
    words: str


def view(portal: Portal, place_id: str) -> tuple[FallbackRow, ...]:
    """The numbers that take over from any contact of a place, 112 first."""
    found = portal.contacts(place_id)
    nation = [contact for place, contact in found if place.id == NATION]
    rows = [_row(c, "om läget är akut") for c in nation if c.kind == "emergency" and c.phones]
    rows += [_row(c, c.title) for c in nation if c.kind == "police" and c.phones]
    centre = contact_centre.nearest(portal, place_id)
    if centre is not None and centre[1].phones:
        place, contact = centre
        # Another municipality's is not to be taken for one's own.
        is_own = place.id in {around.id for around in portal.chain(place_id)}
        rows.append(_row(contact, contact.title if is_own else f"{contact.title}, {place.title}"))
    return tuple(rows)


def _row(contact: Contact, words: str) -> FallbackRow:
    number = contact.phones[0].number
    return FallbackRow(wording.telephone(number), wording.telephone_link(number), words)
