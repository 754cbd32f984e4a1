"""The contact that the settings name for whoever does not know where to turn."""

from macros.model.contact import Contact
from macros.model.settings import Settings
from macros.portal import NATION, Place, Portal
from macros.views import contact_card
from macros.views.contact_card import Card


def find(portal: Portal) -> tuple[Place, Contact] | None:
    """The contact centre with its place, or None where the settings name none."""
    settings = portal.place(NATION).record(Settings)
    if settings is None or settings.contact_centre is None:
        return None
    named = settings.contact_centre
    return portal.place(named.place), portal.find("contact", named.contact, named.place)


def instead(portal: Portal, place_id: str) -> tuple[Place, Contact] | None:
    """The contact centre for a place in a municipality that has none of its own, or None."""
    found = find(portal)
    if found is None or place_id == NATION:
        return None
    for _, contact in portal.contacts(place_id):
        if contact.kind == "contact-centre" or contact.id == found[1].id:
            return None
    return found


def nearest(portal: Portal, place_id: str) -> tuple[Place, Contact] | None:
    """The contact centre of a place itself, else the portal's, or None where there is neither."""
    own = (pair for pair in portal.contacts(place_id) if pair[1].kind == "contact-centre")
    return next(own, None) or instead(portal, place_id)


def view(portal: Portal) -> Card | None:
    """The card of the contact centre, or None where the settings name none."""
    found = find(portal)
    if found is None:
        return None
    place, contact = found
    scope = portal.known("contact", place.id) or {}
    return contact_card.view(portal, place, contact, scope, NATION)
