"""Swedish words for dates, schedules, decisions and telephone links."""

import datetime as dt
import re
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
    Plan,
    Recurring,
    Schedule,
    Validity,
)
from macros.model.telephone import is_short

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
_GROUPED = re.compile(r"0\d{1,3}-\d{2,3}( \d{2,3})*")
_AFTER_Z = str.maketrans("åäöéü", "{|}eu")
"""The three signs that follow z."""
LAW_HAS_CHANGED = (
    "Lagen har ändrats sedan dess. Fråga din chef eller kommunens jurist. "
    "Vänta inte med 112 eller med en orosanmälan."
)
NOT_STATED = "framgår inte av dokumentet"
STATES = {
    "draft": "Utkast",
    "referral": "På remiss",
    "decided": "Beslutad",
    "approved": "Godkänd",
    "replaced": "Ersatt",
}
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
    """`kommunfullmäktige 24 oktober 2022, § 111`; a day that the document leaves out is missed."""
    words = body if value.date is None else f"{body} {day(value.date)}"
    missing = f"datum {NOT_STATED}" if value.date is None else None
    return ", ".join(filter(None, [words, value.paragraph, missing]))


def validity(value: Validity) -> str:
    """`från 31 oktober 2022, tills vidare`, or a fixed period such as `2016–2018`."""
    if value.until is None:
        return f"från {day(value.start)}, tills vidare"
    return years(value) or f"från {day(value.start)} till {day(value.until)}"


def years(value: Validity | None) -> str | None:
    """`2016–2018` where the plan holds for whole years, several of them; None otherwise."""
    if value is None or not (isinstance(value.start, int) and isinstance(value.until, int)):
        return None
    return f"{value.start}–{value.until}" if value.start != value.until else None


@cache
def telephone(number: str) -> str:
    """A number as Swedes write it: `0451-26 70 00`; one of another country with its code.

    Where the area code stands right and the digits are in groups, the groups are kept: 020-100 200
    is how its owner writes it.
    """
    if is_short(number):
        return number
    parsed = phonenumbers.parse(number, "SE")
    if parsed.country_code != phonenumbers.country_code_for_region("SE"):
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    swedish = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    area = swedish.partition("-")[0]
    return number if _GROUPED.fullmatch(number) and number.startswith(f"{area}-") else swedish


@cache
def telephone_link(number: str) -> str:
    """The `tel:` address of a number: international form, but short numbers as they are.

    112 in international form would be another number.
    """
    if is_short(number):
        return f"tel:{''.join(sign for sign in number if sign.isdigit())}"
    parsed = phonenumbers.parse(number, "SE")
    return f"tel:{phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)}"


def joined(words: list[str], last: str = "och") -> str:
    """`a, b och c`."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def whose(plan: Plan) -> str:
    """Whose words on law stand in a plan: those of a draft are mostly older than the draft."""
    if plan.is_draft:
        return "utkastet, med ord från en tidigare plan"
    return f"planen från {plan.year}"


def stopped(sentence: str) -> str:
    """The sentence with its full stop, unless a quotation at its end has one."""
    return sentence if sentence.endswith((".", ".”", "?”", "!”")) else f"{sentence}."


def lead(words: str) -> tuple[str, str]:
    """The first sentence and the rest, so that a link need not be a whole paragraph."""
    first, stop, rest = words.partition(". ")
    return (f"{first}.", rest) if stop else (words, "")


def alphabetical(words: str) -> str:
    """What to sort words by, so that å, ä and ö come last and in that order."""
    return words.casefold().translate(_AFTER_Z)


def capital(words: str) -> str:
    """The words with their first letter as a capital, the rest untouched."""
    return words[:1].upper() + words[1:]
