"""All support stands on one page, each once, with what the plans say differently."""

import re
from pathlib import Path

from macros import portal
from macros.fragments import Fragments
from macros.model.support import Support, Supports
from macros.portal import Portal, succession
from macros.views import support, verification, wording
from macros.views.support import SupportRow

SUPPORT = {
    "stod-hassleholm-orostelefonen",
    "stod-hassleholm-foraldrastod",
    "stod-hassleholm-oro-for-barn-och-unga",
    "stod-hassleholm-vald-i-nara-relation",
    "stod-hassleholm-avhopparverksamhet",
    "stod-hassleholm-exit-fryshuset",
    "stod-hassleholm-hjalpkallan",
    "stod-hassleholm-konsultationsteamet",
    "stod-hassleholm-stod-i-samtal",
    "stod-hassleholm-cve-stodtelefon",
    "stod-stockholm-stod-till-anhoriga",
    "stod-stockholm-avhopparverksamhet",
    "stod-stockholm-sociala-insatsgrupper",
    "stod-stockholm-stod-till-drabbade",
    "stod-stockholm-stod-fran-socialtjansten",
    "stod-stockholm-vbe-teamet",
    "stod-stockholm-stod-i-ditt-arbete",
    "stod-stockholm-kunskapshuset",
}


def rows(data: Portal) -> dict[str, SupportRow]:
    found = [row for g in support.view(data).groups for part in g.parts for row in part.rows]
    assert len({row.id for row in found}) == len(found)
    return {row.id: row for row in found}


def written(data: Portal) -> list[tuple[str, Support]]:
    """Each support in the data with its municipality."""
    return [
        (place.id, one)
        for place in data.places.values()
        if (record := place.record(Supports))
        for one in record.support
    ]


def address(data: Portal, plan_id: str) -> str:
    """The page of a plan, which moves when its place has a newer one."""
    place, plan = data.plan(plan_id)
    return succession.plan_address(place, plan.year)


def test_each_support_stands_once(data: Portal) -> None:
    assert set(rows(data)) >= SUPPORT
    assert {row.partition("-")[2] for row in rows(data)} == {
        f"{place}-{support.id}" for place, support in written(data)
    }


def test_support_stands_by_whom_it_is_for_and_then_by_municipality(data: Portal) -> None:
    groups = support.view(data).groups
    assert [group.title for group in groups] == [
        "Anhöriga",
        "Den som vill lämna",
        "Drabbade",
        "Du som i ditt yrke behöver stöd",
    ]
    for group in groups:
        assert [part.place for part in group.parts] == ["Hässleholms kommun", "Stockholms stad"]


def test_support_for_several_is_linked_from_its_other_groups(data: Portal) -> None:
    affected = support.view(data).groups[2]
    assert [row.id for row in affected.parts[1].rows] == ["stod-stockholm-stod-till-drabbade"]
    assert affected.parts[1].also == (
        ("Stöd från socialtjänsten", "#stod-stockholm-stod-fran-socialtjansten"),
    )


def test_the_plans_differences_are_said_year_by_year(data: Portal) -> None:
    team = rows(data)["stod-stockholm-vbe-teamet"]
    assert [(d.plan, d.address) for d in team.differences][:3] == [
        ("Skärholmen 2019", address(data, "stockholm/skarholmen/2019")),
        ("Hägersten-Liljeholmen 2020", address(data, "stockholm/hagersten-liljeholmen/2020")),
        ("Hägersten-Älvsjö 2022", address(data, "stockholm/hagersten-alvsjo/2022")),
    ]


def test_a_contacts_card_stands_once_where_it_is_most_at_home(data: Portal) -> None:
    cards = [(card.id, row.id) for row in rows(data).values() for card in row.contacts.cards]
    named = {(place, contact) for place, support in written(data) for contact in support.contacts}
    homes = {data.find("contact", contact, place) for place, contact in named}
    assert len(cards) == len(dict(cards)) == len(homes) > 10
    assert dict(cards)["exit-fryshuset"] == "stod-hassleholm-exit-fryshuset"
    assert dict(cards)["hassleholm-forebyggandecentrum"] == "stod-hassleholm-stod-i-samtal"


def test_a_card_is_found_by_search_at_home_only(data: Portal) -> None:
    every = [card for row in rows(data).values() for card in row.contacts.cards]
    assert not any(card.indexed for card in every)


def test_a_mention_has_the_number_and_how_sure_it_is(data: Portal) -> None:
    mentions = rows(data)["stod-stockholm-stod-till-anhoriga"].contacts.mentions
    assert [m.address for m in mentions] == [
        "#kontakt-radda-barnen-orostelefonen",
        "#kontakt-exit-fryshuset",
        "#kontakt-hjalpkallan",
    ]
    known = data.known("contact", "stockholm") or {}
    for mention in mentions:
        contact = known[mention.address.removeprefix("#kontakt-")]
        assert mention.phone is not None
        assert mention.phone.number == wording.telephone(contact.phones[0].number)
        assert mention.checked == verification.checked(data, contact)


def test_words_on_law_name_the_documents_that_say_them(data: Portal) -> None:
    assert rows(data)["stod-stockholm-sociala-insatsgrupper"].law == (
        "riktlinjerna 2016, planen 2019, planen 2020 och planen 2022"
    )
    assert rows(data)["stod-hassleholm-hjalpkallan"].law is None


def test_every_anchor_on_the_page_stands_there_once(data: Portal) -> None:
    page = Fragments(data, {}).support_list()
    anchors = re.findall(r'(?:\{ #| id=")([^" ]+)', page)
    assert len(anchors) == len(set(anchors)) > len(SUPPORT)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)


def test_a_municipality_without_support_is_named(tiny: Path) -> None:
    page = Fragments(portal.load(tiny), {}).support_list()
    assert "Portalen har inget stöd inlagt för Exempel." in page
