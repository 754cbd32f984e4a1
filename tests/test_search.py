"""What the search's index knows of the pages' words, without a browser."""

from typing import Any

import pytest

from macros.search import compounds, numbers
from macros.search.index import Worth, index
from macros.search.keywords import Keyword
from macros.search.sections import Section, sections
from macros.search.vocabulary import vocabulary
from macros.search.words import fold, stem, tokens

PAGE = """<html><body><nav><h2 id="meny">Meny</h2></nav><article>
<h1 id="kontakter">Kontakter<a class="headerlink" href="#kontakter">x</a></h1>
<p>Ring <strong>genast</strong>, om <abbr>VBE</abbr>-läget är akut.</p>
<h2 id="akut">Akut läge</h2>
<table><thead><tr><th>Rubrik</th></tr></thead><tr><td>Ett</td><td>Två</td></tr></table>
<ul><li id="kontakt-a" data-plan-section="Jouren">
<p><strong>Jouren</strong></p>
<p>Ring först <a href="tel:112">112</a></p>
<p><a href="tel:+46317001234">031-700 12 34</a></p>
<p><a href="tel:+46317005678">031-700 56 78</a> (via växeln)</p>
</li></ul>
<p data-search-exclude>Upprepat</p><p hidden>Gömt</p><figure aria-hidden="true">Bild</figure>
<h3>Utan adress</h3><p>Sist.</p>
</article></body></html>"""


def test_a_page_is_itself_its_headings_and_its_marked_parts() -> None:
    found = sections(PAGE, "/kontakter/")
    assert [(section.address, section.title, section.text) for section in found] == [
        ("/kontakter/", "Kontakter", "Ring genast, om VBE-läget är akut."),
        ("/kontakter/#akut", "Akut läge", "Ett · Två · Utan adress · Sist."),
        (
            "/kontakter/#kontakt-a",
            "Jouren",
            "Ring först 112 · 031-700 12 34 · 031-700 56 78 (via växeln)",
        ),
    ]


def test_a_contact_is_called_by_its_first_number_and_owns_those_alone_on_a_line() -> None:
    card = sections(PAGE, "/kontakter/")[-1]
    assert card.phone == ("112", "tel:112")
    assert card.own == ("tel:+46317001234",)
    found = numbers.numbers(card)
    assert found.keys() == {"112", "0317001234", "0317005678"}
    assert found["0317001234"] > found["112"] == found["0317005678"]


def test_a_page_without_an_article_has_no_sections() -> None:
    assert sections("<html><body><h1 id='a'>A</h1></body></html>", "/a/") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vit makt-miljön", ["vit", "makt", "miljön"]),
        ("Dnr 155-943/2015", ["dnr", "155-943/2015", "155", "943", "2015"]),
        ("På Café Ægir, ÅÄÖ", ["på", "café", "ægir", "åäö"]),
        ("a\u0308ta", ["äta"]),
        ("– ?! –", []),
    ],
)
def test_words_are_letters_or_numbers_with_their_marks(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_inflections_share_a_stem_and_letters_fold() -> None:
    forms = ("samordnare", "samordnaren", "samordnarens", "samordnarna")
    assert {stem(word) for word in forms} == {stem("samordnare")}
    assert fold("våldsbejakande") == "valdsbejakande"
    assert fold("ægishjálmur") == "aegishjalmur"


def test_a_compound_holds_its_parts_and_neighbouring_parts() -> None:
    words = ["handling", "plan", "planen", "handlingsplaner", "hoppar", "verksamhet"]
    found = compounds.parts([*words, "avhopparverksamhet", "kontakter"])
    assert found["handlingsplaner"] == (stem("handling"), stem("planer"))
    assert stem("avhoppar") in found["avhopparverksamhet"]
    assert stem("verksamhet") in found["avhopparverksamhet"]
    assert "kontakter" not in found
    assert "planen" not in found


def test_words_that_say_little_make_no_compound() -> None:
    assert compounds.parts(["ändra", "förändra", "för", "under", "ord"]) == {}


def test_a_phone_number_is_found_by_its_digits_whatever_stands_between_them() -> None:
    text = "Ring 0451 - 26 70 50 eller läs dnr 155-943/2015 från den 1 maj."
    found = numbers.numbers(Section("/", "", text))
    assert list(found) == ["0451267050", "1559432015"]


def made(*found: Section, keywords: tuple[Keyword, ...] = ()) -> dict[str, Any]:
    pages = {"/a/": list(found)}
    return index(pages, {"/a/": Worth(1.0, calls=False, place="")}, keywords)


def test_a_word_counts_more_in_a_heading_than_in_the_text() -> None:
    data = made(Section("/a/", "Klotter", "Om klotter."), Section("/a/#b", "Annat", "Mer klotter."))
    at = data["words"].index("klotter")
    # Pairs of a step to the next section and the weight there.
    assert data["postings"][at] == [0, 4, 1, 1]


def test_a_text_that_repeats_another_stands_in_the_index_once() -> None:
    data = made(Section("/a/#x", "Barn", "Ring."), Section("/a/#y", "Barn", "Ring."))
    assert [section[3] for section in data["sections"]] == ["Ring.", 0]
    assert data["postings"][data["words"].index("ring")] == [0, 1]


def test_a_keyword_leads_to_what_is_there_and_the_first_target_more() -> None:
    keyword = Keyword(("graffiti",), (("/a/",), ("/a/#b", "/borta/")), "klotter")
    data = made(Section("/a/", "A", ""), Section("/a/#b", "B", ""), keywords=(keyword,))
    at = data["words"].index("graffiti")
    (first, most), (second, less) = data["leads"][at]
    assert (data["groups"][first], data["groups"][second]) == ([0], [1])
    assert most > less
    assert data["phrases"] == [([stem("graffiti")], [stem("klotter")], [first, second])]


def test_an_abbreviation_that_is_also_a_small_word_names_its_heading() -> None:
    data = made(Section("/a/", "SIG", ""), Section("/a/#b", "Bry sig om", ""))
    assert [[data["words"][at] for at in heading] for heading in data["headings"]] == [
        ["sig"],
        ["bry"],
    ]


def test_words_made_of_one_root_are_kin_where_the_stems_differ() -> None:
    assert stem("våldet") != stem("våld")
    kin = vocabulary(["orosanmälan", "orosanmälningar", "plan", "våld", "våldet"])["kin"]
    assert kin["våld"] == [stem("våld"), stem("våldet")]
    assert len(kin["orosanmäl"]) == 2
    assert "plan" not in kin
