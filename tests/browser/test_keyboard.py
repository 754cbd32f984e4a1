"""Everything can be reached, and seen when it is reached, with the keyboard alone."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import HREFS, NARROW, WIDTHS, Reader

MOST_STOPS = 300

# Where the focus is, and whether a reader can see it: in the window, covered by nothing. What
# fades in is given half a second to do so. The theme's choice of colours is a hidden button whose
# label is what is seen.
FOCUS = """async () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const shown = element.matches(".md-option") ? element.nextElementSibling : element;
    const seen = () => {
        const box = shown?.getClientRects()[0];
        if (!box || !shown.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
            return false;
        }
        const middle = [box.left + box.width / 2, box.top + box.height / 2];
        return shown.contains(document.elementFromPoint(...middle));
    };
    for (let wait = 0; wait < 20 && !seen(); wait += 1) {
        await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return {
        html: element.cloneNode(false).outerHTML,
        link: element.getAttribute("href") ?? "",
        in_article: Boolean(element.closest("article")),
        seen: seen(),
    };
}"""


@dataclass(frozen=True)
class Stop:
    """Where a Tab led: the element without what is in it, and whether it can be seen there."""

    html: str
    link: str
    in_article: bool
    seen: bool


def tab(page: Page) -> Stop | None:
    """Press Tab; None when the focus has left the page."""
    page.keyboard.press("Tab")
    found = page.evaluate(FOCUS)
    return Stop(**found) if found else None


def stops(page: Page) -> list[Stop]:
    """All places that Tab leads to, in their order, from where the focus is."""
    found: list[Stop] = []
    while (stop := tab(page)) and len(found) < MOST_STOPS:
        found.append(stop)
    return found


@pytest.mark.parametrize(
    "address", ["/", "/kontakter/", "/vid-oro/hassleholm/", "/planer/stockholm/skarholmen/"]
)
def test_the_first_tab_stop_is_the_way_past_the_menu(reader: Reader, address: str) -> None:
    page = reader.open_until_ready(address)
    first = tab(page)
    assert first
    assert 'class="md-skip' in first.html
    assert first.seen
    page.keyboard.press("Enter")
    after = tab(page)
    assert after
    assert after.in_article


@pytest.mark.parametrize("width", WIDTHS)
def test_each_number_is_reached_and_no_stop_is_out_of_sight(reader: Reader, width: int) -> None:
    page = reader.open_until_ready("/vid-oro/hassleholm/", width=width)
    numbers = page.locator("a[href^='tel:']").evaluate_all(HREFS)
    found = stops(page)
    assert [stop.link for stop in found if stop.link.startswith("tel:")] == numbers != []
    assert [stop.html for stop in found if not stop.seen] == []


def test_the_menu_of_a_phone_opens_with_the_keyboard(reader: Reader) -> None:
    page = reader.open_until_ready("/om/", width=NARROW)
    link = page.locator(".md-nav--primary").get_by_role("link", name="Kontakter")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="Meny").focus()
    page.keyboard.press("Enter")
    expect(link).to_be_in_viewport()
