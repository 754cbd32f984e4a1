"""The search understands Swedish: one query for each thing that it is to know, in the browser."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from macros.search.index import Worth, index
from macros.search.sections import Section
from tests.browser.asking import hits
from tests.browser.numbers import number
from tests.browser.reader import Reader
from tests.browser.serving import Portal

CONTACT = "/kontakter/#kontakt-mottagningsenheten"
AREA, _, REST = number("mottagningsenheten")[0].partition("-")
DIGITS = REST.replace(" ", "")
MARKED = """all => all.slice(0, 12).map((mark) => mark.textContent.toLowerCase())"""


@pytest.fixture(scope="module")
def page(chromium: Browser, portal: Portal) -> Iterator[Page]:
    """A page whose search is open."""
    someone = Reader(chromium, portal.origin)
    page = someone.open_until_ready("/om/")
    page.locator(".md-search__input").click()
    yield page
    someone.close()
    assert someone.complaints == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("SIG", "/ordlista/#ord-sig"),
        ("sig", "/ordlista/#ord-sig"),
        ("samordnarnas", "/kontakter/samordnare/"),
        ("orosanmläan", "/ordlista/#ord-orosanmalan"),
        ("hoppa av", "/rutiner/hassleholm/vill-lamna/"),
        ("avhopp", "/rutiner/hassleholm/vill-lamna/"),
        (f"{AREA}-{REST}", CONTACT),
        (f"{AREA}-{DIGITS}", CONTACT),
        (f"+46 {AREA[1:]} {REST}", CONTACT),
        (f"0046{AREA[1:]}{DIGITS}", CONTACT),
        (REST, CONTACT),
        (DIGITS[-4:], CONTACT),
        ("155-943/2015", "/riktlinjer/stockholm/"),
    ],
)
def test_what_is_meant_stands_first(page: Page, portal: Portal, query: str, first: str) -> None:
    assert hits(page, query, portal.origin)[0] == first


@pytest.mark.parametrize("query", ["våldsbejakande", "Hägersten-Älvsjö", "högerextrem"])
def test_letters_without_their_dots_find_the_same(page: Page, portal: Portal, query: str) -> None:
    folded = query.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))
    assert hits(page, query, portal.origin)[0] in hits(page, folded, portal.origin)[:3]


def test_the_word_itself_stands_before_its_inflections_and_those_before_its_likes(
    reader: Reader, portal: Portal
) -> None:
    texts = {"/a/": "Om larare.", "/b/": "Om läraren.", "/c/": "Om lärare."}
    pages = {address: [Section(address, "Sida", text)] for address, text in texts.items()}
    made = index(pages, dict.fromkeys(pages, Worth(1.0, calls=False, place="")), ())
    page = reader.open_until_ready("/om/")
    page.route("**/search/index.json", lambda route: route.fulfill(body=json.dumps(made)))
    page.locator(".md-search__input").click()
    assert hits(page, "lärare", portal.origin) == ["/c/", "/b/", "/a/"]
    assert hits(page, "larare", portal.origin)[0] == "/a/"


def marked(page: Page, portal: Portal, query: str) -> set[str]:
    """The first words that are marked in the answer to a query."""
    hits(page, query, portal.origin)
    return set(page.locator(".md-search-result mark").evaluate_all(MARKED))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("samordnarnas", "samordnare"),  # another inflection
        ("avhopparverksamheterna", "avhopparverksamhet"),
        ("plan", "handlingsplan"),  # a part of a compound
        ("nazist", "vit"),  # by another name
        ("orosanmläan", "orosanmälan"),  # two letters swapped
        ("valdet", "våldet"),  # without its dots
    ],
)
def test_the_word_that_was_found_is_marked_however_it_was(
    page: Page, portal: Portal, query: str, found: str
) -> None:
    assert found in marked(page, portal, query)


def test_small_words_are_not_marked(page: Page, portal: Portal) -> None:
    assert not marked(page, portal, "jag är orolig för en elev") & {"jag", "är", "för", "en"}


def test_a_part_of_a_compound_finds_it(page: Page, portal: Portal) -> None:
    assert "/ordlista/#ord-orosanmalan" in hits(page, "anmälan", portal.origin)


def test_the_plan_in_force_stands_before_the_one_that_it_replaced(
    page: Page, portal: Portal
) -> None:
    found = [hit.partition("#")[0] for hit in hits(page, "hägersten plan", portal.origin)]
    current, earlier = (f"/planer/stockholm/hagersten-{i}/" for i in ("alvsjo", "liljeholmen/2020"))
    assert found.index(current) < found.index(earlier)


def test_a_word_for_a_faith_leads_by_no_guess_to_an_environment(page: Page, portal: Portal) -> None:
    # "islam" is the beginning of "islamism".
    assert not marked(page, portal, "islam") & {"islamism", "islamistisk", "islamister"}
