"""`planportal new` makes what the check has nothing against, or nothing at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.commands import new
from tests.conftest import ROOT

Files = dict[str, str]


def planportal(root: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run the real command with what is typed, after which the input ends."""
    done = subprocess.run(
        [sys.executable, "-m", "macros", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def files(root: Path) -> Files:
    """Every file of plans/ and content/ as it stands."""
    paths = [path for name in ("plans", "content") for path in (root / name).rglob("*")]
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in paths
        if path.is_file()
    }


def added(before: Files, after: Files) -> list[str]:
    """The names of the files that are there now and were not before; all others are as before."""
    assert {name: after.get(name) for name in before} == before
    return sorted(set(after) - set(before))


SOUTH = ["plans/exempel/syd/district.yml"] + [
    f"content/{folder}/exempel/syd/index.md" for folder in ("planer", "vid-oro")
]


def test_a_district_is_made_by_options(tiny: Path) -> None:
    before = files(tiny)
    options = ("--title", "Syd", "--body", "Syds stadsdelsnämnd")
    done = planportal(tiny, "new", "district", "exempel/syd", *options)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Kontrollen säger: Inga fel." in done.stderr
    assert added(before, files(tiny)) == sorted(SOUTH)
    assert planportal(tiny, "check").returncode == 0


def test_a_district_is_made_by_answers(tiny: Path) -> None:
    before = files(tiny)
    typed = "1\nVäst-Öst\n\nVästs nämnd\n\n\n\nja\n"
    done = planportal(tiny, "new", "district", typed=typed)
    assert done.returncode == 0
    assert len(added(before, files(tiny))) == 3
    text = files(tiny)["plans/exempel/vast-ost/district.yml"]
    assert "title: Väst-Öst\n" in text
    assert "#police_area:\n" in text


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("exempel/nord", '"nord" finns redan. Välj ett annat id.'),
        ("exempel/Syd", '"Syd" kan inte vara ett id.'),
        ("exempel/2022", '"2022" betyder något annat i mappen.'),
        ("exempl/syd", '"exempl" går inte att välja. Menade du "exempel"?'),
        ("syd", '"syd" är inte KOMMUN/ID.'),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    tiny: Path, target: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(tiny)
    assert new.run(tiny, "district", target, title="Syd", body="Syds nämnd") == 2
    told = capsys.readouterr().err
    assert words in told
    assert "Inget är skrivet." in told
    assert files(tiny) == before


@pytest.mark.parametrize(
    "typed", ["", "1\n", "1\nVäst\n\nVästs nämnd\n\n\n\n", "1\nV\n\nN\n\n\n\nnej\n"]
)
def test_without_all_answers_nothing_is_written(tiny: Path, typed: str) -> None:
    before = files(tiny)
    done = planportal(tiny, "new", "district", typed=typed)
    assert done.returncode == 2
    assert done.stderr.endswith("\n")
    assert "Inget är skrivet." in done.stderr
    assert files(tiny) == before


def test_the_missing_options_are_named(tiny: Path) -> None:
    done = planportal(tiny, "new", "district", "exempel/syd", "--title", "Syd")
    assert done.returncode == 2
    assert "Inget är skrivet. Svar saknas. Ange --body (Nämnd).\n" in done.stderr


@pytest.mark.parametrize("there", [*SOUTH, SOUTH[1].replace("syd", "SYD")])
def test_nothing_is_overwritten(tiny: Path, there: str) -> None:
    (tiny / there).parent.mkdir(parents=True)
    (tiny / there).write_text("title: Annat\n", encoding="utf-8")
    before = files(tiny)
    done = planportal(tiny, "new", "district", "exempel/syd", "--title", "Syd", "--body", "Nämnd")
    assert done.returncode == 2
    assert " finns redan" in done.stderr
    assert files(tiny) == before
