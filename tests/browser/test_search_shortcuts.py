"""Single keys open the search and do nothing else; who is disturbed by them turns them off."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import Reader

CHOICE = "/om/tillganglighet/"
STORED = "() => Object.entries(localStorage)"


def search_opens(page: Page, key: str) -> bool:
    """Whether a key opens the search; it is closed again, and its field is empty."""
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press(key)
    # The theme follows the focus a moment later, and a busy machine makes it a long one.
    end = time.monotonic() + 0.8
    opened = False
    while not opened and time.monotonic() < end:
        page.wait_for_timeout(50)
        opened = page.locator("[data-md-toggle=search]").is_checked()
    if opened:
        expect(page.locator(".md-search__input")).to_be_focused()
        page.keyboard.press("Escape")
    expect(page.locator("[data-md-toggle=search]")).not_to_be_checked()
    expect(page.locator(".md-search__input")).to_have_value("")
    return opened


def test_three_keys_open_the_search_and_no_key_leaves_the_page(reader: Reader) -> None:
    page = reader.open_until_ready("/planer/")
    asked = list(reader.requests)
    keys = ["/", "f", "s", "n", "p", ".", ",", "Alt+s", "Alt+n"]
    assert [key for key in keys if search_opens(page, key)] == ["/", "f", "s"]
    assert reader.requests == asked
    assert page.evaluate(STORED) == []


def test_a_letter_written_in_a_field_or_on_a_choice_is_no_command(reader: Reader) -> None:
    page = reader.open_until_ready("/planer/")
    asked = list(reader.requests)
    page.evaluate(
        """() => {
            const field = "<textarea></textarea><input type='radio'>";
            document.querySelector("article").insertAdjacentHTML("beforeend", field);
        }"""
    )
    page.locator("article textarea").focus()
    page.keyboard.type("fns")
    expect(page.locator("article textarea")).to_have_value("fns")
    page.locator("article input").focus()
    page.keyboard.type("np")
    page.wait_for_timeout(300)
    expect(page.locator("[data-md-toggle=search]")).not_to_be_checked()
    assert reader.requests == asked


def test_the_keys_are_turned_off_on_this_device_and_on_again(reader: Reader) -> None:
    page = reader.open_until_ready(CHOICE)
    part = page.locator(".plan-search_shortcuts")
    off = part.get_by_role("button", name="Stäng av tangenterna")
    on = part.get_by_role("button", name="Sätt på tangenterna")
    expect(on).to_be_hidden()
    off.focus()
    page.keyboard.press("Enter")
    expect(on).to_be_focused()
    expect(part.get_by_role("status")).to_have_text("Tangenterna är avstängda.")
    assert not search_opens(page, "s")
    assert page.evaluate(STORED) == [["planportalen.kortkommandon", "av"]]

    page.goto("/planer/")
    reader.wait_until_ready(page)
    assert not search_opens(page, "/")

    page.goto(CHOICE)
    reader.wait_until_ready(page)
    on.click()
    expect(off).to_be_focused()
    assert page.evaluate(STORED) == []
    assert search_opens(page, "/")
    assert reader.complaints == []


@pytest.mark.parametrize("javascript", [True, False])
def test_the_choice_is_shown_where_there_are_keys(reader: Reader, *, javascript: bool) -> None:
    page = reader.open(CHOICE, javascript=javascript)
    expect(page.locator(".plan-search_shortcuts")).to_be_visible(visible=javascript)
