"""Every page can live with the strict policy, and the policy lets nothing through that none has."""

import shutil
from pathlib import Path

import pytest

from macros.finishing.policy import POLICY, SCRIPTS, finish
from macros.portal import Portal

PAGES = ("index.html", "om/index.html")


@pytest.fixture
def few(site: Path, tmp_path: Path) -> Path:
    """Two pages of the built portal, free to break."""
    for page in PAGES:
        (tmp_path / page).parent.mkdir(exist_ok=True)
        shutil.copy(site / page, tmp_path / page)
    return tmp_path


def change(few: Path, old: str, new: str) -> None:
    page = few / PAGES[1]
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_all_pages_of_the_portal_can_live_with_it(site: Path, data: Portal) -> None:
    assert finish(site, data) == []


def test_nothing_unsafe_is_let_through() -> None:
    assert "unsafe" not in POLICY
    assert "*" not in POLICY
    assert POLICY.startswith("default-src 'none'; ")


@pytest.mark.parametrize(
    "added",
    [
        "<script>alert(1)</script>",
        "<SCRIPT TYPE='text/javascript'>alert(1)</SCRIPT >",
        '<script data-x="application/json">alert(1)</script>',
    ],
)
def test_a_script_that_is_not_the_themes_is_told(few: Path, data: Portal, added: str) -> None:
    change(few, "</article>", f"{added}</article>")
    (complaint,) = finish(few, data)
    assert complaint == (
        "site/om/index.html: Ett skript på sidan stoppas av webbserverns regler. "
        "Är temat nytt? Läs om policy i HACKING.md."
    )


@pytest.mark.parametrize(
    "added", ['<p style="color: red">', "<style>p{}</style>", "<img src=x onerror=alert(1)>"]
)
def test_a_style_or_handler_in_a_page_is_told(few: Path, data: Portal, added: str) -> None:
    change(few, "</article>", f"{added}</article>")
    (complaint,) = finish(few, data)
    assert complaint.startswith("site/om/index.html: Webbserverns regler stoppar '<")


def test_a_script_that_the_theme_has_no_more_is_told(few: Path, data: Portal) -> None:
    for page in PAGES:
        path = few / page
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("var palette=__md_get", "var palet=__md_get"), "utf-8")
    complaints = finish(few, data)
    assert len(complaints) == len(PAGES) + 1
    assert complaints[-1].startswith("Webbserverns regler släpper igenom ett skript som ingen sida")


def test_data_in_a_page_is_no_script(few: Path, data: Portal) -> None:
    change(few, "</article>", '<script type="application/json">{"a": 1}</script></article>')
    assert finish(few, data) == []
    assert len(SCRIPTS) == len(set(SCRIPTS))
