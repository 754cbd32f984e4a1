"""A web server's folder, empty and ready."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.publishing.targets import FILE
from macros.server.releases import prepare
from tests.server.made import commit
from tests.server.sshd import Sshd, running


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Where releases are kept."""
    folder = tmp_path / "srv"
    folder.mkdir()
    prepare(folder)
    return folder


@pytest.fixture(scope="module")
def sshd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    """A real sshd; what a test leaves in its folder, the next one meets."""
    with running(tmp_path_factory.mktemp("sshd")) as server:
        yield server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Sshd]:
    """A server with nothing published."""
    folder = tmp_path / "sshd"
    folder.mkdir()
    with running(folder) as found:
        yield found


@pytest.fixture
def project(tiny: Path, server: Sshd) -> Path:
    """The tiny portal in git, with the server as its target."""
    (tiny / ".gitignore").write_text("site/\n")
    (tiny / FILE).write_text(server.settings(), encoding="utf-8")
    subprocess.run(["git", "-C", tiny, "init", "-q", "-b", "main"], check=True)  # noqa: S607
    commit(tiny, "2026-11-19T08:00:00Z")
    return tiny
