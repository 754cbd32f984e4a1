"""Links to what stood on a place's page, and stands on the earlier plan's when a plan goes on."""

import re
from collections.abc import Collection, Iterator, Mapping

from macros.drafting.roll import Roll
from macros.pages import Pages
from macros.problems import Problem
from macros.source import place as place_in


def relinked(roll: Roll, content: Pages, gone: Collection[str]) -> Mapping[str, str]:
    """The texts whose links lead to a part of the page that has moved, with the new address.

    Args:
        roll: The plan that goes on.
        content: All pages.
        gone: The ids on the page that the new plan does not have.
    """
    if not gone or not roll.place.years:
        return {}
    anchors = "|".join(sorted(map(re.escape, gone)))
    link = re.compile(rf"(?<=/planer/{roll.place.id}/)(?=(?:index\.md)?#(?:{anchors})(?![\w-]))")
    # A decided plan does not change, and its own page does not link to itself by its address.
    plans = {entry.file for place in roll.portal.places.values() for entry in place.plans.values()}
    texts = {**roll.portal.texts, **content.written}
    return {
        name: link.sub(f"{roll.place.years[0]}/", text)
        for name, text in texts.items()
        if name not in plans and link.search(text)
    }


def misnamed(roll: Roll, content: Pages) -> Iterator[Problem]:
    """Yields: links to the place's page whose words name the year of the plan that stood there."""
    if not roll.place.years:
        return
    year, own = roll.place.years[0], f"content/planer/{roll.place.id}/"
    words = rf"\[[^\[\]]*\b{year}\b[^\[\]]*\]"
    link = re.compile(rf"{words}\([^()\s]*/planer/{roll.place.id}/(?:index\.md)?\)")
    for name, text in content.written.items():
        for match in () if name.startswith(own) else link.finditer(text):
            message = (
                f"Länken säger {year}, men sidan visar planen för {roll.year}. "
                "Skriv om länken, så att den stämmer alla år."
            )
            yield Problem(name, *place_in(text, match.start()), message, "warning")
