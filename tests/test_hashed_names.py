"""A file's name says what it holds, and whoever names the file knows the new name."""

import re
from pathlib import Path

import pytest

from macros import portal
from macros.finishing import hashed_names, links
from macros.finishing.hashed_names import HASHED
from macros.finishing.search import INDEX
from tests.conftest import TINY
from tests.hashed import built

CSS = "assets/stylesheets/sida.css"
PICTURE = "assets/images/bild.svg"
PAGE = "assets/javascripts/sida.js"
WORKER = "assets/javascripts/search/worker.js"
PART = "assets/javascripts/search/words.js"
THEME = "assets/javascripts/bundle.a5f9d56c.min.js"

FILES = {
    CSS: "p { background: url(../images/bild.svg#del) } q { content: url('data:image/svg+xml,x') }",
    PICTURE: "<svg/>",
    PAGE: "fetch('/api');",
    WORKER: f'importScripts("words.js"); fetch(new URL("../../../{INDEX}?", self.location));',
    PART: "const words = 1;",
    INDEX: "{}",
    THEME: "theme();",
    "assets/javascripts/lunr/min/lunr.sv.min.js": "lunr();",
    "index.html": f'<link href="{CSS}"><script src="{PAGE}"></script><img src="/{PICTURE}">'
    f'<script src="{THEME}"></script><script type="json">{{"search": "{WORKER}"}}</script>',
    "a/b/index.html": f'<link href="../../{CSS}"><script src="../.././{PAGE}"></script>',
    "404.html": f'<link href="/{CSS}"><p>sida.css, "sida.js"</p>',
}


def site(folder: Path, **changed: str) -> Path:
    for name, text in {**FILES, **changed}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def finish(folder: Path) -> list[str]:
    return hashed_names.finish(folder, portal.load(TINY))


def name(folder: Path, before: str) -> str:
    return built(folder, before).relative_to(folder).as_posix()


def test_every_name_is_followed_from_pages_style_sheets_and_scripts(tmp_path: Path) -> None:
    made = site(tmp_path)
    assert finish(made) == []
    css, script, picture, worker = (name(made, one) for one in (CSS, PAGE, PICTURE, WORKER))
    assert (made / "index.html").read_text() == (
        f'<link href="{css}"><script src="{script}"></script><img src="/{picture}">'
        f'<script src="{THEME}"></script><script type="json">{{"search": "{worker}"}}</script>'
    )
    assert (made / "a/b/index.html").read_text() == (
        f'<link href="../../{css}"><script src="../.././{script}"></script>'
    )
    assert (made / "404.html").read_text() == f'<link href="/{css}"><p>sida.css, "sida.js"</p>'
    assert f"url(../images/{Path(picture).name}#del)" in (made / css).read_text()
    assert (made / worker).read_text() == (
        f'importScripts("{Path(name(made, PART)).name}"); '
        f'fetch(new URL("../../../{INDEX}?", self.location));'
    )
    assert links.finish(made, portal.load(TINY)) == []


def test_a_page_may_name_a_file_in_any_attribute(tmp_path: Path) -> None:
    made = site(tmp_path, **{"index.html": f'<img srcset="{PICTURE} 2x"><link href=./{CSS}>'})
    assert finish(made) == []
    text = (made / "index.html").read_text()
    assert text == f'<img srcset="{name(made, PICTURE)} 2x"><link href=./{name(made, CSS)}>'


def test_a_hash_changes_with_the_file_and_with_what_it_names(tmp_path: Path) -> None:
    first, second = site(tmp_path / "1"), site(tmp_path / "2", **{PART: "const words = 2;"})
    assert finish(first) == finish(second) == []
    renamed = (CSS, PICTURE, PAGE, WORKER, PART)
    assert [one for one in renamed if name(first, one) != name(second, one)] == [WORKER, PART]
    third = site(tmp_path / "3", **{PICTURE: "<svg></svg>"})
    assert finish(third) == []
    assert name(first, CSS) != name(third, CSS)
    assert name(first, PAGE) == name(third, PAGE)


def test_the_files_of_the_theme_keep_their_names(tmp_path: Path) -> None:
    made = site(tmp_path)
    assert finish(made) == []
    assert (made / THEME).exists()
    assert (made / "assets/javascripts/lunr/min/lunr.sv.min.js").exists()


@pytest.mark.parametrize(
    ("where", "text", "complaint"),
    [
        (PAGE, 'load("js/words.js");', f"{PAGE[:-3]}.HASH.js: js/words.js saknar filens hash."),
        (PAGE, f"load(`../{CSS}`);", f"{PAGE[:-3]}.HASH.js: {CSS} saknar filens hash."),
        (CSS, "p { background: url(finns-inte.png) }", f"{CSS}: finns-inte.png leder ingenstans."),
        (CSS, "@import url('https://a.se/b.css');", f"{CSS}: https://a.se/b.css leder ingenstans."),
    ],
)
def test_an_address_that_cannot_be_followed_stops_the_build(
    tmp_path: Path, where: str, text: str, complaint: str
) -> None:
    (found,) = finish(site(tmp_path, **{where: text}))
    assert re.sub(r"\.[0-9a-f]{8}\.", ".HASH.", found).startswith(complaint)


def test_files_that_name_each_other_cannot_have_names(tmp_path: Path) -> None:
    (found,) = finish(site(tmp_path, **{PART: 'importScripts("worker.js");'}))
    assert found.startswith("Filerna nämner varandra i en ring")
    assert WORKER in found
    assert PART in found


def test_every_file_that_a_page_of_the_real_portal_fetches_carries_its_hash(site: Path) -> None:
    fetched = set()
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        fetched |= set(re.findall(r'<(?:script|img)[^>]* src="([^"]+)"', text))
        fetched |= set(re.findall(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"', text))
        fetched |= set(re.findall(r'"search": "([^"]+)"', text))
    assert len(fetched) > 100
    assert [address for address in fetched if not HASHED.search(address)] == []
    files = {file.name for file in (site / "assets").rglob("*.*")}
    assert {name for name in files if not HASHED.search(re.sub(r"[.](gz|br)$", "", name))} == set()


def test_the_index_of_the_search_changes_no_page(tmp_path: Path) -> None:
    first, second = site(tmp_path / "1"), site(tmp_path / "2", **{INDEX: '{"words": []}'})
    assert finish(first) == finish(second) == []
    for page in first.rglob("*.html"):
        assert page.read_bytes() == (second / page.relative_to(first)).read_bytes()
