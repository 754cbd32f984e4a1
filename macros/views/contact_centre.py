"""The contact that the settings name for whoever does not know where to turn."""

from dataclasses import dataclass

from macros.model.contact import Contact
from macros.model.settings import Settings
from macros.portal import NATION, Place, Portal
from macros.views import opening, phones, wording
from macros.views.opening import OpeningRow


@dataclass(frozen=True)
class Centre:
    """The contact centre in a sentence: its title, the place that it belongs to, and its number.

    Attributes:
        opening: Whether it is open now; None where its hours are not known.
    """

    title: str
    place: str
    number: str
    link: str
    opening: OpeningRow | None


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


def view(portal: Portal) -> Centre | None:
    """The contact centre ready to print, or None where the settings name none."""
    found = find(portal)
    if found is None:
        return None
    place, contact = found
    number = contact.phones[0].number
    scope = portal.known("contact", place.id) or {}
    return Centre(
        title=contact.title,
        place=place.title,
        number=wording.telephone(number),
        link=wording.telephone_link(number),
        opening=opening.row(contact.opening, phones.first(contact.instead, scope)),
    )
