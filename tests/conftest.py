"""What tests share: the real portal, the tiny one, and the right to rewrite golden files."""

import os
import shutil
from pathlib import Path

import pytest

from macros import portal
from macros.commands import build
from macros.portal import Portal

ROOT = Path(__file__).parent.parent
TINY = ROOT / "tests" / "sites" / "liten"


def copy_project(folder: Path, data: Path = ROOT) -> Path:
    """A copy of the real portal in a folder, free to break.

    Args:
        folder: Where the copy is to be.
        data: The project whose plans/ and content/ it gets.
    """
    homes = {"content": data, "plans": data, "macros": ROOT, "overrides": ROOT}
    for name, home in homes.items():
        shutil.copytree(home / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("CONTRIBUTING.md", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder)
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten; never where a machine decides what is right."""
    asked = bool(request.config.getoption("--update-golden"))
    if asked and os.environ.get("CI"):
        pytest.fail("golden files are not rewritten in CI")
    return asked


@pytest.fixture(scope="session")
def data() -> Portal:
    """The real data."""
    return portal.load(ROOT)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real portal, built once for all that only look at it; its path holds a space."""
    project = copy_project(tmp_path_factory.mktemp("portalen i en mapp"))
    assert build.run(project) == 0
    return project / "site"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny portal, free to break; its path holds a space."""
    root = tmp_path / "en portal"
    shutil.copytree(TINY, root, ignore=shutil.ignore_patterns("expected", "site"))
    return root
