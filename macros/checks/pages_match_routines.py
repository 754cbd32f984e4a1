"""Every routine has its page, every page under /rutiner/ its routine, every guide its macro."""

from collections.abc import Iterator

from macros.model.place import District
from macros.pages import Pages, called_once
from macros.portal import NATION, Portal
from macros.portal.succession import guided
from macros.problems import Problem

_CALLERS = {"routine", "routine_list", "information_form"}
_DOES = "ha rutinen eller guiden"


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """En rutin står på sidan med sin egen adress, och platsens guide på platsens sida.

    Gäller bara en portal som har rutiner.

    Godkänns: plans/exempel/routines/barn.yml med content/rutiner/exempel/barn/index.md, som anropar
    `routine("exempel/barn")`.
    Stoppas: samma rutin utan sidan; content/vid-oro/exempel/index.md utan `worry_guide("exempel")`.
    """
    by_url = {page.url: page for page in pages.pages}
    unreadable = {problem.file for problem in pages.problems}
    routines = portal.known("routine", NATION) or {}
    for routine_id, entry in routines.items():
        url = f"/rutiner/{routine_id}/"
        file = f"content{url}index.md"
        if url in by_url:
            yield from called_once(by_url[url], "routine", routine_id, _DOES)
        elif entry is not None and file not in unreadable:
            yield entry.problem((), f"Rutinen saknar sidan {file}. Skapa den.")
    for place in guided(portal) if routines else ():
        url = f"/vid-oro/{place.id}/"
        # One that cannot be read may have merged, and its page lead to its successor's.
        unknown = District in place.files and place.district is None
        if url in by_url and not unknown:
            yield from called_once(by_url[url], "worry_guide", place.id, _DOES)
    for url, page in by_url.items():
        lost = url.startswith("/rutiner/") and url.removeprefix("/rutiner/")[:-1] not in routines
        if lost and not any(call.macro in _CALLERS for call in page.calls) and url != "/rutiner/":
            message = "Sidan har ingen rutin i plans/. Lägg till rutinen, eller ta bort sidan."
            yield Problem(page.file, 1, 1, message)
