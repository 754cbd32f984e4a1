"""What the plan wrote is the number that is shown, in another form."""

import re
from collections.abc import Iterator

from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Numret så som planen skriver det (`as_written`) har samma siffror som numret självt.

    Kortet visar båda. Byter någon numret och låter raden stå, läser den som ringer två nummer.

    Godkänns: `number: 0451-26 88 60` med `as_written: 0451- 26 88 60`.
    Råd: samma rad under `number: 0451-26 88 61`. Planen kan ha skrivit fel.
    """
    for place in portal.places.values():
        if place.contacts is None:
            continue
        for index, contact in enumerate(place.contacts.record.contacts):
            for number, phone in enumerate(contact.phones):
                if phone.as_written and _digits(phone.as_written) != _digits(phone.number):
                    path = ("contacts", index, "phones", number, "as_written")
                    yield place.contacts.advice(
                        path,
                        "Planen skrev ett annat nummer, och båda visas. "
                        "Är numret bytt? Ta bort den här raden.",
                    )


def _digits(number: str) -> str:
    return re.sub(r"\D", "", re.sub(r"^(?:\+|00)46(?: *\(0\))?", "0", number))
