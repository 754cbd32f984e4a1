"""What readers have set in their computer is followed: large text, spacing, stillness, colours."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import NARROW, SCROLLS_SIDEWAYS, STICKING_OUT, WIDTHS, Reader

PLAN = "/planer/stockholm/skarholmen/"

# WCAG 1.4.12. A sheet made by script is not stopped by the policy, as one in a tag would be.
SPACING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * {
            line-height: 1.5 !important;
            letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important;
        }
        p { margin-bottom: 2em !important; }
    `);
    document.adoptedStyleSheets = [sheet];
}"""

# Words that are shown and do not have room where they are. What is one pixel large is meant for
# ears only.
CUT_OFF = """() => [...document.querySelectorAll("body *")]
    .filter((element) => {
        const shown = { opacityProperty: true, visibilityProperty: true };
        if (!element.checkVisibility(shown) || element.clientWidth <= 1) return false;
        if (!element.innerText?.trim()) return false;
        const { overflowX, overflowY } = getComputedStyle(element);
        const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
        return (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1)
            || (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1);
    })
    .map((element) => element.outerHTML.replace(/\\s+/g, " ").slice(0, 200))"""

BORDERS = """(element) => {
    const style = getComputedStyle(element);
    return ["border-top", "border-right", "border-bottom", "border-left", "outline"]
        .some((side) => style.getPropertyValue(`${side}-style`) !== "none"
            && parseFloat(style.getPropertyValue(`${side}-width`)) > 0);
}"""


def lost(page: Page) -> list[str]:
    """What a reader of the page as it is shown now cannot see, or must scroll sideways to see."""
    sideways = ["scrolls sideways"] if page.evaluate(SCROLLS_SIDEWAYS) else []
    return [*sideways, *page.evaluate(STICKING_OUT), *page.evaluate(CUT_OFF)]


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut_off_when_the_reader_sets_the_text_wider(
    reader: Reader, pages: tuple[str, ...], width: int
) -> None:
    page = reader.open("/", width=width)
    found = {}
    for address in pages:
        page.goto(address)
        reader.wait_until_ready(page)
        page.evaluate(SPACING)
        found[address] = lost(page)
    assert found == {address: [] for address in pages}


def test_nothing_is_cut_off_at_400_percent(reader: Reader, pages: tuple[str, ...]) -> None:
    # What is left in CSS pixels of a window of 1280 by 1024.
    page = reader.open("/", width=NARROW, height=256)
    found = {}
    for address in pages:
        page.goto(address)
        reader.wait_until_ready(page)
        found[address] = lost(page)
    assert found == {address: [] for address in pages}


def test_the_last_page_of_the_menu_is_reached_at_400_percent(reader: Reader) -> None:
    page = reader.open("/", width=NARROW, height=256)
    reader.wait_until_ready(page)
    page.get_by_role("button", name="Meny").click()
    last = page.locator(".md-nav--primary > .md-nav__list > .md-nav__item").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport(ratio=1)


def test_nothing_moves_for_a_reader_who_wants_it_still(reader: Reader) -> None:
    page = reader.open_until_ready(PLAN, width=NARROW)
    page.emulate_media(reduced_motion="reduce")
    moving = "() => document.getAnimations().length"
    page.get_by_role("button", name="Meny").click()
    assert page.evaluate(moving) == 0
    page.locator(".md-nav__title[role=button]:visible").click()
    assert page.evaluate(moving) == 0
    page.keyboard.press("Escape")
    reader.search(page, "klotter")
    assert page.evaluate(moving) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_surfaces_have_edges_where_colours_are_forced(reader: Reader, scheme: str) -> None:
    page = reader.open_until_ready(PLAN, width=NARROW)
    page.emulate_media(forced_colors="active", color_scheme=scheme)  # type: ignore[arg-type]
    page.get_by_role("button", name="Meny").click()
    edges = [".md-header", ".md-sidebar--primary", ".md-nav__title:visible", ".md-top"]
    assert [edge for edge in edges if not page.locator(edge).first.evaluate(BORDERS)] == []
    page.keyboard.press("Escape")
    reader.search(page, "klotter")
    edges = [".md-search__form", ".md-search__output", ".plan-contact_card"]
    assert [edge for edge in edges if not page.locator(edge).first.evaluate(BORDERS)] == []


def test_signs_and_marks_are_seen_where_colours_are_forced(reader: Reader) -> None:
    page = reader.open_until_ready(PLAN, width=NARROW)
    page.emulate_media(forced_colors="active", color_scheme="dark")
    ground = page.locator("body").evaluate("(body) => getComputedStyle(body).backgroundColor")
    page.get_by_role("button", name="Meny").click()
    signs = page.locator(".md-nav__icon:visible")
    colour = "(icon) => getComputedStyle(icon, '::after').backgroundColor"
    assert signs.count()
    assert ground not in [sign.evaluate(colour) for sign in signs.all()]
    page.keyboard.press("Escape")
    reader.search(page, "klotter")
    mark = page.locator(".md-search-result mark").first
    assert mark.evaluate("(mark) => getComputedStyle(mark).color") != ground
