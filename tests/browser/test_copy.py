"""A number is copied by a button that scripts add, and the reader is told that it is."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.numbers import number
from tests.browser.reader import WIDTHS, Reader

PAGE = "/vid-oro/hassleholm/"
CARD = "#kontakt-mottagningsenheten"
NUMBER, _ = number("mottagningsenheten")
# As on a server without a certificate, where browsers keep the clipboard to themselves.
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
REFUSED = f"{NO_CLIPBOARD}; document.execCommand = () => false"


def press(page: Page) -> None:
    """Copy the number by keyboard."""
    button = page.locator(CARD).get_by_role("button", name=f"Kopiera numret {NUMBER}")
    button.focus()
    page.keyboard.press("Enter")


def by_clipboard(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])


def by_marking(page: Page) -> None:
    page.evaluate(NO_CLIPBOARD)


@pytest.mark.parametrize("prepare", [by_clipboard, by_marking])
def test_a_number_is_copied_as_it_stands(reader: Reader, prepare: Callable[[Page], None]) -> None:
    page = reader.open_until_ready(PAGE)
    prepare(page)
    press(page)
    expect(page.locator(".plan-copy__said")).to_have_text(f"Kopierat: {NUMBER}")
    expect(page.get_by_role("button", name=f"Kopierat {NUMBER}")).to_be_visible()
    # Read back by pasting, as the reader would.
    reader.search(page, "")
    page.keyboard.press("Control+V")
    expect(page.locator(".md-search__input")).to_have_value(NUMBER)
    assert reader.complaints == []


def test_where_nothing_can_be_copied_the_number_is_marked(reader: Reader) -> None:
    page = reader.open_until_ready(PAGE)
    page.evaluate(REFUSED)
    press(page)
    expect(page.get_by_role("button", name=f"Numret är markerat {NUMBER}")).to_be_visible()
    assert page.evaluate("getSelection().toString()") == NUMBER


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_when_a_number_is_copied(reader: Reader, width: int) -> None:
    page = reader.open_until_ready(PAGE, width=width)
    by_clipboard(page)
    size = "(card) => [card.offsetWidth, card.offsetHeight]"
    card = page.locator(CARD)
    before = card.evaluate(size)
    press(page)
    expect(page.get_by_role("button", name=f"Kopierat {NUMBER}")).to_be_visible()
    assert card.evaluate(size) == before


def test_each_number_in_a_card_has_a_button(reader: Reader) -> None:
    page = reader.open(PAGE)
    numbers = page.locator(".plan-contact_card__phone a").all_inner_texts()
    buttons = page.locator(".plan-contact_card .plan-copy__button").all()
    assert len(numbers) == len(buttons) > 10
    for shown, button in zip(numbers, buttons, strict=True):
        expect(button).to_have_accessible_name(f"Kopiera numret {shown}")
        expect(button).to_have_attribute("type", "button")


def test_without_scripts_there_is_no_button(reader: Reader) -> None:
    page = reader.open(PAGE, javascript=False)
    expect(page.locator("article").get_by_role("button")).to_have_count(0)


def test_a_number_is_as_large_as_a_thumb(reader: Reader) -> None:
    page = reader.open(PAGE, width=320)
    heights = "(links) => links.map((link) => link.getBoundingClientRect().height)"
    for part in (".plan-contact_card__phone a", ".plan-copy__button", ".plan-fallback__number"):
        assert min(page.locator(part).evaluate_all(heights)) >= 24, part
