"""The pages of a place when it gets a plan: the newest has the place's own, others their year's."""

import re

from macros.drafting import thin_pages
from macros.drafting.draft import Draft
from macros.pages import Pages
from macros.portal import Place
from macros.portal.succession import is_merged

_RELATIVE = re.compile(r"(?<=\]\()(?!/|#|[a-z]+:)")
_HEADING = re.compile(r"(?m)^# .*$")
_TITLE = re.compile(r"(?m)^title: *(?P<quote>[\"']?)(?P<title>.*?)(?P=quote)$")


def plan_pages(pages: Pages, place: Place, year: int) -> Draft:
    """The page of a new plan, and what that makes of the pages that are there."""
    own = f"content/planer/{place.id}/index.md"
    older = f"content/planer/{place.id}/{year}/index.md"
    written = pages.written.get(own)
    if is_merged(place) or (place.years and year < place.years[0]):
        return Draft({older: thin_pages.plan(place.id, place.title, year, newest=False)})
    if written is None:
        return Draft({own: thin_pages.plan(place.id, place.title, year, newest=True)})
    if not place.years:
        return Draft({}, {own: _with_plan(written, place, year)})
    before = place.years[0]
    moved = f"content/planer/{place.id}/{before}/index.md"
    page = {moved: _moved(written, before)}
    return Draft(page, {own: _renewed(written, place, before, year)})


def _moved(written: str, year: int) -> str:
    """A page one folder further down: with its year in the menu, and its links still right."""

    def titled(match: re.Match[str]) -> str:
        words = match["title"] if str(year) in match["title"] else f"{match['title']} {year}"
        return f"title: {match['quote']}{words}{match['quote']}"

    def headed(match: re.Match[str]) -> str:
        return match[0] if str(year) in match[0] else f"{match[0]}: handlingsplan {year}"

    named = _HEADING.sub(headed, _TITLE.sub(titled, written, count=1), count=1)
    return _RELATIVE.sub("../", named)


def _renewed(written: str, place: Place, before: int, year: int) -> str:
    """The place's page with the new plan for the one before it; other words stay."""
    renewed = written.replace(f'("{place.id}/{before}")', f'("{place.id}/{year}")')
    if "{{ plan_changes(" not in renewed:
        changes = thin_pages.call("plan_changes", f"{place.id}/{year}")
        renewed = f"{renewed.rstrip()}\n\n{changes}\n"
    lines = renewed.splitlines(keepends=True)
    return "".join(
        line.replace(str(before), str(year)) if line.startswith("# ") else line for line in lines
    )


def _with_plan(written: str, place: Place, year: int) -> str:
    """The page of a place without a plan, with one."""
    whole = thin_pages.plan(place.id, place.title, year, newest=True)
    if written == thin_pages.place_without_plan(place.id, place.title):
        return whole
    # Somebody has written on it: what the page says stays, between the plan's facts and its texts.
    name = f"{place.id}/{year}"
    head, mark, rest = written.partition("\n# ")
    title, _, body = rest.partition("\n")
    calls = [thin_pages.call(macro, name) for macro in ("plan_summary", "plan_sections")]
    end = [calls[1], thin_pages.call("plan_changes", name)]
    return "\n\n".join([f"{head}{mark}{title}", calls[0], body.strip("\n"), *end]) + "\n"
