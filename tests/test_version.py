"""A version is a commit and its date; outside git, a date that the files or a variable give."""

import datetime as dt
import os
from pathlib import Path

import pytest

from macros.commands import build, version
from macros.finishing.release import Version
from tests.test_diff import git

MADE = dt.datetime(2024, 2, 29, 22, 30, 0, 0, dt.UTC)


@pytest.fixture
def saved(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny portal, saved in git."""
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2001-01-01T00:00:00Z")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2024-02-29T23:30:00+01:00")
    git(tiny, "init", "--quiet")
    (tiny / ".gitignore").write_text("site/\n*.tmp\n__pycache__/\n", encoding="utf-8")
    git(tiny, "add", ".")
    git(tiny, "commit", "--quiet", "--message", "Allt")
    return tiny


def test_a_version_is_the_commit_and_when_it_was_made(saved: Path) -> None:
    commit = git(saved, "rev-parse", "HEAD").strip()
    assert version.of(saved) == Version(commit, changed=False, date=MADE)


def test_the_variable_does_not_change_the_date_of_a_commit(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(version.EPOCH, "86400")
    assert version.of(saved).date == MADE


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("content/index.md", True),
        ("plans/ny.yml", True),
        ("content/ignorerad.tmp", True),
        ("mkdocs.yml", True),
        ("CONTRIBUTING.md", True),
        ("macros/__pycache__/x.pyc", False),
        ("anteckningar.txt", False),
        ("site/index.html", False),
    ],
)
def test_a_version_is_changed_where_what_is_built_differs(
    saved: Path, name: str, *, changed: bool
) -> None:
    path = saved / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write("\nmer\n")
    assert version.of(saved).changed is changed


def test_a_removed_file_is_a_change(saved: Path) -> None:
    (saved / "content" / "kontakter" / "index.md").unlink()
    assert version.of(saved).changed


def test_outside_git_the_date_is_that_of_the_variable(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(version.EPOCH, str(int(MADE.timestamp())))
    assert version.of(tiny) == Version(None, changed=False, date=MADE)
    assert capsys.readouterr().err == (
        "Ingen version i git här. Bygget får datumet 2024-02-29, från SOURCE_DATE_EPOCH.\n"
    )


def test_outside_git_the_date_is_that_of_the_newest_file_and_never_the_clock(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(version.EPOCH, raising=False)
    for path in tiny.rglob("*"):
        os.utime(path, (0, 0))
    os.utime(tiny / "content" / "index.md", (0, MADE.timestamp() + 0.5))
    assert version.of(tiny) == Version(None, changed=False, date=MADE)
    assert "från den fil som ändrades senast" in capsys.readouterr().err


@pytest.mark.parametrize("given", ["", "igår", "-1", "1e9", "²"])
def test_a_variable_without_a_date_is_told_in_a_sentence(
    tiny: Path, given: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(version.EPOCH, given)
    assert build.run(tiny) == 1
    assert f'SOURCE_DATE_EPOCH är "{given}". Skriv sekunder' in capsys.readouterr().out
    assert not (tiny / "site").exists()


def test_a_computer_without_git_says_so_and_builds(
    saved: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv(version.EPOCH, "0")
    assert version.of(saved).revision is None
    assert capsys.readouterr().err.startswith("Git svarar inte. Är git installerat, mappen din")


def test_the_build_leaves_the_variable_as_it_was(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(version.EPOCH, "86400")
    assert build.run(tiny) == 0
    assert os.environ[version.EPOCH] == "86400"
    monkeypatch.delenv(version.EPOCH)
    assert build.run(tiny) == 0
    assert version.EPOCH not in os.environ
