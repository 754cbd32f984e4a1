"""A page that has moved leads to the page where its subject stands now, and says so."""

import posixpath
from collections.abc import Iterator

from macros.pages import Page, Pages, address
from macros.portal import Portal
from macros.problems import Problem, suggestion


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """En sida som har flyttat leder direkt till sidan som gäller, och säger det.

    Webbläsaren går vidare av sig själv. Den som stannar på sidan ska ändå se vart den leder:
    genom en länk, eller genom makrot `moved_on` för ett distrikt.

    Godkänns: `moved_to: /kontakter/` i sidhuvudet och `[Kontakter](kontakter/index.md)` på sidan.
    Stoppas: `moved_to: /kontakt/` när ingen sida har den adressen, eller när den sidan också har
    flyttat.
    """
    by_url = {page.url: page for page in pages.pages}
    unreadable = {address(problem.file) for problem in pages.problems}
    for page in pages.pages:
        target = page.head.record.moved_to
        if target is None or target in unreadable:
            continue
        if target not in by_url:
            hint = suggestion(target, by_url.keys()) or " Rätta adressen."
            yield page.head.problem(("moved_to",), f"Sidan {target} finns inte.{hint}")
        elif by_url[target].head.record.moved_to is not None:
            yield page.head.problem(("moved_to",), _moved(page, target, by_url))
        elif not _says_so(page, target):
            message = (
                f"Sidan visar inte vart den har flyttat. Lägg till en länk till {target} "
                "i texten, eller makrot moved_on för ett distrikt."
            )
            yield page.head.problem(("moved_to",), message)


def _moved(page: Page, target: str, by_url: dict[str, Page]) -> str:
    seen = {page.url}
    last = target
    while last not in seen and last in by_url and (on := by_url[last].head.record.moved_to):
        seen.add(last)
        last = on
    if last in seen:
        return f"Sidan leder runt: {target} leder tillbaka. Skriv adressen till en sida som gäller."
    return f"Sidan {target} har själv flyttat. Skriv dit den leder: {last}."


def _says_so(page: Page, target: str) -> bool:
    folder = posixpath.dirname(page.file)
    links = (link.target.partition("#")[0] for link in page.links)
    led_to = {
        address(posixpath.normpath(posixpath.join(folder, link))) if link.endswith(".md") else link
        for link in links
    }
    return target in led_to or any(call.macro == "moved_on" for call in page.calls)
