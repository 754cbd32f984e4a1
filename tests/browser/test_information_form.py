"""The form for avidentifierad information: it warns, keeps nothing, sends nothing and empties."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests import programs
from tests.browser.conftest import ARGUMENTS
from tests.browser.reader import NARROW, SCROLLS_SIDEWAYS, STICKING_OUT, WIDE, WIDTHS, Reader
from tests.browser.serving import Portal
from tests.browser.test_keyboard import stops
from tests.browser.wcag import SCHEMES, in_both_schemes

FORM = "/rutiner/avidentifierad-information/"
EVENT = "Vad har du sett eller hört?"
TEXT = "Klotter på en vägg vid skolan."
ANSWERS = (
    "form => [...form.querySelectorAll('textarea')].map((field) => field.value)"
    ".concat([...form.querySelectorAll('.plan-information_form__answer, "
    ".plan-information_form__warnings')].map((part) => part.textContent))"
    ".concat([...form.querySelectorAll(':checked')].map((box) => box.parentElement.textContent))"
    ".filter(Boolean)"
)
# Whatever a page can keep in a browser.
KEPT = """async () => JSON.stringify([
    {...localStorage}, {...sessionStorage}, document.cookie, history.state, location.href,
    await indexedDB.databases(), await caches.keys(),
])"""

WARNINGS = {
    "19900101-1234": "ett personnummer eller samordningsnummer",
    "Vi såg Anna Berg där": "ett namn",
    "ring 070-174 06 05": "ett telefonnummer",
    "bilen ABC 123": "ett registreringsnummer",
    "anna@exempel.se": "en e-postadress eller ett användarnamn",
    "på Storgatan 5": "en adress",
}


def form(page: Page) -> Locator:
    return page.locator("div.plan-information_form")


def status(page: Page) -> Locator:
    return page.locator(".plan-information_form__status")


def warnings(page: Page) -> Locator:
    return page.locator(".plan-information_form__warning")


def answers(page: Page) -> list[str]:
    """All that the form holds, in fields and in what is shown of them."""
    held: list[str] = form(page).evaluate(ANSWERS)
    return held


def fill(page: Page) -> None:
    page.get_by_label(EVENT).fill(TEXT)
    page.get_by_label("Klotter", exact=True).check()
    assert answers(page) == [TEXT, TEXT, " Klotter"]


def test_a_warning_comes_and_goes_with_what_it_warns_of(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    field = page.get_by_label(EVENT)
    for text, looks in WARNINGS.items():
        field.clear()
        field.press_sequentially(text)
        expect(warnings(page)).to_have_count(1)
        expect(warnings(page)).to_contain_text(f"Varning: ser ut som {looks}.")
        expect(field).to_have_accessible_description(re.compile(f"Varning: ser ut som {looks}"))
        field.fill(TEXT)
        expect(warnings(page)).to_have_count(0)
    assert reader.complaints == []


def test_a_warning_says_what_it_saw_and_why_and_blocks_nothing(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    field = page.get_by_label(EVENT)
    field.fill("Anna Berg och Bo Ek på Storgatan 5")
    name = "Varning: ser ut som ett namn. ”Anna Berg”, ”Bo Ek”. Ett namn visar vem det gäller."
    address = "Varning: ser ut som en adress. ”Storgatan 5”. En adress kan visa vem som bor där."
    expect(warnings(page)).to_contain_text([name, address])
    expect(form(page)).to_contain_text("Varningarna hittar inte allt.")
    field.press_sequentially("!")
    expect(field).to_have_value("Anna Berg och Bo Ek på Storgatan 5!")


def test_a_warning_is_read_out_once_when_the_typing_rests(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    heard = page.locator(".plan-information_form__heard")
    page.get_by_label(EVENT).fill("Anna Berg")
    said = f"Varning vid frågan: {EVENT} Varning: ser ut som ett namn."
    expect(heard).to_have_attribute("role", "status")
    expect(heard).to_have_text(said)
    heard.evaluate("element => { element.textContent = '' }")
    page.get_by_label(EVENT).press_sequentially(" och Bo Ek")
    page.wait_for_timeout(1500)
    expect(heard).to_be_empty()


def test_what_is_written_is_neither_kept_nor_sent(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    before, asked = page.evaluate(KEPT), list(reader.requests)
    fill(page)
    page.get_by_label(EVENT).press("Enter")
    page.get_by_label("Klotter", exact=True).press("Enter")
    page.get_by_role("button", name="Kopiera texten").click()
    expect(status(page)).not_to_be_empty()
    assert page.evaluate(KEPT) == before
    assert reader.requests == asked
    assert page.context.storage_state()["cookies"] == []
    assert reader.complaints == []


def test_no_field_is_remembered_checked_or_sent_by_the_browser(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    controls = form(page).locator("input, textarea")
    names = "controls => controls.map((control) => control.getAttribute({!r}))".format
    assert set(controls.evaluate_all(names("autocomplete"))) == {"off"}
    assert set(controls.evaluate_all(names("name"))) == {None}
    texts = form(page).locator("textarea")
    assert set(texts.evaluate_all(names("spellcheck"))) == {"false"}
    assert set(texts.evaluate_all(names("writingsuggestions"))) == {"false"}
    assert page.locator("article form").count() == 0


def test_the_form_is_empty_after_a_reload_and_a_way_back(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    fill(page)
    page.reload()
    expect(page.get_by_label(EVENT)).to_be_enabled()
    assert answers(page) == []
    fill(page)
    page.goto("/om/")
    page.go_back()
    expect(page.get_by_label(EVENT)).to_be_enabled()
    assert answers(page) == []


@pytest.fixture
def keeping(chromium: Browser, portal: Portal) -> Iterator[Page]:
    """A page in a browser that keeps whole pages for the way back, as readers' browsers do."""
    with chromium.browser_type.launch(
        executable_path=programs.CHROMIUM.find(),
        args=ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
    ) as browser:
        yield browser.new_page(base_url=portal.origin)


def test_a_page_kept_for_the_way_back_is_kept_empty(keeping: Page) -> None:
    keeping.goto(FORM)
    fill(keeping)
    keeping.evaluate(
        "addEventListener('pageshow', (event) => { globalThis.kept = event.persisted })"
    )
    keeping.goto("/om/")
    # Nothing is loaded on this way back, so there is nothing for Playwright to wait for.
    keeping.evaluate("history.back()")
    keeping.wait_for_function("globalThis.kept === true")
    assert answers(keeping) == []
    fill(keeping)


@pytest.mark.parametrize(
    "leave",
    [
        "dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))",
        "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))",
        # What the theme says when it has put another page into this one.
        "document$.next(document)",
    ],
    ids=["hidden", "shown", "theme"],
)
def test_leaving_empties_the_form_for_good(reader: Reader, leave: str) -> None:
    page = reader.open_until_ready(FORM)
    fill(page)
    page.evaluate(leave)
    assert answers(page) == []
    page.get_by_label(EVENT).press("Control+z")
    assert answers(page) == []
    fill(page)


def test_an_untouched_form_empties_after_fifteen_minutes_and_says_so_before(
    reader: Reader,
) -> None:
    page = reader.open_until_ready(FORM)
    page.clock.install()
    fill(page)
    page.clock.fast_forward("13:30")
    expect(status(page)).to_be_empty()
    page.clock.fast_forward("00:45")
    expect(status(page)).to_contain_text("töms om en minut")
    expect(status(page)).to_have_attribute("role", "status")
    expect(status(page)).to_be_in_viewport()
    assert TEXT in answers(page)
    page.clock.fast_forward("00:45")
    expect(status(page)).to_contain_text("Blanketten är tömd")
    assert answers(page) == []
    fill(page)
    expect(status(page)).to_be_empty()


@pytest.mark.parametrize(
    "touch",
    [
        lambda page: page.keyboard.press("Shift"),
        # Outside a field, where letters are kept from the theme.
        lambda page: (page.locator("h1").click(), page.keyboard.press("a")),
        lambda page: page.locator("h1").click(),
        lambda page: page.mouse.wheel(0, 10),
    ],
    ids=["key", "letter", "pointer", "wheel"],
)
def test_whoever_touches_the_page_gets_fifteen_minutes_more(
    reader: Reader, touch: Callable[[Page], None]
) -> None:
    page = reader.open_until_ready(FORM)
    page.clock.install()
    fill(page)
    page.clock.fast_forward("14:30")
    expect(status(page)).not_to_be_empty()
    touch(page)
    expect(status(page)).to_be_empty()
    page.clock.fast_forward("13:30")
    assert TEXT in answers(page)
    expect(status(page)).to_be_empty()
    page.clock.fast_forward("01:40")
    assert answers(page) == []


def test_a_computer_that_slept_shows_nothing_to_who_wakes_it(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    fill(page)
    # The clock goes on, and no timer has run yet.
    page.evaluate("const now = Date.now; Date.now = () => now() + 16 * 60_000")
    page.keyboard.press("Shift")
    assert answers(page) == []
    expect(status(page)).to_contain_text("Blanketten är tömd")


def test_an_empty_form_is_never_said_to_be_emptied(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    page.clock.install()
    page.get_by_label(EVENT).click()
    page.clock.fast_forward("16:00")
    page.keyboard.press("Shift")
    expect(status(page)).to_be_empty()


def test_the_form_can_be_emptied_by_hand(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    fill(page)
    page.get_by_role("button", name="Töm blanketten").click()
    assert answers(page) == []
    expect(status(page)).to_have_text("Blanketten är tömd.")


COPY = f"""\
Blankett för avidentifierad information
Portalens förslag, inte stadens blankett

Vilket slags verksamhet kommer uppgiften från?
Inget svar

Vilket stadsdelsområde gäller det?
Inget svar

När hände det?
November 2026

Vilket slags plats hände det på?
Inget svar

Vad gäller det?
Oro för en person, Klotter

{EVENT}
{TEXT}
Ring Anna Berg.

Vilka symboler, ord eller budskap var det?
Inget svar

Vilken miljö kan det röra?
Jag vet inte

Vem har redan fått veta det?
Inget svar"""


def fill_more(page: Page) -> None:
    page.get_by_label("När hände det?").fill(" November 2026 ")
    page.get_by_label(EVENT).fill(f"{TEXT}\nRing Anna Berg.")
    for choice in ("Klotter", "Oro för en person", "Jag vet inte"):
        page.get_by_label(choice, exact=True).check()


def test_the_copy_holds_all_questions_with_their_answers(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Kopiera texten")
    button.click()
    expect(status(page)).to_have_text("Det finns inget att kopiera än.")
    fill_more(page)
    button.click()
    expect(status(page)).to_have_text(
        "Texten är kopierad. Den finns kvar i datorns urklipp tills du kopierar något annat. "
        "Det finns varningar kvar i blanketten."
    )
    assert page.evaluate("navigator.clipboard.readText()") == COPY
    page.get_by_label(EVENT).press_sequentially(".")
    expect(status(page)).to_be_empty()


def test_where_the_page_may_not_copy_the_text_stands_selected(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    # As on an address that begins with http.
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    fill_more(page)
    page.get_by_role("button", name="Kopiera texten").click()
    box = page.get_by_label("Texten att kopiera")
    expect(box).to_be_focused()
    expect(box).to_have_value(COPY)
    selected = "box => box.value.slice(box.selectionStart, box.selectionEnd)"
    assert box.evaluate(selected) == COPY
    expect(status(page)).to_contain_text("Texten är markerad i rutan ovanför")
    assert in_both_schemes(page) == {scheme: [] for scheme in SCHEMES}
    page.get_by_label(EVENT).press_sequentially(".")
    expect(box).to_be_hidden()
    expect(box).to_have_value("")


def test_the_button_prints(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    page.evaluate("globalThis.print = () => { globalThis.printed = true }")
    page.get_by_role("button", name="Skriv ut").click()
    assert page.evaluate("globalThis.printed") is True


def test_paper_shows_the_answers_and_lines_for_the_others(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    fill_more(page)
    page.emulate_media(media="print")
    article = page.locator("article")
    shown = article.inner_text()
    assert "Portalens förslag, inte stadens blankett. Den ersätter inte 112" in shown
    assert "är den en allmän handling" in shown
    assert f"{TEXT}\nRing Anna Berg." in shown
    for unwanted in ("Varning", "Skriv ut", "Töm", "Källor", "Inget skickas", "orörd"):
        assert unwanted not in shown
    expect(article.locator("button, textarea").locator("visible=true")).to_have_count(0)
    lines = ".plan-information_form__lines:visible"
    expect(article.locator(lines)).to_have_count(3)
    boxes = article.locator("input")
    expect(boxes.locator("visible=true")).to_have_count(boxes.count())
    marks = "boxes => boxes.map((box) => getComputedStyle(box, '::before').content !== 'none')"
    checked = boxes.evaluate_all("boxes => boxes.map((box) => box.checked)")
    assert boxes.evaluate_all(marks) == checked
    assert True in checked


def test_without_scripts_the_form_is_for_paper(reader: Reader) -> None:
    page = reader.open(FORM, width=NARROW, javascript=False)
    expect(form(page)).to_contain_text("Här går det inte att fylla i blanketten")
    expect(form(page).locator("button")).to_have_count(3)
    expect(form(page).locator("button").locator("visible=true")).to_have_count(0)
    controls = form(page).locator("input, textarea[id^=blankett]:not([readonly])")
    expect(controls.locator("visible=true")).to_have_count(controls.count())
    assert controls.evaluate_all("controls => controls.every(({disabled}) => disabled)")
    page.emulate_media(media="print")
    lines = page.locator(".plan-information_form__line:visible")
    expect(lines).to_have_count(15)
    assert "JavaScript" not in form(page).inner_text()


def test_before_all_else_the_page_says_what_it_does_not_replace(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    first = page.locator("article h1 + p")
    expect(first).to_contain_text("ersätter inte 112, en orosanmälan eller ett samtal")
    expect(page.locator("article")).to_contain_text("Portalens förslag, inte stadens blankett")
    expect(page.locator("article")).to_contain_text("allmän handling")


def plain(page: Page) -> None:
    expect(warnings(page)).to_have_count(0)


def warned(page: Page) -> None:
    page.get_by_label(EVENT).fill("\n".join(WARNINGS))
    expect(warnings(page)).to_have_count(len(WARNINGS))
    # Away from the theme's header: a box half below it would be found too small to hit.
    page.evaluate("scrollTo(0, 0)")


def soon_emptied(page: Page) -> None:
    # Before the page loads: what the theme has begun by one clock, it cannot end by another.
    page.clock.install()
    page.reload()
    expect(page.get_by_label(EVENT)).to_be_enabled()
    fill(page)
    page.clock.fast_forward("14:10")
    expect(status(page)).to_contain_text("töms om en minut")


def on_paper(page: Page) -> None:
    fill_more(page)
    page.emulate_media(media="print")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("state", [plain, warned, soon_emptied, on_paper])
def test_no_state_breaks_a_rule_or_a_phones_width(
    reader: Reader, state: Callable[[Page], None], width: int
) -> None:
    page = reader.open_until_ready(FORM, width=width)
    state(page)
    # Where the window stands else, the bar at its foot may halve a box that scrolls past it.
    page.evaluate("scrollTo(0, 0)")
    assert in_both_schemes(page) == {scheme: [] for scheme in SCHEMES}
    assert not page.evaluate(SCROLLS_SIDEWAYS)
    assert page.evaluate(STICKING_OUT) == []
    assert reader.complaints == []


def test_without_scripts_no_rule_is_broken(reader: Reader) -> None:
    page = reader.open(FORM, width=NARROW, javascript=False)
    assert not page.evaluate(SCROLLS_SIDEWAYS)
    assert page.evaluate(STICKING_OUT) == []


def test_the_keyboard_reaches_every_field_and_button(reader: Reader) -> None:
    page = reader.open_until_ready(FORM)
    warned(page)
    page.locator("h1").click()
    found = stops(page)
    assert [stop.html for stop in found if not stop.seen] == []
    inside = [stop.html for stop in found if stop.in_article]
    controls = form(page).locator("input, textarea, button").locator("visible=true")
    reached = [html for html in inside if html.startswith(("<input", "<textarea", "<button"))]
    assert len(reached) == controls.count() > 20


def test_the_form_is_filled_and_emptied_by_keyboard_alone(reader: Reader) -> None:
    page = reader.open_until_ready(FORM, width=WIDE)
    page.get_by_label("När hände det?").focus()
    for key in ("a", "Tab", "Space", "Tab", "Tab", "Space"):
        page.keyboard.press(key)
    assert answers(page) == ["a", "a", " Skola eller förskola", " Verksamhetens egen lokal"]
    page.get_by_role("button", name="Töm blanketten").focus()
    page.keyboard.press("Enter")
    assert answers(page) == []
