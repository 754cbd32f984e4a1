"""Identity numbers are found in any writing, and no other number is taken for one."""

import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path

import phonenumbers
import pytest
import yaml

from macros.finishing import identity
from macros.model.identity import hidden, identity_numbers, without_identity_numbers
from macros.model.telephone import telephone_fault
from macros.portal import Portal

CASES: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "identity.yml").read_text(encoding="utf-8")
)
ROUNDS = 3000


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in CASES.items() for text in texts]
)
def test_each_writing_is_of_its_kind(kind: str, text: str) -> None:
    assert [f.kind for f in identity_numbers(text)] == [kind] * (kind != "none")


def check_digit(digits: str) -> str:
    doubled = (int(digit) * (2 - index % 2) for index, digit in enumerate(digits))
    return str(-sum(n - 9 if n > 9 else n for n in doubled) % 10)


def digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))


def day(chance: random.Random) -> dt.date:
    return dt.date(1900, 1, 1) + dt.timedelta(days=chance.randrange(40_000))


def number(chance: random.Random) -> str:
    """An identity or coordination number in one of the writings."""
    born = day(chance)
    date = f"{born:%y%m}{born.day + chance.choice((0, 60)):02d}"
    serial = f"{chance.randrange(1, 1000):03d}"
    tail = serial + check_digit(date + serial)
    century = chance.choice(("", f"{born:%Y}"[:2], f"{born:%Y}"[:2] + " "))
    if chance.random() < 0.3:
        between = chance.choice(" -–.")
        date = between.join((date[:2], date[2:4], date[4:]))
        joint = chance.choice(("-", " - ", "–"))
    else:
        joint = chance.choice(("", " ", "-", " - ", "+", "–", "‑", "−", "-\n  "))
    return f"{century}{date}{joint}{tail}"


def test_numbers_made_by_chance_are_found_in_every_writing() -> None:
    chance = random.Random(1)  # noqa: S311 - chance, not secrecy
    for _ in range(ROUNDS):
        written = number(chance)
        (found,) = identity_numbers(f"Född {written}, sägs det.")
        alone = written.startswith("0") and telephone_fault(written) is None
        assert found.kind in ({"certain", "phone"} if alone else {"certain"}), written
        # What stands in a log says neither the birthday nor the rest.
        shown = without_identity_numbers(f"Född {written}, sägs det.")
        assert sum(sign.isdigit() for sign in shown) == 2
        assert hidden(written) in shown


def phone(chance: random.Random) -> str:
    while True:
        written = "0" + chance.choice("123456789") + digits(chance, chance.randrange(6, 10))
        parsed = phonenumbers.parse(written, "SE")
        if phonenumbers.is_valid_number(parsed):
            form = phonenumbers.PhoneNumberFormat
            kind = chance.choice((form.NATIONAL, form.INTERNATIONAL, form.E164, form.RFC3966))
            shown = phonenumbers.format_number(parsed, kind)
            return shown.replace("-", " ") if chance.random() < 0.3 else shown


def reference(chance: random.Random) -> str:
    year, serial = chance.randrange(1990, 2030), chance.randrange(1, 9999)
    return chance.choice(
        (
            f"{chance.randrange(1, 999)}-{serial}/{year}",
            f"{chance.randrange(1, 9)}.{chance.randrange(1, 9)}.{chance.randrange(1, 9)}-{serial}",
            f"1.2.1-{serial}/{year}",
            f"KLF {year}/{serial}",
            f"Dnr {year}-{serial}",
            f"Dnr {year}/{serial:04d}-{chance.randrange(1, 30)}",
            f"A{serial:06d}/{year}",
        )
    )


def organisation(chance: random.Random) -> str:
    first = f"{chance.choice('125789')}{digits(chance, 1)}{chance.choice('23456789')}"
    body = first + digits(chance, 6)
    whole = body + check_digit(body)
    return chance.choice(
        (whole, f"{whole[:6]}-{whole[6:]}", f"16{whole}", f"16{whole[:6]}-{whole[6:]}")
    )


def moment(chance: random.Random) -> str:
    one, other = sorted((day(chance), day(chance)))
    clock = f"{chance.randrange(24):02d}{chance.randrange(60):02d}"
    return chance.choice(
        (
            f"{one}",
            f"{one:%y%m%d}",
            f"{one} – {other}",
            f"{one}–{other}",
            f"{one:%y%m%d}-{other:%y%m%d}",
            f"{one:%Y%m%d}-{other:%Y%m%d}",
            f"{one} {clock}",
            f"{one} kl. {clock[:2]}.{clock[2:]}",
            f"{one:%d/%m %Y}",
            f"{one:%d.%m.%Y}",
            f"{one.year}-{other.year}",
            f"{one}T{clock[:2]}:{clock[2:]}:00",
        )
    )


def giro(chance: random.Random) -> str:
    body = str(chance.randrange(1, 9)) + digits(chance, chance.choice((5, 6)))
    whole = body + check_digit(body if len(body) % 2 else f"0{body}")
    plus = f"{whole[:-5]} {whole[-5:-3]} {whole[-3:-1]}-{whole[-1]}"
    return chance.choice((f"{whole[:-4]}-{whole[-4:]}", plus.strip()))


def iban(chance: random.Random) -> str:
    whole = f"SE{digits(chance, 22)}"
    grouped = " ".join(whole[at : at + 4] for at in range(0, 24, 4))
    return chance.choice((whole, grouped))


@pytest.mark.parametrize("make", [phone, reference, organisation, moment, giro, iban])
def test_no_other_number_is_taken_for_one(make: Callable[[random.Random], str]) -> None:
    chance = random.Random(make.__name__)  # noqa: S311 - chance, not secrecy
    for _ in range(ROUNDS):
        written = make(chance)
        assert not list(identity_numbers(f"Se {written}, och {written}.")), written


def test_a_number_that_only_the_built_page_shows_is_a_complaint(
    tmp_path: Path, data: Portal
) -> None:
    (tmp_path / "search").mkdir()
    pages = {
        "kod.html": "<p>121212&#45;<b>12</b>12</p>",
        "search/index.json": '["121212-1212"]',
        "fil.html": "<p>070-174 06 05, 121212-XXXX</p>",
        "skript.js": "121212-1212",
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    complaints = identity.finish(tmp_path, data)
    assert [complaint.split(":")[0] for complaint in complaints] == [
        "kod.html",
        "search/index.json",
    ]
    assert "121212" not in "".join(complaints)
