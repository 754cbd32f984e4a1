"""Which pages show, together, all that a reader can meet; found in the built site."""

import re
from pathlib import Path

LOST = "/finns/inte/"
"""An address that leads nowhere, two levels down: its page must find its parts all the same."""

LEADS_ON = '<meta http-equiv="refresh"'
"""What stands on a page that a browser leaves at once; see test_moved.py."""

ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
# An element, or the class of one that a macro made.
LOOK = re.compile(r"<([a-z]+[1-6]?)\b|\b(plan-[a-z_-]+)")


def kinds(site: Path) -> tuple[str, ...]:
    """Addresses that together show all there is to see at each place in the tree.

    A place is a top folder and a depth. The richest pages come first, and a page that shows
    nothing new at its place is left out, and one that leads on. So a new kind of page is taken in
    by itself.
    """
    looks = {
        page: _looks(page, site)
        for page in site.rglob("*.html")
        if LEADS_ON not in page.read_text("utf-8")
    }
    seen: set[tuple[str, int, str]] = set()
    found = []
    for page in sorted(looks, key=lambda page: (-len(looks[page]), page)):
        if not looks[page] <= seen:
            seen |= looks[page]
            found.append(_address(page.relative_to(site)))
    return tuple(found)


def _looks(page: Path, site: Path) -> set[tuple[str, int, str]]:
    """What the article of a page is made of, each with the page's place."""
    *folders, _ = page.relative_to(site).parts
    place = (folders[0] if folders else page.name, len(folders))
    article = "".join(ARTICLE.findall(page.read_text("utf-8")))
    return {(*place, element or block) for element, block in LOOK.findall(article)}


def _address(page: Path) -> str:
    return LOST if page.name == "404.html" else f"/{page.as_posix().removesuffix('index.html')}"
