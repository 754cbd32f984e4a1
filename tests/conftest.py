"""What all tests share: the tiny portal, and the right to rewrite golden files."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TINY = ROOT / "tests" / "sites" / "liten"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten; never where a machine decides what is right."""
    asked = bool(request.config.getoption("--update-golden"))
    if asked and os.environ.get("CI"):
        pytest.fail("golden files are not rewritten in CI")
    return asked


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny portal, free to break; its path holds a space."""
    root = tmp_path / "en portal"
    shutil.copytree(TINY, root, ignore=shutil.ignore_patterns("expected", "site"))
    return root
