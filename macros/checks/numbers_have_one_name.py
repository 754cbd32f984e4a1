"""A telephone number belongs to one contact."""

import re
from collections.abc import Iterator

from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Två kontakter på en plats har samma nummer bara om den ena går via den andra.

    Godkänns: `number: 0451-26 70 00` med `via: vaxeln`, och samma nummer hos `vaxeln`.
    Råd: samma nummer hos `vaxeln` och `socialjouren`, utan `via`. Två enheter kan dela telefon.
    """
    for place in portal.places.values():
        if place.contacts is None:
            continue
        names: dict[str, str] = {}
        for around in reversed(portal.chain(place.id)[1:]):
            contacts = around.contacts.record.contacts if around.contacts else ()
            names |= {_digits(p.number): c.title for c in contacts for p in c.phones if not p.via}
        for index, contact in enumerate(place.contacts.record.contacts):
            for number, phone in enumerate(contact.phones):
                first = names.setdefault(_digits(phone.number), contact.title)
                if first != contact.title and not phone.via:
                    message = (
                        f'Numret står också hos "{first}". Går det dit? '
                        'Lägg till "via" med den kontaktens id. Annars är ett av numren fel.'
                    )
                    path = ("contacts", index, "phones", number, "number")
                    yield place.contacts.advice(path, message)


def _digits(number: str) -> str:
    return re.sub(r"\D", "", re.sub(r"^(?:\+|00)46", "0", number))
