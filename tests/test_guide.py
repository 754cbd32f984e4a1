"""The guide gives each place the right first number in each situation, or says that it is missing.

The table is taken from the documents: Hässleholm's list of contacts; no Stockholm document gives
any number at all.
"""

from pathlib import Path
from typing import get_args

import pytest

from macros import portal
from macros.model.routine import Situation
from macros.portal import NATION, Portal, succession
from macros.views import guide, routines, wall_sheet
from macros.views.steps import SITUATIONS, StepRow

HASSLEHOLM = {
    "fara": "larm-112",
    "barn": "mottagningsenheten",
    "vuxen": "polisen-114-14",
    "lamna": None,
    "anhorig": "individ-och-familjesupporten",
    "hotad": "polisen-114-14",
    "kollega": "polisen-114-14",
    "klotter": "polisen-114-14",
    "skola": "mottagningsenheten",
    "demonstration": "polisen-114-14",
    "rad": "forebyggandecentrum",
}
STOCKHOLM = {
    "fara": "larm-112",
    "barn": None,
    "vuxen": None,
    "lamna": None,
    "anhorig": None,
    "hotad": "polisen-114-14",
    "kollega": None,
    "klotter": None,
    "skola": None,
    "demonstration": "polisen-114-14",
    "rad": None,
}
"""The contact of the first step after the one for danger, or None where a gap is to be stated."""

PLACES = {
    "hassleholm": HASSLEHOLM,
    "stockholm": STOCKHOLM,
    "stockholm/hagersten-alvsjo": STOCKHOLM,
    "stockholm/skarholmen": STOCKHOLM,
}
EXPECTED = [
    (place, situation, contact)
    for place, table in PLACES.items()
    for situation, contact in table.items()
]
HELPLINES = {
    *("cve", "exit-fryshuset", "konsultationsteamet", "hjalpkallan"),
    "radda-barnen-orostelefonen",
}


def steps(data: Portal, place: str, situation: str) -> tuple[StepRow, ...]:
    """The steps of the first routine that answers; others may be added after it."""
    [answer] = [a for a in guide.view(data, place).answers if a.id == situation]
    return answer.routines[0].steps


def test_the_table_names_every_place_and_every_situation(data: Portal) -> None:
    # A new district has its municipality's answers.
    assert set(PLACES) <= {place.id for place in succession.guided(data)}
    assert set(HASSLEHOLM) == set(STOCKHOLM) == {anchor for anchor, _ in SITUATIONS.values()}
    assert len(HASSLEHOLM) == len(get_args(Situation))


@pytest.mark.parametrize(("place", "situation", "contact"), EXPECTED)
def test_the_first_number_is_the_right_one_or_said_to_be_missing(
    data: Portal, place: str, situation: str, contact: str | None
) -> None:
    found = steps(data, place, situation)
    assert found[0].numbers[0].card.id == "larm-112"
    first = found[0] if situation == "fara" else found[1]
    if contact is None:
        assert first.missing
        assert "Fråga" in first.missing
    else:
        assert first.numbers[0].card.id == contact


@pytest.mark.parametrize(("place", "situation", "contact"), EXPECTED)
def test_no_helpline_steps_into_the_place_of_the_police_or_socialtjansten(
    data: Portal, place: str, situation: str, contact: str | None
) -> None:
    del contact
    if situation == "rad":
        return
    named = [row.card.id for step in steps(data, place, situation) for row in step.numbers]
    lines = [index for index, name in enumerate(named) if name in HELPLINES]
    others = [index for index, name in enumerate(named) if name not in HELPLINES]
    assert not lines or max(others) < min(lines) or situation == "lamna"


def test_a_personal_mobile_comes_after_114_14_and_never_on_the_wall(data: Portal) -> None:
    seen = 0
    for situation in HASSLEHOLM:
        for step in steps(data, "hassleholm", situation):
            named = [row.card.id for row in step.numbers]
            if "polisen-kontaktperson" in named:
                seen += 1
                assert named.index("polisen-114-14") < named.index("polisen-kontaktperson")
    assert seen > 1
    sheet = wall_sheet.view(data, "hassleholm")
    personal = data.find("contact", "polisen-kontaktperson", "hassleholm").phones[0].number
    assert personal not in [row.number for row in sheet.rows]
    assert [row.number for row in sheet.rows][:2] == ["112", "114 14"]


def test_for_a_child_in_hassleholm_mottagningsenheten_comes_before_the_police(
    data: Portal,
) -> None:
    called = [row.card.id for step in steps(data, "hassleholm", "barn") for row in step.numbers]
    first = ["larm-112", "mottagningsenheten", "polisen-114-14"]
    assert [contact for contact in called if contact in first] == first


def test_the_gaps_are_counted_by_place(data: Portal) -> None:
    counted = guide.gaps(data)
    assert counted["Skärholmen"] > counted["Hässleholms kommun"] > 0


SCHOOL = """
title: Något på en skola
situations: [school]
trigger: När något händer på en skola.
steps:
  - id: fraga
    text: Fråga din chef.
    missing: Numret saknas. Fråga din chef.
    next:
      - when: Det gäller ett barn
        situation: child
      - when: Det gäller något annat
        to: sedan
  - id: sedan
    text: Berätta.
    last: true
sources: [nord-2022]
"""
CHILD = "”Ett barn eller en ungdom under 18 år”"


@pytest.mark.parametrize(
    ("home", "here", "answer", "leads"),
    [
        ("exempel", "exempel", "skola", (CHILD, "#barn")),
        ("exempel", "exempel/nord", "skola", (CHILD, "#barn")),
        ("exempel", "exempel", None, (CHILD, "/vid-oro/exempel/#barn")),
        (NATION, "exempel", "skola", (CHILD, "#barn")),
        (NATION, NATION, None, ("guiden och välj plats", "/vid-oro/")),
    ],
)
def test_a_choice_leads_to_the_answer_of_the_same_place(
    tiny: Path, home: str, here: str, answer: str | None, leads: tuple[str, str]
) -> None:
    file = tiny / "plans" / (home or "national") / "routines" / "skola.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(SCHOOL, encoding="utf-8")
    data = portal.load(tiny)
    child, other = routines.row(data, data.place(home), "skola", here, answer).steps[0].next
    assert (child.to, child.address) == leads
    assert child.number is None
    assert (other.number, other.address) == (2, f"#{answer or 'steg'}-2")
