"""The sheet for the wall: a place's numbers on one page, never somebody's own mobile."""

from dataclasses import dataclass

from macros.portal import Portal
from macros.views import contacts
from macros.views.contact_card import Card


@dataclass(frozen=True)
class SheetRow:
    """One number: whom it reaches, when to call, and how sure it is."""

    number: str
    title: str
    when: str
    checked: str


@dataclass(frozen=True)
class WallSheet:
    """The numbers of one place in the order of the guide, and what is missing."""

    place: str
    rows: tuple[SheetRow, ...]
    gaps: tuple[str, ...]


def view(portal: Portal, place_id: str) -> WallSheet:
    """The sheet of a place; a number that goes to one person's mobile is left out."""
    found = contacts.contact_list(portal, place_id)
    # Several numbers of one contact would fill the page: its first is the one to call.
    first = [
        (card, next((phone for phone in card.phones if not phone.personal), None))
        for card in (*found.acute, *found.near, *found.national)
    ]
    return WallSheet(
        place=portal.place(place_id).title,
        rows=tuple(
            SheetRow(phone.number, card.title, card.when, _checked(card))
            for card, phone in first
            if phone is not None
        ),
        gaps=found.gaps,
    )


def _checked(card: Card) -> str:
    """The day of the check, or that there was none: the sheet has no room for more."""
    return card.checked.partition(" av ")[0] if card.verified else "Inte kontrollerat"
