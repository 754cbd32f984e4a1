"""Whoever finds a contact closed is told whom to call, and that one answers then."""

from collections.abc import Iterator
from typing import Any

from macros.model.contact import Contact, Contacts
from macros.model.opening import WEEK, closed_from, hours_on, joined
from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem
from macros.reading import Entry


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """En kontakt som stänger säger vem man ringer i stället, och den svarar då.

    Öppettider som inte är kända räknas som öppet: det kortet säger det självt.

    Godkänns: `opening` på vardagar med `instead: polisen-114-14`.
    Stoppas: `opening` på vardagar utan `instead`; två kontakter som hänvisar till varandra och båda
    är stängda på söndagar; en kontakt i `instead` som bara har en personlig mobil.
    """
    for place in portal.places.values():
        known = portal.known("contact", place.id)
        if place.contacts is None or known is None:
            continue
        for index, contact in enumerate(place.contacts.record.contacts):
            here = ("contacts", index)
            if not contact.opening:
                if contact.instead:
                    message = '"instead" behövs bara ihop med "opening". Ta bort raden.'
                    yield place.contacts.problem((*here, "instead"), message)
            elif contact.instead is None:
                if _closed(contact, None):
                    message = 'Kontakten stänger. Ange med "instead" vem man ska ringa då.'
                    yield place.contacts.problem((*here, "opening"), message)
            elif contact.instead in known:
                yield from _faults(place.contacts, contact, known[contact.instead], here)


def _faults(
    entry: Entry[Contacts], contact: Contact, other: Contact, here: tuple[Any, ...]
) -> Iterator[Problem]:
    if other.id == contact.id:
        yield entry.problem((*here, "instead"), '"instead" är kontakten själv. Ange en annan.')
    elif not other.phones or other.phones[0].personal:
        message = '"instead" ska ha ett nummer som inte är personligt. Ange en annan.'
        yield entry.problem((*here, "instead"), message)
    elif other.opening and (when := _closed(contact, other)):
        message = f'"{other.id}" är också stängt {when}. Ange en kontakt som svarar då.'
        yield entry.problem((*here, "instead"), message)


def _closed(contact: Contact, other: Contact | None) -> str | None:
    """When neither is open for the first time in a week, or in one of holidays; None if never."""
    for holiday in (False, True):
        for day, name in WEEK.items():
            hours = hours_on(contact.opening, day, holiday=holiday)
            others = hours_on(other.opening, day, holiday=holiday) if other else ()
            minute = closed_from(joined((*hours, *others)))
            if minute is not None:
                when = f"{minute // 60:02}:{minute % 60:02}"
                return f"när en helgdag är en {name}, {when}" if holiday else f"{name} {when}"
    return None
