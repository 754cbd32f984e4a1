"""A card says what is known of a contact, how sure it is, and whom to call where nobody answers."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from macros import portal
from macros.model.contact import Verified
from macros.portal import NATION, Portal
from macros.views import contacts, fallback, verification, wording
from macros.views.contact_card import Card

NUMBERS = [
    ("0451-26 70 50", "0451-26 70 50", "tel:+46451267050"),
    ("0451267050", "0451-26 70 50", "tel:+46451267050"),
    ("045-126 70 50", "0451-26 70 50", "tel:+46451267050"),
    ("+46 451 26 70 50", "0451-26 70 50", "tel:+46451267050"),
    ("08 465 004 12", "08-465 004 12", "tel:+46846500412"),
    # Owners write their numbers so, and the area code is right.
    ("020-100 200", "020-100 200", "tel:+4620100200"),
    ("08-465 00 412", "08-465 00 412", "tel:+46846500412"),
    ("112", "112", "tel:112"),
    ("114 14", "114 14", "tel:11414"),
    ("+45 33 12 34 56", "+45 33 12 34 56", "tel:+4533123456"),
]


@pytest.mark.parametrize(("written", "shown", "link"), NUMBERS)
def test_a_number_is_shown_as_swedes_write_it(written: str, shown: str, link: str) -> None:
    assert (wording.telephone(written), wording.telephone_link(written)) == (shown, link)


@pytest.mark.parametrize(
    ("checked", "last"),
    [("2025-11-20", "2026-11-20"), ("2024-02-29", "2025-02-28"), ("2023-02-28", "2024-02-28")],
)
def test_a_check_is_too_old_after_twelve_months(checked: str, last: str) -> None:
    verified = Verified.model_validate({"date": checked, "role": "samordnare", "how": "ringde"})
    found = verification.stale(verified)
    assert found is not None
    assert found.last == dt.date.fromisoformat(last)


def test_what_nobody_has_checked_does_not_grow_old() -> None:
    assert verification.stale(None) is None


@pytest.fixture
def hassleholm(data: Portal) -> dict[str, Card]:
    found = contacts.contact_list(data, "hassleholm")
    return {card.id: card for card in (*found.acute, *found.near, *found.national)}


def test_all_hours_of_today_are_unknown_and_said_to_be(hassleholm: dict[str, Card]) -> None:
    assert {card.opening for card in hassleholm.values()} == {None}
    known = {i: dict(card.facts).get("Öppet") for i, card in hassleholm.items()}
    assert known.pop("larm-112") is None
    assert known.pop("sociala-jouren") == "kvällar, nätter och helger"
    assert known.pop("cve") == "vardagar enligt Hässleholms plan (inga klockslag)"
    assert set(known.values()) == {"öppettider okända"}


def test_no_number_of_today_is_checked(hassleholm: dict[str, Card]) -> None:
    assert {card.stale for card in hassleholm.values()} == {None}
    assert all("inte kontrollerat" in card.checked for card in hassleholm.values())


def test_a_card_says_for_whom_it_is(hassleholm: dict[str, Card]) -> None:
    assert dict(hassleholm["cve"].facts)["Kortet är för"] == "personal"
    assert dict(hassleholm["hjalpkallan"].facts)["Kortet är för"] == "alla"


@pytest.mark.parametrize(
    ("place", "numbers"),
    [
        ("hassleholm", ["112", "114 14", "0451-26 70 00"]),
        ("stockholm/skarholmen", ["112", "114 14"]),
        (NATION, ["112", "114 14"]),
    ],
)
def test_where_nobody_answers_112_comes_first(data: Portal, place: str, numbers: list[str]) -> None:
    assert [row.number for row in fallback.view(data, place)] == numbers
    assert [row.number for row in contacts.contact_list(data, place).fallback] == numbers


def test_another_municipalitys_contact_centre_is_named_with_its_place(tiny: Path) -> None:
    centre = {
        "id": "centret",
        "kind": "contact-centre",
        "title": "Kontaktcenter",
        "when": "När du vill nå kommunen.",
        "phones": [{"number": "08-465 004 34"}],
        "source": "nord-2022",
    }
    home = tiny / "plans" / "annan"
    home.mkdir()
    (home / "municipality.yml").write_text("title: Annan\nask: samordnaren\n", encoding="utf-8")
    (home / "contacts.yml").write_text(yaml.safe_dump({"contacts": [centre]}), encoding="utf-8")
    settings = tiny / "plans" / "settings.yml"
    settings.write_text(
        "name: Portalen\naccent: '#0b5c7a'\ncontact_centre: {place: annan, contact: centret}\n",
        encoding="utf-8",
    )
    words = {
        place: [row.words for row in fallback.view(portal.load(tiny), place)][-1]
        for place in ("annan", "exempel")
    }
    assert words == {"annan": "Kontaktcenter", "exempel": "Kontaktcenter, Annan"}
