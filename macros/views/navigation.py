"""The menu, made from the pages' own titles and places in the order."""

from macros.pages import Page

_LAST = 1_000


def menu(pages: tuple[Page, ...]) -> list[object]:
    """The navigation as MkDocs wants it: file names, and lists of them under a section's title.

    A folder's own page gives the section its title and stands first in it.
    """
    return _section("/", {page.url: page for page in pages})


def _section(url: str, pages: dict[str, Page]) -> list[object]:
    below = [
        page
        for page in pages.values()
        if page.url != url
        and page.url.startswith(url)
        and page.url.count("/") == url.count("/") + 1
    ]
    own = [_file(pages[url])] if url in pages else []
    items: list[object] = []
    for page in sorted(below, key=_rank):
        deeper = any(other.startswith(page.url) and other != page.url for other in pages)
        title = page.head.record.title
        items.append({title: _section(page.url, pages)} if deeper else {title: _file(page)})
    return [*own, *items]


def _rank(page: Page) -> tuple[int, str]:
    head = page.head.record
    return (_LAST if head.order is None else head.order, head.title.casefold())


def _file(page: Page) -> str:
    return page.file.removeprefix("content/")
