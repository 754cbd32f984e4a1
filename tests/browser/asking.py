"""Asks the portal's search as a reader does, through the theme's box, and tells what it shows."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from playwright.sync_api import Page

from tests.browser.numbers import DATA

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
    """The queries of a file in tests/search/, but for numbers that have been changed since."""
    written = yaml.safe_load((QUERIES / f"{name}.yml").read_text(encoding="utf-8"))
    made = [Query(q["query"], q["class"], tuple(q["pages"]), tuple(q["sections"])) for q in written]
    return [query for query in made if not _is_gone(query)]


def _is_gone(query: Query) -> bool:
    """Whether it asks for a contact by a number that none of the contacts has any longer."""
    digits = re.sub(r"\D", "", query.query.replace("+46", "").replace("0046", ""))
    is_number = re.fullmatch(r"[+\d][\d –-]+", query.query) is not None
    asks = is_number and any(section.startswith("kontakt-") for section in query.sections)
    return asks and not any(digits in number or digits.endswith(number) for number in _numbers())


@cache
def _numbers() -> frozenset[str]:
    """The digits of every number in the data, without the first nought."""
    return frozenset(
        re.sub(r"\D", "", phone.number).lstrip("0")
        for place in DATA.places.values()
        for contact in (place.contacts.record.contacts if place.contacts else ())
        for phone in contact.phones
    )


def hits(page: Page, query: str, origin: str) -> list[str]:
    """The addresses of the best section of each page that is found, in the order of the list."""
    found = page.evaluate(ASK, query)
    return [
        max(links, key=lambda link: link[1])[0].removeprefix(origin) for links in found if links
    ]
