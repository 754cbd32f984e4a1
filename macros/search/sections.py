"""A built page as the sections that the search can lead to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SILENT = (
    "[data-search-exclude], .headerlink, [hidden], [aria-hidden=true], script, style, svg, "
    "template, thead"
)
"""What is no text, or is at home on another page."""

_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "mark", "q", "s"}
    | {"small", "span", "strong", "sub", "sup", "time", "u"}
)
_END = re.compile("<[/]article>")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True)
class Section:
    """One place that a hit leads to.

    Attributes:
        address: Root-absolute, with the anchor where it is not the page itself.
        title: Its heading; for the page itself, the page's.
        text: What stands in it, up to the next section.
        phone: The words and the `tel:` address of the first number, on a contact's card.
        numbers: Every `tel:` address in it.
        own: Those of them that are a contact's own.
        behind: Whether it is a contact to call only after another.
    """

    address: str
    title: str
    text: str
    phone: tuple[str, str] | None = None
    numbers: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    behind: bool = False


def sections(html: str, address: str) -> list[Section]:
    """The sections of a built page: itself, then each heading's and each marked part's.

    A part with `data-plan-section` is a section whatever headings it holds, and the attribute is
    its title: an answer of the guide, a contact's card.

    Returns:
        In the page's order, the page itself first; none for a page without a heading.
    """
    # Alone, it is parsed faster than the page.
    _, opening, after = html.partition("<article")
    written = _END.split(after, maxsplit=1)[0]
    article = LexborHTMLParser(opening + written).css_first("article")
    if article is None:
        return []
    for node in article.css(_SILENT):
        node.decompose()
    parts = list(_parts(article, address))
    return [*_headed(article, address), *parts]


def _parts(article: LexborNode, address: str) -> Iterator[Section]:
    for node in article.css("[data-plan-section][id]"):
        attributes = node.attributes
        links = [
            (_text(link), link.attributes["href"] or "", link)
            for link in node.css('a[href^="tel:"]')
        ]
        title = attributes["data-plan-section"] or ""
        is_card = node.tag == "li" and bool(links)
        own = [link for words, link, found in links if _text(found.parent or found) == words]
        yield Section(
            address=f"{address}#{attributes['id']}",
            title=title,
            text=_text(node).removeprefix(title).removeprefix(" · ").strip(),
            phone=links[0][:2] if is_card else None,
            numbers=tuple(link for _, link, _ in links),
            # Alone on its line: not "ring först" another, nor the switchboard's on the way.
            own=tuple(own) if is_card else (),
            behind=is_card and not _text(links[0][2].parent or node).startswith(links[0][0]),
        )
        node.decompose()


def _headed(article: LexborNode, address: str) -> Iterator[Section]:
    """Yields: the text between one heading with an id and the next."""
    here: tuple[str, str] | None = None
    words: list[str] = []
    numbers: list[str] = []
    in_heading: set[int] = set()
    for node in article.traverse(include_text=True):
        if node.tag in _HEADINGS and node.attributes.get("id"):
            if here is not None:
                yield Section(*here, _spaced(words), None, tuple(numbers))
            anchor = "" if node.tag == "h1" else f"#{node.attributes['id']}"
            here = address + anchor, _text(node)
            words, numbers = [], []
            in_heading = {part.mem_id for part in node.traverse(include_text=True)}
        elif node.mem_id not in in_heading:
            words.append(_words(node))
            if (link := node.attributes.get("href") or "").startswith("tel:"):
                numbers.append(link)
    if here is not None:
        yield Section(*here, _spaced(words), None, tuple(numbers))


def _text(node: LexborNode) -> str:
    return _spaced([_words(part) for part in node.traverse(include_text=True)])


def _words(node: LexborNode) -> str:
    """A text's words; for an element, what it puts between words, if it does."""
    if node.tag == "-text":
        return (node.text_content or "").replace("\n", " ")
    return "" if node.tag in _INLINE else "\n"


def _spaced(words: list[str]) -> str:
    """One line, with a dot between lines of the page that do not end as sentences do."""
    lines = [" ".join(line.split()) for line in "".join(words).split("\n")]
    text = ""
    for line in filter(None, lines):
        text += (" " if text.endswith((".", "?", "!", ":")) else " · " if text else "") + line
    return text
