"""The installer says what it will do, asks, does that alone, and can be run again."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from macros.commands import server_setup
from tests.conftest import ROOT
from tests.server import sshd


@pytest.fixture
def keys(tmp_path: Path) -> tuple[list[str], list[str]]:
    """Two public keys in files, for uploading and for control."""
    for name in ("upload", "control"):
        sshd.key(tmp_path / name)
    return [str(tmp_path / "upload.pub")], [str(tmp_path / "control.pub")]


def run(
    tmp_path: Path, keys: tuple[list[str], list[str]], *, yes: bool = True, folder: str = "/srv/p"
) -> int:
    below = tmp_path / "system"
    below.mkdir(exist_ok=True)
    return server_setup.run(tmp_path, *keys, folder=folder, below=str(below), yes=yes)


def made(tmp_path: Path) -> dict[str, int]:
    below = tmp_path / "system"
    return {
        path.relative_to(below).as_posix(): path.stat().st_mode & 0o777
        for path in below.rglob("*")
        if path.is_file() or "srv" in path.relative_to(below).parts
    }


def test_nothing_is_done_before_a_yes(
    tmp_path: Path,
    keys: tuple[list[str], list[str]],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run(tmp_path, keys, yes=False) == 1
    said = capsys.readouterr()
    assert "Det här görs på den här datorn:\n  1. " in said.out
    assert "restrict,command=" in said.out
    assert said.err.endswith("Inget är gjort. Kör om och svara ja, eller lägg till --yes.\n")
    assert list((tmp_path / "system").iterdir()) == []


def test_it_makes_what_it_says_and_can_be_run_again(
    tmp_path: Path, keys: tuple[list[str], list[str]]
) -> None:
    for _ in range(2):
        assert run(tmp_path, keys) == 0
        assert made(tmp_path) == {
            "srv": 0o755,
            "srv/p": 0o755,
            "srv/p/incoming": 0o700,
            "srv/p/releases": 0o755,
            "srv/p/archive": 0o750,
            server_setup.PROGRAM: 0o755,
            f"{server_setup.HOME}/.ssh/authorized_keys": 0o644,
        }


def test_the_installed_program_needs_nothing_else(
    tmp_path: Path, keys: tuple[list[str], list[str]]
) -> None:
    assert run(tmp_path, keys) == 0
    below = tmp_path / "system"
    done = subprocess.run(
        [below / server_setup.PROGRAM, below / "srv/p", "list"],
        cwd="/",
        env={},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith('{"current": null')


def test_it_runs_where_no_package_is_installed(
    tmp_path: Path, keys: tuple[list[str], list[str]]
) -> None:
    (tmp_path / "system").mkdir()
    # -S: without the packages of the project.
    words = [sys.executable, "-S", "-m", "macros.commands.server_setup", "--yes"]
    words += ["--upload-key", *keys[0], "--control-key", *keys[1]]
    done = subprocess.run(
        [*words, "--below", tmp_path / "system"], cwd=ROOT, env={}, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr.decode().startswith("Klart.")) == (0, True)
    assert (tmp_path / "system" / server_setup.PROGRAM).is_file()


def test_a_key_stands_in_the_file_without_its_owners_name(
    keys: tuple[list[str], list[str]],
) -> None:
    lines = server_setup.key_lines(*keys, program="/program /srv")
    assert [line.split(" ")[0] for line in lines] == ['restrict,command="/program'] * 2
    assert [line.split(" ")[-1] for line in lines] == ["planportal-upload", "planportal-control"]
    assert 'command="/program /srv upload"' in lines[0]
    assert "namn@dator" in Path(keys[0][0]).read_text()


def test_what_is_no_public_key_is_refused(
    tmp_path: Path, keys: tuple[list[str], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    two = tmp_path / "two.pub"
    two.write_text(Path(keys[0][0]).read_text() * 2)
    options = tmp_path / "options.pub"
    options.write_text('command="sh" ' + Path(keys[0][0]).read_text())
    for file in (tmp_path / "upload", two, options, tmp_path / "missing"):
        assert run(tmp_path, ([str(file)], keys[1])) == 2
        assert "är ingen fil med en publik nyckel" in capsys.readouterr().err
    assert run(tmp_path, (keys[0], keys[0])) == 2
    assert "står två gånger" in capsys.readouterr().err


@pytest.mark.parametrize(
    "folder", ["srv", "/srv/en mapp", '/srv/"', "/srv/../etc", "/srv\n", "/$(id)"]
)
def test_a_folder_that_a_command_line_would_misread_is_refused(
    tmp_path: Path, keys: tuple[list[str], list[str]], folder: str
) -> None:
    assert run(tmp_path, keys, folder=folder) == 2
