"""The contact that the settings name for whoever does not know where to turn."""

from dataclasses import dataclass

from macros.model.contact import Contact
from macros.model.settings import Settings
from macros.portal import NATION, Place, Portal
from macros.views import contact_card, verification, wording
from macros.views.contact_card import Card


@dataclass(frozen=True)
class Way:
    """Where to turn in a municipality, for whoever does not know.

    Attributes:
        centre: The contact centre, its municipality's name left out; nothing where there is none.
        number: As one writes it, with its address in `link`.
        checked: How sure the number is.
        ask: Whom to ask where there is no contact centre.
    """

    place: str
    centre: str = ""
    number: str = ""
    link: str = ""
    checked: str = ""
    ask: str = ""


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


def ways(portal: Portal) -> list[Way]:
    """Where to turn: the portal's contact centre first, then each municipality's own, by name.

    A municipality without one is told whom to ask, unless the portal has one for all.
    """
    common = find(portal)
    found = [] if common is None else [_way(portal, *common)]
    for place in portal.children(NATION):
        own = place.contacts.record.contacts if place.contacts else ()
        centres = [
            contact for contact in own if contact.kind == "contact-centre" and contact.phones
        ]
        found += [_way(portal, place, contact) for contact in centres if (place, contact) != common]
        if not centres and common is None and place.municipality:
            found.append(Way(place.title, ask=portal.municipality(place.id).ask))
    return found


def _way(portal: Portal, place: Place, contact: Contact) -> Way:
    number = contact.phones[0].number
    return Way(
        place=place.title,
        centre=contact.title,
        number=wording.telephone(number),
        link=wording.telephone_link(number),
        checked=verification.checked(portal, contact),
    )
