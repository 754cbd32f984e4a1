"""No link of the built site is dead, and nothing is fetched from elsewhere."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from macros.finishing.addresses import address_of, files, target
from macros.portal import Portal

_FETCHED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "audio": "src",
    "video": "src",
}


class _Page(HTMLParser):
    """The ids of one page, and where its links and parts point to."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if identity := values.get("id"):
            self.ids.add(identity)
        if tag == "a" and (href := values.get("href")):
            self.links.append(href)
        if tag == "link" and (href := values.get("href")) and values.get("rel") != "canonical":
            self.parts.append(href)
        if tag in _FETCHED and (part := values.get(_FETCHED[tag])):
            self.parts.append(part)


def finish(site: Path, portal: Portal) -> list[str]:  # noqa: ARG001 - all steps look alike
    """What is wrong with the links of the built pages.

    Returns:
        One Swedish sentence per dead link, missing part or part from elsewhere.
    """
    pages: dict[str, _Page] = {}
    for path in sorted(site.rglob("*.html")):
        page = pages[address_of(site, path)] = _Page()
        page.feed(path.read_text(encoding="utf-8"))
    built = files(site)
    return [sentence for address in pages for sentence in _faults(address, pages, built)]


def _faults(address: str, pages: dict[str, _Page], built: set[str]) -> Iterator[str]:
    page = pages[address]
    for written in sorted({*page.links, *page.parts}):
        led = target(address, written)
        if led is None:
            if written in page.parts and urlsplit(written).scheme != "data":
                yield f"site{address}: Sidan hämtar {written} från en annan plats. Ta bort det."
            continue
        path, anchor = led
        if path not in pages and path not in built:
            yield f"site{address}: Länken {written} leder ingenstans. Rätta eller ta bort den."
        elif anchor and path in pages and anchor not in pages[path].ids:
            yield f"site{address}: Länken {written} leder till ett avsnitt som saknas. Rätta den."
