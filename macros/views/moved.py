"""Where a district that has gone up in another is found now."""

from dataclasses import dataclass

from macros.portal import Portal, succession


@dataclass(frozen=True)
class Moved:
    """What is left of a merged district: where its pages lead, and its plans.

    Attributes:
        heir: The district that answers for it today.
        guide: The address of that district's guide.
        plan: The address of that district's page.
        is_inferred: Whether no source says that it has gone up in it.
        earlier: Words and address of each of its own plans, the newest first.
        uncertainties: What is unclear about the district.
    """

    title: str
    heir: str
    guide: str
    plan: str
    is_inferred: bool
    earlier: tuple[tuple[str, str], ...]
    uncertainties: tuple[str, ...]


def view(portal: Portal, place_id: str) -> Moved:
    """A merged district."""
    place = portal.place(place_id)
    return Moved(
        title=place.title,
        heir=succession.heir(portal, place).title,
        guide=succession.guide_address(portal, place),
        plan=succession.place_address(portal, place),
        is_inferred=succession.is_inferred(place),
        earlier=tuple(
            (f"{place.title} {year}", succession.plan_address(place, year)) for year in place.years
        ),
        uncertainties=place.district.record.uncertainties if place.district else (),
    )
