"""A web server's folder, empty and ready."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.server.releases import prepare
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
