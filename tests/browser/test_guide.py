"""The guide gives the right number after one choice, by pointer and keyboard, with and without
JavaScript, and keeps nothing of what a worried person chose.

The expected contacts are the table of tests/test_guide.py, taken from the documents.
"""

import datetime as dt
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from macros import portal
from macros.views import opening
from tests.browser.reader import NARROW, STICKING_OUT, WIDE, WIDTHS, Reader
from tests.browser.wcag import SCHEMES, in_both_schemes
from tests.conftest import ROOT
from tests.test_guide import PLACES

NUMBERS = "a[href^='tel:']"
STORED = "() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]"
# Its beginning is neither outside the window nor behind the bar at its end.
IN_SIGHT = """(shown) => {
    const { left, top } = shown.getBoundingClientRect();
    return shown.contains(document.elementFromPoint(left + 8, top + 16));
}"""
DATA = portal.load(ROOT)


def first_number(place: str, contact: str) -> str:
    number: str = DATA.find("contact", contact, place).phones[0].number
    return number


def is_answered(page: Page, place: str, situation: str, contact: str | None) -> None:
    """The chosen answer alone is shown, in the window, with its first number or its gap."""
    answer = page.locator(f"#{situation}")
    expect(answer).to_be_visible()
    expect(page.locator(".plan-worry_guide__answer:visible")).to_have_count(1)
    expect(answer.locator(NUMBERS).first).to_have_attribute("href", "tel:112")
    if contact is None:
        shown: Locator = answer.locator(".plan-routine_steps__missing").first
        expect(shown).to_contain_text("Fråga")
    else:
        shown = answer.get_by_role("link", name=first_number(place, contact), exact=True).first
    expect(shown).to_be_in_viewport()
    page.wait_for_function(IN_SIGHT, arg=shown.element_handle())
    expect(answer).to_contain_text(f"Du ser numren för {DATA.place(place).title}")
    # Whom to call where nobody answers: once, at the end of the answer.
    instead = page.locator(".plan-fallback")
    expect(instead).to_have_count(1)
    expect(instead.get_by_role("link", name="112", exact=True)).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", PLACES)
def test_one_choice_gives_the_right_number_by_pointer(
    reader: Reader, place: str, width: int
) -> None:
    page = reader.open(f"/vid-oro/{place}/", width=width)
    for situation, contact in PLACES[place].items():
        page.locator(f".plan-worry_guide__choice[href='#{situation}']").click()
        is_answered(page, place, situation, contact)
        page.locator(f"#{situation} .plan-worry_guide__back a").click()
    assert "?" not in page.url
    assert page.evaluate(STORED) == [[], [], ""]
    assert reader.complaints == []
    assert [url for url in reader.requests if "#" in url or "?" in url] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", PLACES)
def test_one_choice_gives_the_right_number_by_keyboard(
    reader: Reader, place: str, width: int
) -> None:
    page = reader.open(f"/vid-oro/{place}/", width=width)
    for situation, contact in PLACES[place].items():
        page.locator(f".plan-worry_guide__choice[href='#{situation}']").focus()
        page.keyboard.press("Enter")
        is_answered(page, place, situation, contact)
        # The next stop of the Tab key is inside the answer, not back among the choices.
        page.keyboard.press("Tab")
        expect(page.locator(f"#{situation} :focus")).to_have_count(1)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", PLACES)
def test_a_number_is_two_or_three_activations_from_the_start_page(
    reader: Reader, place: str, width: int
) -> None:
    page = reader.open("/", width=width)
    page.get_by_role("link", name="Jag är orolig").click()
    # A district that has gone up in it leads there too.
    page.locator(f".plan-place_list a[href='/vid-oro/{place}/']").last.click()
    page.locator(".plan-worry_guide__choice[href='#barn']").click()
    is_answered(page, place, "barn", PLACES[place]["barn"])


def tab_to(page: Page, target: Locator) -> None:
    """Press the Tab key until the target has the focus, as who has no pointer does."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("(one) => one === document.activeElement"):
            return
    pytest.fail("The Tab key does not lead there.")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", ["hassleholm", "stockholm/skarholmen"])
def test_a_number_is_three_activations_from_the_start_page_by_keyboard_alone(
    reader: Reader, place: str, width: int
) -> None:
    page = reader.open("/", width=width)
    for way in (
        page.get_by_role("link", name="Jag är orolig"),
        page.locator(f".plan-place_list a[href='/vid-oro/{place}/']"),
        page.locator(".plan-worry_guide__choice[href='#barn']"),
    ):
        tab_to(page, way)
        page.keyboard.press("Enter")
    is_answered(page, place, "barn", PLACES[place]["barn"])
    tab_to(page, page.locator("#barn").locator(NUMBERS).first)


def test_national_numbers_are_one_activation_from_the_start_page(reader: Reader) -> None:
    page = reader.open("/", width=NARROW)
    page.get_by_role("link", name="Jag är orolig").click()
    for number in ("112", "114 14"):
        expect(page.get_by_role("link", name=number, exact=True).first).to_be_in_viewport()


@pytest.mark.parametrize("place", PLACES)
def test_the_same_numbers_are_readable_without_javascript(reader: Reader, place: str) -> None:
    page = reader.open(f"/vid-oro/{place}/", width=NARROW, javascript=False)
    for situation, contact in PLACES[place].items():
        answer = page.locator(f"#{situation}")
        expect(answer).to_be_visible()
        if contact is not None:
            number = first_number(place, contact)
            expect(answer.get_by_role("link", name=number, exact=True).first).to_be_visible()
        else:
            expect(answer.locator(".plan-routine_steps__missing").first).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_leads_to_the_guide_of_its_place_with_112_beside(
    reader: Reader, width: int
) -> None:
    guides = {
        "/": "/vid-oro/",
        "/ordlista/": "/vid-oro/",
        "/planer/stockholm/skarholmen/": "/vid-oro/stockholm/skarholmen/",
        "/planer/hassleholm/": "/vid-oro/hassleholm/",
        "/ansvar/stockholm/socialtjansten/": "/vid-oro/stockholm/",
        "/riktlinjer/stockholm/": "/vid-oro/stockholm/",
        "/finns-inte/": "/vid-oro/",
    }
    page = reader.open("/", width=width)
    for address, guide in guides.items():
        page.goto(address)
        bar = page.get_by_role("complementary", name="Om du är orolig")
        expect(bar).to_be_in_viewport()
        expect(bar.get_by_role("link", name="Är du orolig?")).to_have_attribute("href", guide)
        expect(bar.get_by_role("link", name="Ring 112")).to_have_attribute("href", "tel:112")


def test_the_bar_leaves_the_window_free_where_little_is_left_of_it(reader: Reader) -> None:
    page = reader.open("/", width=NARROW, height=256)
    page.mouse.wheel(0, 2000)
    expect(page.locator(".plan-concern")).not_to_be_in_viewport()


def test_the_place_is_remembered_only_when_asked_to_and_only_its_id(reader: Reader) -> None:
    page = reader.open("/vid-oro/stockholm/skarholmen/")
    expect(page.get_by_role("button", name="Glöm platsen")).to_be_hidden()
    assert page.evaluate(STORED) == [[], [], ""]
    page.get_by_role("button", name="Kom ihåg platsen").click()
    expect(page.get_by_role("status").filter(has_text="Platsen sparas")).to_be_visible()
    assert page.evaluate("JSON.stringify(localStorage)") == (
        '{"planportalen.plats":"stockholm/skarholmen"}'
    )
    page.goto("/ordlista/")
    entry = page.get_by_role("link", name="Är du orolig?", exact=True).last
    expect(page.locator("[data-plan-concern]")).to_have_attribute(
        "href", "/vid-oro/stockholm/skarholmen/"
    )
    expect(entry).to_be_visible()
    page.goto("/vid-oro/")
    page.get_by_role("link", name="Gå till platsen som du har sparat").click()
    expect(page).to_have_url(re.compile("/vid-oro/stockholm/skarholmen/$"))
    page.get_by_role("button", name="Glöm platsen").click()
    assert page.evaluate(STORED) == [[], [], ""]


def test_a_place_that_has_left_the_portal_is_forgotten(reader: Reader) -> None:
    page = reader.open("/ordlista/")
    page.evaluate("localStorage.setItem('planportalen.plats', 'stockholm/finns-inte')")
    page.reload()
    entry = page.locator("[data-plan-concern]")
    entry.click()
    expect(page.get_by_role("heading", name="Sidan finns inte")).to_be_visible()
    expect(entry).to_have_attribute("href", "/vid-oro/")
    assert page.evaluate(STORED) == [[], [], ""]


def test_the_focus_is_seen_when_a_place_is_remembered_and_forgotten(reader: Reader) -> None:
    page = reader.open("/vid-oro/hassleholm/")
    page.get_by_role("button", name="Kom ihåg platsen").press("Enter")
    expect(page.get_by_role("button", name="Glöm platsen")).to_be_focused()
    page.goto("/vid-oro/")
    page.get_by_role("button", name="Glöm den").press("Enter")
    expect(page.locator(".plan-place_list__places a").first).to_be_focused()


def test_the_end_of_the_menu_is_not_behind_the_bar(reader: Reader) -> None:
    page = reader.open("/rutiner/hassleholm/skola/", height=450)
    last = page.locator(".md-sidebar--primary").get_by_role("link", name="Om portalen").first
    last.focus()
    box, bar = last.bounding_box(), page.locator(".plan-concern").bounding_box()
    assert box
    assert bar
    assert box["y"] + box["height"] <= bar["y"]


@pytest.mark.parametrize("stored", ["//exempel.se", "javascript:alert(1)", "../om", ""])
def test_a_place_that_is_none_is_not_followed(reader: Reader, stored: str) -> None:
    page = reader.open("/ordlista/")
    page.evaluate("place => localStorage.setItem('planportalen.plats', place)", stored)
    page.reload()
    expect(page.locator("[data-plan-concern]")).to_have_attribute("href", "/vid-oro/")


def test_nothing_is_stored_by_looking_and_the_colours_when_chosen(reader: Reader) -> None:
    page = reader.open_until_ready("/")
    page.goto("/planer/stockholm/skarholmen/#lagesbild")
    reader.wait_until_ready(page)
    assert page.evaluate(STORED) == [[], [], ""]
    page.locator("label.md-header__button[title='Byt till ljust läge']").click()
    assert page.evaluate("Object.keys(localStorage)") == ["/.__palette"]


@pytest.mark.parametrize("place", PLACES)
def test_the_sheet_for_the_wall_is_one_page_without_personal_mobiles(
    reader: Reader, place: str
) -> None:
    page = reader.open(f"/vid-oro/{place}/")
    page.clock.set_fixed_time(dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC))
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    page.emulate_media(media="print")
    sheet = page.locator(".plan-wall_sheet")
    expect(sheet).to_contain_text("Utskrivet: 21 november 2026")
    expect(sheet).to_contain_text("Kasta efter: 21 november 2027")
    expect(sheet).to_contain_text("112")
    expect(page.locator(".plan-worry_guide")).to_be_hidden()
    for _, contact in DATA.contacts(place):
        for phone in contact.phones:
            if phone.personal:
                expect(sheet).not_to_contain_text(phone.number)


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize(
    ("address", "part"),
    [("/vid-oro/hassleholm/#barn", "#barn"), ("/rutiner/hassleholm/oro-for-barn-och-unga/", "ol")],
)
def test_the_rest_of_a_card_opens_at_its_step_and_nobody_leaves_the_answer(
    reader: Reader, address: str, part: str, javascript: bool
) -> None:
    page = reader.open(address, width=NARROW, javascript=javascript)
    rest = page.locator(f"{part} details", has_text="Mer om Mottagningsenheten").first
    card = DATA.find("contact", "mottagningsenheten", "hassleholm")
    words = rest.get_by_text(card.when, exact=True)
    expect(words).to_be_hidden()
    rest.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(words).to_be_visible()
    known = opening.words(card.opening) if card.opening else card.hours
    expect(rest).to_contain_text(known or "öppettider okända")
    for note in card.notes:
        expect(rest).to_contain_text(note.text)
    assert page.url.endswith(address)
    assert reader.complaints == []


@pytest.mark.parametrize(("width", "rows"), [(WIDE, 1), (NARROW, 4)])
def test_a_figure_draws_choices_as_branches_to_numbered_steps(
    reader: Reader, width: int, rows: int
) -> None:
    page = reader.open("/rutiner/stockholm/rad-i-arbetet/", width=width)
    figure = page.locator(".plan-routine_flow__steps")
    expect(figure).to_have_attribute("aria-hidden", "true")
    choices = figure.locator(".plan-routine_flow__choices").first.locator("> div")
    expect(choices).to_have_count(4)
    tops = choices.evaluate_all("all => all.map((one) => one.getBoundingClientRect().top)")
    assert len(set(tops)) == rows
    steps = figure.locator(".plan-routine_flow__step > p").all_inner_texts()
    assert [choice.locator("span").inner_text() for choice in choices.all()] == ["3", "4", "5", "6"]
    assert steps == ["1", "2", "3", "4", "5", "6"]
    elsewhere = figure.get_by_text("→ ”Ett barn eller en ungdom under 18 år”", exact=True)
    expect(elsewhere).to_be_visible()
    assert page.evaluate(STICKING_OUT) == []


@pytest.mark.parametrize("place", PLACES)
def test_an_answer_leads_to_another_of_the_same_place(reader: Reader, place: str) -> None:
    page = reader.open(f"/vid-oro/{place}/#lamna", width=NARROW)
    page.locator("#lamna").get_by_role("link", name="Ett barn eller en ungdom").click()
    is_answered(page, place, "barn", PLACES[place]["barn"])


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "address",
    [
        "/vid-oro/hassleholm/#barn",
        "/vid-oro/stockholm/skarholmen/#lamna",
        "/rutiner/hassleholm/skola/",
        "/rutiner/stockholm/rad-i-arbetet/",
    ],
)
def test_a_chosen_answer_and_a_routine_break_no_rule(
    reader: Reader, address: str, width: int
) -> None:
    page = reader.open_until_ready(address, width=width)
    assert in_both_schemes(page) == {scheme: [] for scheme in SCHEMES}
    page.locator("article details").evaluate_all("all => all.map((one) => (one.open = true))")
    assert in_both_schemes(page) == {scheme: [] for scheme in SCHEMES}
    assert page.evaluate(STICKING_OUT) == []
