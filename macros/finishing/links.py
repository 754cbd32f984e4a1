"""No link of the built site is dead, and nothing is fetched from elsewhere."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from macros.portal import Portal

_FETCHED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "audio": "src",
    "video": "src",
}
_ORIGIN = "https://portal.invalid"


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
        if tag == "a" and (target := values.get("href")):
            self.links.append(target)
        if tag == "link" and (target := values.get("href")) and values.get("rel") != "canonical":
            self.parts.append(target)
        if tag in _FETCHED and (target := values.get(_FETCHED[tag])):
            self.parts.append(target)


def finish(site: Path, portal: Portal) -> list[str]:  # noqa: ARG001 - all steps look alike
    """What is wrong with the links of the built pages.

    Returns:
        One Swedish sentence per dead link, missing part or part from elsewhere.
    """
    pages: dict[str, _Page] = {}
    for path in sorted(site.rglob("*.html")):
        page = pages[_address(site, path)] = _Page()
        page.feed(path.read_text(encoding="utf-8"))
    files = {f"/{path.relative_to(site).as_posix()}" for path in site.rglob("*") if path.is_file()}
    return [sentence for address in pages for sentence in _faults(address, pages, files)]


def _faults(address: str, pages: dict[str, _Page], files: set[str]) -> Iterator[str]:
    page = pages[address]
    for written in sorted({*page.links, *page.parts}):
        target = urlsplit(urljoin(_ORIGIN + address, written))
        if f"{target.scheme}://{target.netloc}" != _ORIGIN:
            if written in page.parts and target.scheme != "data":
                yield f"site{address}: Sidan hämtar {written} från en annan plats. Ta bort det."
            continue
        path, anchor = unquote(target.path), unquote(target.fragment)
        if path not in pages and path not in files:
            yield f"site{address}: Länken {written} leder ingenstans. Rätta eller ta bort den."
        elif anchor and path in pages and anchor not in pages[path].ids:
            yield f"site{address}: Länken {written} leder till ett avsnitt som saknas. Rätta den."


def _address(site: Path, path: Path) -> str:
    name = path.relative_to(site).as_posix()
    return "/" + (name.removesuffix("index.html") if path.name == "index.html" else name)
