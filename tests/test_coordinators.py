"""All coordinators are listed, with how to reach them or plainly what is missing."""

import re
from pathlib import Path

from macros import portal
from macros.fragments import Fragments
from macros.portal import Portal
from macros.views import coordinators
from macros.views.coordinators import CoordinatorRow

DUTIES = {
    "samordnare-hassleholm": [("Planen 2022 räknar inte upp samordnarens uppgifter.", None)],
    "samordnare-stockholm": [
        (
            "Riktlinjerna 2016 ger rollen 6 uppgifter",
            "/riktlinjer/stockholm/#vem-central-samordnare",
        )
    ],
    "samordnare-stockholm-hagersten-alvsjo": [
        (
            "Planen 2022 räknar upp 8 uppgifter",
            "/planer/stockholm/hagersten-alvsjo/#samordnarens-uppdrag",
        )
    ],
    "samordnare-stockholm-skarholmen": [
        (
            "Planen 2019 räknar upp 7 uppgifter",
            "/planer/stockholm/skarholmen/#samordnarens-uppdrag",
        )
    ],
    "samordnare-stockholm-hagersten-liljeholmen": [
        (
            "Planen 2020 räknar upp 8 uppgifter",
            "/planer/stockholm/hagersten-liljeholmen/2020/#samordnarens-uppdrag",
        )
    ],
}


def rows(data: Portal) -> dict[str, CoordinatorRow]:
    return {row.id: row for group in coordinators.view(data) for row in group.rows}


def test_every_coordinator_stands_with_the_duties_that_are_named(data: Portal) -> None:
    found = rows(data)
    assert list(found) == list(DUTIES)
    assert {i: list(row.duties) for i, row in found.items()} == DUTIES


def test_the_only_number_is_that_of_hassleholm(data: Portal) -> None:
    found = rows(data)
    [card] = found["samordnare-hassleholm"].contacts.cards
    assert [phone.number for phone in card.phones] == ["0451-26 74 60"]
    assert "inte kontrollerat" in card.checked
    assert found["samordnare-hassleholm"].gap is None
    assert sum(len(row.contacts.cards) for row in found.values()) == 1


def test_a_missing_number_is_said_with_whom_to_ask(data: Portal) -> None:
    found = rows(data)
    assert (found["samordnare-stockholm"].gap or "").startswith("Numret till samordnaren")
    assert "Fråga din chef eller" in (found["samordnare-stockholm"].gap or "")
    assert (found["samordnare-stockholm-skarholmen"].gap or "").endswith("Fråga din chef.")


def test_the_coordinator_of_a_merged_district_is_earlier_and_leads_on(data: Portal) -> None:
    row = rows(data)["samordnare-stockholm-hagersten-liljeholmen"]
    assert row.title.startswith("Tidigare Hägersten-Liljeholmen")
    assert row.successor == ("Hägersten-Älvsjö", "#samordnare-stockholm-hagersten-alvsjo")
    assert row.gap is None


def test_what_the_plan_calls_the_role_is_shown(data: Portal) -> None:
    found = rows(data)
    assert found["samordnare-stockholm"].title == "Stadens centrala samordnare"
    assert found["samordnare-stockholm"].where == "stadsledningskontoret"
    assert found["samordnare-hassleholm"].where == "framgår inte av källorna"


def test_every_anchor_on_the_page_stands_there_once(data: Portal) -> None:
    page = Fragments(data, {}).coordinator_list()
    anchors = re.findall(r'(?:\{ #| id=")([^" ]+)', page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)


def test_a_place_whose_coordinator_no_source_names_says_so(tiny: Path) -> None:
    district = tiny / "plans" / "exempel" / "nord" / "district.yml"
    written = district.read_text(encoding="utf-8")
    district.write_text(
        re.sub(r"^coordinator:\n(  .*\n)+", "", written, flags=re.MULTILINE), encoding="utf-8"
    )
    page = Fragments(portal.load(tiny), {}).coordinator_list()
    assert "Nord: Källorna säger inte vem som samordnar" in page.replace("\\", "")
    assert "Fråga din chef." in page
