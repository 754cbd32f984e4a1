"""The start page: two doors, a search that keeps to the page, and the places."""

import pytest
from playwright.sync_api import expect

from tests.browser.reader import WIDTHS, Reader

BUTTON = "Sök i hela portalen"
TARGET = 44
"""CSS pixels: what a thumb hits, by WCAG 2.2's stricter criterion 2.5.5."""


@pytest.mark.parametrize("width", WIDTHS)
def test_a_worried_reader_has_a_door_and_a_number_in_sight(reader: Reader, width: int) -> None:
    page = reader.open("/", width=width, javascript=False)
    expect(page.get_by_role("link", name="112", exact=True)).to_be_in_viewport()
    door = page.locator(".plan-two_doors__door").first
    expect(door).to_be_in_viewport()
    # All of the door is the link, not its words alone.
    box = door.bounding_box()
    assert box
    door.click(position={"x": box["width"] - 5, "y": box["height"] - 5})
    page.wait_for_url("**/vid-oro/")


def test_the_other_door_leads_to_what_can_be_looked_up(reader: Reader) -> None:
    page = reader.open("/", javascript=False)
    page.get_by_role("link", name="Jag vill slå upp något").click()
    expect(page.get_by_role("heading", name="Slå upp")).to_be_in_viewport()
    expect(page.get_by_role("link", name="Kontakter", exact=True).last).to_be_in_viewport()


@pytest.mark.parametrize("way", ["click", "Enter", "Space"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_large_button_opens_the_search_and_nothing_gets_into_the_address(
    reader: Reader, width: int, way: str
) -> None:
    page = reader.open_until_ready("/", width=width)
    before = page.url
    button = page.get_by_role("button", name=BUTTON)
    if way == "click":
        button.click()
    else:
        button.focus()
        page.keyboard.press(way)
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("klotter")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert page.url == before
    assert [address for address in reader.requests if "klotter" in address] == []
    assert reader.complaints == []


def test_without_scripts_there_is_no_button_that_does_nothing(reader: Reader) -> None:
    page = reader.open("/", javascript=False)
    expect(page.get_by_role("button", name=BUTTON)).to_have_count(0)


@pytest.mark.parametrize("width", WIDTHS)
def test_what_one_chooses_on_the_start_page_is_large(reader: Reader, width: int) -> None:
    page = reader.open_until_ready("/", width=width)
    small = page.locator(
        ".plan-emergency_numbers__number, .plan-two_doors__door, .plan-search_button__button"
    ).evaluate_all(
        f"all => all.filter((one) => one.getBoundingClientRect().height < {TARGET})"
        ".map((one) => one.outerHTML)"
    )
    assert small == []


def test_each_place_leads_to_its_contacts_and_its_plan(reader: Reader) -> None:
    page = reader.open("/", javascript=False)
    tile = page.locator(".plan-place_tiles__tile", has_text="Skärholmen").last
    links = tile.get_by_role("link").all()
    assert [link.get_attribute("href") for link in links] == [
        "/vid-oro/stockholm/skarholmen/",
        "/planer/stockholm/skarholmen/",
    ]
    gone = page.locator(".plan-place_tiles__tile", has_text="Hägersten-Liljeholmen").last
    expect(gone).to_contain_text("Har gått upp i Hägersten-Älvsjö (slutsats).")
