"""All coordinators: what each is called, how to reach whoever it is, which duties are named."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.guideline import Guideline
from macros.portal import NATION, Place, Portal, succession
from macros.views import contacts, demands, fallback, named_contacts, tasks, wording
from macros.views.fallback import FallbackRow
from macros.views.named_contacts import NamedContacts
from macros.views.tasks import Link


@dataclass(frozen=True)
class CoordinatorRow:
    """One coordinator, or that no source names any.

    Attributes:
        title: The place and what the plan calls the role.
        contacts: How to reach whoever it is.
        gap: What is missing and whom to ask; None where there is a contact or a successor.
        duties: Words of each document on the duties, and where they stand or None.
        role: Name and address of all that the role is to do; None where no role is named.
        successor: The district that has taken over, with its address here; None where none has.
        is_inferred: Whether no source says that it has.
    """

    id: str
    title: str
    where: str
    contacts: NamedContacts
    gap: str | None
    uncertain: str | None
    duties: tuple[tuple[str, str | None], ...]
    role: Link | None
    successor: Link | None
    is_inferred: bool = False


@dataclass(frozen=True)
class CoordinatorGroup:
    """A municipality's coordinators: its own, then the districts', those of merged ones last.

    Attributes:
        fallback: Whom to call where none of their contacts answers; none where they have none.
    """

    id: str
    title: str
    rows: tuple[CoordinatorRow, ...]
    fallback: tuple[FallbackRow, ...]


def view(portal: Portal) -> list[CoordinatorGroup]:
    """All coordinators, municipality by municipality."""
    homes = portal.children(NATION)
    ordered = {
        home.id: sorted([home, *portal.children(home.id)], key=succession.is_merged)
        for home in homes
    }
    every = [place for places in ordered.values() for place in places]
    named = named_contacts.view(portal, [(place.id, _contact(portal, place)) for place in every])
    reached = {place.id: contacts for place, contacts in zip(every, named, strict=True)}
    return [
        CoordinatorGroup(
            id=home.id,
            title=home.title,
            rows=tuple(_row(portal, place, reached[place.id]) for place in ordered[home.id]),
            fallback=fallback.view(portal, home.id)
            if any(_contact(portal, place) for place in ordered[home.id])
            else (),
        )
        for home in homes
    ]


def _contact(portal: Portal, place: Place) -> tuple[str, ...]:
    coordinator = tasks.coordinator(portal, place)
    return (coordinator.contact,) if coordinator and coordinator.contact else ()


def _row(portal: Portal, place: Place, reached: NamedContacts) -> CoordinatorRow:
    home = place.id.partition("/")[0]
    coordinator, taken_over = tasks.coordinator(portal, place), succession.heir(portal, place)
    is_merged = taken_over is not place
    # Whoever looks for a district's coordinator cannot ask that one; the manager is left.
    whom = "din chef" if place.district else portal.municipality(home).ask
    gap = contacts.gap(portal, place.id, "samordnaren mot våldsbejakande extremism", whom)
    called = coordinator.title if coordinator else "Källorna säger inte vem som samordnar"
    earlier = "Tidigare " if is_merged else ""
    return CoordinatorRow(
        id=_anchor(place),
        title=f"{earlier}{place.title}: {called}" if place.district else called,
        where=(coordinator.where if coordinator else None) or "framgår inte av källorna",
        contacts=reached,
        gap=None if is_merged or _contact(portal, place) else gap,
        uncertain=coordinator.uncertain if coordinator else None,
        duties=tuple(_duties(portal, place, coordinator.role if coordinator else None)),
        role=tasks.link(portal, home, coordinator.role) if coordinator else None,
        successor=(taken_over.title, f"#{_anchor(taken_over)}") if is_merged else None,
        is_inferred=succession.is_inferred(place),
    )


def _anchor(place: Place) -> str:
    return f"samordnare-{place.id.replace('/', '-')}"


def _duties(portal: Portal, place: Place, role: str | None) -> Iterator[tuple[str, str | None]]:
    """Yields: how many duties the newest plan and the guideline name, and where they stand."""
    for year in place.years[:1]:
        found = tasks.of_coordinator(portal, place, place.plans[year].record)
        if found.duties:
            yield f"Planen {year} räknar upp {_count(len(found.duties))}", found.address
        else:
            yield f"Planen {year} räknar inte upp samordnarens uppgifter.", None
    home = place.id.partition("/")[0]
    guideline = portal.place(home).record(Guideline)
    number = demands.count(portal, home).get(role or "", 0)
    if guideline is not None and number:
        name = wording.capital(portal.document(guideline.source).short)
        yield f"{name} ger rollen {_count(number)}", f"/riktlinjer/{home}/#vem-{role}"


def _count(number: int) -> str:
    return "en uppgift" if number == 1 else f"{number} uppgifter"
