"""What readers have set in their computer is followed: large text, spacing, stillness, colours."""

import pytest
from playwright.sync_api import expect

from tests.browser.reader import NARROW, Reader

PLAN = "/planer/stockholm/skarholmen/"

BORDERS = """(element) => {
    const style = getComputedStyle(element);
    return ["border-top", "border-right", "border-bottom", "border-left", "outline"]
        .some((side) => style.getPropertyValue(`${side}-style`) !== "none"
            && parseFloat(style.getPropertyValue(`${side}-width`)) > 0);
}"""


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
    expect(mark).not_to_have_css("color", ground)
