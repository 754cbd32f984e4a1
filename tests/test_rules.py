"""Every rule has a case that it lets through and one that it stops or advises on."""

import datetime as dt
import importlib
import pkgutil
import shutil
from pathlib import Path

import pytest
import yaml

from macros import checks, pages, portal
from macros.fragments import PARAMETERS
from macros.problems import Problem
from tests.conftest import TINY
from tests.test_messages import CASES, TODAY, arrange

RULES = [found.name for found in pkgutil.iter_modules(checks.__path__)]


def told(rule: str, root: Path, today: dt.date = TODAY) -> list[Problem]:
    """What one rule alone says of a portal on a day."""
    module = importlib.import_module(f"macros.checks.{rule}")
    data, content = portal.load(root), pages.load(root, PARAMETERS)
    if hasattr(module, "check_on"):
        return list(module.check_on(data, content, today))
    return list(module.check(data, content))


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The rules that some case makes speak; the cases are gone through until all have."""
    found: set[str] = set()
    root = tmp_path_factory.mktemp("regler") / "portal"
    for path in CASES:
        if len(found) == len(RULES):
            break
        shutil.copytree(TINY, root, ignore=shutil.ignore_patterns("expected", "site"))
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        arrange(root, case)
        today = case.get("today", TODAY)
        found |= {rule for rule in RULES if rule not in found and told(rule, root, today)}
        shutil.rmtree(root)
    return found


@pytest.mark.parametrize("rule", RULES)
def test_the_tiny_portal_keeps_the_rule(rule: str, tiny: Path) -> None:
    assert told(rule, tiny) == []


@pytest.mark.parametrize("rule", RULES)
def test_some_case_breaks_the_rule(rule: str, spoken: set[str]) -> None:
    assert rule in spoken
