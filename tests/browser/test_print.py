"""Any page on paper: the text alone, with the addresses of its links, black on white."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import LOST
from tests.browser.reader import HREFS, Reader

PLAN = "/planer/stockholm/skarholmen/"
WRITTEN = """(link) => {
    const style = getComputedStyle(link, "::after");
    return style.content.startsWith('" (') ? style.content : "";
}"""
INK = """() => {
    const shown = [...document.querySelectorAll("article, article *")]
        .filter((one) => one.checkVisibility() && !one.closest("svg"));
    const of = (name) => [...new Set(shown.map((one) => getComputedStyle(one)[name]))];
    return [of("color"), of("backgroundColor")];
}"""


def printed(reader: Reader, address: str, *, scheme: str = "light") -> Page:
    page = reader.open_until_ready(address)
    # Without motion, colours do not fade into those of paper.
    page.emulate_media(media="print", color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    return page


def test_the_name_the_address_and_the_plans_facts_come_first(reader: Reader) -> None:
    page = printed(reader, PLAN)
    head = page.locator(".plan-printed")
    expect(head).to_be_visible()
    expect(head).to_have_text(f"Planportalen: {page.url}")
    tops = [
        page.locator(part).first.evaluate("(one) => one.getBoundingClientRect().top")
        for part in (".plan-printed", "h1", ".plan-plan_summary", "h2")
    ]
    assert tops == sorted(tops)


def test_a_page_that_is_not_there_prints_no_address(reader: Reader) -> None:
    page = reader.open(LOST)
    page.emulate_media(media="print")
    assert page.locator(".plan-printed").inner_text() == "Planportalen"


def test_addresses_are_written_out_once(reader: Reader) -> None:
    page = printed(reader, "/vid-oro/hassleholm/")
    links = page.locator("article a")
    found = dict(
        zip(
            links.evaluate_all(HREFS), links.evaluate_all(f"all => all.map({WRITTEN})"), strict=True
        )
    )
    calls = [href for href in found if href and href.startswith(("tel:", "mailto:"))]
    assert calls
    assert {found[href] for href in calls} == {""}
    # One within the portal gives its path; one that is its own words is not said twice.
    inside = [words for href, words in found.items() if href and href.endswith("hassleholm/")]
    assert '" (/planer/hassleholm/)"' in inside
    outside = [words for href, words in found.items() if href and href.startswith("http")]
    assert outside
    assert set(outside) == {""}


def test_a_link_on_its_way_out_of_the_portal_gives_the_whole_address(reader: Reader) -> None:
    page = printed(reader, "/material/")
    links = page.locator("article a[href^=http]").all()
    written = [link.evaluate(WRITTEN) + link.inner_text() for link in links]
    assert written
    assert [words for words in written if not re.search(r"[a-z]\.[a-z]", words)] == []


@pytest.mark.parametrize("address", ["/", PLAN])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_black_on_white(reader: Reader, address: str, scheme: str) -> None:
    page = printed(reader, address, scheme=scheme)
    ink, ground = page.evaluate(INK)
    assert ink == ["rgb(0, 0, 0)"]
    assert set(ground) <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        (PLAN, "tbody tr, .plan-contact_card, .plan-plan_summary__facts > div"),
        ("/", ".plan-two_doors__door, .plan-place_tiles__tile:not(:has(li))"),
    ],
)
def test_rows_and_cards_are_not_cut_by_the_edge_of_a_paper(
    reader: Reader, address: str, parts: str
) -> None:
    page = printed(reader, address)
    rule = "all => all.map((one) => getComputedStyle(one).breakInside)"
    found = page.locator(f"article :is({parts})").evaluate_all(rule)
    assert set(found) == {"avoid"}
    heads = page.locator("article thead").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).display)"
    )
    assert set(heads) <= {"table-header-group"}


def test_what_is_folded_up_is_opened_for_print_and_folded_again(reader: Reader) -> None:
    page = reader.open_until_ready("/om/")
    page.evaluate("document.querySelector('article').append(document.createElement('details'))")
    part = page.locator("article details").last
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(part).to_have_attribute("open", "")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(part).not_to_have_attribute("open", "")
