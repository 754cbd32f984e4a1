"""Each forum says what the documents say of it, and the figure shows where the information goes."""

from pathlib import Path

import pytest

from macros import pages, portal
from macros.fragments import PARAMETERS, Fragments
from macros.model.forum import Forums
from macros.portal import Portal
from macros.views import forum_figure, forums
from tests.conftest import ROOT

GUIDELINE = {"stockholm-riktlinjer-2016"}
LATER = {"hagersten-liljeholmen-2020", "hagersten-alvsjo-2022"}
PLANS = {"skarholmen-2019", *LATER}
HASSLEHOLM = {"hassleholm-2022"}
FORUMS = {
    "hassleholm": {
        "est": HASSLEHOLM,
        "ssp": HASSLEHOLM,
        "arbetsgruppen": HASSLEHOLM,
        "bra": HASSLEHOLM,
        "reageras-ledningsgrupp": HASSLEHOLM,
    },
    "stockholm": {
        "natverk-for-samordnare": {*PLANS, *GUIDELINE},
        "kunskapshuset": GUIDELINE,
        "extern-referensgrupp": GUIDELINE,
        "overenskommelse-stad-polisregion": LATER,
        "sociala-insatsgrupper": {*PLANS, *GUIDELINE},
        "vbe-teamet": PLANS,
        "arbetsgrupp-foreningsbidrag-och-lokaler": {"skarholmen-2019"},
        "overenskommelse-stadsdel-lokalpolisomrade": PLANS,
        "samverkansgrupper": LATER,
        "samverkansmoten": {"hagersten-alvsjo-2022"},
        "styrgrupp-skarholmen": {"skarholmen-2019"},
        "bra-skarholmen": {"skarholmen-2019"},
        "preventionssamordnare-och-kommunpolis": {"skarholmen-2019"},
        "operativ-samverkan-kring-unga": {"skarholmen-2019"},
        "socialtjanst-och-lokalpolis": {"skarholmen-2019"},
        "samverkan-stockholmsregionen": GUIDELINE,
        "strong-cities-network": GUIDELINE,
        "radicalisation-awareness-network": GUIDELINE,
    },
}
"""The 23 forums, each with the documents that name it."""


def made(data: Portal) -> Fragments:
    return Fragments(data, pages.load(ROOT, PARAMETERS).texts)


def with_forums(root: Path, *feeds: str) -> Portal:
    """The tiny portal with a forum for each `a: b c`, where a feeds b and c; all have a stage."""
    lines = ["forums:"]
    for one in feeds:
        forum, _, goals = one.partition(": ")
        lines += [f"  - id: {forum}", f"    title: Forum {forum}", "    level: municipality"]
        lines += ["    purpose: Att träffas.", f"    stage: Steget {forum}"]
        lines += ["    sources: [nord-2022]"]
        lines += [f"    feeds: [{', '.join(goals.split())}]"] if goals else []
    (root / "plans" / "exempel" / "forums.yml").write_text("\n".join(lines) + "\n")
    return portal.load(root)


@pytest.mark.parametrize("municipality", FORUMS)
def test_every_forum_that_a_document_names_is_there(data: Portal, municipality: str) -> None:
    record = data.place(municipality).record(Forums)
    assert record is not None
    assert {forum.id: set(forum.sources) for forum in record.forums} == FORUMS[municipality]


@pytest.mark.parametrize("municipality", FORUMS)
def test_each_forum_stands_once_and_is_shown_whole(data: Portal, municipality: str) -> None:
    rows = [row for level in forums.view(data, municipality) for row in level.forums]
    assert sorted(row.id for row in rows) == sorted(f"forum-{i}" for i in FORUMS[municipality])
    for row in rows:
        labels = [fact.label for fact in row.facts]
        assert {"Sammankallar", "Deltar", "Hur ofta", "Tar emot", "Lämnar"} <= set(labels)
        assert all(fact.words or fact.links for fact in row.facts)
        assert len(row.sources) == len(FORUMS[municipality][row.id.removeprefix("forum-")])


def test_what_no_document_says_is_said_to_be_missing(data: Portal) -> None:
    rows = {row.id: row for level in forums.view(data, "hassleholm") for row in level.forums}
    facts = {fact.label: fact.words for fact in rows["forum-reageras-ledningsgrupp"].facts}
    assert facts["Deltar"] == ("Framgår inte av källorna.",)
    assert facts["Hur ofta"] == ("Framgår inte av källorna.",)


def test_levels_and_forums_stand_in_the_order_of_the_file(data: Portal) -> None:
    levels = forums.view(data, "stockholm")
    assert [level.title for level in levels] == [
        *("I hela staden", "Lokalt", "I regionen", "Internationellt")
    ]
    order = list(FORUMS["stockholm"])
    assert [row.id for level in levels for row in level.forums] == [f"forum-{i}" for i in order]


def test_a_local_forum_leads_to_its_districts(data: Portal) -> None:
    rows = {row.id: row for level in forums.view(data, "stockholm") for row in level.forums}
    assert rows["forum-samverkansgrupper"].facts[0].links == (
        ("Hägersten-Liljeholmen", "/planer/stockholm/hagersten-alvsjo/"),
        ("Hägersten-Älvsjö", "/planer/stockholm/hagersten-alvsjo/"),
    )


def test_the_figure_has_three_steps_and_goes_on_to_the_municipal_board(data: Portal) -> None:
    figure = forum_figure.figure(data, "hassleholm")
    assert figure is not None
    rows = [[box.title or box.text for box in row.boxes] for row in figure.rows]
    assert rows == [
        ["Effektiv samordning för trygghet (EST)", "SSP (skola, socialtjänst och polis)"],
        ["ReAgeras ledningsgrupp", "Arbetsgruppen mot våldsbejakande extremism"],
        ["Brottsförebyggande rådet (Brå)"],
        ["Brå avrapporterar till kommunstyrelsen när det behövs."],
    ]
    arrows = [row.arrows for row in figure.rows]
    assert arrows == [
        (),
        (("25%", "25%"), ("25%", "75%"), ("75%", "75%")),
        (("75%", "50%"),),
        (("50%", "50%"),),
    ]
    stages = [box.stage for row in figure.rows for box in row.boxes if box.stage]
    assert stages == [
        "Steg 1: Generell samhällsnivå",
        "Steg 2: Selektiv gruppnivå",
        "Steg 3: Samordningsgrupp som hanterar all information",
    ]


def test_the_figure_says_the_same_in_words(data: Portal) -> None:
    figure = forum_figure.figure(data, "hassleholm")
    assert figure is not None
    words = {account.address.partition("#forum-")[2]: account.words for account in figure.accounts}
    assert list(words) == list(FORUMS["hassleholm"])
    assert words["est"] == (
        "Informationen går vidare till Arbetsgruppen mot våldsbejakande extremism "
        "och ReAgeras ledningsgrupp."
    )
    assert words["bra"] == "Brå avrapporterar till kommunstyrelsen när det behövs."
    assert words["reageras-ledningsgrupp"] == (
        "Vart informationen går sedan framgår inte av källorna."
    )


def test_what_an_arrow_cannot_show_is_written_in_the_box(tiny: Path) -> None:
    figure = forum_figure.figure(with_forums(tiny, "a: b c", "b: c", "c"), "exempel/nord")
    assert figure is not None
    assert [[box.further for box in row.boxes] for row in figure.rows] == [
        ["Forum c"],
        [None],
        [None],
    ]


def test_a_ring_of_forums_stands_in_one_row(tiny: Path) -> None:
    figure = forum_figure.figure(with_forums(tiny, "a: b", "b: c", "c: a"), "exempel")
    assert figure is not None
    [row] = figure.rows
    assert [box.further for box in row.boxes] == ["Forum b", "Forum c", "Forum a"]
    assert figure.is_broad


def test_a_municipality_without_forums_says_so(tiny: Path) -> None:
    macros = Fragments(portal.load(tiny), {})
    assert "Portalen har inga samverkansforum" in macros.forum_list("exempel")
    assert "beskriver inte hur informationen går" in macros.forum_figure("exempel")


def test_stockholm_has_forums_but_no_figure(data: Portal) -> None:
    assert forum_figure.figure(data, "stockholm") is None
    assert "beskriver inte" in made(data).forum_figure("stockholm")
