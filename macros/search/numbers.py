"""Numbers as they are searched for: telephone and reference numbers, by their digits alone."""

import re
from collections.abc import Mapping

from macros.search.sections import Section

_RUN = re.compile(r"(?:\+|\b)\d[\d\s().:/–-]*\d")
"""Digits with what people put between them."""

_OWN = 1.6

SHORTEST = 3
"""112 is a number; two digits are not searched for as one."""


def numbers(section: Section) -> Mapping[str, float]:
    """The digits of each number, in national form, and how much the section is its own."""
    found: dict[str, float] = {}
    for written in (*section.numbers, *_RUN.findall(section.text)):
        digits = re.sub(r"\D", "", written)
        if written.removeprefix("tel:").startswith("+46"):
            digits = f"0{digits.removeprefix('46')}"
        if len(digits) >= SHORTEST:
            found.setdefault(digits, _OWN if written in section.own else 1)
    return found
