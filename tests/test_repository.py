"""The real plans/ and content/ hold what the source documents hold, and pass every check."""

import re

import pytest

from macros.commands import check
from macros.model.plan import Activity, Plan
from macros.portal import NATION, Portal
from macros.problems import errors
from tests.conftest import ROOT

LILJEHOLMEN = "stockholm/hagersten-liljeholmen/2020"
SKARHOLMEN = "stockholm/skarholmen/2019"
ALVSJO = "stockholm/hagersten-alvsjo/2022"
HASSLEHOLM = "hassleholm/2022"
PLANS = (LILJEHOLMEN, SKARHOLMEN, ALVSJO, HASSLEHOLM)


CONTACTS = {
    "larm-112",
    "polisen-114-14",
    "polisen-kontaktperson",
    "kontaktcenter",
    "forebyggandecentrum",
    "individ-och-familjesupporten",
    "familjens-hus",
    "mottagningsenheten",
    "familjeradgivningen",
    "sociala-jouren",
    "cve",
    "exit-fryshuset",
    "konsultationsteamet",
    "hjalpkallan",
    "radda-barnen-orostelefonen",
}
"""The thirteen contacts of the contact list in the plan of 2022, 112 and 114 14."""
HOURS = {
    "sociala-jouren": "kvällar, nätter och helger",
    "cve": "vardagar enligt Hässleholms plan (inga klockslag)",
}
"""The hours that the plan of 2022 gives, in words; it gives no clock."""
NUMBERS = {
    "0702315538",
    "0451267000",
    "0451267460",
    "0451268860",
    "0451267050",
    "0451266592",
    "0447757878",
    "0852744290",
    "086917260",
    "040340550",
    "0703804990",
    "020100200",
}
"""The twelve numbers of the contact list in the plan of 2022."""


def plan(data: Portal, plan_id: str) -> Plan:
    return data.plan(plan_id)[1]


def activities(data: Portal) -> list[Activity]:
    return [activity for plan_id in PLANS for activity in plan(data, plan_id).activities]


def test_the_repository_has_no_errors(data: Portal) -> None:
    assert errors(check.found(ROOT, data)) == []


@pytest.mark.parametrize(
    ("plan_id", "counts"),
    [
        (LILJEHOLMEN, [2, 3, 0, 3]),
        (SKARHOLMEN, [14, 7, 3, 6]),
        (ALVSJO, [5, 4, 0, 5]),
        (HASSLEHOLM, [5, 3, 3, 0]),
    ],
)
def test_each_area_has_its_number_of_activities(
    data: Portal, plan_id: str, counts: list[int]
) -> None:
    found = plan(data, plan_id)
    assert [sum(a.area == area for a in found.activities) for area in found.areas] == counts


def test_what_the_rows_leave_out_is_left_out(data: Portal) -> None:
    assert sum(a.responsible is None for a in activities(data)) == 3
    assert sum(a.schedule is None for a in activities(data)) == 8
    assert sum(a.follow_up is None for a in activities(data)) == 12


def test_the_eight_activities_go_on_under_the_same_ids_with_other_responsibles(
    data: Portal,
) -> None:
    before = {a.id: a for a in plan(data, LILJEHOLMEN).activities}
    after = {a.id: a for a in plan(data, ALVSJO).activities}
    assert len(before) == 8
    assert {a.id for a in after.values() if a.carried_from == LILJEHOLMEN} == set(before)
    for activity_id, activity in before.items():
        assert activity.responsible is not None
        assert after[activity_id].responsible is not None
        assert after[activity_id].responsible != activity.responsible


def test_112_and_114_14_stand_first_among_the_nations_contacts(data: Portal) -> None:
    national = data.place(NATION).contacts
    assert national is not None
    first, second = national.record.contacts[:2]
    assert (first.kind, [phone.number for phone in first.phones]) == ("emergency", ["112"])
    assert (second.kind, [phone.number for phone in second.phones]) == ("police", ["114 14"])


def test_what_nobody_has_checked_is_what_the_plan_gives(data: Portal) -> None:
    found = [
        contact
        for place in data.places.values()
        for contact in (place.contacts.record.contacts if place.contacts else ())
        if contact.verified is None and contact.source == "hassleholm-2022"
    ]
    # A number that goes to another contact is changed where that one's is.
    own = [phone.number for c in found for phone in c.phones if phone.via is None]
    numbers = {re.sub(r"\D", "", number) for number in own}
    assert numbers <= NUMBERS | {"112", "11414"}
    assert {contact.id for contact in found} <= CONTACTS
    for contact in found:
        assert contact.hours == HOURS.get(contact.id), contact.id
        assert contact.opening == (), contact.id


def test_the_torn_off_row_is_an_uncertain_note(data: Portal) -> None:
    notes = data.find("contact", "mottagningsenheten", "hassleholm").notes
    assert any("tappat sitt namn" in (note.uncertain or "") for note in notes)


def test_the_metadata_is_what_the_documents_state(data: Portal) -> None:
    found = plan(data, HASSLEHOLM)
    assert found.reference_numbers == ("KLF 2022/234",)
    assert found.decision is not None
    assert (str(found.decision.date), found.decision.paragraph) == ("2022-10-24", "§ 111")
    assert found.replaces is not None
    assert (str(found.replaces.date), found.replaces.paragraph) == ("2016-11-28", "§ 181")
    assert found.replaces == found.first_adopted
    assert found.valid is not None
    assert (str(found.valid.start), found.valid.until) == ("2022-10-31", None)
    assert found.applies_to == "Alla nämnder och förvaltningar"
    assert found.revised_by == ("kommunfullmaktige", "bra")
    assert found.followed_up_by == ("bra",)
    assert plan(data, ALVSJO).inferred == ("title", "year", "body")
    revisions = [plan(data, i).next_revision for i in (SKARHOLMEN, LILJEHOLMEN, ALVSJO)]
    assert [r.as_written for r in revisions if r] == [
        "tertialrapport 1 2020",
        "tertialrapport 1 2021",
        "tertialrapport 1 2022",
    ]
