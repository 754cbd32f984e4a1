"""Whoever publishes may die at any moment: what is read is whole, and the next try succeeds."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from macros.publishing.targets import FILE
from tests.conftest import ROOT
from tests.server import made
from tests.server.made import DAYS, commit, is_whole, page
from tests.server.sshd import Sshd
from tests.server.test_publish import NUMBER, SEND, planportal, text

Command = list[str]


def run(command: Command) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def kill(command: Command, moment: float, folder: Path = ROOT) -> None:
    """Run a command, and end it as a power cut would; only it, and not what it has started."""
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        time.sleep(moment)
        process.kill()


def payload(number: int) -> dict[str, str]:
    """The pages of a release that takes a while to copy."""
    more = {f"sida-{n}/index.html": f"{number} {n}\n" * 10_000 for n in range(40)}
    return {**made.PAGES, "index.html": f"Ring {number}.\n", **more}


def day(number: int) -> str:
    return f"{20270000 + number}T080000Z"


@contextmanager
def load() -> Iterator[None]:
    """Something else that keeps the processor busy."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


def activations(root: Path, times: int) -> None:
    """Let an activation die, and do it again; that many times."""
    first = made.uploaded(root, "0", DAYS[0])
    assert made.server(root, "activate", first).returncode == 0
    longest = 0.0
    for number in range(1, times + 2):
        loose = root / "incoming" / "loose"
        release = made.release(loose, payload(number), day(number))
        loose.rename(root / "incoming" / release)
        command = [sys.executable, "-m", "macros.server", str(root), "activate", release]
        before = page(root)
        if longest:
            moment = random.uniform(0, longest)  # noqa: S311 - any moment will do
            kill(command, moment)
            assert is_whole(root / "current"), moment
            assert page(root) in {before, f"Ring {number}.\n"}, moment
        started = time.monotonic()
        again = run(command)
        assert again.returncode == 0, again.stderr
        longest = longest or time.monotonic() - started
        assert page(root) == f"Ring {number}.\n"
        assert is_whole(root / "current")
        assert is_whole(root / "previous")
        assert list((root / "incoming").iterdir()) == []
        assert list((root / "releases").glob(".*")) == []


def publishings(server: Sshd, folder: Path, times: int) -> None:
    """Let an upload and what follows die, and do it again; that many times."""
    (folder / FILE).write_text(server.settings(), encoding="utf-8")
    longest = 0.0
    for number in range(times + 1):
        site = folder / f"site-{number}"
        release = made.release(site, payload(number), day(number))
        command = [sys.executable, "-c", SEND, str(folder), str(site), release]
        if longest:
            before = page(server.root)
            moment = random.uniform(0, longest)  # noqa: S311 - any moment will do
            kill(command, moment)
            assert is_whole(server.root / "current"), moment
            assert page(server.root) in {before, f"Ring {number}.\n"}, moment
        started = time.monotonic()
        again = run(command)
        assert again.returncode == 0, again.stderr
        longest = longest or time.monotonic() - started
        assert page(server.root) == f"Ring {number}.\n"
        assert is_whole(server.root / "current")
        assert list((server.root / "incoming").iterdir()) == []


def test_an_activation_may_die_at_any_moment(root: Path) -> None:
    activations(root, 5)


def test_a_publisher_may_die_at_any_moment(sshd: Sshd, tmp_path: Path) -> None:
    publishings(sshd, tmp_path, 3)


@pytest.mark.soak
def test_an_activation_may_die_at_fifty_moments_under_load(root: Path) -> None:
    with load():
        activations(root, 50)


@pytest.mark.soak
def test_a_publisher_may_die_at_twenty_moments_under_load(sshd: Sshd, tmp_path: Path) -> None:
    with load():
        publishings(sshd, tmp_path, 20)


@pytest.mark.soak
def test_the_command_may_die_at_twenty_moments_under_load(project: Path, server: Sshd) -> None:
    contacts = project / "plans" / "exempel" / "contacts.yml"
    good = contacts.read_text(encoding="utf-8")
    started = time.monotonic()
    assert planportal(project, "publish").returncode == 0
    longest = time.monotonic() - started
    with load():
        for number in range(20):
            digits = f"08-465 004 {number + 20}"
            contacts.write_text(good.replace(NUMBER, digits), encoding="utf-8")
            commit(project, f"2026-11-20T08:{number:02}:00Z")
            command = [sys.executable, "-m", "macros", "publish"]
            kill(command, random.uniform(0, longest), project)  # noqa: S311 - any moment will do
            assert is_whole(server.root / "current")
            again = planportal(project, "publish")
            assert again.returncode == 0, again.stderr
            assert digits in text(server.root)
            assert is_whole(server.root / "current")
