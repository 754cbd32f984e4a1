"""Every fact of the source documents stands on the built pages: each kind of fact is counted.

The figures are those of the documents, counted by hand; nothing here is counted from plans/.
"""

import re
from pathlib import Path

import pytest


def article(site: Path, address: str) -> str:
    page = Path(site, *address.strip("/").split("/"), "index.html").read_text(encoding="utf-8")
    [found] = re.findall(r"<article.*?</article>", page, re.DOTALL)
    return str(found)


PLANS = {
    "/planer/stockholm/hagersten-liljeholmen/2020/": 8,
    "/planer/stockholm/skarholmen/": 30,
    "/planer/stockholm/hagersten-alvsjo/": 14,
    "/planer/hassleholm/": 11,
}


@pytest.mark.parametrize(("plan", "activities"), PLANS.items())
def test_each_activity_of_a_plan_is_a_row(site: Path, plan: str, activities: int) -> None:
    rows = re.findall(r'<tr role="row" id="aktivitet-([a-z0-9-]+)"', article(site, plan))
    assert len(rows) == len(set(rows)) == activities


def test_there_are_sixty_three_activities() -> None:
    assert sum(PLANS.values()) == 63


@pytest.mark.parametrize(
    ("plan", "duties"),
    [
        ("/planer/stockholm/hagersten-liljeholmen/2020/", 8),
        ("/planer/stockholm/skarholmen/", 7),
        ("/planer/stockholm/hagersten-alvsjo/", 8),
    ],
)
def test_each_plan_names_its_coordinators_duties(site: Path, plan: str, duties: int) -> None:
    [found] = re.findall(
        r'<ul class="plan-section__duties">(.*?)</ul>', article(site, plan), re.DOTALL
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


def test_there_are_twenty_three_forums(site: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in (site / "samverkan").rglob("*.html")]
    found = [i for page in pages for i in re.findall(r' id="forum-([a-z0-9-]+)"', page)]
    assert len(found) == len(set(found)) == 23


def test_there_are_thirteen_contacts_beside_112_and_114_14(site: Path) -> None:
    cards = re.findall(r'id="kontakt-([a-z0-9-]+)"', article(site, "/kontakter/"))
    assert {"larm-112", "polisen-114-14"} < set(cards)
    assert len(cards) == len(set(cards)) == 13 + 2


def test_there_are_five_websites_with_the_day_on_which_they_were_retrieved(site: Path) -> None:
    assert article(site, "/material/").count("Hämtad 14 oktober 2021") == 5
