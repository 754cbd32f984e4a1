"""Swedish words for dates, schedules, decisions and telephone links."""

import datetime as dt
from functools import cache

import phonenumbers

from macros.model.plan import (
    AtInterval,
    Decision,
    InRange,
    InTerm,
    InYear,
    OnDate,
    Ongoing,
    Recurring,
    Schedule,
    Validity,
)

MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
TERMS = {"spring": "våren", "autumn": "hösten"}
UNITS = {
    "day": ("varje dag", "dag"),
    "week": ("varje vecka", "vecka"),
    "month": ("varje månad", "månad"),
    "year": ("varje år", "år"),
}
NOT_STATED = "framgår inte av dokumentet"
COMMITMENTS = {"ska": "ska", "bor": "bör", "kommer-att": "kommer att", "forslag": "förslag"}


def day(moment: dt.date | int) -> str:
    """`24 oktober 2022`, or the year alone."""
    if isinstance(moment, int):
        return str(moment)
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def schedule(value: Schedule) -> str:
    """When an activity is done, worded from its data: `hösten 2019`."""
    match value:
        case Ongoing():
            words = value.as_written
        case InYear():
            words = str(value.year)
        case InRange():
            words = f"{value.first}–{value.last}"
        case InTerm():
            words = f"{TERMS[value.term]} {value.year}"
        case OnDate():
            words = day(value.date)
        case AtInterval():
            every, unit = UNITS[value.unit]
            words = every if value.every == 1 else f"var {value.every}:e {unit}"
        case Recurring():
            words = f"vid {value.at}"
    return words


def decision(value: Decision, body: str) -> str:
    """`kommunfullmäktige 24 oktober 2022, § 111`, with what the document says of it."""
    words = body if value.date is None else f"{body} {day(value.date)}"
    return words if value.paragraph is None else f"{words}, {value.paragraph}"


def validity(value: Validity) -> str:
    """`från 31 oktober 2022, tills vidare`."""
    end = "tills vidare" if value.until is None else f"till {day(value.until)}"
    return f"från {day(value.start)}, {end}"


@cache
def telephone_link(number: str) -> str:
    """The `tel:` address of a number: international form, but short numbers as they are.

    112 in international form would be another number.
    """
    digits = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    if not digits.startswith(("0", "+")):
        return f"tel:{digits}"
    parsed = phonenumbers.parse(number, "SE")
    return f"tel:{phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)}"


def joined(words: list[str], last: str = "och") -> str:
    """`a, b och c`."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def capital(words: str) -> str:
    """The words with their first letter as a capital, the rest untouched."""
    return words[:1].upper() + words[1:]
