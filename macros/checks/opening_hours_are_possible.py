"""Opening hours end after they begin, and say once whether a contact is open."""

from collections.abc import Iterator
from typing import Any

from macros.model.contact import Contact, Contacts
from macros.model.opening import overlap
from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem
from macros.reading import Entry


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Öppettider slutar efter att de börjar, krockar inte och säger en sak om helgdagar.

    Godkänns: `from: "17:00"` och `to: "24:00"`, sedan `from: "00:00"` och `to: "08:00"`.
    Stoppas: `from: "17:00"` och `to: "08:00"`; samma måndag 8–12 och 11–17; `days: [holiday]` med
    `closed_on_holidays: true`; både `hours` och `opening`.
    """
    for place in portal.places.values():
        if place.contacts is not None:
            for index, contact in enumerate(place.contacts.record.contacts):
                yield from _faults(place.contacts, contact, ("contacts", index))


def _faults(entry: Entry[Contacts], contact: Contact, here: tuple[Any, ...]) -> Iterator[Problem]:
    if contact.hours and contact.opening:
        message = 'Öppettiderna står två gånger. Ta bort "hours" eller "opening".'
        yield entry.problem((*here, "hours"), message)
    for number, hours in enumerate(contact.opening):
        path = (*here, "opening", number)
        if not hours.days:
            yield entry.problem((*path, "days"), "Dagarna saknas. Skriv minst en dag.")
        if hours.end <= hours.start:
            message = (
                "Det stänger innan det öppnar. Tider över midnatt skrivs som två: "
                "till 24:00, och från 00:00 nästa dag."
            )
            yield entry.problem((*path, "to"), message)
        if "holiday" in hours.days and hours.closed_on_holidays:
            message = 'Öppet och stängt på helgdagar. Ta bort "holiday", eller skriv false.'
            yield entry.problem((*path, "closed_on_holidays"), message)
        for earlier in range(number):
            if overlap(contact.opening[earlier], hours):
                line = entry.problem((*here, "opening", earlier, "from"), "").line
                message = f"Tiderna krockar med dem på rad {line}. Skriv varje tid en gång."
                yield entry.problem((*path, "from"), message)
