"""An abbreviation tells what it means where it stands: by Tab, by a tap, on paper."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import NARROW, SCROLLS_SIDEWAYS, WIDTHS, Reader

PLAN = "/planer/stockholm/skarholmen/"
ADDED = "element => getComputedStyle(element, '::after').content"
STOP = "abbr.plan-term[tabindex='0']"


def meaning(page: Page, selector: str) -> str:
    """What is shown after the abbreviation, as the style sheet writes it."""
    shown: str = page.locator(selector).first.evaluate(ADDED)
    return shown


@pytest.mark.parametrize("width", WIDTHS)
def test_the_meaning_stands_in_the_line_while_the_abbreviation_has_the_focus(
    reader: Reader, width: int
) -> None:
    page = reader.open_until_ready(PLAN, width=width)
    first = page.locator(STOP).first
    title = first.get_attribute("title")
    assert title
    assert meaning(page, STOP) == "none"
    first.focus()
    assert title in meaning(page, STOP)
    # In the line, over nothing else.
    assert first.evaluate("element => getComputedStyle(element, '::after').position") == "static"
    assert not page.evaluate(SCROLLS_SIDEWAYS)


def test_a_tap_is_enough_even_where_tab_does_not_stop_and_without_scripts(reader: Reader) -> None:
    page = reader.open(PLAN, width=NARROW, javascript=False)
    other = "article p abbr.plan-term[tabindex='-1']"
    term = page.locator(other).first
    term.click()
    expect(term).to_be_focused()
    assert (term.get_attribute("title") or "-") in meaning(page, other)


def test_paper_has_the_meaning_once(reader: Reader) -> None:
    page = reader.open_until_ready(PLAN)
    page.emulate_media(media="print")
    firsts = page.locator("abbr.plan-term--first")
    assert firsts.count() > 3
    titles = [first.get_attribute("title") for first in firsts.all()]
    assert len(titles) == len(set(titles))
    assert all(
        (first.get_attribute("title") or "-") in first.evaluate(ADDED) for first in firsts.all()
    )
    assert meaning(page, "abbr.plan-term:not(.plan-term--first)") == "none"
