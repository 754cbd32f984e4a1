"""Opening hours are worded in Swedish, and the holidays are those on which offices are closed."""

import datetime as dt
import json

import pytest

from macros.model.opening import Opening, OpeningDay, hours_on
from macros.views import opening
from macros.views.phones import PhoneRow

WORKDAYS: tuple[OpeningDay, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday")
EVERY_DAY: tuple[OpeningDay, ...] = (*WORKDAYS, "saturday", "sunday")
EVES = "helgdagar, även på midsommarafton, julafton och nyårsafton"
NUMBER = ("Jouren", PhoneRow("08-465 004 34", "tel:+46846500434", ()))


def hours(days: tuple[OpeningDay, ...], start: str, end: str, closed: str = "true") -> Opening:
    return Opening.model_validate(
        {"days": days, "from": start, "to": end, "closed_on_holidays": closed}
    )


# Checked against the almanac: days on which it is easy to be wrong.
@pytest.mark.parametrize(
    "day",
    [
        "2026-04-03",  # långfredagen
        "2026-04-06",  # annandag påsk
        "2026-05-14",  # Kristi himmelsfärdsdag
        "2026-06-06",  # nationaldagen
        "2026-06-19",  # midsommarafton
        "2026-06-20",  # midsommardagen
        "2026-10-31",  # alla helgons dag
        "2026-12-24",
        "2026-12-25",
        "2026-12-26",
        "2026-12-31",
        "2027-01-01",
        "2027-01-06",
        "2027-06-25",  # midsommarafton
        "2028-06-23",  # midsommarafton
        "2028-12-31",
    ],
)
def test_a_day_on_which_offices_are_closed_is_a_holiday(day: str) -> None:
    assert dt.date.fromisoformat(day) in opening.holidays_of(2026)


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-05",  # trettondagsafton
        "2026-04-02",  # skärtorsdagen
        "2026-04-30",  # valborgsmässoafton
        "2026-05-15",  # klämdag
        "2026-05-25",  # annandag pingst is none since 2005
        "2026-11-22",  # a Sunday, which has hours of its own
        "2026-12-23",
        "2026-12-30",
    ],
)
def test_a_day_on_which_offices_may_be_open_is_no_holiday(day: str) -> None:
    assert dt.date.fromisoformat(day) not in opening.holidays_of(2026)


def test_the_holidays_are_those_of_three_years() -> None:
    found = opening.holidays_of(2026)
    assert {day.year for day in found} == {2026, 2027, 2028}
    assert list(found) == sorted(set(found))
    # Thirteen public holidays and three eves a year.
    assert len(found) == 3 * 16


@pytest.mark.parametrize(
    ("opened", "words"),
    [
        (
            [hours(WORKDAYS, "08:00", "17:00")],
            f"måndag–fredag 8.00–17.00. Stängt på {EVES}.",
        ),
        (
            [hours(EVERY_DAY, "00:00", "24:00", "false")],
            "alla dagar hela dygnet. Öppet även på helgdagar.",
        ),
        (
            [hours(("monday", "tuesday", "thursday"), "09:30", "12:00")],
            f"måndag, tisdag och torsdag 9.30–12.00. Stängt på {EVES}.",
        ),
        (
            [
                hours(WORKDAYS, "00:00", "08:00", "false"),
                hours(WORKDAYS, "17:00", "24:00", "false"),
                hours(("saturday", "sunday", "holiday"), "00:00", "24:00", "false"),
            ],
            (
                "måndag–fredag 0.00–8.00 och 17.00–24.00; "
                "lördag, söndag och helgdagar hela dygnet. "
                "Som helgdag räknas också midsommarafton, julafton och nyårsafton."
            ),
        ),
        (
            [hours(WORKDAYS, "08:00", "17:00"), hours(("saturday",), "10:00", "14:00", "false")],
            (
                "måndag–fredag 8.00–17.00; lördag 10.00–14.00. "
                f"På {EVES}, gäller bara lördag 10.00–14.00."
            ),
        ),
    ],
)
def test_hours_are_worded(opened: list[Opening], words: str) -> None:
    assert opening.words(opened) == words


def test_a_holiday_has_its_own_hours() -> None:
    opened = [hours(WORKDAYS, "08:00", "17:00"), hours(("holiday",), "10:00", "12:00", "false")]
    assert hours_on(opened, "monday", holiday=False) == ((480, 1020),)
    assert hours_on(opened, "monday", holiday=True) == ((600, 720),)
    assert hours_on(opened, "sunday", holiday=False) == ()


def test_hours_that_meet_are_one() -> None:
    opened = [hours(("monday",), "12:00", "24:00"), hours(("monday",), "08:00", "12:00")]
    assert hours_on(opened, "monday", holiday=False) == ((480, 1440),)


def test_a_page_gets_the_week_the_holidays_and_the_words() -> None:
    row = opening.row([hours(WORKDAYS, "08:00", "17:00")], NUMBER, 2026)
    assert row is not None
    assert json.loads(row.week) == [[[480, 1020]]] * 5 + [[], []]
    assert json.loads(row.on_holidays) == [[]] * 7
    assert "2026-12-31" in row.holidays.split()
    assert (row.first, row.last) == (dt.date(2026, 1, 1), dt.date(2028, 12, 31))
    assert row.plain == "När det är stängt, ring i stället Jouren:"
    assert row.closed == "Stängt nu, ring i stället Jouren:"


def test_the_first_year_is_that_of_the_version_that_is_built(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The last hours of 2024 in UTC: the clock of Sweden does not count.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689599")
    row = opening.row([hours(WORKDAYS, "08:00", "17:00")], NUMBER)
    assert row is not None
    assert (row.first.year, row.last.year) == (2024, 2026)


def test_without_a_version_the_first_year_is_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    row = opening.row([hours(WORKDAYS, "08:00", "17:00")], NUMBER)
    assert row is not None
    assert row.first <= dt.datetime.now(dt.UTC).date() <= row.last


def test_without_hours_a_page_says_nothing_of_now() -> None:
    assert opening.row([], None) is None
