"""Each kind of page: on a desk, on a phone, on paper, for all who read it, and in Swedish."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.kinds import LOST
from tests.browser.reader import NARROW, WIDE, WIDTHS, Reader
from tests.browser.serving import Portal
from tests.browser.visit import Visits, without_scripts
from tests.browser.wcag import SCHEMES

# The browser's own report of the address that does not exist.
EXPECTED = {
    LOST: [
        f"answer 404: {LOST}",
        "console: Failed to load resource: the server responded with a status of 404 (Not Found)",
    ]
}

SCALE = {15, 16, 18, 22, 27, 30, 36}
"""The sizes of text on a desk, in CSS pixels."""

# The theme's words for what the portal has, with their capitals, which are what tells them from
# words of a text. "Index", "Metadata", "Navigation" and "Start" are Swedish too, and not here.
ENGLISH = re.compile(
    r"\b(Search|Skip to|Back to|Table of contents|Next|Previous|Footer|Header|Home|Close|Clear|"
    r"Share|Menu|Copy|Copied|Type to start|Initializing|matching documents?|"
    r"more on this page|Missing|Page not found|Not found|Made with|Permanent link|Edit this page|"
    r"View source|Last update|Created|Switch to|Dark mode|Light mode|Toggle|Loading|Error)\b"
)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_gives_the_browser_nothing_to_complain_of(
    visit: Visits, pages: tuple[str, ...], width: int
) -> None:
    found = {address: visit(address, width).complaints for address in pages}
    assert found == {address: EXPECTED.get(address, []) for address in pages}


def test_a_phone_shows_a_page_without_scrolling_sideways(
    visit: Visits, pages: tuple[str, ...]
) -> None:
    looks = {address: visit(address, NARROW) for address in pages}
    assert [address for address, page in looks.items() if page.scrolls_sideways] == []
    assert {
        address: page.sticking_out for address, page in looks.items() if page.sticking_out
    } == {}


def test_a_page_can_be_read_and_called_from_without_scripts(
    reader: Reader, visit: Visits, pages: tuple[str, ...]
) -> None:
    page = reader.open("/", width=NARROW, javascript=False)
    for address in pages:
        page.goto(address)
        with_scripts, without = visit(address, NARROW), without_scripts(page)
        assert without.text == with_scripts.text != [], address
        assert without.numbers == with_scripts.numbers, address


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_says_nothing_in_english(visit: Visits, pages: tuple[str, ...], width: int) -> None:
    found = {
        address: [words for words in visit(address, width).said if ENGLISH.search(words)]
        for address in pages
    }
    assert found == {address: [] for address in pages}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_kind_of_page_breaks_a_rule(visit: Visits, pages: tuple[str, ...], width: int) -> None:
    found = {address: visit(address, width).violations for address in pages}
    assert found == {address: {scheme: [] for scheme in SCHEMES} for address in pages}


def test_all_sizes_of_text_are_of_the_one_scale(visit: Visits, pages: tuple[str, ...]) -> None:
    found = {address: visit(address, WIDE).sizes - SCALE for address in pages}
    assert found == {address: set() for address in pages}


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut_off_when_the_reader_sets_the_text_wider(
    visit: Visits, pages: tuple[str, ...], width: int
) -> None:
    found = {address: visit(address, width).lost_when_spaced for address in pages}
    assert found == {address: [] for address in pages}


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut_off_at_400_percent(
    visit: Visits, pages: tuple[str, ...], width: int
) -> None:
    found = {address: visit(address, width).lost_at_400_percent for address in pages}
    assert found == {address: [] for address in pages}


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_printed_that_only_leads_about(
    visit: Visits, pages: tuple[str, ...], width: int
) -> None:
    found = {address: visit(address, width).printed for address in pages}
    assert found == {address: [] for address in pages}


def test_each_part_of_the_portal_is_among_the_kinds_of_pages(
    portal: Portal, pages: tuple[str, ...]
) -> None:
    tops = {path.name for path in portal.site.iterdir() if any(path.rglob("index.html"))}
    assert tops | {"", LOST.split("/")[1]} == {address.split("/")[1] for address in pages}


@pytest.mark.parametrize("words", ["klotter", "xqzwxqzw"])
def test_the_search_says_nothing_in_english(reader: Reader, words: str) -> None:
    page = reader.open_until_ready("/")
    reader.search(page, words)
    result = page.locator(".md-search-result")
    expect(result).to_contain_text("sökresultat")
    assert ENGLISH.findall(result.inner_text()) == []


def test_all_pages_tell_that_they_are_in_swedish(portal: Portal) -> None:
    pages = list(portal.site.rglob("*.html"))
    assert portal.site / "404.html" in pages
    assert [page for page in pages if '<html lang="sv"' not in page.read_text("utf-8")] == []


def test_no_two_pages_have_the_same_title(portal: Portal) -> None:
    title = re.compile(r"<title>(.*?)</title>")
    titles = [title.findall(page.read_text("utf-8")) for page in portal.site.rglob("*.html")]
    assert all(len(found) == 1 for found in titles)
    assert sorted(titles) == sorted([found] for found in {found[0] for found in titles})


def test_an_address_that_leads_nowhere_leads_on(reader: Reader) -> None:
    page = reader.open(LOST)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sidan finns inte")
    page.get_by_role("link", name="Är du orolig? Hitta numret").click()
    page.wait_for_url("**/vid-oro/")


def test_contacts_stand_side_by_side_on_a_desk_and_below_each_other_on_a_phone(
    reader: Reader,
) -> None:
    rows = "cards => new Set(cards.map((card) => card.getBoundingClientRect().top)).size"
    cards = ".plan-contact_list__cards >> nth=0 >> .plan-contact_card"
    wide = reader.open("/vid-oro/hassleholm/", width=WIDE).locator(cards)
    narrow = reader.open("/vid-oro/hassleholm/", width=NARROW).locator(cards)
    assert wide.count() == narrow.count() == 2
    assert wide.evaluate_all(rows) == 1
    assert narrow.evaluate_all(rows) == 2


@pytest.mark.parametrize("width", WIDTHS)
def test_lists_of_numbers_and_places_begin_where_the_text_begins(
    reader: Reader, width: int
) -> None:
    page = reader.open("/", width=width)
    left = "(element) => Math.round(element.getBoundingClientRect().left)"
    heading = page.locator("h1").evaluate(left)
    for item in ("emergency_numbers", "two_doors", "place_tiles", "page_list", "news_list"):
        assert page.locator(f".plan-{item} > *").first.evaluate(left) == heading, item


def test_a_page_is_dark_when_the_computer_is_also_after_a_light_visit(reader: Reader) -> None:
    page = reader.open_until_ready("/")
    page.emulate_media(color_scheme="dark")
    page.goto("/om/")
    reader.wait_until_ready(page)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
