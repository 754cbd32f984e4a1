"""Support from all municipalities on one page: by whom it is for, then by municipality."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.model.support import ForWhom, Support, Supports
from macros.portal import NATION, Place, Portal
from macros.portal.succession import plan_address
from macros.views import fallback, named_contacts, sources, tasks, wording
from macros.views.fallback import FallbackRow
from macros.views.named_contacts import NamedContacts

_GROUPS: dict[ForWhom, tuple[str, str, str]] = {
    "relatives": ("anhoriga", "Anhöriga", "anhöriga"),
    "leaving": ("lamna", "Den som vill lämna", "den som vill lämna"),
    "affected": ("drabbade", "Drabbade", "drabbade"),
    "professionals": (
        "yrket",
        "Du som i ditt yrke behöver stöd",
        "dig i ditt yrke",
    ),
}
"""Anchor, heading and words of each group, in the order of the page."""


@dataclass(frozen=True)
class Difference:
    """What one plan says otherwise: its name and address, and its words in Markdown."""

    plan: str
    address: str
    text: str


@dataclass(frozen=True)
class SupportRow:
    """One kind of support, where it stands in full.

    Attributes:
        for_whom: All its groups, in words.
        text: Markdown.
        law: Whose words on law these are, or None where they are not on law.
        sources: Words and address of each document that says so.
    """

    id: str
    title: str
    for_whom: str
    text: str
    differences: tuple[Difference, ...]
    contacts: NamedContacts
    missing: str | None
    law: str | None
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SupportPart:
    """What one municipality has for one group.

    Attributes:
        title: The heading, which no other part has.
        place: The municipality's name.
        also: Words and address of what stands under another group and is for this one, too.
        fallback: Whom to call where none of its contacts answers; none where it names none.
    """

    id: str
    title: str
    place: str
    rows: tuple[SupportRow, ...]
    also: tuple[tuple[str, str], ...]
    fallback: tuple[FallbackRow, ...]


@dataclass(frozen=True)
class SupportGroup:
    """All support for one group."""

    id: str
    title: str
    parts: tuple[SupportPart, ...]


@dataclass(frozen=True)
class SupportPage:
    """The groups, and the names of the municipalities that have nothing here."""

    groups: tuple[SupportGroup, ...]
    without: tuple[str, ...]


def view(portal: Portal) -> SupportPage:
    """All support; each stands once, in its first group, and each contact's card once."""
    homes = portal.children(NATION)
    found = [(home, file.support) for home in homes if (file := home.record(Supports))]
    ordered = [
        (home, one)
        for group in _GROUPS
        for home, support in found
        for one in support
        if one.for_whom[0] == group
    ]
    named = named_contacts.view(portal, [(home.id, one.contacts) for home, one in ordered])
    rows = {
        _anchor(home, one): _row(portal, home, one, contacts)
        for (home, one), contacts in zip(ordered, named, strict=True)
    }
    groups = tuple(
        SupportGroup(
            anchor,
            title,
            tuple(_part(portal, home, support, group, rows) for home, support in found),
        )
        for group, (anchor, title, _) in _GROUPS.items()
    )
    without = [home.title for home in homes if home.record(Supports) is None]
    return SupportPage(groups if found else (), tuple(without))


def _part(
    portal: Portal,
    home: Place,
    support: Iterable[Support],
    group: ForWhom,
    rows: Mapping[str, SupportRow],
) -> SupportPart:
    """What a municipality has for a group."""
    first = [one for one in support if one.for_whom[0] == group]
    return SupportPart(
        id=f"{_GROUPS[group][0]}-{home.id}",
        title=f"{home.title}: för {_GROUPS[group][2]}",
        place=home.title,
        rows=tuple(rows[_anchor(home, one)] for one in first),
        also=tuple(
            (one.title, f"#{_anchor(home, one)}") for one in support if group in one.for_whom[1:]
        ),
        fallback=fallback.view(portal, home.id) if any(one.contacts for one in first) else (),
    )


def _anchor(home: Place, support: Support) -> str:
    return f"stod-{home.id}-{support.id}"


def _row(portal: Portal, home: Place, support: Support, contacts: NamedContacts) -> SupportRow:
    documents = sorted(map(portal.document, support.sources), key=lambda d: d.year)
    law = wording.joined([document.short for document in documents])
    return SupportRow(
        id=_anchor(home, support),
        title=support.title,
        for_whom=wording.joined([_GROUPS[group][2] for group in support.for_whom]),
        text=support.text,
        differences=tuple(_differences(portal, support)),
        contacts=contacts,
        missing=support.missing,
        law=law if support.legal_note else None,
        sources=sources.named(portal, support.sources),
    )


def _differences(portal: Portal, support: Support) -> Iterator[Difference]:
    for difference in support.differences:
        place, plan = portal.plan(difference.plan)
        address = plan_address(place, plan.year)
        yield Difference(tasks.plan_title(place, plan), address, difference.text)
