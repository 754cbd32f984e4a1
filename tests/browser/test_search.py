"""The search finds, and keeps what a worried person searched for in the browser."""

import json
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from macros.finishing.search import INDEX
from tests.browser.reader import WIDTHS, Reader
from tests.browser.serving import Portal

QUERY = "affischering"
# Everything that a page can keep in a browser.
KEPT = """async () => [
    Object.keys(localStorage),
    Object.keys(sessionStorage),
    document.cookie,
    await indexedDB.databases(),
    await caches.keys(),
]"""


def path_of(address: str) -> str:
    return urlsplit(address).path


@pytest.mark.parametrize("width", WIDTHS)
def test_the_search_leads_to_pages_of_the_portal(
    reader: Reader, portal: Portal, width: int
) -> None:
    page = reader.open_until_ready("/om/", width=width)
    reader.search(page, QUERY)
    results = page.locator(".md-search-result__item")
    expect(results.first).to_be_visible()
    links = page.locator(".md-search-result a").evaluate_all("all => all.map((link) => link.href)")
    assert [link for link in links if not link.startswith(f"{portal.origin}/")] == []
    paths = {path_of(link) for link in links}
    assert {page.request.get(path, max_redirects=0).status for path in paths} == {200}

    results.first.locator("a").first.click()
    page.wait_for_url(lambda url: path_of(url) == path_of(links[0]))
    reader.wait_until_ready(page)
    assert QUERY.removesuffix("ering") in page.locator("article").inner_text().casefold()
    assert reader.complaints == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_address_carries_the_query(reader: Reader, portal: Portal, width: int) -> None:
    asked_before = len(portal.asked)
    page = reader.open_until_ready("/om/", width=width)
    reader.search(page, QUERY)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: path_of(url) != "/om/")
    reader.wait_until_ready(page)
    addresses = [page.url, *reader.requests, *portal.asked[asked_before:]]
    assert [address for address in addresses if "?" in address or QUERY in address] == []


@pytest.mark.parametrize("words", ["", "xqzwxqzw"])
def test_a_search_without_hits_stays_on_the_page(reader: Reader, words: str) -> None:
    page = reader.open_until_ready("/om/")
    reader.search(page, words)
    answer = "Inga sökresultat" if words else "Skriv sökord"
    expect(page.locator(".md-search-result__meta")).to_have_text(answer)
    before = list(reader.requests)
    page.keyboard.press("Enter")
    # Longer than the browser needs to leave the page, had it been asked to.
    page.wait_for_timeout(300)
    assert reader.requests == before
    assert reader.complaints == []


def test_a_query_stays_in_the_browser_when_the_search_has_broken_down(
    reader: Reader, portal: Portal
) -> None:
    asked_before = len(portal.asked)
    # Not every server forbids forms to be sent, so it must not be the policy that saves us.
    page = reader.open("/om/", policy=False)
    # What is left when the theme's script stops half-way: the field shows, and nobody minds it.
    page.route("**/bundle.*.js", lambda route: route.fulfill(body="", status=200))
    page.reload()
    page.evaluate("document.documentElement.className = 'js'")
    page.locator(".md-search__input").fill(QUERY)
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    addresses = [page.url, *reader.requests, *portal.asked[asked_before:]]
    assert [address for address in addresses if QUERY in address] == []


def test_the_index_is_fetched_once_and_nothing_is_kept(reader: Reader, portal: Portal) -> None:
    asked_before = len(portal.asked)
    page = reader.open_until_ready("/om/")
    reader.search(page, " ")
    visited = page.evaluate("history.length")
    assert [path for path in portal.asked[asked_before:] if path == f"/{INDEX}"] == []
    field, meta = page.locator(".md-search__input"), page.locator(".md-search-result__meta")
    for words in ("klotter", "klottrade", "0451-26 70 50", QUERY):
        field.fill(words)
        # "Inga sökresultat" stands there from before.
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        expect(meta).to_contain_text("sökresultat")
        if words == "klotter":
            asked = len(portal.asked)
    assert portal.asked[asked_before:].count(f"/{INDEX}") == 1
    assert portal.asked[asked:] == []
    assert page.url == f"{portal.origin}/om/"
    assert page.evaluate("history.length") == visited
    assert page.evaluate(KEPT) == [[], [], "", [], []]
    assert reader.complaints == []


def test_the_index_that_the_theme_fetches_holds_nothing(portal: Portal) -> None:
    theirs = json.loads((portal.site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert theirs == {"config": {}, "docs": []}


def test_there_is_no_search_field_where_scripts_do_not_run(reader: Reader) -> None:
    page = reader.open("/om/", javascript=False)
    expect(page.locator(".md-search__input")).to_be_hidden()


def test_the_search_makes_no_code_and_keeps_nothing(portal: Portal) -> None:
    scripts = (portal.site / "assets" / "javascripts" / "search").glob("*.js")
    text = "".join(path.read_text(encoding="utf-8") for path in scripts)
    assert "function" in text
    assert re.findall(r"\beval\(|new Function|WebAssembly|localStorage|indexedDB", text) == []
