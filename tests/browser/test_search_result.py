"""The list of hits by keyboard, to screen readers and to a thumb, and what it says without hits."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.search.index import Worth, index
from macros.search.sections import Section
from macros.views import contact_centre
from tests.browser.kinds import LOST
from tests.browser.numbers import DATA, number
from tests.browser.reader import HREFS, NARROW, WIDE, WIDTHS, Reader
from tests.browser.serving import Portal

CONTACT = "mottagningsenheten"
NUMBER, CALL = number(CONTACT)
NOTHING = "xqzwxqzw"
HOSTILE = """<img src=x onerror="document.title='öppen'"> &lt;b&gt; 'farligt' & "otäckt" </mark>"""

FIELD = ".md-search__input"
META = ".md-search-result__meta"
TOGGLE = "[data-md-toggle=search]"
LINKS = ".md-search-result :is(li > a, summary)"

# What has the focus: the words of what opens a part, else the address or what is written.
NAME = "(one) => one.getAttribute('href') ?? one.value ?? one.textContent.trim()"
FOCUSED = f"() => ({NAME})(document.activeElement)"

# Notes what a region that is read out by itself is given.
LISTEN = """() => {
    window.said = [];
    new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes) {
            const region = target.closest?.("[aria-live], [role=status], [role=alert]");
            if (region && addedNodes.length) window.said.push(region.textContent);
        }
    }).observe(document, { childList: true, subtree: true });
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser, portal: Portal) -> Iterator[Page]:
    """One page for the tests that only ask; the browser has nothing to complain of in any."""
    someone = Reader(chromium, portal.origin)
    page = someone.open_until_ready("/om/")
    # Sizes and places are measured, which must not be on their way.
    page.emulate_media(reduced_motion="reduce")
    yield page
    someone.close()
    assert someone.complaints == []


def ask(page: Page, words: str, width: int = WIDE) -> None:
    """The answer to a query, as if it were the page's first."""
    page.set_viewport_size({"width": width, "height": 800})
    if not page.locator(TOGGLE).is_checked():
        # The theme hears a moment later that the focus has left, and else not that it is back.
        page.wait_for_timeout(50)
        page.keyboard.press("/")
        expect(page.locator(TOGGLE)).to_be_checked()
    page.locator(FIELD).fill("")
    expect(page.locator(META)).to_have_text("Skriv sökord")
    page.locator(FIELD).fill(words)
    expect(page.locator(META)).to_contain_text("sökresultat")
    expect(page.locator(FIELD)).to_be_focused()


def test_the_arrows_lead_through_the_hits_and_the_numbers_and_back(page: Page) -> None:
    ask(page, CONTACT)
    stops = page.locator(LINKS).evaluate_all(f"all => all.slice(0, 4).map({NAME})")
    seen = []
    for _ in stops:
        page.keyboard.press("ArrowDown")
        seen.append(page.evaluate(FOCUSED))
    assert seen == stops
    assert stops[2:] == [CALL, "1 till på denna sida"]
    page.keyboard.press("Space")
    expect(page.locator(".md-search-result details").first).to_have_attribute("open", "")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result details a").first).to_be_focused()
    for _ in range(5):
        page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    # What is typed in the list goes on in the field.
    page.keyboard.press("ArrowDown")
    page.keyboard.type("s")
    expect(page.locator(FIELD)).to_have_value(f"{CONTACT}s")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(TOGGLE)).not_to_be_checked()


@pytest.mark.parametrize("width", WIDTHS)
def test_tab_reaches_each_link_and_leaves_the_search_after_the_last(page: Page, width: int) -> None:
    # No more than ten pages, since the theme adds the others as one scrolls.
    ask(page, CONTACT, width)
    stops = page.locator(LINKS).evaluate_all(f"all => all.slice(0, 12).map({NAME})")
    assert CALL in stops
    for stop in stops:
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED) == stop
        expect(page.locator(TOGGLE)).to_be_checked()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUSED) == stops[-2]
    page.locator(LINKS).last.focus()
    page.keyboard.press("Tab")
    expect(page.locator(TOGGLE)).not_to_be_checked()
    assert page.evaluate("document.activeElement.closest('.md-search')") is None


def test_tab_without_a_query_leads_on_in_the_page(page: Page) -> None:
    ask(page, CONTACT)
    page.locator(FIELD).fill("")
    expect(page.locator(META)).to_have_text("Skriv sökord")
    page.keyboard.press("Tab")
    expect(page.locator(TOGGLE)).not_to_be_checked()
    assert page.evaluate("document.activeElement.tagName") == "A"


@pytest.mark.parametrize("width", WIDTHS)
def test_without_hits_the_numbers_come_first_and_tab_reaches_them(page: Page, width: int) -> None:
    ask(page, NOTHING, width)
    advice = page.locator(".plan-no_hits")
    told = contact_centre.ways(DATA)
    assert told
    for way in told:
        words = f"{way.place}: fråga {way.ask}" if way.ask else f"{way.number} {way.centre}"
        expect(advice).to_contain_text(words)
    links = advice.locator("a").evaluate_all(HREFS)
    called = [way.link for way in told if way.link]
    assert links[: len(called) + 2] == ["tel:112", *called, "/vid-oro/"]
    for link in links:
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED) == link
    page.keyboard.press("Tab")
    expect(page.locator(TOGGLE)).not_to_be_checked()


def test_each_link_of_a_hit_says_where_it_leads_or_whom_it_calls(page: Page) -> None:
    ask(page, CONTACT)
    results = page.locator(".md-search-result")
    hit = results.get_by_role("link", name="Mottagningsenheten Kontakter", exact=True)
    expect(hit).to_have_accessible_description(re.compile("När du vill fråga om"))
    expect(results.get_by_role("link", name="Kontakter", exact=True)).to_be_visible()
    name = f"Ring {NUMBER}, Mottagningsenheten"
    call = results.get_by_role("link", name=name, exact=True)
    expect(call).to_have_attribute("href", CALL)
    expect(results.get_by_role("list")).to_have_count(1)
    expect(results.get_by_role("listitem")).to_have_count(10)
    expect(results.get_by_role("article")).to_have_count(0)


def test_a_number_to_be_called_first_is_not_given_out_as_the_contacts(page: Page) -> None:
    ask(page, "kontaktperson inom polisen")
    call = page.locator(".plan-search_result__call").first
    expect(call).to_have_accessible_name("Ring först 114 14")
    expect(call).to_have_attribute("href", "tel:11414")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_list_has_the_sizes_of_the_portal_and_room_for_a_thumb(page: Page, width: int) -> None:
    ask(page, CONTACT, width)
    texts = ".md-search-result :is(h1, h2, p, summary div, .plan-search_result__call)"
    sizes = page.locator(texts).evaluate_all(
        "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 15
    targets = LINKS if width == WIDE else f"{LINKS}, .md-search__icon:visible"
    boxes = [target.bounding_box() for target in page.locator(targets).all()]
    assert min(box["height"] for box in boxes if box) >= 44
    left = (
        "(one) => one.getBoundingClientRect().left + parseFloat(getComputedStyle(one).paddingLeft)"
    )
    text = page.locator(".md-search-result__article").first.evaluate(left)
    button = page.locator(".plan-search_result__call").first.bounding_box()
    assert button
    assert button["x"] == pytest.approx(text, abs=1)


def test_what_is_marked_is_known_by_more_than_its_colour(page: Page) -> None:
    ask(page, CONTACT)
    line = "(mark) => getComputedStyle(mark).textDecorationLine"
    for place in ("h2", "p"):
        mark = page.locator(f".md-search-result {place} mark").first
        assert mark.evaluate(line) == "underline"


def test_the_field_is_heard_also_when_no_key_is_pressed(page: Page) -> None:
    # As pasted or spoken.
    ask(page, CONTACT)
    page.get_by_role("button", name="Rensa").click()
    expect(page.locator(META)).to_have_text("Skriv sökord")
    expect(page.locator(".md-search-result__item")).to_have_count(0)
    expect(page.locator(FIELD)).to_be_focused()


def test_how_many_hits_there_are_is_said_once_for_each_answer(page: Page) -> None:
    ask(page, "klotter")
    page.evaluate(LISTEN)
    page.locator(FIELD).fill("")
    page.keyboard.type(CONTACT)
    said = page.locator(".plan-no_hits__said")
    expect(said).to_have_text("10 sökresultat")
    assert page.evaluate("window.said") == ["10 sökresultat"]
    # Keys that only move say nothing; the same number, but of other hits, is said again.
    page.keyboard.press("Home")
    page.keyboard.press("End")
    page.keyboard.type(" ")
    expect(said).to_be_empty()
    expect(said).to_have_text("10 sökresultat")
    page.locator(FIELD).fill(NOTHING)
    expect(said).to_have_text("Inga sökresultat. Här står vad du kan göra.")
    page.locator(FIELD).fill("")
    # Longer than it takes before something is said.
    page.wait_for_timeout(900)
    assert page.evaluate("window.said.length") == 3


def test_enter_in_the_field_opens_the_best_hit_and_not_its_number(reader: Reader) -> None:
    page = reader.open_until_ready("/om/")
    ask(page, CONTACT)
    page.keyboard.press("Enter")
    page.wait_for_url("**/kontakter/#kontakt-mottagningsenheten")


def test_a_search_that_gets_no_answer_does_not_say_that_nothing_was_found(reader: Reader) -> None:
    page = reader.open_until_ready("/om/")
    page.clock.install()
    page.route("**/search/index.json", lambda route: route.abort())
    page.locator(FIELD).fill(CONTACT)
    expect(page.locator(META)).to_have_text("Söker …")
    page.clock.run_for(7_000)
    expect(page.locator(META)).to_have_text("Sökningen svarar inte än.")
    expect(page.locator(".plan-no_hits")).to_be_visible()
    page.unroute("**/search/index.json")
    page.keyboard.type(" ")
    page.clock.run_for(100)
    expect(page.locator(META)).to_have_text("10 sökresultat")
    expect(page.locator(".plan-no_hits")).to_be_hidden()


def test_the_search_works_on_the_page_for_addresses_that_lead_nowhere(reader: Reader) -> None:
    page = reader.open_until_ready(LOST)
    ask(page, CONTACT, NARROW)
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/kontakter/")


def test_what_a_page_says_is_text_in_the_list_whatever_it_says(reader: Reader) -> None:
    section = Section("/om/", f"Rubrik {HOSTILE}", f"Texten {HOSTILE}", (HOSTILE, "tel:112"))
    made = index({"/om/": [section]}, {"/om/": Worth(1.0, calls=False, place="")}, ())
    page = reader.open_until_ready("/om/")
    title = page.title()
    page.route("**/search/index.json", lambda route: route.fulfill(body=json.dumps(made)))
    ask(page, "farligt")
    item = page.locator(".md-search-result__item")
    expect(item.locator("h1")).to_have_text(f"Rubrik {HOSTILE}")
    expect(item.locator("p")).to_have_text(f"Texten {HOSTILE}")
    call = item.locator(".plan-search_result__call")
    expect(call).to_have_text(f"Ring {HOSTILE}")
    expect(call).to_have_attribute("aria-label", f"Ring {HOSTILE}, Rubrik {HOSTILE}")
    assert item.locator("mark").all_inner_texts() == ["farligt", "farligt"]
    expect(item.locator("img, b")).to_have_count(0)
    assert page.title() == title
    assert reader.complaints == []
