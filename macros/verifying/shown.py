"""A contact in the terminal: everything in it that may have become wrong."""

from collections.abc import Iterator, Mapping

from macros.model.contact import Contact
from macros.portal import Place, Portal
from macros.views import opening, phones, verification


def lines(portal: Portal, place: Place, contact: Contact) -> Iterator[str]:
    """Yields: what is known of a contact and when it was checked, one label and its words a line.

    Args:
        portal: All the data.
        place: Where the contact is at home.
        contact: As it stands now.
    """
    scope = {one.id: one for _, one in portal.contacts(place.id)}
    for label, words in _facts(contact, scope):
        if words:
            yield f"{label}: {words}"
    yield verification.checked(portal, contact)


def _facts(contact: Contact, scope: Mapping[str, Contact]) -> Iterator[tuple[str, str | None]]:
    for phone in contact.phones:
        row = phones.row(phone, scope)
        yield "Nummer", f"{phone.number} ({', '.join(row.notes)})" if row.notes else phone.number
    for email in contact.emails:
        doubt = f" (tveksam: {email.doubtful})" if email.doubtful else ""
        yield "E-post", f"{email.address}{doubt}"
    yield "Webb", contact.web
    yield "Öppet", opening.words(contact.opening) if contact.opening else contact.hours
    yield "När", contact.when
    yield "När inte", contact.not_when
    yield "Gäller", contact.area
    yield "Drivs av", contact.organization
    yield "Anonymt", contact.anonymous
    yield "Kostnad", contact.cost
    yield "Efteråt", contact.afterwards
    for note in contact.notes:
        yield "Anmärkning", " ".join(filter(None, [note.text, note.uncertain]))
