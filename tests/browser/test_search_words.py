"""The browser takes words apart as the build did: else a query would miss what the pages say."""

import json

from playwright.sync_api import Page

from macros.finishing.search import INDEX, SCRIPTS
from macros.search.words import fold, stem, tokens
from tests.browser.reader import Reader
from tests.browser.serving import Portal
from tests.conftest import ROOT
from tests.hashed import built

NAMES = ("base-stemmer.js", "swedish-stemmer.js", "words.js")
# Words that no page need hold: endings that the rules differ on, letters of neighbours, marks.
MORE = "arbetet ansvaret fullmäktige löshet lösts café naïve ægir øl straße œuvre å ö 12 1.2.1-309"


def open_with_words(reader: Reader, portal: Portal) -> Page:
    page = reader.open("/om/")
    for name in NAMES:
        page.add_script_tag(url=f"/{SCRIPTS}{built(portal.site, SCRIPTS + name).name}")
    return page


def test_both_sides_stem_and_fold_every_word_alike(reader: Reader, portal: Portal) -> None:
    index = json.loads((portal.site / INDEX).read_text(encoding="utf-8"))
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "plans").rglob("*.yml")]
    words = sorted({*index["words"], *tokens(" ".join(texts)), *MORE.split()})
    assert len(words) > 4_000
    page = open_with_words(reader, portal)
    there = page.evaluate("words => words.map((word) => [word, stem(word), fold(word)])", words)
    assert there == [[word, stem(word), fold(word)] for word in words]


def test_both_sides_find_the_same_words_in_a_text(reader: Reader, portal: Portal) -> None:
    page = open_with_words(reader, portal)
    for text in ("Vit makt-miljön, dnr 155-943/2015!", "A\u0308TA på CAFÉ", "114 14", "– ?", ""):
        assert page.evaluate("text => tokens(text)", text) == tokens(text)


def test_a_letter_too_many_too_few_wrong_or_swapped_is_one_step(
    reader: Reader, portal: Portal
) -> None:
    page = open_with_words(reader, portal)
    steps = {
        ("anmälan", "anmälan"): 0,
        ("anmälan", "anmällan"): 1,
        ("anmälan", "anmäan"): 1,
        ("anmälan", "anmölan"): 1,
        ("anmälan", "anmläan"): 1,
        ("anmälan", "amnläan"): 2,
        ("anmälan", "plan"): 3,
    }
    found = page.evaluate(
        "pairs => pairs.map(([one, other]) => distance(one, other, 2))", [list(p) for p in steps]
    )
    assert found == list(steps.values())
