"""The style sheets keep to one scale, and the site's wiring names them all, in order."""

import re
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

OVERRIDES = ROOT / "overrides"
SHEETS = sorted((OVERRIDES / "assets" / "stylesheets").glob("*.css"))
SIZE = re.compile(r"^\s*font-size: (.*);$", re.MULTILINE)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_all_sizes_of_text_come_from_the_one_scale(sheet: Path) -> None:
    sizes = SIZE.findall(sheet.read_text(encoding="utf-8"))
    assert [size for size in sizes if not re.fullmatch(r"var\(--plan-[a-z0-9-]+\)", size)] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_style_is_forced_upon_the_next(sheet: Path) -> None:
    text = sheet.read_text(encoding="utf-8")
    assert text.startswith("/* "), "says what it is for"
    assert "!important" not in text
    assert re.findall(r"#[a-z][\w-]*(?=[^;]*\{)", text) == [], "no ids"


@pytest.mark.parametrize(("key", "suffix"), [("extra_css", ".css"), ("extra_javascript", ".js")])
def test_each_sheet_and_script_is_listed_once_in_order(key: str, suffix: str) -> None:
    listed = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))[key]
    files = [path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob(f"*{suffix}")]
    # The search runs in a worker, beside the page.
    files = [file for file in files if not file.startswith("assets/javascripts/search/")]
    # What has to come before the theme's own scripts stands in the page's head.
    head = (OVERRIDES / "main.html").read_text(encoding="utf-8")
    assert listed == sorted(file for file in files if file not in head)
