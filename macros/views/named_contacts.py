"""Contacts that the texts of a page name: each card once on the page, elsewhere a short mention."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from macros.portal import Portal
from macros.views import contacts
from macros.views.contact_card import Card
from macros.views.opening import OpeningRow
from macros.views.phones import PhoneRow
from macros.views.verification import Stale

Naming = tuple[str, Sequence[str]]
"""Where the ids are looked up, and the contacts that one text names, the most important first."""


@dataclass(frozen=True)
class Mention:
    """A contact whose card stands elsewhere on the page.

    Attributes:
        phone: Its first number, or None where another is to be called before it.
        opening: Whether it is open now; None where its hours are not known.
        checked: How sure the number is.
        stale: Whether that was too long ago; None where nobody has checked it.
    """

    title: str
    address: str
    phone: PhoneRow | None
    opening: OpeningRow | None
    checked: str
    stale: Stale | None


@dataclass(frozen=True)
class NamedContacts:
    """The contacts of one text: those whose cards stand there, and mentions of the others."""

    cards: tuple[Card, ...]
    mentions: tuple[Mention, ...]


def view(portal: Portal, namings: Sequence[Naming]) -> list[NamedContacts]:
    """The contacts of each text of a page, in the order of the page.

    A card stands with the text that names the fewest contacts, since that one is most about it.
    """
    found = [list(_cards(portal, *naming)) for naming in namings]
    homes: dict[str, int] = {}
    for index in sorted(range(len(found)), key=lambda index: len(found[index])):
        for card in found[index]:
            homes.setdefault(card.id, index)
    return [
        NamedContacts(
            tuple(card for card in cards if homes[card.id] == index),
            tuple(_mention(card) for card in cards if homes[card.id] != index),
        )
        for index, cards in enumerate(found)
    ]


def _cards(portal: Portal, place_id: str, ids: Sequence[str]) -> Iterator[Card]:
    scope = contacts.contact_list(portal, place_id)
    known = {card.id: card for card in (*scope.near, *scope.acute, *scope.national)}
    near = {card.id for card in scope.near}
    for contact_id in ids:
        # Two municipalities may use the same id for contacts of their own.
        own = f"{place_id.partition('/')[0]}-{contact_id}" if contact_id in near else contact_id
        yield replace(known[contact_id], id=own, indexed=False)


def _mention(card: Card) -> Mention:
    phone = card.phones[0] if card.phones and card.first is None else None
    address = f"#kontakt-{card.id}"
    return Mention(card.title, address, phone, card.opening, card.checked, card.stale)
