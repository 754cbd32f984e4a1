"""Everything can be reached, and seen when it is reached, with the keyboard alone."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import LOST
from tests.browser.reader import HREFS, NARROW, WIDE, WIDTHS, Reader

# The guide shows all its answers until one is chosen.
MOST_STOPS = 900

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


def tab(page: Page, key: str = "Tab") -> Stop | None:
    """Press Tab; None when the focus has left the page."""
    page.keyboard.press(key)
    found = page.evaluate(FOCUS)
    return Stop(**found) if found else None


def stops(page: Page) -> list[Stop]:
    """All places that Tab leads to, in their order, from where the focus is."""
    found: list[Stop] = []
    while (stop := tab(page)) and len(found) < MOST_STOPS:
        found.append(stop)
    return found


@pytest.mark.parametrize(
    "address",
    ["/", "/kontakter/", "/vid-oro/hassleholm/", "/planer/stockholm/skarholmen/", LOST],
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
    # What the search says without hits is shown only then.
    numbers = page.locator("a[href^='tel:']:not(.plan-no_hits a)").evaluate_all(HREFS)
    found = stops(page)
    assert [stop.link for stop in found if stop.link.startswith("tel:")] == numbers != []
    assert [stop.html for stop in found if not stop.seen] == []


def open_menu(page: Page) -> None:
    """Open the menu of a phone as one does without a mouse; the focus stays on its button."""
    page.get_by_role("button", name="Meny").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".md-content")).to_have_js_property("inert", value=True)


def test_the_menu_of_a_phone_leads_from_page_to_page(reader: Reader) -> None:
    page = reader.open_until_ready("/planer/stockholm/skarholmen/", width=NARROW)
    menu = page.locator(".md-nav--primary")
    link = menu.get_by_role("link", name="Kontakter")
    expect(link).to_be_hidden()
    open_menu(page)
    # From the button into the deepest level; from what led there, up to the way further out.
    for level, key in {"Stockholms stad": "Tab", "Planer": "Shift+Tab"}.items():
        while (stop := tab(page, key)) and f"Tillbaka från {level}" not in stop.html:
            pass
        page.keyboard.press("Enter")
        expect(menu.get_by_role("button", name=f"Sidor under {level}")).to_be_focused()
    expect(link).to_be_in_viewport()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/kontakter/")


@pytest.mark.parametrize("address", ["/", "/planer/stockholm/skarholmen/", "/planer/hassleholm/"])
def test_no_stop_of_the_open_menu_is_out_of_sight(reader: Reader, address: str) -> None:
    page = reader.open_until_ready(address, width=NARROW)
    open_menu(page)
    found = stops(page)
    assert any("md-nav__link" in stop.html for stop in found)
    assert [stop.html for stop in found if stop.in_article or not stop.seen] == []


def test_the_menu_shows_the_contents_of_the_page(reader: Reader) -> None:
    page = reader.open_until_ready("/planer/stockholm/skarholmen/", width=NARROW)
    open_menu(page)
    page.get_by_role("button", name="Skärholmen, ").focus()
    page.keyboard.press("Space")
    expect(page.locator(".md-nav__title[for=__toc]:visible")).to_be_focused()
    after = tab(page)
    assert after
    assert after.link.startswith("#")
    assert after.seen


@pytest.mark.parametrize("key", ["Escape", "Enter", "Space"])
def test_the_open_menu_closes_and_gives_the_page_back(reader: Reader, key: str) -> None:
    page = reader.open_until_ready("/", width=NARROW)
    button = page.get_by_role("button", name="Meny")
    open_menu(page)
    expect(button).to_have_attribute("aria-expanded", "true")
    if key == "Escape":
        page.locator(".md-nav--primary").get_by_role("link", name="Kontakter").focus()
    page.keyboard.press(key)
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    assert any(stop.in_article for stop in stops(page))


def test_a_window_made_wider_gives_the_page_back(reader: Reader) -> None:
    page = reader.open_until_ready("/om/", width=NARROW)
    open_menu(page)
    page.set_viewport_size({"width": WIDE, "height": 800})
    assert any(stop.in_article for stop in stops(page))


def test_what_opens_a_part_of_the_menu_says_which(reader: Reader) -> None:
    page = reader.open_until_ready("/planer/")
    button = page.get_by_role("button", name="Sidor under Planer")
    expect(button).to_have_attribute("aria-expanded", "true")
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".md-nav--primary").get_by_text("Hässleholms kommun")).to_be_hidden()
