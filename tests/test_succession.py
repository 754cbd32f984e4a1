"""A district that has gone up in another, also through a third, is found where it is today."""

from pathlib import Path

import pytest

from macros import portal
from macros.commands import build
from macros.portal import Portal, succession
from macros.views import guide, moved, places

DISTRICT = """\
title: {title}
body:
  id: {id}s-namnd
  kind: stadsdelsnamnd
  title: {title}s stadsdelsnämnd
successor: {successor}
"""
PAGE = """\
---
title: {title}
moved_to: /{folder}/exempel/nord/
---

# {folder} {title}

{{{{ moved_on("exempel/{id}") }}}}
"""


@pytest.fixture
def chain(tiny: Path) -> Path:
    """The tiny portal, where Öster went up in Väst, and Väst in Nord, which no source says."""
    for name, title, following, more in (
        ("oster", "Öster", "vast", ""),
        ("vast", "Väst", "nord", "predecessors: [oster]\ninferred: [successor]\n"),
    ):
        folder = tiny / "plans" / "exempel" / name
        folder.mkdir()
        text = DISTRICT.format(id=name, title=title, successor=following)
        (folder / "district.yml").write_text(text + more, "utf-8")
        for part in ("planer", "vid-oro"):
            page = tiny / "content" / part / "exempel" / name / "index.md"
            page.parent.mkdir()
            page.write_text(PAGE.format(id=name, title=title, folder=part), "utf-8")
    nord = tiny / "plans/exempel/nord/district.yml"
    nord.write_text(nord.read_text("utf-8") + "predecessors: [vast]\n", "utf-8")
    return tiny


@pytest.fixture
def data(chain: Path) -> Portal:
    return portal.load(chain)


def test_all_that_went_before_leads_straight_to_the_last(data: Portal) -> None:
    for name in ("oster", "vast", "nord"):
        place = data.place(f"exempel/{name}")
        assert succession.heir(data, place).id == "exempel/nord"
        assert succession.guide_address(data, place) == "/vid-oro/exempel/nord/"
        assert succession.place_address(data, place) == "/planer/exempel/nord/"
    assert [place.id for place in succession.guided(data)] == ["exempel", "exempel/nord"]


def test_the_guide_says_whom_it_is_for_and_what_is_a_conclusion(data: Portal) -> None:
    assert guide.view(data, "exempel/nord").merged == ("Väst (slutsats)", "Öster")
    assert guide.view(data, "exempel").merged == ()


def test_a_place_without_plans_leads_to_those_of_its_successor(data: Portal) -> None:
    rows = {row.title: row for row in places.below(data, "exempel")}
    assert (rows["Öster"].plan_url, rows["Öster"].successor) == ("/planer/exempel/nord/", "Nord")
    assert (rows["Öster"].is_inferred, rows["Väst"].is_inferred) == (False, True)
    assert rows["Nord"].successor is None
    view = moved.view(data, "exempel/oster")
    assert (view.heir, view.earlier, view.uncertainties) == ("Nord", (), ())


def test_districts_that_went_up_in_each_other_are_followed_to_an_end(chain: Path) -> None:
    nord = chain / "plans/exempel/nord/district.yml"
    nord.write_text(nord.read_text("utf-8") + "successor: oster\n", "utf-8")
    data = portal.load(chain)
    assert succession.heir(data, data.place("exempel/oster")).id == "exempel/nord"


def test_the_pages_of_a_chain_are_built(chain: Path) -> None:
    assert build.run(chain) == 0
    page = (chain / "site/vid-oro/exempel/oster/index.html").read_text("utf-8")
    assert "Öster har gått upp i Nord.</p>" in page
