"""The menu, made from the pages' own titles and places in the order."""

import re
from dataclasses import dataclass

from macros.pages import Page

_LAST = 1_000
_WORRIED = "/vid-oro/"
"""The page that has a door of its own on the start page."""
_UNLISTED = re.compile(r"/(ansvar|rutiner)/[^/]+/([^/]+/)+")
"""The pages of single roles and routines: dozens, each listed on a page above; see not_in_nav."""


@dataclass(frozen=True)
class Subject:
    """A page of the menu's first level: what it is called, what it holds, and its address."""

    title: str
    description: str | None
    url: str


def menu(pages: tuple[Page, ...]) -> list[object]:
    """The navigation as MkDocs wants it: file names, and lists of them under a section's title.

    A folder's own page gives the section its title and stands first in it. A page whose folder has
    no page of its own stands in the nearest folder above that has one.
    """
    by_url = {page.url: page for page in pages if is_listed(page)}
    below: dict[str, list[Page]] = {}
    for page in sorted(by_url.values(), key=_rank):
        below.setdefault(_above(page.url, by_url), []).append(page)
    return _section("/", by_url, below)


def is_listed(page: Page) -> bool:
    """Whether the page stands in the menu."""
    return _UNLISTED.fullmatch(page.url) is None and page.head.record.moved_to is None


def subjects(pages: tuple[Page, ...]) -> list[Subject]:
    """What can be looked up from the start page: the menu's first level, in the menu's order."""
    by_url = {page.url: page for page in pages if is_listed(page)}
    return [
        Subject(page.head.record.title, page.head.record.description, page.url)
        for page in sorted(by_url.values(), key=_rank)
        if page.url not in {"/", _WORRIED} and _above(page.url, by_url) == "/"
    ]


def _section(url: str, by_url: dict[str, Page], below: dict[str, list[Page]]) -> list[object]:
    own = [_file(by_url[url])] if url in by_url else []
    items: list[object] = [
        {page.head.record.title: _section(page.url, by_url, below)}
        if page.url in below
        else {page.head.record.title: _file(page)}
        for page in below.get(url, ())
        if page.url != url
    ]
    return [*own, *items]


def _above(url: str, by_url: dict[str, Page]) -> str:
    """The address of the page that this one stands under; the start page stands under itself."""
    while url != "/":
        url = url[:-1].rpartition("/")[0] + "/"
        if url in by_url:
            return url
    return "/"


def _rank(page: Page) -> tuple[int, str]:
    head = page.head.record
    return (_LAST if head.order is None else head.order, head.title.casefold())


def _file(page: Page) -> str:
    return page.file.removeprefix("content/")
