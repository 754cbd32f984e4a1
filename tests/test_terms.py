"""The finishing step `terms` explains abbreviations in the text of articles, and nothing else."""

import re
from pathlib import Path

import pytest

from macros import portal
from macros.finishing import terms
from macros.portal import Portal

GLOSSARY = """\
terms:
  - id: vbe
    title: VBE
    forms: [VBE]
    short: våldsbejakande extremism
    meaning: Att främja våld för en ideologi.
    sources: [nord-2022]
  - id: vb
    title: VB
    forms: [VB, Vb]
    short: '"verksamheten" & mer'
    meaning: Berättelsen om året.
    sources: [nord-2022]
  - id: bra
    title: BRÅ
    forms: [BRÅ]
    short: rådet
    meaning: Ett råd.
    sources: [nord-2022]
  - id: bra-nord
    title: BRÅ Nord
    forms: [BRÅ Nord]
    short: rådet i Nord
    meaning: Ett annat råd.
    sources: [nord-2022]
"""
PAGE = '<html>\r\n<body>VBE<article class="md">{}</article>VBE</body>\r\n</html>'
EXPLAINED = re.compile(
    r'<abbr class="plan-term( plan-term--first)?" tabindex="(0|-1)" title="([^"]*)">([^<]*)</abbr>'
)


@pytest.fixture
def data(tiny: Path) -> Portal:
    """The tiny portal with a glossary."""
    (tiny / "plans" / "national" / "glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    found = portal.load(tiny)
    assert found.problems == ()
    return found


def finished(site: Path, data: Portal, article: str) -> str:
    """The article of a page after the step; around it, nothing may have changed."""
    page = site / "index.html"
    page.write_bytes(PAGE.format(article).encode())
    assert terms.finish(site, data) == []
    before, after = PAGE.split("{}")
    text = page.read_bytes().decode()
    assert text.startswith(before)
    assert text.endswith(after)
    return text[len(before) : len(text) - len(after)]


def stops(article: str) -> list[tuple[str, str]]:
    """Form and tabindex of each explanation, in order."""
    return [(match[4], match[2]) for match in EXPLAINED.finditer(article)]


def test_an_abbreviation_is_explained_where_it_stands(tmp_path: Path, data: Portal) -> None:
    assert finished(tmp_path, data, "<p>Om VBE.</p>") == (
        '<p>Om <abbr class="plan-term plan-term--first" tabindex="0" '
        'title="våldsbejakande extremism">VBE</abbr>.</p>'
    )


def test_a_meaning_is_escaped(tmp_path: Path, data: Portal) -> None:
    assert 'title="&#34;verksamheten&#34; &amp; mer">VB<' in finished(tmp_path, data, "VB")


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("VBE-team, VBE:s, (VBE) VBE.", ["VBE"] * 4),
        ("&nbsp;VBE&nbsp;", ["VBE"]),
        ("vbe VBEN BRÅDSKA SVBE VBE2 VBE_", []),
        ("VB Vb VBE", ["VB", "Vb", "VBE"]),
        ("BRÅ Nord och BRÅ Syd", ["BRÅ Nord", "BRÅ"]),
    ],
)
def test_whole_words_are_found_the_longest_first(
    tmp_path: Path, data: Portal, text: str, forms: list[str]
) -> None:
    assert [form for form, _ in stops(finished(tmp_path, data, text))] == forms


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#x">VBE <em>VBE</em></a>',
        "<p title=\"VBE\" data-a='VBE > VBE'>a</p>",
        '<abbr title="annat">VBE</abbr>',
        "<button>VBE</button>",
        "<code>VBE</code>",
        "<pre>VBE\nVBE</pre>",
        "<script>VBE</script>",
        "<style>VBE</style>",
        "<svg><title>VBE</title><text>VBE</text></svg>",
        "<select><option>VBE</option></select>",
        "<textarea>VBE</textarea>",
        "<details><summary>VBE</summary></details>",
        "<dfn>VBE</dfn>",
        "<!-- VBE -->",
        "<p>2 < VBX</p>",
    ],
)
def test_what_is_no_prose_is_left_alone(tmp_path: Path, data: Portal, html: str) -> None:
    assert finished(tmp_path, data, html) == html


def test_the_tab_key_stops_once_a_section_and_never_in_a_heading(
    tmp_path: Path, data: Portal
) -> None:
    article = finished(
        tmp_path, data, '<h1 id="a">VBE</h1><p>VBE VBE VB Vb</p><h2>VB</h2><p>VBE</p>'
    )
    assert stops(article) == [
        ("VBE", "-1"),
        ("VBE", "0"),
        ("VBE", "-1"),
        ("VB", "0"),
        ("Vb", "-1"),
        ("VB", "-1"),
        ("VBE", "0"),
    ]


def test_the_first_on_the_page_is_marked_unless_the_text_explains_it(
    tmp_path: Path, data: Portal
) -> None:
    article = finished(tmp_path, data, "<p>BRÅ VBE VBE BRÅ</p>")
    assert [bool(match[1]) for match in EXPLAINED.finditer(article)] == [True, True, False, False]
    for text in ("Våldsbejakande extremism (VBE) och VBE", "VBE, våldsbejakande extremism, VBE"):
        article = finished(tmp_path, data, text)
        assert [bool(match[1]) for match in EXPLAINED.finditer(article)] == [False, False]


def test_a_page_without_article_or_a_portal_without_glossary_is_left_alone(
    tmp_path: Path, data: Portal, tiny: Path
) -> None:
    page = tmp_path / "404.html"
    page.write_text("<body>VBE</body>", encoding="utf-8")
    assert terms.finish(tmp_path, data) == []
    assert page.read_text(encoding="utf-8") == "<body>VBE</body>"
    (tiny / "plans" / "national" / "glossary.yml").unlink()
    assert finished(tmp_path, portal.load(tiny), "VBE") == "VBE"
