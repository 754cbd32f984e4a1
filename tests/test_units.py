"""What a role is to do: all that the latest plans and the guideline give it, no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros import portal
from macros.model.guideline import Guideline
from macros.portal import NATION, Portal
from macros.portal.succession import is_earlier, is_merged, plans
from macros.views import unit_duties, unit_list, wording
from macros.views.tasks import Task, plan_title
from macros.views.unit_duties import UnitPage

HOMES = ("stockholm", "hassleholm")

ROLES = """
  - id: alla-chefer
    title: Alla chefer
  - id: rektor
    title: Rektor
    within: alla-chefer
  - id: fritid
    title: Fritid
  - id: ingen
    title: Ingen
"""
ACTIVITIES = """
  - id: delad
    area: forebyggande
    text: Gör det. Gör det sedan igen.
    responsible:
      owners: [skolan, fritid]
      consulted: [rektor]
      as_written: Skolan och fritid
  - id: chefers
    area: forebyggande
    text: Gå utbildningen.
    responsible:
      owners: [alla-chefer]
      as_written: Alla chefer
  - id: bara-samrad
    area: forebyggande
    text: Ge råd.
    responsible:
      consulted: [fritid]
      as_written: i samråd med fritid
"""
GUIDELINE = """
title: Riktlinjer
source: nord-2022
dated: april 2016
orientations: []
target_areas: []
sections:
  - id: ansvar
    title: Ansvar
    level: 1
    legal_note: true
    duties:
      - id: chefers-plikt
        role: alla-chefer
        text: Känner till planen.
      - id: skolans-plikt
        role: skolan
        text: Har en rutin.
"""


@pytest.fixture
def small(tiny: Path) -> Portal:
    plans = tiny / "plans" / "exempel"
    home, nord = plans / "municipality.yml", plans / "nord" / "2022.yml"
    text = home.read_text("utf-8")
    home.write_text(text.replace("follow_up_ways:", f"{ROLES[1:]}follow_up_ways:"), "utf-8")
    (plans / "guideline.yml").write_text(GUIDELINE, "utf-8")
    text = nord.read_text("utf-8")
    older = text.replace("year: 2022", "year: 2020")
    (plans / "nord" / "2020.yml").write_text(older, "utf-8")
    head, _, _ = text.partition("activities:")
    nord.write_text(f"{head}activities:{ACTIVITIES}", "utf-8")
    return portal.load(tiny)


def pages(data: Portal, home: str) -> Iterator[tuple[str, UnitPage]]:
    for role in data.municipality(home).roles:
        yield role.id, unit_duties.view(data, f"{home}/{role.id}")


def tasks(page: UnitPage) -> dict[str, Task]:
    return {task.activity.id: task for plan in page.tasks for task in plan.tasks}


def said(task: Task) -> list[str]:
    return [" ".join([part.words, *(title for title, _ in part.roles)]) for part in task.parts]


@pytest.mark.parametrize("home", HOMES)
def test_each_activity_stands_with_each_role_that_it_names_and_with_no_other(
    data: Portal, home: str
) -> None:
    expected = {
        (role, f"{place.id}/{plan.year}", activity.id)
        for place, plan in plans(data, home)
        for activity in plan.activities
        if activity.responsible
        for role in (*activity.responsible.owners, *activity.responsible.consulted)
    }
    shown = {
        (role, found.id, task.activity.id)
        for role, page in pages(data, home)
        for found in (*page.tasks, *page.earlier)
        for task in found.tasks
    }
    assert {(role, plan.replace("/", "-"), activity) for role, plan, activity in expected} == shown


def test_the_pages_of_roles_hold_all_activities_with_a_responsible(data: Portal) -> None:
    shown = {
        task.address
        for home in HOMES
        for _, page in pages(data, home)
        for plan in page.tasks
        for task in plan.tasks
    }
    latest = [
        activity
        for home in HOMES
        for place, plan in plans(data, home)
        if not is_earlier(place, plan)
        for activity in plan.activities
        if activity.responsible
    ]
    # test_repository.py counts those of each decided plan.
    assert len(shown) == len(latest) > 20


def test_plans_that_are_not_the_newest_of_their_place_stand_apart(data: Portal) -> None:
    earlier = {plan.id for home in HOMES for _, page in pages(data, home) for plan in page.earlier}
    expected = {
        f"{place.id}/{plan.year}".replace("/", "-")
        for home in HOMES
        for place, plan in plans(data, home)
        if is_merged(place) or plan.year != place.years[0]
    }
    assert earlier == expected
    assert "stockholm-hagersten-liljeholmen-2020" in earlier


def test_a_role_that_only_earlier_plans_name_says_so(tiny: Path) -> None:
    nord = tiny / "plans" / "exempel" / "nord"
    text = (nord / "2022.yml").read_text("utf-8")
    (nord / "2023.yml").write_text(
        text.partition("activities:")[0].replace("2022", "2023").replace("nord-2023", "nord-2022"),
        "utf-8",
    )
    page = unit_duties.view(portal.load(tiny), "exempel/skolan")
    assert page.tasks == ()
    assert page.said == "Bara tidigare planer ger rollen egna uppgifter."


def test_each_duty_of_the_guideline_stands_with_its_role_and_all_roles_within(
    data: Portal,
) -> None:
    guideline = data.place("stockholm").record(Guideline)
    assert guideline is not None
    roles = {role.id: role.within for role in data.municipality("stockholm").roles}
    duties = [duty for part in guideline.orientations for duty in part.duties]
    duties += [duty for part in guideline.sections for duty in part.duties]
    assert len(duties) == 46
    for role, page in pages(data, "stockholm"):
        line = [role]
        while above := roles[line[-1]]:
            line.append(above)
        expected = {f"/riktlinjer/stockholm/#{duty.id}" for duty in duties if duty.role in line}
        assert {d.address for demands in page.demands for d in demands.duties} == expected
        own = [demands for demands in page.demands if demands.who is None]
        assert len(own) == any(duty.role == role for duty in duties)


def test_the_coordinators_role_shows_the_duties_of_each_of_the_latest_plans(data: Portal) -> None:
    page = unit_duties.view(data, "stockholm/samordnare-vbe")
    assert {plan.title: len(plan.duties) for plan in page.coordinates} == {
        plan_title(place, plan): len(plan.coordinator_duties)
        for place, plan in plans(data, "stockholm")
        if plan.coordinator_duties and not is_earlier(place, plan)
    }
    others = [page.coordinates for role, page in pages(data, "stockholm") if page.coordinates]
    assert len(others) == 1


@pytest.mark.parametrize("home", HOMES)
def test_every_role_is_listed_once_in_the_group_where_it_belongs(data: Portal, home: str) -> None:
    groups = {group.id: group.rows for group in unit_list.view(data, home)}
    addresses = [row.address for rows in groups.values() for row in rows]
    assert sorted(addresses) == sorted(
        f"/ansvar/{home}/{role.id}/" for role in data.municipality(home).roles
    )
    for role, page in pages(data, home):
        own = page.tasks or page.coordinates or any(d.who is None for d in page.demands)
        group = "nu" if own else "tidigare" if page.earlier else "ovriga"
        assert f"/ansvar/{home}/{role}/" in {row.address for row in groups[group]}


def test_who_owns_a_task_and_who_is_consulted_are_told_apart(small: Portal) -> None:
    skolan = tasks(unit_duties.view(small, "exempel/skolan"))
    assert said(skolan["delad"]) == ["Ansvarig tillsammans med Fritid", "I samråd med Rektor"]
    rektor = tasks(unit_duties.view(small, "exempel/rektor"))
    assert said(rektor["delad"]) == ["Sker i samråd med dig", "Ansvarig är Skolan Fritid"]
    fritid = tasks(unit_duties.view(small, "exempel/fritid"))
    assert said(fritid["bara-samrad"]) == ["Sker i samråd med dig", "Planen anger ingen ansvarig"]
    chefer = tasks(unit_duties.view(small, "exempel/alla-chefer"))
    assert said(chefer["chefers"]) == ["Ansvarig"]


def test_a_task_links_to_its_row_by_its_first_sentence(small: Portal) -> None:
    task = tasks(unit_duties.view(small, "exempel/skolan"))["delad"]
    assert (task.lead, task.rest) == ("Gör det.", "Gör det sedan igen.")
    assert task.address == "/planer/exempel/nord/#aktivitet-delad"


def test_the_tasks_and_demands_of_a_role_around_are_said_to_be_its(small: Portal) -> None:
    page = unit_duties.view(small, "exempel/rektor")
    around = ("Alla chefer", "/ansvar/exempel/alla-chefer/")
    assert page.around == (around,)
    assert [(wider.who, [task[0] for task in wider.tasks]) for wider in page.wider] == [
        (around, ["Gå utbildningen."])
    ]
    assert [(demands.who, demands.law) for demands in page.demands] == [
        (around, "riktlinjerna från 2022")
    ]
    assert unit_duties.view(small, "exempel/alla-chefer").inside == (
        ("Rektor", "/ansvar/exempel/rektor/"),
    )


def test_an_earlier_plan_stands_apart_with_its_own_address(small: Portal) -> None:
    page = unit_duties.view(small, "exempel/skolan")
    assert [plan.title for plan in page.tasks] == ["Nord 2022"]
    assert [(plan.title, plan.address) for plan in page.earlier] == [
        ("Nord 2020", "/planer/exempel/nord/2020/")
    ]


def test_a_plan_said_to_be_replaced_is_earlier_though_none_is_newer(tiny: Path) -> None:
    nord = tiny / "plans" / "exempel" / "nord" / "2022.yml"
    nord.write_text(f"{nord.read_text('utf-8')}state: replaced\n", "utf-8")
    page = unit_duties.view(portal.load(tiny), "exempel/skolan")
    assert page.tasks == ()
    assert [plan.title for plan in page.earlier] == ["Nord 2022"]


def test_a_role_that_nobody_names_says_so(small: Portal) -> None:
    page = unit_duties.view(small, "exempel/ingen")
    assert page.said == (
        "Varken planerna eller riktlinjerna ger just den här rollen några uppgifter."
    )
    [nobody] = [group for group in unit_list.view(small, "exempel") if group.id == "ovriga"]
    assert [row.title for row in nobody.rows] == ["Ingen", "Samordnare"]


def test_the_list_says_how_many_tasks_each_role_has(small: Portal) -> None:
    groups = unit_list.view(small, "exempel")
    assert {row.title: row.words for group in groups for row in group.rows} == {
        "Alla chefer": "1 uppgift i planen för Nord och 1 krav i riktlinjerna",
        "Fritid": "1 uppgift i planen för Nord och 1 samråd i planen för Nord",
        "Ingen": "",
        "Rektor": "1 samråd i planen för Nord",
        "Samordnare": "",
        "Skolan": "1 uppgift i planen för Nord och 1 krav i riktlinjerna",
    }


def test_every_unit_is_known_from_the_whole_nation(data: Portal) -> None:
    known = data.known("unit", NATION)
    assert known is not None
    assert {unit.partition("/")[0] for unit in known} == set(HOMES)


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("Ett.", ("Ett.", "")),
        ("Ett. Två. Tre.", ("Ett.", "Två. Tre.")),
        ("Utan punkt", ("Utan punkt", "")),
    ],
)
def test_the_first_sentence_is_taken_off(words: str, lead: tuple[str, str]) -> None:
    assert wording.lead(words) == lead
