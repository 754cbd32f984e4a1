"""Built pages as their readers meet them: article and menu, without the theme's markup."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

# Between these and their neighbours there is no space unless the page has one.
INLINE = {"a", "abbr", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup", "time"}


class _Reader(HTMLParser):
    """Reads the article and the menu of one built page."""

    def __init__(self) -> None:
        super().__init__()
        self.article: list[str] = []
        self.headings: list[tuple[str, str | None]] = []
        self.links: list[str] = []
        self.titles: list[str] = []
        self._articles = 0
        self._silent = 0
        self._navs: list[str] = []
        self._title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self._articles += tag == "article"
        self._silent += tag in {"script", "style"}
        if tag == "nav":
            self._navs.append(attributes.get("class") or "")
        if self._in_menu and "md-ellipsis" in (attributes.get("class") or "").split():
            self._title = True
            self.titles.append("")
        if self._articles:
            self._space(tag)
            if re.fullmatch("h[1-6]", tag):
                self.headings.append((tag, attributes.get("id")))
            if tag == "a" and attributes.get("href"):
                self.links.append(attributes["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        self._space(tag)
        self._articles -= tag == "article"
        self._silent -= tag in {"script", "style"}
        if tag == "nav":
            self._navs.pop()
        if tag == "span":
            self._title = False

    def handle_data(self, data: str) -> None:
        if self._articles and not self._silent:
            self.article.append(data)
        if self._title:
            self.titles[-1] += data

    @property
    def _in_menu(self) -> bool:
        """Inside the menu, but not inside the list of contents that it may hold."""
        shown = " ".join(self._navs).split()
        return "md-nav--primary" in shown and "md-nav--secondary" not in shown

    def _space(self, tag: str) -> None:
        if tag not in INLINE:
            self.article.append(" ")


@dataclass(frozen=True)
class Built:
    """What a reader meets on one page, without the theme's markup."""

    words: list[str]
    headings: list[tuple[str, str | None]]
    links: list[str]
    menu: list[str]


def read_site(project: Path) -> dict[str, Built]:
    """The built pages by their file's name, such as "planer/index.html"."""
    site = project / "site"
    found = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        reader = _Reader()
        reader.feed(path.read_text("utf-8"))
        # The current page stands twice in the menu, as a label and as a link.
        titles = list(dict.fromkeys(title.strip() for title in reader.titles))
        links = [urljoin(f"/{name}", link).removesuffix("index.html") for link in reader.links]
        found[name] = Built("".join(reader.article).split(), reader.headings, links, titles)
    return found
