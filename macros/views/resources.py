"""Material and systems under a heading for each kind, the nation's before the municipalities'."""

from dataclasses import dataclass

from macros.model.resource import Resource, Resources
from macros.portal import NATION, Place, Portal
from macros.views import sources, wording

_HEADINGS = {
    "web": ("webbplatser", "Webbplatser"),
    "course": ("utbildningar", "Utbildningar"),
    "guidance": ("vagledningar", "Vägledningar"),
    "form": ("blanketter", "Blanketter"),
    "system": ("system", "System"),
    "report": ("rapporter", "Rapporter"),
    "book": ("bocker", "Böcker"),
    "podcast": ("poddar", "Poddar"),
    "film": ("filmer", "Filmer"),
}
"""Anchor and words of each kind's heading, in the order of the page."""


@dataclass(frozen=True)
class ResourceRow:
    """One thing to read, attend, fill in or use.

    Attributes:
        scope: The municipality whose file it stands in, or None for what is of the whole nation.
        address: A link, or None where no source gives one that can be followed.
        checked: How old the address is, or that there is none.
        sources: Words and address of each document that names it.
    """

    id: str
    title: str
    scope: str | None
    text: str
    address: str | None
    as_written: str | None
    page: str | None
    checked: str
    owner: str
    uncertain: str | None
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ResourceGroup:
    """All material of one kind."""

    id: str
    title: str
    rows: tuple[ResourceRow, ...]


def view(portal: Portal) -> list[ResourceGroup]:
    """All material by kind; within a kind the nation's first, then by municipality, as written."""
    found = [
        (place, resource)
        for place in (portal.place(NATION), *portal.children(NATION))
        if (file := place.record(Resources))
        for resource in file.resources
    ]
    groups = (
        ResourceGroup(
            heading, title, tuple(_row(portal, *pair) for pair in found if pair[1].kind == kind)
        )
        for kind, (heading, title) in _HEADINGS.items()
    )
    return [group for group in groups if group.rows]


def anchor(place_id: str, resource_id: str) -> str:
    """Where a resource stands on the page: two municipalities may use the same id."""
    return "-".join(filter(None, ("material", place_id, resource_id)))


def _row(portal: Portal, place: Place, resource: Resource) -> ResourceRow:
    return ResourceRow(
        id=anchor(place.id, resource.id),
        title=resource.title,
        scope=None if place.id == NATION else place.title,
        text=resource.text,
        address=resource.address,
        as_written=resource.as_written,
        page=resource.page,
        checked=_checked(resource),
        owner=resource.owner or "framgår inte av källorna",
        uncertain=resource.uncertain,
        sources=sources.named(portal, resource.sources),
    )


def _checked(resource: Resource) -> str:
    day = wording.day(resource.retrieved) if resource.retrieved else None
    if resource.address is None:
        missing = "Ingen adress i källorna" + (" som går att följa" if resource.as_written else "")
        return f"{missing}. Hämtad {day} enligt källan." if day else f"{missing}."
    if day is None:
        return "Ingen källa säger när adressen hämtades. Den är inte kontrollerad."
    return f"Hämtad {day}, inte kontrollerad sedan dess."
