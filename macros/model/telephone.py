"""Which telephone numbers can be called from Sweden; knows nothing of files or of how they look."""

import re

import phonenumbers
from phonenumbers import shortnumberinfo

_WRITTEN = re.compile(r"\+?[0-9][0-9 \-]*[0-9]")


def is_short(number: str) -> bool:
    """Whether it is called as it is: 112 with a country code would be another number."""
    return not number.startswith(("0", "+"))


def telephone_fault(value: str) -> str | None:
    """What is wrong with a number, in Swedish; None where the numbering plan has it."""
    if not _WRITTEN.fullmatch(value):
        return (
            f'"{value}" är inte ett telefonnummer. '
            "Skriv siffror, mellanslag och bindestreck, till exempel 0451-26 70 00."
        )
    if not _is_valid(value):
        return (
            f'"{value}" går inte att ringa. '
            "Kontrollera siffrorna, och skriv riktnumret, till exempel 0451-26 70 00."
        )
    return None


def _is_valid(number: str) -> bool:
    """Whether the numbering plan of Sweden, or of the country that is named, has the number."""
    try:
        parsed = phonenumbers.parse(number, "SE")
    except phonenumbers.NumberParseException:
        return False
    if is_short(number):
        return shortnumberinfo.is_valid_short_number_for_region(parsed, "SE")
    return phonenumbers.is_valid_number(parsed)
