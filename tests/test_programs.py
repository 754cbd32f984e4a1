"""The script that looks for the programs of the tests never passes in silence without them."""

import subprocess
import sys
from pathlib import Path

from tests import programs


def program(folder: Path, name: str, text: str = "") -> Path:
    """A program of our own in a folder: a shell script, since all systems have the shell there."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def run(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, programs.__file__, "chromium"],
        env={"PATH": str(path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_where_a_browser_is_nothing_is_said(tmp_path: Path) -> None:
    program(tmp_path, "google-chrome")
    found = run(tmp_path)
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")


def test_where_none_can_be_installed_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    missing = run(tmp_path)
    expected = f"{programs.CHROMIUM.missing}\n"
    assert (missing.returncode, missing.stdout, missing.stderr) == (1, "", expected)


def test_debian_is_asked_for_its_own_packages(tmp_path: Path) -> None:
    log = tmp_path / "log"
    apt_get = str(program(tmp_path, "apt-get", f'echo "$@" >>"{log}"'))
    assert programs.install(apt_get, ["chromium", "rsync"])
    assert log.read_text(encoding="utf-8").splitlines() == [
        "update",
        "install -y --no-install-recommends chromium rsync",
    ]


def test_a_failed_installation_is_not_taken_for_a_program(tmp_path: Path) -> None:
    assert not programs.install(str(program(tmp_path, "apt-get", "exit 100")), ["rsync"])
