import re
from pathlib import Path

import pytest

from macros import pages, portal
from macros.commands import check
from macros.fragments import PARAMETERS, Fragments
from macros.problems import errors
from tests.bench import generate, measure, plain, records, steps, words

PLANS = 3


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portal")
    generate.portal(folder, PLANS)
    return folder


def test_a_generated_portal_passes_the_checks(project: Path) -> None:
    assert errors(check.found(project, portal.load(project))) == []


def test_a_plan_page_has_thirty_activities_and_fifteen_shared_paragraphs(project: Path) -> None:
    data, content = portal.load(project), pages.load(project, PARAMETERS)
    plans = [f"{place.id}/{year}" for place in data.places.values() for year in place.years]
    fragments = Fragments(data, content.texts)
    assert len(plans) == PLANS
    for plan in plans:
        html = fragments.plan_sections(plan)
        shared = re.findall(r'<div class="plan-section__shared".*?</div>', html, re.DOTALL)
        assert html.count('id="aktivitet-') == records.ACTIVITIES == 30
        assert sum(part.count("<p>") for part in shared) == 15
        assert "plan-contact_card" in fragments.contact_list(plan.rpartition("/")[0])


def test_the_same_seed_makes_the_same_portal(project: Path, tmp_path: Path) -> None:
    generate.portal(tmp_path, PLANS)
    for folder in ("plans", "content"):
        texts = [
            {path.relative_to(root): path.read_bytes() for path in (root / folder).rglob("*.*")}
            for root in (project, tmp_path)
        ]
        assert texts[0] == texts[1]


def test_every_number_is_reserved_for_fiction(project: Path) -> None:
    text = "".join(path.read_text("utf-8") for path in (project / "plans").rglob("contacts.yml"))
    numbers = re.findall(r"number: '?([\d -]+)", text)
    assert numbers
    assert set(numbers) <= set(words.PHONES)


def test_plain_pages_are_built_to_the_same_articles(project: Path, tmp_path: Path) -> None:
    plain.expand(project, tmp_path)
    for folder in (project, tmp_path):
        measure.module(measure.BUILD, folder)
    compared = steps.compare(str(project), str(tmp_path))
    assert compared["different"] == []
    assert compared["files"] > 2 * PLANS
