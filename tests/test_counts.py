"""Every fact of the source documents stands on the built pages: each kind of fact is counted.

The figures of the decided plans and of the guideline are those of the documents, counted by hand.
What coordinators change on any day is counted from plans/: each of it stands there, and once.
"""

import re
from pathlib import Path

import pytest

from macros.model.forum import Forums
from macros.model.resource import Resources
from macros.portal import Portal, succession
from macros.views import wording


def article(site: Path, address: str) -> str:
    page = Path(site, *address.strip("/").split("/"), "index.html").read_text(encoding="utf-8")
    [found] = re.findall(r"<article.*?</article>", page, re.DOTALL)
    return str(found)


def plan_page(site: Path, data: Portal, plan_id: str) -> str:
    """The page of a plan, which moves when its place has a newer one."""
    place, plan = data.plan(plan_id)
    return article(site, succession.plan_address(place, plan.year))


PLANS = {
    "stockholm/hagersten-liljeholmen/2020": 8,
    "stockholm/skarholmen/2019": 30,
    "stockholm/hagersten-alvsjo/2022": 14,
    "hassleholm/2022": 11,
}


@pytest.mark.parametrize(("plan", "activities"), PLANS.items())
def test_each_activity_of_a_plan_is_a_row(
    site: Path, data: Portal, plan: str, activities: int
) -> None:
    rows = re.findall(r'<tr role="row" id="aktivitet-([a-z0-9-]+)"', plan_page(site, data, plan))
    assert len(rows) == len(set(rows)) == activities


def test_there_are_sixty_three_activities() -> None:
    assert sum(PLANS.values()) == 63


@pytest.mark.parametrize(
    ("plan", "duties"),
    [
        ("stockholm/hagersten-liljeholmen/2020", 8),
        ("stockholm/skarholmen/2019", 7),
        ("stockholm/hagersten-alvsjo/2022", 8),
    ],
)
def test_each_plan_names_its_coordinators_duties(
    site: Path, data: Portal, plan: str, duties: int
) -> None:
    [found] = re.findall(
        r'<ul class="plan-section__duties">(.*?)</ul>', plan_page(site, data, plan), re.DOTALL
    )
    assert found.count("<li>") == duties


def test_the_guideline_has_six_orientations_three_areas_and_forty_six_duties_of_nine(
    site: Path,
) -> None:
    page = article(site, "/riktlinjer/stockholm/")
    _, _, orientations = page.partition('<h2 id="overgripande-utgangspunkter"')
    assert orientations.partition("<h2")[0].count("<h3") == 6
    assert page.count('<li class="plan-guideline__area" id="') == 3
    duties = re.findall(r'<li class="plan-guideline__duty" id="([a-z0-9-]+)">', page)
    assert len(duties) == len(set(duties)) == 46
    assert len(re.findall(r'<h3 id="vem-', page)) == 9
    _, _, house = page.partition('<h3 id="kunskapshus"')
    assert house.partition("<h3")[0].count('href="/ansvar/stockholm/kunskapshuset/"') == 3


def test_each_forum_stands_once(site: Path, data: Portal) -> None:
    pages = [path.read_text(encoding="utf-8") for path in (site / "samverkan").rglob("*.html")]
    found = [i for page in pages for i in re.findall(r' id="forum-([a-z0-9-]+)"', page)]
    lists = [place.record(Forums) for place in data.places.values()]
    named = [forum.id for record in lists if record for forum in record.forums]
    assert sorted(found) == sorted(named)
    # test_forums.py says which the documents name.
    assert len(named) > 22


def test_each_contact_stands_once_with_112_and_114_14(site: Path, data: Portal) -> None:
    cards = re.findall(r'id="kontakt-([a-z0-9-]+)"', article(site, "/kontakter/"))
    assert {"larm-112", "polisen-114-14"} < set(cards)
    lists = [place.contacts for place in data.places.values() if place.contacts]
    named = [contact.id for entry in lists for contact in entry.record.contacts]
    assert len(cards) == len(set(cards)) == len(named)
    # The id of a card may begin with its place.
    assert all(any(card.endswith(name) for card in cards) for name in named)


def test_each_material_stands_with_the_day_on_which_it_was_retrieved(
    site: Path, data: Portal
) -> None:
    lists = [place.record(Resources) for place in data.places.values()]
    every = [resource for record in lists if record for resource in record.resources]
    page = article(site, "/material/")
    days = [resource.retrieved for resource in every if resource.retrieved]
    assert days
    for day in days:
        assert page.count(f"Hämtad {wording.day(day)}") == days.count(day)
