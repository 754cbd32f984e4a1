"""Which signs in a text are a Swedish personal identity or coordination number.

Patterns find what may be one in any writing; the library has the final word. Knows nothing of
files. The form for avidentifierad information warns by `identifying.js`, which sees at least as
much; tests/cases/identity.yml is tried on both.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from personnummer import personnummer

from macros.model.telephone import telephone_fault

Kind = Literal["certain", "phone", "slip", "masked"]
"""A number there is; one that may as well be a phone number; one with a wrong check digit; and one
with its last digits crossed out, which hides neither the birthday nor, in a small place, who."""

_DASH = "[-\u2010-\u2015\u2212\uff0d]"
_SPACE = "[ \u00a0\u2000-\u200a\u202f]"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])"

# No digit before it, nor a decimal sign or slash that a digit stands before: those begin a longer
# number. No sign that may belong to a word either, unless a dash then says what the number is.
_PATTERN = re.compile(
    rf"""
    (?<![\d+]) (?<!\d[.,/]) (?<!\d{_DASH})
    (?:(?P<century>18|19|20){_SPACE}?)?
    (?P<year>\d\d)
    (?P<between>{_DASH}|{_SPACE}|[./])? (?P<month>{_MONTH})
    (?(between)(?:{_DASH}|{_SPACE}|[./])) (?P<day>{_DAY})
    (?P<joint>\s{{0,3}}(?:{_DASH}|[+/])\s{{0,12}} | {_SPACE}{{1,3}} | )
    (?P<tail>\d{{4}} | \d\d{_SPACE}\d\d | (?=\d{{0,3}}[xX*?•_])[\dxX*?•_]{{4}})
    (?![\w*•]) (?!{_DASH}?/?[.,]?\d)
    """,
    re.VERBOSE,
)
_RUN = re.compile(rf"\d(?:(?:{_DASH}|{_SPACE}|[./])?\d){{5}}")
"""Where it is worth looking: the pattern alone would take a fifth of a second for each megabyte."""
_LONGEST = 40
"""More signs than the pattern takes."""

_CLOCK = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY_OF_YEAR = re.compile(rf"{_MONTH}(?:0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True)
class Found:
    """What may be an identity number, and where: 0-based offsets into the text."""

    start: int
    end: int
    kind: Kind


def identity_numbers(text: str) -> Iterator[Found]:
    """Yields: what in a text is, or may be, an identity number, in the order of the text."""
    for run in _RUN.finditer(text):
        # The run may end where crossed-out digits begin.
        for match in _PATTERN.finditer(text, run.start(), run.end() + _LONGEST):
            if match.start() < run.end() and (kind := _kind(match, text)):
                yield Found(match.start(), match.end(), kind)


def hidden(written: str) -> str:
    """An identity number so that it can stand in a message: its first two digits alone."""
    return written[:2] + re.sub(r"\d", "•", " ".join(written[2:].split()))


def without_identity_numbers(text: str) -> str:
    """A text for a log that many may read, with whatever may be an identity number hidden."""
    for found in reversed(list(identity_numbers(text))):
        text = text[: found.start] + hidden(text[found.start : found.end]) + text[found.end :]
    return text


def _kind(match: re.Match[str], text: str) -> Kind | None:
    joint, tail = match["joint"].strip(), "".join(match["tail"].split())
    if not joint and _is_part(match, text):
        return None
    if not tail.isdecimal():
        return "masked" if match["joint"] or tail[0] not in "?_" else None
    split = (match["between"] or "").strip()
    if split and match["century"] and not joint and _CLOCK.fullmatch(tail):
        # A day and an hour, or a day and a year.
        return None
    if joint == "/" and _YEAR.fullmatch(tail):
        # A case number and its year.
        return None
    date = "".join((match["century"] or "", match["year"], match["month"], match["day"]))
    sign = "+" if joint == "+" and not match["century"] else ""
    if personnummer.valid(f"{date}{sign}{tail}"):
        alone = re.fullmatch(r"0\d{9}", match[0]) and telephone_fault(match[0]) is None
        return "phone" if alone else "certain"
    other = any(kind.fullmatch(tail) for kind in (_CLOCK, _DAY_OF_YEAR, _YEAR))
    return "slip" if joint not in {"", "/"} and not match["between"] and not other else None


def _is_part(match: re.Match[str], text: str) -> bool:
    """Whether signs without a dash are only a part: of a word, or of a row of groups of digits."""
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() :][:2]
    if re.search(r"\w$", before):
        return True
    grouped = match["joint"] or match["between"]
    return bool(grouped and (re.search(rf"\d{_SPACE}$", before) or re.match(rf"{_SPACE}\d", after)))
