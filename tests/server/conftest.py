"""A web server's folder, empty and ready."""

from pathlib import Path

import pytest

from macros.server.releases import prepare


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Where releases are kept."""
    folder = tmp_path / "srv"
    folder.mkdir()
    prepare(folder)
    return folder
