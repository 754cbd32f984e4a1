"""Who types, has saved or searches for a district that has gone up in another finds that one."""

import json
import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.articles import read_site
from tests.browser.asking import hits
from tests.browser.kinds import LEADS_ON
from tests.browser.reader import SCROLLS_SIDEWAYS, STICKING_OUT, WIDTHS, Reader
from tests.browser.serving import Portal
from tests.browser.wcag import SCHEMES, in_both_schemes

OLD, NEW = "stockholm/hagersten-liljeholmen", "stockholm/hagersten-alvsjo"
FOLDERS = ("planer", "vid-oro")


def stay(page: Page, address: str) -> None:
    """Open a page that leads on as whoever has turned that off does."""

    def without_refresh(route: Route) -> None:
        answer = route.fetch()
        html = re.sub(rf"{LEADS_ON}[^>]*>", "", answer.text())
        route.fulfill(response=answer, body=html)

    page.route(f"**{address}", without_refresh)
    page.goto(address)


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("folder", FOLDERS)
def test_the_old_address_leads_to_the_new_page(
    reader: Reader, folder: str, *, javascript: bool
) -> None:
    page = reader.open(f"/{folder}/{OLD}/", javascript=javascript)
    expect(page).to_have_url(re.compile(f"/{folder}/{NEW}/$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hägersten-Älvsjö")
    # What the page had asked for when it was left is dropped.
    assert [said for said in reader.complaints if not said.endswith("net::ERR_ABORTED")] == []


def test_back_leads_to_where_one_came_from(reader: Reader) -> None:
    page = reader.open("/ordlista/")
    page.evaluate(f"location.href = '/planer/{OLD}/'")
    expect(page).to_have_url(re.compile(f"/planer/{NEW}/$"))
    page.go_back()
    expect(page).to_have_url(re.compile("/ordlista/$"))


def test_a_remembered_place_follows_along(reader: Reader) -> None:
    page = reader.open("/ordlista/")
    page.evaluate(f"localStorage.setItem('planportalen.plats', '{OLD}')")
    page.reload()
    page.locator("[data-plan-concern]").click()
    expect(page).to_have_url(re.compile(f"/vid-oro/{NEW}/$"))
    assert page.evaluate("localStorage.getItem('planportalen.plats')") == NEW
    expect(page.get_by_role("button", name="Glöm platsen")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("folder", FOLDERS)
def test_who_stays_on_the_page_reads_where_it_leads(
    reader: Reader, folder: str, width: int
) -> None:
    page = reader.open("/", width=width)
    stay(page, f"/{folder}/{OLD}/")
    article = page.locator("article")
    expect(article).to_contain_text("har gått upp i Hägersten-Älvsjö (slutsats)")
    expect(article).to_contain_text("är en slutsats.")
    for name, address in (
        ("Är du orolig? Så gör du i Hägersten-Älvsjö", f"/vid-oro/{NEW}/"),
        ("Planen för Hägersten-Älvsjö", f"/planer/{NEW}/"),
        ("Hägersten-Liljeholmen 2020", f"/planer/{OLD}/2020/"),
    ):
        expect(article.get_by_role("link", name=name)).to_have_attribute("href", address)
    assert page.evaluate(SCROLLS_SIDEWAYS) is False
    assert page.evaluate(STICKING_OUT) == []
    assert in_both_schemes(page) == {scheme: [] for scheme in SCHEMES}


@pytest.mark.parametrize("query", ["Hägersten-Liljeholmen", "liljeholmen"])
def test_the_search_finds_the_guide_by_the_old_name(
    reader: Reader, portal: Portal, query: str
) -> None:
    page = reader.open_until_ready("/om/")
    page.locator(".md-search__input").click()
    assert hits(page, query, portal.origin)[0].partition("#")[0] == f"/vid-oro/{NEW}/"


def test_the_lists_lead_past_the_old_addresses(reader: Reader) -> None:
    page = reader.open("/vid-oro/", javascript=False)
    row = page.locator(".plan-place_list li", has_text="Hägersten-Liljeholmen").last
    expect(row).to_have_text("Hägersten-Liljeholmen, nu Hägersten-Älvsjö (slutsats)")
    expect(row.get_by_role("link")).to_have_attribute("href", f"/vid-oro/{NEW}/")
    page.goto("/planer/")
    link = page.locator("article").get_by_role("link", name="Hägersten-Liljeholmen", exact=True)
    expect(link).to_have_attribute("href", f"/planer/{OLD}/2020/")


def test_the_earlier_plan_has_the_guide_of_today(reader: Reader) -> None:
    page = reader.open(f"/planer/{OLD}/2020/", javascript=False)
    guide = page.locator("[data-plan-concern]")
    expect(guide).to_have_attribute("href", f"/vid-oro/{NEW}/")
    expect(page.locator("article")).to_contain_text(
        "Distriktet har enligt portalens slutsats gått upp i Hägersten-Älvsjö"
    )
    page.goto(f"/planer/{NEW}/")
    earlier = page.locator(".plan-plan_summary").get_by_role("link", name="Liljeholmen 2020")
    expect(earlier).to_have_attribute("href", f"/planer/{OLD}/2020/")


def test_no_page_and_no_search_leads_to_a_page_that_leads_on(portal: Portal) -> None:
    leads_on = {
        f"/{path.parent.relative_to(portal.site).as_posix()}/"
        for path in portal.site.rglob("*.html")
        if LEADS_ON in path.read_text("utf-8")
    }
    assert leads_on == {f"/{folder}/{OLD}/" for folder in FOLDERS}
    linked = {link for page in read_site(portal.site.parent).values() for link in page.links}
    assert len(linked) > 100
    assert leads_on.isdisjoint(linked)
    index = json.loads((portal.site / "search/index.json").read_text("utf-8"))
    assert leads_on.isdisjoint(address for address, *_ in index["pages"])
