"""Contacts as cards: emergency first, then the police, then what is nearest to the place."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from macros.model.contact import Contact
from macros.portal import NATION, Place, Portal
from macros.views import contact_card, contact_centre, fallback
from macros.views.contact_card import Card
from macros.views.fallback import FallbackRow

_ORDER = (
    "emergency",
    "police",
    "social-services",
    "contact-centre",
    "coordinator",
    "support",
    "helpline",
)


@dataclass(frozen=True)
class ContactList:
    """The contacts of a place and what is missing there.

    `acute` holds 112 and 114 14; `near` those of the municipality and district; `national` the
    rest; `fallback` whom to call where none of the last two answers.
    """

    place: str
    acute: tuple[Card, ...]
    near: tuple[Card, ...]
    national: tuple[Card, ...]
    gaps: tuple[str, ...]
    fallback: tuple[FallbackRow, ...]


def contact_list(portal: Portal, place_id: str) -> ContactList:
    """The contacts that hold at a place, its own before the nation's; found in the directory."""
    found = _contact_list(portal, place_id)
    return replace(
        found,
        acute=_unindexed(found.acute),
        near=_unindexed(found.near),
        national=_unindexed(found.national),
    )


def _unindexed(cards: Iterable[Card]) -> tuple[Card, ...]:
    return tuple(replace(card, indexed=False) for card in cards)


def _contact_list(portal: Portal, place_id: str) -> ContactList:
    found = portal.contacts(place_id)
    scope = {contact.id: contact for _, contact in found}
    gaps = tuple(_gaps(portal, place_id, list(scope.values())))
    if centre := contact_centre.instead(portal, place_id):
        found.append(centre)
        scope = {**(portal.known("contact", centre[0].id) or {}), **scope}
    cards = [
        (place, contact_card.view(portal, place, contact, scope, place_id))
        for place, contact in _sorted(found)
    ]
    return ContactList(
        place=_neighbourhood(portal, place_id),
        acute=tuple(card for _, card in cards if card.emergency),
        near=tuple(card for place, card in cards if place.id != NATION),
        national=tuple(c for place, c in cards if place.id == NATION and not c.emergency),
        gaps=gaps,
        fallback=fallback.view(portal, place_id),
    )


def emergency_numbers(portal: Portal) -> tuple[Card, ...]:
    """112 and 114 14."""
    return contact_list(portal, NATION).acute


def directory(portal: Portal) -> list[ContactList]:
    """Every contact once, at home: 112 and 114 14, then place by place, the nation's lines last."""
    nation = _contact_list(portal, NATION)
    found = [ContactList("Akut", nation.acute, (), (), (), ())]
    for place in sorted(portal.places.values(), key=lambda place: place.title.casefold()):
        if place.id != NATION and place.contacts is not None:
            local = _contact_list(portal, place.id)
            own = tuple(card for card in local.near if card.indexed)
            found.append(ContactList(place.title, (), own, (), (), local.fallback))
    found.append(
        ContactList("Stöd och råd i hela landet", (), (), nation.national, (), nation.fallback)
    )
    return [group for group in found if group.acute or group.near or group.national]


def gap(portal: Portal, place_id: str, words: str, whom: str) -> str:
    """That a number is in none of the plans, whom to ask, and the contact centre where one is."""
    centre = contact_centre.nearest(portal, place_id)
    call = f" Du kan också ringa {centre[1].title}." if centre else ""
    missing = f"Numret till {words} i {_neighbourhood(portal, place_id)} finns inte i planerna."
    return f"{missing} Fråga {whom}.{call}"


def _neighbourhood(portal: Portal, place_id: str) -> str:
    """The name of where a place lies: for a committee or a company that is its municipality."""
    place = portal.place(place_id)
    local = place.district is None or place.district.record.body.is_local
    return place.title if local else portal.municipality(place_id).title


def _is_personal(contact: Contact) -> bool:
    """Whether its first number is one person's mobile: such a contact comes last among its own."""
    return bool(contact.phones) and contact.phones[0].personal


def _sorted(found: Iterable[tuple[Place, Contact]]) -> list[tuple[Place, Contact]]:
    """By kind, then the nearest place first, then as written; the acute numbers above all."""
    return sorted(
        found,
        key=lambda pair: (
            not contact_card.is_acute(*pair),
            _is_personal(pair[1]),
            _ORDER.index(pair[1].kind),
            -pair[0].id.count("/") if pair[0].id else 1,
        ),
    )


def _gaps(portal: Portal, place_id: str, contacts: list[Contact]) -> Iterable[str]:
    """Yields: a sentence per number that a worried reader would need and no plan gives."""
    if place_id == NATION:
        return
    asked = {
        "social-services": ("socialtjänsten", portal.municipality(place_id).ask),
        # The coordinator is whom one would ask for the rest, so only the manager is left.
        "coordinator": ("samordnaren mot våldsbejakande extremism", "din chef"),
    }
    for kind, (words, whom) in asked.items():
        if not any(contact.kind == kind for contact in contacts):
            yield gap(portal, place_id, words, whom)
