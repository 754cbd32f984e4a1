"""What a comparison says, case by case: tests/cases/differences/.

A case says how the tiny portal of tests/sites/liten/ was (`before`) and is (`after`), with the keys
of tests/test_messages.py, and in `says` every line that `planportal diff` prints below its head.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros import pages, portal
from macros.comparing import Report, Side, as_json, as_text, portal_changes, report
from macros.fragments import PARAMETERS
from tests.conftest import TINY
from tests.test_messages import arrange

CASES = sorted((Path(__file__).parent / "cases" / "differences").glob("*.yml"))
GROUPS = ["Nummer och kontakter", "Rutiner", "Planer", "Övrigt"]


def side(folder: Path, changes: dict[str, Any]) -> Side:
    """The tiny portal changed as a case says."""
    shutil.copytree(TINY, folder, ignore=shutil.ignore_patterns("expected", "site"))
    arrange(folder, changes)
    data = portal.load(folder)
    assert data.problems == ()
    return Side(data, pages.load(folder, PARAMETERS).texts)


def compared(path: Path, folder: Path) -> tuple[Report, dict[str, Any]]:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    sides = [side(folder / name, case.get(name, {})) for name in ("before", "after")]
    return report(("före", "efter"), portal_changes(*sides)), case


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_comparison_says_what_its_case_says(path: Path, tmp_path: Path) -> None:
    found, case = compared(path, tmp_path)
    lines = as_text(found).splitlines()
    assert lines[0] == "Från före till efter"
    assert [line for line in lines[2:] if line] == case["says"].splitlines()
    assert found.changes or lines[1] == "Inget är ändrat för läsarna."


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_json_holds_every_change_with_its_values(path: Path, tmp_path: Path) -> None:
    found, _ = compared(path, tmp_path)
    read = json.loads(as_json(found))
    assert [change["says"] for change in read["changes"]] == [c.says for c in found.changes]
    assert [tuple(change["after"]) for change in read["changes"]] == [
        change.after for change in found.changes
    ]
    assert {change["group"] for change in read["changes"]} <= {
        "contacts",
        "routines",
        "plans",
        "rest",
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_numbers_come_first_and_the_rest_last(path: Path, tmp_path: Path) -> None:
    found, _ = compared(path, tmp_path)
    headings = [title for title, _ in found.groups]
    assert headings == [title for title in GROUPS if title in headings]


def test_there_are_cases() -> None:
    assert len(CASES) > 20
