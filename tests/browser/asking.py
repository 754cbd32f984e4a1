"""Asks the portal's search as a reader does, through the theme's box, and tells what it shows."""

from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Page

QUERIES = Path(__file__).parents[1] / "search"

# Types a query and waits for its answer: the theme writes how many hits there are with each, and
# puts the list in place in the same breath.
ASK = """(query) => new Promise((resolve) => {
    const field = document.querySelector("[data-md-component=search-query]");
    const result = document.querySelector("[data-md-component=search-result]");
    const [meta, list] = result.children;
    const answered = new MutationObserver(() => {
        if (meta.textContent === "Söker …") return;
        answered.disconnect();
        requestAnimationFrame(() => resolve([...list.children].map((item) =>
            [...item.querySelectorAll(".md-search-result__link")].map((link) =>
                [link.href, Number(link.firstElementChild.dataset.mdScore)]))));
    });
    answered.observe(meta, { childList: true });
    field.value = query;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
})"""


@dataclass(frozen=True)
class Query:
    """What somebody types, and the hits that are right.

    Attributes:
        kind: What is hard about it.
        pages: Any of them may be the first hit.
        sections: The anchors that the first hit may have; none where the page as a whole is meant.
    """

    query: str
    kind: str
    pages: tuple[str, ...]
    sections: tuple[str, ...]


def queries(name: str) -> list[Query]:
    """The queries of a file in tests/search/."""
    written = yaml.safe_load((QUERIES / f"{name}.yml").read_text(encoding="utf-8"))
    return [Query(q["query"], q["class"], tuple(q["pages"]), tuple(q["sections"])) for q in written]


def hits(page: Page, query: str, origin: str) -> list[str]:
    """The addresses of the best section of each page that is found, in the order of the list."""
    found = page.evaluate(ASK, query)
    return [
        max(links, key=lambda link: link[1])[0].removeprefix(origin) for links in found if links
    ]
