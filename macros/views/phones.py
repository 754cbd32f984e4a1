"""Numbers as readers see and call them, each with what to know before one calls."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.contact import Contact, Phone
from macros.views import wording


@dataclass(frozen=True)
class PhoneRow:
    """A number, its link, and what to know before one calls it."""

    number: str
    link: str
    notes: tuple[str, ...]
    personal: bool = False


def row(phone: Phone, scope: Mapping[str, Contact]) -> PhoneRow:
    """A number of a contact; `scope` holds the contacts that it may go through, by id."""
    notes = [
        "en persons mobil" if phone.personal else None,
        f"via {scope[phone.via].title}" if phone.via else None,
        f"så skrivet i planen: {phone.as_written}" if phone.as_written else None,
    ]
    return PhoneRow(
        wording.telephone(phone.number),
        wording.telephone_link(phone.number),
        tuple(note for note in notes if note),
        phone.personal,
    )


def first(contact_id: str | None, scope: Mapping[str, Contact]) -> tuple[str, PhoneRow] | None:
    """Title and first number of the contact that another one refers to; None without one."""
    if contact_id is None:
        return None
    contact = scope[contact_id]
    return contact.title, row(contact.phones[0], scope)
