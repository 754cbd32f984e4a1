"""All coordinators are listed, with how to reach them or plainly what is missing."""

import re
from pathlib import Path

from macros import portal
from macros.fragments import Fragments
from macros.portal import NATION, Place, Portal, succession
from macros.views import coordinators, tasks
from macros.views.coordinators import CoordinatorRow

GUIDELINE = (
    "Riktlinjerna 2016 ger rollen 6 uppgifter",
    "/riktlinjer/stockholm/#vem-central-samordnare",
)
CONTACT = """
  - id: samordnaren
    kind: coordinator
    title: Samordnaren i Nord
    when: När du har frågor om planen.
    phones:
      - number: "08-465 004 34"
    source: nord-2022
"""


def rows(data: Portal) -> dict[str, CoordinatorRow]:
    return {row.id: row for group in coordinators.view(data) for row in group.rows}


def by_place(data: Portal) -> list[tuple[Place, CoordinatorRow]]:
    """Each municipality and district with its row."""
    found = rows(data)
    places = [place for place in data.places.values() if place.id != NATION]
    assert len(places) == len(found) > 4
    return [(place, found[f"samordnare-{place.id.replace('/', '-')}"]) for place in places]


def test_every_coordinator_stands_with_the_duties_of_the_newest_plan(data: Portal) -> None:
    told = 0
    for place, row in by_place(data):
        words = [said for said in row.duties if said != GUIDELINE]
        assert len(words) == len(place.years[:1]), row.id
        for year, said in zip(place.years, words, strict=False):
            address = f"{succession.plan_address(place, year)}#samordnarens-uppdrag"
            number = len(place.plans[year].record.coordinator_duties)
            assert said == (
                (f"Planen {year} räknar upp {number} uppgifter", address)
                if number
                else (f"Planen {year} räknar inte upp samordnarens uppgifter.", None)
            )
            told += number
    # Those of the merged district stay, whatever plans are added.
    assert told > 8


def test_the_central_coordinator_stands_with_the_duties_of_the_guideline(data: Portal) -> None:
    has = [row.id for row in rows(data).values() if GUIDELINE in row.duties]
    assert has == ["samordnare-stockholm"]


def test_the_contact_that_a_coordinator_names_stands_there(data: Portal) -> None:
    for place, row in by_place(data):
        coordinator = tasks.coordinator(data, place)
        named = coordinator.contact if coordinator else None
        reached = row.contacts
        assert len(reached.cards) + len(reached.mentions) == (named is not None), row.id
        # A card's id on the page begins with its place.
        assert all(card.id.endswith(named or "") for card in reached.cards), row.id
        is_gap = named is None and not succession.is_merged(place)
        assert (row.gap is not None) == is_gap, row.id


def test_the_number_of_a_coordinator_stands_in_place_of_the_gap(tiny: Path) -> None:
    before = rows(portal.load(tiny))["samordnare-exempel-nord"]
    assert (before.gap or "").startswith("Numret till samordnaren")
    assert before.contacts.cards == ()
    nord = tiny / "plans" / "exempel" / "nord"
    (nord / "contacts.yml").write_text(f"contacts:{CONTACT}", encoding="utf-8")
    district = nord / "district.yml"
    text = district.read_text(encoding="utf-8")
    district.write_text(f"{text.rstrip()}\n  contact: samordnaren\n", encoding="utf-8")
    data = portal.load(tiny)
    assert data.problems == ()
    after = rows(data)["samordnare-exempel-nord"]
    [card] = after.contacts.cards
    assert [phone.number for phone in card.phones] == ["08-465 004 34"]
    assert "inte kontrollerat" in card.checked
    assert after.gap is None


def test_a_missing_number_is_said_with_whom_to_ask(tiny: Path) -> None:
    municipality = tiny / "plans" / "exempel" / "municipality.yml"
    text = municipality.read_text(encoding="utf-8")
    municipality.write_text(text.replace("ask: samordnaren", "ask: din chef eller växeln"))
    found = rows(portal.load(tiny))
    assert (found["samordnare-exempel"].gap or "").startswith("Numret till samordnaren")
    assert (found["samordnare-exempel"].gap or "").endswith("Fråga din chef eller växeln.")
    # Whoever looks for a district's coordinator cannot ask that one.
    assert (found["samordnare-exempel-nord"].gap or "").endswith("Fråga din chef.")


def test_the_coordinator_of_a_merged_district_is_earlier_and_leads_on(data: Portal) -> None:
    row = rows(data)["samordnare-stockholm-hagersten-liljeholmen"]
    assert row.title.startswith("Tidigare Hägersten-Liljeholmen")
    assert row.successor == ("Hägersten-Älvsjö", "#samordnare-stockholm-hagersten-alvsjo")
    assert row.gap is None


def test_what_the_plan_calls_the_role_is_shown(data: Portal) -> None:
    for place, row in by_place(data):
        coordinator = tasks.coordinator(data, place)
        if coordinator is not None:
            assert row.title.endswith(coordinator.title)
            assert row.where == (coordinator.where or "framgår inte av källorna")


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
