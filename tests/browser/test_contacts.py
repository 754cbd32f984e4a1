"""The right number, in the right form, one step away; a doubtful address is never a link."""

import re

import pytest
from playwright.sync_api import Page, expect

from macros.portal import NATION
from macros.portal import Portal as Data
from tests.browser.kinds import LOST
from tests.browser.numbers import DATA, number
from tests.browser.reader import WIDTHS, Reader
from tests.browser.serving import Portal

CHILDREN, CALL = number("mottagningsenheten")
NUMBERS = {"112": "tel:112", "114 14": "tel:11414", CHILDREN: CALL}
DOUBTFUL = tuple(
    email.address
    for _, contact in DATA.contacts(NATION)
    for email in contact.emails
    if email.doubtful
)


def number_of(page: Page, contact: str) -> str | None:
    """The number that a contact's card on this page gives first."""
    card = page.locator(".plan-contact_card", has=page.get_by_text(contact, exact=True))
    link = card.first.locator(".plan-contact_card__phone a[href^='tel:']").first
    expect(link).to_be_visible()
    return link.get_attribute("href")


@pytest.mark.parametrize("address", ["/vid-oro/hassleholm/", "/kontakter/"])
def test_a_number_is_a_link_that_calls_it(reader: Reader, address: str) -> None:
    page = reader.open(address, javascript=False)
    for shown, target in NUMBERS.items():
        links = page.get_by_role("link", name=shown, exact=True).all()
        assert {link.get_attribute("href") for link in links} == {target}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ["/", "/vid-oro/", "/vid-oro/hassleholm/"])
def test_112_is_in_sight_where_a_worried_reader_comes_in(
    reader: Reader, address: str, width: int
) -> None:
    page = reader.open(address, width=width)
    expect(page.get_by_role("link", name="112", exact=True).first).to_be_in_viewport()


def test_an_address_that_leads_nowhere_gives_the_number_that_the_data_has(
    reader: Reader, data: Data
) -> None:
    page = reader.open(LOST, javascript=False)
    emergency = data.find("contact", "larm-112", NATION).phones[0].number
    first = page.locator("article a[href^='tel:']").first
    expect(first).to_have_text(emergency)
    expect(first).to_have_attribute("href", f"tel:{emergency}")


@pytest.mark.parametrize("width", WIDTHS)
def test_mottagningsenheten_in_hassleholm_is_one_click_from_the_start(
    reader: Reader, width: int
) -> None:
    page = reader.open("/", width=width)
    page.get_by_role("link", name="Vem ska jag ringa? Hässleholms kommun").click()
    page.wait_for_url("**/vid-oro/hassleholm/")
    assert number_of(page, "Mottagningsenheten") == CALL


@pytest.mark.parametrize("address", ["/vid-oro/hassleholm/", "/kontakter/"])
def test_a_doubtful_address_is_shown(reader: Reader, address: str) -> None:
    page = reader.open(address, javascript=False)
    for doubtful in DOUBTFUL:
        shown = page.get_by_text(doubtful, exact=True).filter(visible=True)
        expect(shown).to_have_count(1)


def test_a_doubtful_address_is_in_no_link_of_any_page(portal: Portal) -> None:
    # The sign may be written in other ways, and so may what follows it (xn--malm-8qa.se).
    names = "|".join(re.escape(address.split("@")[0]) for address in DOUBTFUL) or "(?!)"
    doubtful = re.compile(f"({names})(@|%40|&#)")
    link = re.compile(r"<a\s.*?</a>|\shref=\"[^\"]*\"", re.DOTALL)
    links = [
        found
        for page in portal.site.rglob("*.html")
        for found in link.findall(page.read_text("utf-8"))
    ]
    assert any("tel:112" in found for found in links)
    assert [found for found in links if doubtful.search(found)] == []
