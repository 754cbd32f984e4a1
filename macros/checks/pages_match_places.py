"""Every plan and place has its page, and every page under /planer/ and /vid-oro/ its place."""

from collections.abc import Iterator

from macros.model.place import District
from macros.pages import Page, Pages, called_once
from macros.portal import NATION, Place, Portal
from macros.portal.succession import heir, is_merged, plan_address, successor
from macros.problems import Problem

MAX_LINES = 15


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """Varje plan och plats har sin sida, och varje sida under /planer/ och /vid-oro/ sin plats.

    Den nyaste planen står på platsens egen sida, tidigare planer på `<år>/` under den. En sida har
    högst 15 rader, så att allt som sägs står i plans/. Ett distrikt som har gått upp i ett annat
    har alla sina planer på `<år>/`; dess egna två sidor leder till efterföljarens genom `moved_to`.

    Godkänns: plans/exempel/nord/2022.yml med content/planer/exempel/nord/index.md, som anropar
    `plan_sections("exempel/nord/2022")`.
    Stoppas: samma plan utan sidan, eller sidan utan planen.
    """
    by_url = {page.url: page for page in pages.pages}
    unreadable = {problem.file for problem in pages.problems}
    expected: set[str] = set()
    for place in portal.places.values():
        if place.id == NATION:
            continue
        if District in place.files and place.district is None:
            # Whether it has merged, and so where its pages are, cannot be said.
            urls = (f"/planer/{place.id}/", f"/vid-oro/{place.id}/")
            expected |= {*urls, *(f"{urls[0]}{year}/" for year in place.years)}
            continue
        for folder in ("planer", "vid-oro"):
            url = f"/{folder}/{place.id}/"
            expected.add(url)
            if url not in by_url and f"content{url}index.md" not in unreadable:
                message = f"Platsen saknar sidan content{url}index.md. Skapa den."
                yield Problem(_file(place), 1, 1, message)
            if url in by_url:
                yield from _leads_wrong(portal, place, folder, by_url)
        for year in place.years:
            url = plan_address(place, year)
            expected.add(url)
            yield from _plan_without_page(place, year, url, by_url, unreadable)
    for url, page in by_url.items():
        if url.count("/") > 2 and url.startswith(("/planer/", "/vid-oro/")):  # noqa: PLR2004 - below the index
            yield from _page_without_place(page, url, expected)


def _leads_wrong(
    portal: Portal, place: Place, folder: str, by_url: dict[str, Page]
) -> Iterator[Problem]:
    """Yields: a problem where the page of a place has moved and the place not, or the reverse."""
    page = by_url[f"/{folder}/{place.id}/"]
    target = page.head.record.moved_to
    following = heir(portal, place)
    wanted = f"/{folder}/{following.id}/"
    if not is_merged(place):
        if target is not None:
            message = (
                f"{place.title} har inte gått upp i något annat. Ta bort raden, eller skriv "
                f"successor i {_file(place)}."
            )
            yield page.head.problem(("moved_to",), message)
    elif following is place or successor(portal, following) is not None:
        # An unknown successor, or districts that have gone up in each other: told of there.
        return
    elif target is None:
        message = (
            f"Distriktet har gått upp i {following.title}, så sidan ska leda dit. "
            f"Skriv moved_to: {wanted} i sidhuvudet."
        )
        yield Problem(page.file, 1, 1, message)
    elif target != wanted and not (target in by_url and by_url[target].head.record.moved_to):
        message = f"Sidan ska leda till efterföljarens sida. Skriv {wanted}."
        yield page.head.problem(("moved_to",), message)


def _plan_without_page(
    place: Place, year: int, url: str, by_url: dict[str, Page], unreadable: set[str]
) -> Iterator[Problem]:
    page = by_url.get(url)
    if page is None:
        if url != f"/planer/{place.id}/" and f"content{url}index.md" not in unreadable:
            message = f"Planen saknar sidan content{url}index.md. Skapa den."
            yield Problem(f"plans/{place.id}/{year}.yml", 1, 1, message)
        return
    for macro in ("plan_summary", "plan_sections"):
        yield from called_once(page, macro, f"{place.id}/{year}", "visa planen")


def _page_without_place(page: Page, url: str, expected: set[str]) -> Iterator[Problem]:
    if url not in expected:
        path = url.strip("/").partition("/")[2]
        message = (
            f"Sidan har ingen plan eller plats i plans/{path}. Skapa den, eller ta bort sidan."
        )
        yield Problem(page.file, 1, 1, message)
    elif url.startswith("/planer/") and page.lines > MAX_LINES:
        message = (
            f"Sidan är längre än {MAX_LINES} rader. "
            "Flytta texten till planen eller till en gemensam text."
        )
        yield Problem(page.file, MAX_LINES + 1, 1, message)


def _file(place: Place) -> str:
    return f"plans/{place.id}/{'district' if '/' in place.id else 'municipality'}.yml"
