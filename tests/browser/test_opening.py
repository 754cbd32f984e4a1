"""A card says whether it is open now, by the clock in Sweden, and warns of an old check."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.commands import build
from macros.views import opening
from tests.browser import serving
from tests.browser.reader import WIDTHS, Reader
from tests.browser.wcag import SCHEMES, in_both_schemes
from tests.conftest import TINY, copy_project

MONDAY_MORNING = 63 * 60 * 60 * 1000
"""Milliseconds from Friday at five until Monday at eight."""

PAGE = "/vid-oro/exempel/"
# Office hours; a line for all other hours; a line that is open in the hours that clocks are set in;
# and one that has told nobody its hours.
CONTACTS = """
contacts:
  - id: dagen
    kind: social-services
    title: Mottagningen
    when: När ett barn far illa.
    phones:
      - number: 08-465 004 12
    opening:
      - days: [monday, tuesday, wednesday, thursday, friday]
        from: "08:00"
        to: "17:00"
        closed_on_holidays: true
    instead: jouren
    source: nord-2022
    verified: {date: 2025-11-20, role: samordnare, how: ringde numret}
  - id: jouren
    kind: social-services
    title: Jouren
    when: När mottagningen är stängd.
    phones:
      - number: 08-465 004 34
    opening:
      - days: [monday, tuesday, wednesday, thursday, friday]
        from: "00:00"
        to: "08:00"
        closed_on_holidays: false
      - days: [monday, tuesday, wednesday, thursday, friday]
        from: "17:00"
        to: "24:00"
        closed_on_holidays: false
      - days: [saturday, sunday, holiday]
        from: "00:00"
        to: "24:00"
        closed_on_holidays: false
    instead: dagen
    source: nord-2022
  - id: natten
    kind: support
    title: Nattlinjen
    when: På natten.
    phones:
      - number: 08-465 004 56
    opening:
      - days: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]
        from: "01:30"
        to: "02:30"
        closed_on_holidays: false
    instead: larm
    source: nord-2022
  - id: okand
    kind: support
    title: Stödet
    when: Ibland.
    phones:
      - number: 08-465 004 78
    source: nord-2022
"""
BUILT_IN = 2026
# Where the frame around every page leads; the tiny portal has no frame.
FRAME = ("om", "ordlista", "vid-oro")
ZONES = ("Europe/Stockholm", "America/New_York", "Asia/Tokyo")

NEITHER = "När det är stängt, ring i stället Jouren: 08-465 004 34"
OPEN = "Öppet nu"
CLOSED = "Stängt nu, ring i stället Jouren: 08-465 004 34"


@pytest.fixture(scope="module")
def sweden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[serving.Portal]:
    """The tiny portal with opening hours, as it was built in 2026."""
    project = copy_project(tmp_path_factory.mktemp("öppettider"), TINY)
    (project / "plans" / "exempel" / "contacts.yml").write_text(CONTACTS, encoding="utf-8")
    for folder in FRAME:
        page = project / "content" / folder / "index.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"---\ntitle: {folder}\n---\n\n# {folder}\n", encoding="utf-8")
    assert build.run(project) == 0
    for page in (project / "site").rglob("*.html"):
        _date_back(page)
    with serving.serve(project / "site") as served:
        yield served


def _date_back(page: Path) -> None:
    days = " ".join(day.isoformat() for day in opening.holidays_of(BUILT_IN))
    text = page.read_text(encoding="utf-8")
    for name, value in {
        "holidays": days,
        "first": f"{BUILT_IN}-01-01",
        "last": f"{BUILT_IN + opening.YEARS - 1}-12-31",
    }.items():
        text = re.sub(rf'(data-plan-opening-{name})="[^"]*"', rf'\1="{value}"', text)
    page.write_text(text, encoding="utf-8")
    # The server would hand out what stands in the packed twins.
    for twin in page.parent.glob(f"{page.name}.*"):
        twin.unlink()


@pytest.fixture
def visitor(chromium: Browser, sweden: serving.Portal) -> Iterator[Reader]:
    """Someone who opens pages of that portal."""
    someone = Reader(chromium, sweden.origin)
    yield someone
    someone.close()


def said(page: Page, contact: str) -> str:
    """What the card of a contact says of now."""
    return page.locator(f"#kontakt-{contact} .plan-opening").inner_text()


def told(visitor: Reader, contact: str, moments: Iterable[str], zone: str) -> dict[str, str]:
    """What the card of a contact says at each moment, to a reader with a computer in this zone."""
    page = visitor.open(PAGE, zone=zone)
    found = {}
    for now in moments:
        page.clock.set_fixed_time(now)
        # As when the reader comes back to the page.
        page.evaluate("dispatchEvent(new Event('pageshow'))")
        found[now] = said(page, contact)
    assert visitor.complaints == []
    return found


@pytest.mark.parametrize("zone", ZONES)
def test_a_card_tells_by_the_clock_in_sweden_whether_it_is_open(visitor: Reader, zone: str) -> None:
    expected = {
        "2026-11-20T07:59:59+01:00": CLOSED,
        "2026-11-20T08:00:00+01:00": OPEN,
        "2026-11-20T16:59:59+01:00": OPEN,
        "2026-11-20T17:00:00+01:00": CLOSED,  # a Friday
        "2026-11-21T12:00:00+01:00": CLOSED,  # a Saturday
        "2026-06-05T16:59:59+02:00": OPEN,
        "2026-06-05T17:00:00+02:00": CLOSED,
        "2026-12-30T12:00:00+01:00": OPEN,
        "2026-12-31T12:00:00+01:00": CLOSED,  # New Year's Eve, a Thursday
        "2027-06-25T12:00:00+02:00": CLOSED,  # Midsummer Eve, a Friday
        "2026-05-14T12:00:00+02:00": CLOSED,  # Ascension Day, a Thursday
        "2026-05-15T12:00:00+02:00": OPEN,
        # The days after the clocks are set: an hour too early or too late would show.
        "2026-03-30T07:59:59+02:00": CLOSED,
        "2026-03-30T08:00:00+02:00": OPEN,
        "2026-10-23T16:59:59+02:00": OPEN,
        "2026-10-26T16:59:59+01:00": OPEN,
        "2026-10-26T17:00:00+01:00": CLOSED,
        # In years whose holidays the page does not know, it does not say.
        "2025-12-30T12:00:00+01:00": NEITHER,
        "2029-01-02T12:00:00+01:00": NEITHER,
    }
    assert told(visitor, "dagen", expected, zone) == expected


@pytest.mark.parametrize("zone", ZONES)
def test_the_hour_that_is_not_there_and_the_one_that_comes_twice(
    visitor: Reader, zone: str
) -> None:
    closed = "Stängt nu, ring i stället Larmnumret: 112"
    expected = {
        # On 29 March 2026, 03:00 comes after 01:59.
        "2026-03-29T01:29:59+01:00": closed,
        "2026-03-29T01:30:00+01:00": OPEN,
        "2026-03-29T01:59:59+01:00": OPEN,
        "2026-03-29T03:00:00+02:00": closed,
        # On 25 October 2026, 02:00 comes again after 02:59: until 02:30 on the clock is twice.
        "2026-10-25T01:30:00+02:00": OPEN,
        "2026-10-25T02:29:59+02:00": OPEN,
        "2026-10-25T02:30:00+02:00": closed,
        "2026-10-25T02:00:00+01:00": OPEN,
        "2026-10-25T02:29:59+01:00": OPEN,
        "2026-10-25T02:30:00+01:00": closed,
    }
    assert told(visitor, "natten", expected, zone) == expected


def test_of_two_that_share_the_day_one_is_open_and_the_other_says_so(visitor: Reader) -> None:
    moments = (
        "2026-11-20T16:59:59+01:00",
        "2026-11-20T17:00:00+01:00",
        "2026-11-21T00:00:00+01:00",
        "2026-12-31T12:00:00+01:00",
        "2026-03-29T03:00:00+02:00",
        "2026-10-25T02:30:00+01:00",
    )
    day, night = (told(visitor, who, moments, ZONES[0]) for who in ("dagen", "jouren"))
    other = "Stängt nu, ring i stället Mottagningen: 08-465 004 12"
    assert {now: (day[now], night[now]) for now in moments} == {
        now: (OPEN, other) if now == moments[0] else (CLOSED, OPEN) for now in moments
    }


def test_the_card_changes_on_the_minute_without_being_loaded_again(visitor: Reader) -> None:
    page = visitor.open_until_ready("/om/")
    page.clock.install(time="2026-11-20T16:58:30+01:00")
    page.goto(PAGE)
    page.clock.pause_at("2026-11-20T16:59:59+01:00")
    sign = page.locator("#kontakt-dagen .plan-opening")
    expect(sign).to_have_text(OPEN, use_inner_text=True)
    page.clock.run_for(1000)
    expect(sign).to_have_text(CLOSED, use_inner_text=True)
    page.clock.fast_forward(MONDAY_MORNING)
    expect(sign).to_have_text(OPEN, use_inner_text=True)


def test_closed_gives_the_other_number_as_a_link(visitor: Reader) -> None:
    page = visitor.open(PAGE, now="2026-11-20T17:00:00+01:00")
    link = page.locator("#kontakt-dagen .plan-opening").get_by_role("link")
    expect(link).to_have_attribute("href", "tel:+46846500434")


def test_without_scripts_the_hours_and_the_other_number_stand_there(visitor: Reader) -> None:
    page = visitor.open(PAGE, javascript=False)
    assert said(page, "dagen") == NEITHER
    card = page.locator("#kontakt-dagen")
    expect(card).to_contain_text("måndag–fredag 8.00–17.00. Stängt på helgdagar")
    assert "Är det mer än tolv månader sedan?" in card.inner_text()


def test_paper_does_not_say_whether_it_is_open(visitor: Reader) -> None:
    page = visitor.open(PAGE, now="2026-11-20T12:00:00+01:00")
    page.emulate_media(media="print")
    assert said(page, "dagen") == NEITHER


def test_where_the_hours_are_unknown_the_numbers_that_take_over_are_in_view(
    visitor: Reader,
) -> None:
    page = visitor.open(PAGE)
    expect(page.locator("#kontakt-okand")).to_contain_text("öppettider okända")
    expect(page.locator("#kontakt-okand .plan-opening")).to_have_count(0)
    numbers = page.locator(".plan-fallback").get_by_role("link")
    expect(numbers).to_have_text(["112"])
    expect(numbers.first).to_be_visible()


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("now", "warned"), [("2026-11-20T23:59:59+01:00", False), ("2026-11-21T00:00:00+01:00", True)]
)
def test_a_check_older_than_twelve_months_is_warned_of_on_the_day_of_reading(
    visitor: Reader, now: str, warned: bool, zone: str
) -> None:
    page = visitor.open(PAGE, now=now, zone=zone)
    shown = page.locator("#kontakt-dagen .plan-contact_card__checked").inner_text()
    assert shown.startswith("Kontrollerat 20 november 2025 av samordnare: ringde numret.")
    assert ("Det är mer än tolv månader sedan." in shown) == warned
    assert "?" not in shown
    never = page.locator("#kontakt-okand .plan-contact_card__checked").inner_text()
    assert never == "Från planen 2022, inte kontrollerat. Källa: Nords stadsdelsnämnd."


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "now",
    ["2026-11-20T12:00:00+01:00", "2026-11-21T12:00:00+01:00", "2030-01-01T12:00:00+01:00"],
    ids=["open", "closed", "unknown"],
)
def test_no_state_of_a_card_breaks_a_rule(visitor: Reader, now: str, width: int) -> None:
    page = visitor.open(PAGE, now=now, width=width)
    assert in_both_schemes(page) == {scheme: [] for scheme in SCHEMES}
    page.locator("#kontakt-dagen").get_by_role("button").first.click()
    expect(page.locator("#kontakt-dagen").get_by_role("button").first).not_to_contain_text("numret")
    assert in_both_schemes(page) == {scheme: [] for scheme in SCHEMES}
