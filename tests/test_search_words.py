"""Words that readers search with are told apart from the glossary, and lead to sections there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros import portal
from macros.finishing import search_words
from macros.model.glossary import Glossary, LeadsTo
from macros.portal import NATION, Portal
from macros.views import glossary

GLOSSARY = "plans/national/glossary.yml"
TERMS = """\
terms:
  - id: vbe
    title: VBE
    forms: [VBE]
    short: våldsbejakande extremism
    meaning: Att främja våld för en ideologi.
    sources: [nord-2022]
"""
WORDS = """\
search_words:
  - words: [larma]
    leads_to:
      - page: /kontakter/
      - page: /kontakter/#akut
      - page: /kontakter/#akuta
      - page: /kontakter/#saknas
"""


@pytest.fixture
def with_glossary(tiny: Path) -> Callable[[str], Portal]:
    """The tiny portal with this glossary."""

    def load(text: str) -> Portal:
        (tiny / GLOSSARY).write_text(text, encoding="utf-8")
        found = portal.load(tiny)
        assert found.problems == ()
        return found

    return load


def test_a_section_that_is_not_there_is_a_complaint_with_its_line(
    tmp_path: Path, with_glossary: Callable[[str], Portal]
) -> None:
    page = tmp_path / "kontakter" / "index.html"
    page.parent.mkdir()
    page.write_text('<h2 id="akut">Akut</h2><p data-id="saknas">', encoding="utf-8")
    first, second = search_words.finish(tmp_path, with_glossary(TERMS + WORDS))
    assert first == (
        f'{GLOSSARY}:13:15: Sidan /kontakter/ har inget avsnitt "akuta". Menade du "akut"?'
    )
    assert second == (
        f'{GLOSSARY}:14:15: Sidan /kontakter/ har inget avsnitt "saknas". '
        "Öppna sidan och kopiera rubrikens adress."
    )


def test_without_a_glossary_nothing_is_looked_up(tmp_path: Path, tiny: Path) -> None:
    assert search_words.finish(tmp_path, portal.load(tiny)) == []


def test_search_words_are_not_shown_in_the_glossary(
    with_glossary: Callable[[str], Portal],
) -> None:
    assert glossary.view(with_glossary(TERMS + WORDS)) == glossary.view(with_glossary(TERMS))


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("vapen", LeadsTo(contact="larm-112")),
        ("bomb", LeadsTo(contact="larm-112")),
        ("dödshot", LeadsTo(contact="larm-112")),
        ("polisen", LeadsTo(contact="polisen-114-14")),
        ("anmäla", LeadsTo(situation="child")),
        ("lärare", LeadsTo(situation="school")),
        ("hoppa av", LeadsTo(situation="leaving")),
        ("graffiti", LeadsTo(situation="graffiti")),
        ("nazist", LeadsTo(term="vit-makt-miljon")),
        ("svastika", LeadsTo(symbol="hakkors")),
        ("a11y", LeadsTo(page="/om/tillganglighet/")),
    ],
)
def test_what_staff_type_leads_first_to_what_they_need(
    data: Portal, word: str, first: LeadsTo
) -> None:
    found = data.place(NATION).record(Glossary)
    assert found is not None
    assert [g.leads_to[0] for g in found.search_words if word in g.words] == [first]
