"""Rows are worded in Swedish and stand in the order in which they are needed."""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from macros import pages, portal
from macros.fragments import PARAMETERS, Fragments
from macros.model.plan import AtInterval, InRange, InTerm, InYear, OnDate, Recurring, Schedule
from macros.portal import NATION, Portal, succession
from macros.views import contacts, navigation, plan_sections, situations, wording
from tests.conftest import ROOT, TINY


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("112", "tel:112"),
        ("114 14", "tel:11414"),
        ("0451-26 70 50", "tel:+46451267050"),
        ("020-100 200", "tel:+4620100200"),
        ("070-174 06 05", "tel:+46701740605"),
        ("+46 8 465 004 12", "tel:+46846500412"),
    ],
)
def test_a_number_calls_the_number_that_stands_there(number: str, link: str) -> None:
    assert wording.telephone_link(number) == link


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (InYear(kind="year", year=2019, as_written="2019"), "2019"),
        (InRange(kind="range", first=2019, last=2020, as_written="-"), "2019–2020"),
        (InTerm(kind="term", term="autumn", year=2019, as_written="-"), "hösten 2019"),
        (OnDate(kind="date", date=dt.date(2019, 5, 1), as_written="190501"), "1 maj 2019"),
        (AtInterval(kind="interval", every=1, unit="month", as_written="-"), "varje månad"),
        (AtInterval(kind="interval", every=14, unit="day", as_written="-"), "var 14:e dag"),
        (Recurring(kind="recurring", at="varje möte", as_written="-"), "vid varje möte"),
    ],
)
def test_a_schedule_is_worded(schedule: Schedule, words: str) -> None:
    assert wording.schedule(schedule) == words


@pytest.mark.parametrize(
    ("words", "joined"),
    [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")],
)
def test_words_are_joined(words: list[str], joined: str) -> None:
    assert wording.joined(words) == joined


@pytest.mark.parametrize("place", ["hassleholm", "stockholm", "stockholm/skarholmen"])
def test_emergency_stands_above_all_and_a_personal_mobile_is_never_first(
    data: Portal, place: str
) -> None:
    found = contacts.contact_list(data, place)
    assert [card.phones[0].number for card in found.acute] == ["112", "114 14"]
    national = data.place(NATION).contacts
    assert national is not None
    assert {card.id for card in found.national} == {
        contact.id
        for contact in national.record.contacts
        if contact.kind not in {"emergency", "police"}
    }
    for group in (found.near, found.national):
        for card in group[:1]:
            assert "en persons mobil" not in card.phones[0].notes
    for card in found.near:
        if any("en persons mobil" in phone.notes for phone in card.phones):
            assert card.first is not None
            assert card.first[1].number == "114 14"


def test_every_card_says_who_checked_it_or_that_nobody_has(data: Portal) -> None:
    for group in contacts.directory(data):
        for card in (*group.acute, *group.near, *group.national):
            assert re.match(r"Från .+ 20\d\d, inte kontrollerat\.|Kontrollerat ", card.checked)


def test_the_directory_holds_each_contact_once(data: Portal) -> None:
    shown = [c.id for d in contacts.directory(data) for c in (*d.acute, *d.near, *d.national)]
    lists = [place.contacts for place in data.places.values() if place.contacts]
    assert sorted(shown) == sorted(c.id for entry in lists for c in entry.record.contacts)


def test_a_missing_number_is_said_with_whom_to_ask(data: Portal) -> None:
    for place in succession.guided(data):
        known = {contact.kind for _, contact in data.contacts(place.id)}
        gaps = contacts.contact_list(data, place.id).gaps
        asked = (
            ("social-services", "socialtjänsten", data.municipality(place.id).ask),
            ("coordinator", "samordnaren", "din chef"),
        )
        for kind, words, whom in asked:
            told = [gap for gap in gaps if f"Numret till {words}" in gap]
            assert len(told) == (kind not in known), (place.id, kind)
            assert all(re.search(" i .+ finns inte i planerna", gap) for gap in told)
            assert all(f"Fråga {whom}." in gap for gap in told)


def test_each_section_says_whether_it_is_shared_or_local(data: Portal) -> None:
    texts = pages.load(ROOT, PARAMETERS).texts
    origins = {s.id: s.origin for s in plan_sections.view(data, texts, "stockholm/skarholmen/2019")}
    assert origins["forebyggande-arbete"] == plan_sections.SHARED
    assert origins["ansvar"] == plan_sections.ADDED
    assert origins["vbe-team"] == plan_sections.LOCAL
    assert origins["ansvar-och-samverkan"] is None


def test_own_sections_stand_where_the_plan_puts_them(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    own = "sections:\n" + "".join(
        f"  - id: {name}\n    title: {name}\n    level: 2\n    after: {after}\n    text: Mer.\n"
        for name, after in (("a", "inledning"), ("b", "a"), ("c", "lagesbild"))
    )
    plan = tmp_path / "plans" / "exempel" / "nord" / "2022.yml"
    plan.write_text(plan.read_text(encoding="utf-8") + own, encoding="utf-8")
    texts = pages.load(tmp_path, PARAMETERS).texts
    ids = [s.id for s in plan_sections.view(portal.load(tmp_path), texts, "exempel/nord/2022")]
    # What the plan puts after a section that has been moved up comes first of the rest.
    assert ids[-4:] == ["c", "inledning", "a", "b"]


def test_what_is_done_stands_first_and_the_situation_before_the_rest(data: Portal) -> None:
    texts = pages.load(ROOT, PARAMETERS).texts
    ids = [s.id for s in plan_sections.view(data, texts, "stockholm/hagersten-alvsjo/2022")]
    order = ["det-har-ska-goras", "forebyggande-aktiviteter", "lagesbild", "inledning-och-syfte"]
    assert [i for i in ids if i in order] == order


def test_a_situation_report_says_its_period_and_stands_under_the_plans_that_share_it(
    data: Portal,
) -> None:
    found = list(situations.of_plan(data, "stockholm/hagersten-alvsjo/2022"))
    shared = situations.shared(data, "stockholm")
    assert [s.id for s in found if s.elsewhere] == [s.id for s in shared]
    assert all(re.search(r", .+", s.title) and s.parts and s.sources for s in found)


def test_a_plans_words_on_law_carry_the_caution(data: Portal) -> None:
    texts = pages.load(ROOT, PARAMETERS).texts
    law = {s.id: s.law for s in plan_sections.view(data, texts, "stockholm/skarholmen/2019")}
    assert law["socialtjanstens-arbete"] == "planen från 2019"
    assert law["tidig-upptackt"] is None


def test_the_menu_has_the_pages_titles_in_their_order() -> None:
    menu = navigation.menu(pages.load(ROOT, PARAMETERS).pages)
    assert menu[0] == "index.md"
    titles = [next(iter(item)) for item in menu[1:] if isinstance(item, dict)]
    assert titles == [
        *("Är du orolig?", "Planer", "Kontakter", "Vad ska min enhet göra?", "Riktlinjer"),
        *("Rutiner", "Stöd", "Samverkan", "Symboler", "Material", "Ordlista", "Om portalen"),
    ]


def test_every_macro_has_an_example_that_works_and_stands_in_the_documentation(
    data: Portal,
) -> None:
    content = pages.load(ROOT, PARAMETERS)
    made = Fragments(data, content.texts).macros()
    documentation = (ROOT / "HACKING.md").read_text(encoding="utf-8")
    for name in PARAMETERS:
        _, _, rest = (getattr(Fragments, name).__doc__ or "").partition("Example: `")
        example = rest.partition("`")[0]
        assert example.startswith(f"{{{{ {name}("), name
        assert example in documentation, name
        page = pages.page("content/x.md", f"---\ntitle: X\n---\n\n{example}\n", PARAMETERS)
        [call] = page.calls
        assert made[call.macro](*call.arguments.values()).strip(), name
