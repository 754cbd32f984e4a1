"""Which telephone numbers can be called from Sweden; knows nothing of files or of how they look."""

import re

import phonenumbers
from phonenumbers import shortnumberinfo

_WRITTEN = re.compile(r"\+?[0-9][0-9 \-]*[0-9]")

_CURLED = str.maketrans("‐‑‒–—−", "------", "“”„’‘«»")
"""Signs that are meant as a quote around a number or a hyphen in it."""


def _plain(value: str) -> str:
    return value.translate(_CURLED)


def is_short(number: str) -> bool:
    """Whether it is called as it is: 112 with a country code would be another number."""
    return not number.startswith(("0", "+"))


def telephone_fault(value: str) -> str | None:
    """What is wrong with a number, in Swedish; None where the numbering plan has it."""
    if not _WRITTEN.fullmatch(value) and _WRITTEN.fullmatch(_plain(value)):
        # Word and telephones make these of what one types, and they look alike.
        signs = " ".join(dict.fromkeys(sign for sign in value if ord(sign) in _CURLED))
        return (
            f"Tecknet {signs} får inte stå i ett telefonnummer. "
            f'Skriv raka citattecken och bindestreck: "{_plain(value)}".'
        )
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
