"""The built pages of sources, material, words and symbols hold all that they are to hold."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.model.correction import Corrections
from macros.model.glossary import Glossary
from macros.model.symbol import Symbols
from macros.portal import NATION, Portal, succession

UNEXPLAINED = {
    *("a", "abbr", "button", "code", "dfn", "label", "option", "pre", "script"),
    *("style", "summary", "svg", "textarea", "title"),
}
"""Where an abbreviation may stand without its meaning."""
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Article(HTMLParser):
    """The text of an article that stands outside those elements, and the ids and explanations."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.ids: list[str] = []
        self.explained: set[str] = set()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if "article" in self._open and (identity := values.get("id")):
            self.ids.append(identity)
        if tag not in VOID:
            # A drawing that repeats the list beside it, where each word is explained.
            self._open.append("svg" if "data-plan-repeats" in values else tag)

    def handle_endtag(self, tag: str) -> None:
        tag = "svg" if tag == "figure" and "figure" not in self._open else tag
        while tag in self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "article" not in self._open:
            return
        if not UNEXPLAINED & set(self._open):
            self.text.append(data)
        elif self._open[-1] == "abbr":
            self.explained.add(data)


def read(page: str) -> Article:
    article = Article()
    article.feed(page)
    return article


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, str]:
    """The pages of the real portal by their address."""
    return {
        _address(site, page): page.read_text(encoding="utf-8")
        for page in sorted(site.rglob("*.html"))
    }


def _address(site: Path, page: Path) -> str:
    return "/" + page.relative_to(site).as_posix().removesuffix("index.html")


def test_no_abbreviation_stands_unexplained_on_any_page(
    pages: dict[str, str], data: Portal
) -> None:
    glossary = data.place(NATION).record(Glossary)
    assert glossary is not None
    forms = "|".join(re.escape(form) for term in glossary.terms for form in term.forms)
    bare = re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
    articles = {address: read(page) for address, page in pages.items()}
    found = {
        address: sorted(set(bare.findall(" ".join(article.text))))
        for address, article in articles.items()
    }
    assert {address: forms for address, forms in found.items() if forms} == {}
    place, plan = data.plan("stockholm/skarholmen/2019")
    shown = articles[succession.plan_address(place, plan.year)]
    assert {"VBE", "SIG", "VB"} <= shown.explained


def test_every_contradiction_and_document_has_an_address(
    pages: dict[str, str], data: Portal
) -> None:
    ids = read(pages["/om/kallor/"]).ids
    record = data.place(NATION).record(Corrections)
    documents = data.known("document", NATION)
    assert record is not None
    assert documents is not None
    assert {i for i in ids if i.startswith("motsagelse-")} == {
        f"motsagelse-{one.id}" for one in record.contradictions
    }
    assert {i for i in ids if i.startswith("dokument-")} == {f"dokument-{i}" for i in documents}
    assert sum(i.startswith("rattelse-") for i in ids) == len(record.errata) > 20
    assert len(ids) == len(set(ids))


def test_every_word_has_an_address(pages: dict[str, str], data: Portal) -> None:
    glossary = data.place(NATION).record(Glossary)
    assert glossary is not None
    ids = read(pages["/ordlista/"]).ids
    assert {f"ord-{term.id}" for term in glossary.terms} <= set(ids)


def test_every_symbol_has_an_address_and_its_drawing(pages: dict[str, str], data: Portal) -> None:
    found = data.place(NATION).record(Symbols)
    assert found is not None
    page = pages["/symboler/"]
    assert {symbol.id for symbol in found.symbols} <= set(read(page).ids)
    drawn = [symbol for symbol in found.symbols if symbol.drawing is not None]
    assert page.count('<svg class="plan-symbol_list__drawing"') == 2 * len(drawn)
    assert "bevisar ingenting om en person" in page


@pytest.mark.parametrize("address", ["/om/kallor/", "/material/", "/ordlista/", "/symboler/"])
def test_no_id_stands_twice(pages: dict[str, str], address: str) -> None:
    ids = read(pages[address]).ids
    assert sorted(set(ids)) == sorted(ids)
