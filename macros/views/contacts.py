"""Contacts as cards: emergency first, then the police, then what is nearest to the place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.model.contact import Contact, Phone
from macros.portal import NATION, Place, Portal
from macros.views import contact_centre, wording

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
class PhoneRow:
    """A number, its link, and what to know before one calls it."""

    number: str
    link: str
    notes: tuple[str, ...]
    personal: bool = False


@dataclass(frozen=True)
class Card:
    """One contact ready to print."""

    id: str
    title: str
    scope: str
    emergency: bool
    when: str
    first: tuple[str, PhoneRow] | None
    """Title and number of the contact to call before this one."""
    phones: tuple[PhoneRow, ...]
    facts: tuple[tuple[str, str], ...]
    """Label and words: hours, cost and the like, in a fixed order."""
    doubtful_emails: tuple[tuple[str, str], ...]
    """Address as written and why it may be wrong; never a link."""
    emails: tuple[str, ...]
    web: str | None
    notes: tuple[str, ...]
    checked: str
    verified: bool
    indexed: bool
    """Whether search finds the card here; each contact is found at home only."""


@dataclass(frozen=True)
class ContactList:
    """The contacts of a place and what is missing there.

    `acute` holds 112 and 114 14; `near` those of the municipality and district; `national` the
    rest.
    """

    place: str
    acute: tuple[Card, ...]
    near: tuple[Card, ...]
    national: tuple[Card, ...]
    gaps: tuple[str, ...]


def contact_list(portal: Portal, place_id: str) -> ContactList:
    """The contacts that hold at a place, its own before the nation's."""
    found = portal.contacts(place_id)
    scope = {contact.id: contact for _, contact in found}
    gaps = tuple(_gaps(portal, place_id, list(scope.values())))
    if centre := contact_centre.instead(portal, place_id):
        found.append(centre)
        scope = {**(portal.known("contact", centre[0].id) or {}), **scope}
    cards = [
        (place, _card(portal, place, contact, scope, place_id)) for place, contact in _sorted(found)
    ]
    return ContactList(
        place=_neighbourhood(portal, place_id),
        acute=tuple(card for _, card in cards if card.emergency),
        near=tuple(card for place, card in cards if place.id != NATION),
        national=tuple(c for place, c in cards if place.id == NATION and not c.emergency),
        gaps=gaps,
    )


def emergency_numbers(portal: Portal) -> tuple[Card, ...]:
    """112 and 114 14."""
    return contact_list(portal, NATION).acute


def directory(portal: Portal) -> list[ContactList]:
    """Every contact once, at home: 112 and 114 14, then place by place, the nation's lines last."""
    nation = contact_list(portal, NATION)
    found = [ContactList("Akut", nation.acute, (), (), ())]
    for place in sorted(portal.places.values(), key=lambda place: place.title.casefold()):
        if place.id != NATION and place.contacts is not None:
            near = contact_list(portal, place.id).near
            own = tuple(card for card in near if card.indexed)
            found.append(ContactList(place.title, (), own, (), ()))
    found.append(ContactList("Stöd och råd i hela landet", (), (), nation.national, ()))
    return [group for group in found if group.acute or group.near or group.national]


def gap(portal: Portal, place_id: str, words: str, whom: str) -> str:
    """That a number is in none of the plans, whom to ask, and the contact centre where one is."""
    instead = contact_centre.instead(portal, place_id)
    own = (c for _, c in portal.contacts(place_id) if c.kind == "contact-centre")
    centre = next(own, instead[1] if instead else None)
    call = f" Du kan också ringa {centre.title}." if centre else ""
    missing = f"Numret till {words} i {_neighbourhood(portal, place_id)} finns inte i planerna."
    return f"{missing} Fråga {whom}.{call}"


def _neighbourhood(portal: Portal, place_id: str) -> str:
    """The name of where a place lies: for a committee or a company that is its municipality."""
    place = portal.place(place_id)
    local = place.district is None or place.district.record.body.is_local
    return place.title if local else portal.municipality(place_id).title


def _is_acute(place: Place, contact: Contact) -> bool:
    return place.id == NATION and contact.kind in {"emergency", "police"}


def _is_personal(contact: Contact) -> bool:
    """Whether its first number is one person's mobile: such a contact comes last among its own."""
    return bool(contact.phones) and contact.phones[0].personal


def _sorted(found: Iterable[tuple[Place, Contact]]) -> list[tuple[Place, Contact]]:
    """By kind, then the nearest place first, then as written; the acute numbers above all."""
    return sorted(
        found,
        key=lambda pair: (
            not _is_acute(*pair),
            _is_personal(pair[1]),
            _ORDER.index(pair[1].kind),
            -pair[0].id.count("/") if pair[0].id else 1,
        ),
    )


def _card(
    portal: Portal, place: Place, contact: Contact, scope: Mapping[str, Contact], here: str
) -> Card:
    document = portal.document(contact.source)
    facts = [
        ("Ring inte hit", contact.not_when),
        ("Gäller", contact.area),
        ("Öppet", contact.hours or ("öppettider okända" if contact.kind != "emergency" else None)),
        ("Anonymt", contact.anonymous),
        ("Kostnad", contact.cost),
        ("Efteråt", contact.afterwards),
        ("Drivs av", contact.organization),
    ]
    verified, first = contact.verified, scope.get(contact.call_first or "")
    return Card(
        id=contact.id,
        title=contact.title,
        scope=place.title,
        emergency=_is_acute(place, contact),
        when=contact.when,
        first=(first.title, _phone(first.phones[0], scope)) if first else None,
        phones=tuple(_phone(phone, scope) for phone in contact.phones),
        facts=tuple((label, words) for label, words in facts if words),
        doubtful_emails=tuple((e.address, e.doubtful) for e in contact.emails if e.doubtful),
        emails=tuple(e.address for e in contact.emails if not e.doubtful),
        web=contact.web,
        notes=tuple(
            note.text if note.uncertain is None else f"Osäkert: {note.text} {note.uncertain}"
            for note in contact.notes
        ),
        checked=f"Från {document.short}, inte kontrollerat. Källa: {document.owner}."
        if verified is None
        else f"Kontrollerat {wording.day(verified.date)} av {verified.role}: {verified.how}.",
        verified=verified is not None,
        indexed=place.id == here,
    )


def _phone(phone: Phone, scope: Mapping[str, Contact]) -> PhoneRow:
    notes = [
        "en persons mobil" if phone.personal else None,
        f"via {scope[phone.via].title}" if phone.via else None,
        f"så skrivet i planen: {phone.as_written}" if phone.as_written else None,
    ]
    link = wording.telephone_link(phone.number)
    return PhoneRow(phone.number, link, tuple(filter(None, notes)), phone.personal)


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
