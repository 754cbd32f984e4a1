"""A file that a command changes keeps all else as it was, and says what it was given to say."""

import datetime as dt
from pathlib import Path

import pytest

from macros.source import Mapping, Scalar, parse
from macros.source.editing import tree, value, written
from tests.conftest import ROOT

FILES = sorted((ROOT / "plans").rglob("*.yml"))

KEPT = """\
# Överst i filen.
contacts:
  # Jouren svarar dygnet runt.
  - id: jouren
    phones:
      - number: '08-465 004 12'
    when: |
      När det är bråttom.

      Annars inte.

  - id: "vaxeln"
"""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_that_nothing_is_done_to_comes_back_as_it_was(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert written(tree(text)) == text


def test_a_change_touches_its_own_line_only() -> None:
    changed = tree(KEPT)
    changed["contacts"][0]["phones"][0]["number"] = value("08-465 004 34")
    assert written(changed) == KEPT.replace("'08-465 004 12'", '"08-465 004 34"')


def test_a_record_is_added_last_as_its_neighbours_are_written() -> None:
    changed = tree(KEPT)
    changed["contacts"].append(value({"id": "ny", "days": ["monday"], "personal": True}))
    assert written(changed) == KEPT + (
        "  - id: ny\n    days:\n      - monday\n    personal: true\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        *(
            "0451267050",
            "020100200",
            "17:00",
            "1.10",
            "no",
            "ja",
            "null",
            "~",
            "2026-11-20",
            "1_000",
        ),
        *("a: b", "a #b", "#b", "- a", "& co", "!nej", "*", "@namn", "`x`", "%", "''", '"', "'"),
        *(" a", "a ", "\u00a0", "å: 'ä' \"ö\"", "{a}", "[[tre]]", "a\nb", "a\n\n- b", "yes", "="),
        "En mening som är mycket längre än en rad brukar vara, och som ändå ska stå på en enda. "
        * 3,
    ],
)
def test_what_is_put_in_is_what_is_read(text: str) -> None:
    read = parse(written(tree("id: x\n") | value({"text": text, "list": [text]})), "x.yml")
    assert isinstance(read, Mapping)
    scalar = read.items["text"]
    assert isinstance(scalar, Scalar)
    assert scalar.text.removesuffix("\n") == text


def test_days_and_numbers_stand_bare() -> None:
    record = value({"date": dt.date(2026, 11, 20), "year": 2026, "personal": True})
    assert written(record) == "date: 2026-11-20\nyear: 2026\npersonal: true\n"
