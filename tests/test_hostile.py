"""What somebody writes to make a page do something is refused, in a sentence, at its place."""

import os
from pathlib import Path

import pytest

from macros import portal
from macros.commands import check
from macros.problems import errors
from tests.hostile import Hostile, attempts

REFUSED = [attempt for attempt in attempts() if attempt.refused]
HARMLESS = [attempt for attempt in attempts() if not attempt.refused]


@pytest.mark.parametrize("attempt", REFUSED, ids=lambda a: f"{a.at} {a.put}")
def test_it_is_refused_where_it_stands(tiny: Path, attempt: Hostile) -> None:
    name = attempt.write(tiny)
    found = errors(check.found(tiny, portal.load(tiny)))
    assert {problem.file for problem in found} == {name}
    assert attempt.refused is not None
    assert any(attempt.refused in problem.message for problem in found)


@pytest.mark.parametrize("attempt", HARMLESS, ids=lambda a: f"{a.at} {a.put}")
def test_what_is_only_text_is_let_through(tiny: Path, attempt: Hostile) -> None:
    attempt.write(tiny)
    assert errors(check.found(tiny, portal.load(tiny))) == []


def test_both_kinds_are_tried() -> None:
    assert len(REFUSED) >= 60
    assert len(HARMLESS) >= 10


@pytest.mark.parametrize("folder", ["plans/exempel", "content/om"])
@pytest.mark.parametrize("kind", ["link", "folder link", "fifo"])
def test_what_leads_out_of_the_portal_is_refused(tiny: Path, folder: str, kind: str) -> None:
    name = f"{folder}/x.yml" if folder.startswith("plans") else f"{folder}/x.md"
    path = tiny / name
    match kind:
        case "link":
            path.symlink_to("/etc/hostname")
        case "folder link":
            path.symlink_to("/etc", target_is_directory=True)
        case "fifo":
            os.mkfifo(path)
    found = errors(check.found(tiny, portal.load(tiny)))
    assert name in {problem.file for problem in found}
    assert any("Länkar och specialfiler är inte tillåtna." in p.message for p in found)


@pytest.mark.parametrize("name", ["x.html", "x.js", "x.svg", "x.htm", "x.php", "x.css"])
def test_a_file_that_a_browser_would_run_is_no_content(tiny: Path, name: str) -> None:
    (tiny / "content" / name).write_text("<script>hacked = 1</script>", encoding="utf-8")
    found = errors(check.found(tiny, portal.load(tiny)))
    assert f"content/{name}" in {problem.file for problem in found}
