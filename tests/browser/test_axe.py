"""axe-core finds nothing against WCAG 2.2 AA in what opens on a page: not in the theme either.

What is shown when a page opens is looked at in test_pages.py.

Of the theme's known failures, two cannot occur here. The progress bar belongs to its feature
navigation.instant, which is off. Labels for task lists belong to an extension of Markdown that is
not in mkdocs.yml; a list with [ ] is printed as it stands.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import LOST
from tests.browser.reader import NARROW, WIDTHS, Reader
from tests.browser.wcag import SCHEMES, in_both_schemes, violations


def with_hits(reader: Reader, page: Page) -> None:
    """Hits with marks and a number to call, and more of them unfolded."""
    reader.search(page, "Mottagningsenheten")
    expect(page.locator(".md-search-result__meta")).to_have_text("10 sökresultat")
    expect(page.locator(".plan-search_result__call").first).to_be_visible()
    page.locator(".md-search-result summary").first.click()


def without_hits(reader: Reader, page: Page) -> None:
    reader.search(page, "xqzwxqzw")
    expect(page.locator(".plan-no_hits")).to_be_visible()


def scrolled_back(_: Reader, page: Page) -> None:
    """Further up again from further down, where the theme offers the way to the top."""
    page.mouse.wheel(0, 3000)
    page.wait_for_function("scrollY > 1000")
    page.mouse.wheel(0, -500)
    expect(page.locator(".md-top")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "state",
    [lambda reader, page: reader.search(page, ""), with_hits, without_hits, scrolled_back],
    ids=["search", "hits", "no-hits", "scrolled"],
)
def test_the_search_and_the_way_to_the_top_break_no_rule(
    reader: Reader, state: Callable[[Reader, Page], None], width: int
) -> None:
    page = reader.open_until_ready("/planer/stockholm/skarholmen/", width=width)
    state(reader, page)
    assert in_both_schemes(page) == {scheme: [] for scheme in SCHEMES}


@pytest.mark.parametrize("address", ["/", "/planer/stockholm/skarholmen/", LOST])
def test_the_open_menu_of_a_phone_breaks_no_rule(reader: Reader, address: str) -> None:
    page = reader.open_until_ready(address, width=NARROW)
    page.get_by_role("button", name="Meny").click()
    assert in_both_schemes(page) == {scheme: [] for scheme in SCHEMES}
    if address == LOST:  # has no place in the menu, and so all of it is one level
        return
    page.locator(".md-nav--primary label[role=button]:visible").first.click()
    assert in_both_schemes(page) == {scheme: [] for scheme in SCHEMES}


def test_a_wide_table_can_be_scrolled_without_a_mouse(reader: Reader) -> None:
    page = reader.open("/om/", width=NARROW)
    cells = "".join(f"<td>Enlångrubrik{number}</td>" for number in range(9))
    table = f"<table><tbody><tr>{cells}</tr></tbody></table></article>"
    html = page.content().replace("</article>", table)
    page.route("**/om/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.reload()
    box = page.locator(".md-typeset__scrollwrap")
    box.focus()
    page.keyboard.press("ArrowRight")
    expect(box).not_to_have_js_property("scrollLeft", 0)
    assert violations(page) == []


def test_a_fault_is_seen_also_under_the_strict_policy(reader: Reader) -> None:
    page = reader.open_until_ready("/om/")
    page.evaluate("document.querySelector('article').append(document.createElement('button'))")
    assert violations(page) == ["button-name: <button></button>"]
    assert reader.complaints == []
