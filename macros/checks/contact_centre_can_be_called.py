"""The portal's contact centre is a contact with a number."""

from collections.abc import Iterator

from macros.model.settings import Settings
from macros.pages import Pages
from macros.portal import NATION, Portal
from macros.problems import Problem, suggestion


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Portalens kontaktcenter är en kontakt med nummer, på platsen som inställningarna anger.

    Godkänns: `place: exempel` och `contact: kontaktcenter`, där platsen har den kontakten.
    Stoppas: en kontakt på en annan plats; en kontakt som bara har en e-postadress.
    """
    entry = portal.places[NATION].entry(Settings)
    named = entry.record.contact_centre if entry else None
    # Whether the place exists is for the rule on references.
    if entry is None or named is None or named.place not in portal.places:
        return
    known = portal.known("contact", named.place)
    if known is None:
        return
    contact = known.get(named.contact)
    here = ("contact_centre", "contact")
    if contact is None:
        hint = suggestion(named.contact, known) or " Ange en kontakt som gäller på platsen."
        yield entry.problem(here, f'Okänt id "{named.contact}" för kontakt.{hint}')
    elif not contact.phones:
        message = f'Kontakten "{named.contact}" har inget nummer. Ange en kontakt med "phones".'
        yield entry.problem(here, message)
