"""A contact can be reached, and never first of all on somebody's own mobile."""

from collections.abc import Iterator

from macros.pages import Pages
from macros.portal import NATION, Portal
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """En kontakt går att nå, och aldrig först på någons personliga mobil.

    Godkänns: `personal: true` hos en kontakt med `call_first: polisen-114-14`.
    Stoppas: en kontakt utan nummer, e-postadress och webbadress; en personlig mobil som enda första
    nummer; ett larmnummer som saknas i plans/national/contacts.yml.
    """
    for place in portal.places.values():
        if place.contacts is None:
            continue
        for index, contact in enumerate(place.contacts.record.contacts):
            here = ("contacts", index)
            if not (contact.phones or contact.emails or contact.web):
                message = (
                    f'Kontakten "{contact.id}" går inte att nå. '
                    'Lägg till "phones", "emails" eller "web".'
                )
                yield place.contacts.problem(here, message)
            if contact.phones and contact.phones[0].personal and not contact.call_first:
                message = 'En personlig mobil får inte vara första numret. Lägg till "call_first".'
                yield place.contacts.problem((*here, "phones", 0), message)
            first = (portal.known("contact", place.id) or {}).get(contact.call_first or "")
            if first is not None and (not first.phones or first.phones[0].personal):
                message = '"call_first" ska ha ett nummer som inte är personligt. Ange en annan.'
                yield place.contacts.problem((*here, "call_first"), message)
    nation = portal.places[NATION]
    contacts = nation.contacts.record.contacts if nation.contacts else ()
    if nation.complete and not any(contact.kind == "emergency" for contact in contacts):
        message = 'Larmnumret saknas. Lägg till en kontakt med "kind: emergency".'
        yield Problem("plans/national/contacts.yml", 1, 1, message)
