"""Each mistake in tests/cases/messages/ is refused at its place with its sentence, or accepted.

A case says how the tiny portal of tests/sites/liten/ is changed and which lines `planportal check`
prints then, all of them. Keys of a case: `files` (path: text), `change` (path: {from, to}),
`remove` (paths), `link` (path: target), `bytes` (path: {encoding, text}), `repeat` (path: {before,
text, times, after}), `pipe` (paths), `today` (the day of the check, else TODAY) and `problems`
(lines).
"""

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros import portal
from macros.commands import check
from macros.problems import as_text

TODAY = dt.date(2026, 11, 21)
CASES = sorted((Path(__file__).parent / "cases" / "messages").glob("*.yml"))


def arrange(root: Path, case: dict[str, Any]) -> None:
    """Change the portal at `root` as the case says."""
    for name in case.get("remove", ()):
        (root / name).unlink()
    for name, text in case.get("files", {}).items():
        _write(root / name, text.encode())
    for name, change in case.get("change", {}).items():
        text = (root / name).read_text(encoding="utf-8")
        assert text.count(change["from"]) == 1, f"{name}: {change['from']!r} is not there once"
        _write(root / name, text.replace(change["from"], change["to"]).encode())
    for name, content in case.get("bytes", {}).items():
        _write(root / name, content["text"].encode(content["encoding"]))
    for name, part in case.get("repeat", {}).items():
        text = part.get("before", "") + part["text"] * part["times"] + part.get("after", "")
        _write(root / name, text.encode())
    for name, target in case.get("link", {}).items():
        (root / name).symlink_to(target)
    for name in case.get("pipe", ()):
        os.mkfifo(root / name)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_problems_are_exactly_those_of_the_case(path: Path, tiny: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    arrange(tiny, case)
    found = check.found(tiny, portal.load(tiny), case.get("today", TODAY))
    assert as_text(found).splitlines() == case["problems"]


def test_there_are_cases() -> None:
    assert len(CASES) > 50
