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


CONTACTS = """
  - id: jouren
    kind: social-services
    title: Jouren
    when: När det är akut.
    audience: public
    hours: kvällar, nätter och helger
    phones:
      - number: "08-465 004 12"
    source: nord-2022
    verified:
      date: 2026-11-20
      role: samordnare
      how: ringde numret
  - id: vaxeln
    kind: contact-centre
    title: Växeln
    when: När du vill nå kommunen.
    phones:
      - number: "08-465 004 34"
    source: nord-2022
"""
POLICE = """
  - id: polisen
    kind: police
    title: Polisen
    when: När det inte är akut.
    phones:
      - number: "114 14"
    source: nord-2022
"""


@pytest.fixture
def answered(tiny: Path) -> Portal:
    """The tiny portal with the police, a contact that is checked and one that is not."""
    local, nation = (tiny / "plans" / name / "contacts.yml" for name in ("exempel", "national"))
    local.write_text(f"contacts:{CONTACTS}", encoding="utf-8")
    nation.write_text(nation.read_text(encoding="utf-8") + POLICE[1:], encoding="utf-8")
    found = portal.load(tiny)
    assert found.problems == ()
    return found


@pytest.fixture
def cards(answered: Portal) -> dict[str, Card]:
    found = contacts.contact_list(answered, "exempel")
    return {card.id: card for card in (*found.acute, *found.near, *found.national)}


def test_hours_are_worded_as_the_source_does_or_said_to_be_unknown(cards: dict[str, Card]) -> None:
    assert {i: dict(card.facts).get("Öppet") for i, card in cards.items()} == {
        "larm": None,
        "polisen": "öppettider okända",
        "jouren": "kvällar, nätter och helger",
        "vaxeln": "öppettider okända",
    }
    assert {card.opening for card in cards.values()} == {None}


def test_a_card_says_who_checked_it_or_that_nobody_has(cards: dict[str, Card]) -> None:
    assert cards["jouren"].checked == "Kontrollerat 20 november 2026 av samordnare: ringde numret."
    assert cards["jouren"].stale is not None
    assert cards["vaxeln"].checked.startswith("Från planen 2022, inte kontrollerat.")
    assert cards["vaxeln"].stale is None


def test_a_card_says_for_whom_it_is(cards: dict[str, Card]) -> None:
    assert {i: dict(card.facts).get("Kortet är för") for i, card in cards.items()} == {
        "larm": None,
        "polisen": "personal",
        "jouren": "alla",
        "vaxeln": "personal",
    }


@pytest.mark.parametrize(
    ("place", "numbers"),
    [
        ("exempel", ["112", "114 14", "08-465 004 34"]),
        ("exempel/nord", ["112", "114 14", "08-465 004 34"]),
        (NATION, ["112", "114 14"]),
    ],
)
def test_where_nobody_answers_112_comes_first(
    answered: Portal, place: str, numbers: list[str]
) -> None:
    assert [row.number for row in fallback.view(answered, place)] == numbers
    assert [row.number for row in contacts.contact_list(answered, place).fallback] == numbers


def test_112_and_114_14_come_first_in_every_place_of_the_portal(data: Portal) -> None:
    for place in data.places:
        rows = fallback.view(data, place)
        assert [row.number for row in rows][:2] == ["112", "114 14"], place


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
