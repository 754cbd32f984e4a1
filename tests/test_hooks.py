"""What git does before a commit is our own make targets, and works in a repository of its own."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from tests.conftest import ROOT
from tests.test_diff import CONTACTS, change, git
from tests.test_workflows import TARGETS, project, run

__all__ = ["project"]  # the fixture is used by its name

HOOKS = ROOT / ".pre-commit-config.yaml"


def hook(root: Path, name: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(HOOKS, root)
    git(root, "add", "--all")
    line = f'"{sys.executable}" -m pre_commit run {name} --all-files'
    return run(root, line, PRE_COMMIT_HOME=str(root / ".cache"))


def test_each_hook_is_a_make_target_and_none_is_fetched() -> None:
    for repo in yaml.safe_load(HOOKS.read_text(encoding="utf-8"))["repos"]:
        assert repo["repo"] == "local"
        for row in repo["hooks"]:
            assert row["language"] == "system"
            found = re.fullmatch(r"make --no-print-directory ([a-z-]+)", row["entry"])
            assert found, row["entry"]
            assert found[1] in TARGETS


def test_the_hooks_stop_an_error(project: Path) -> None:
    assert hook(project, "check").returncode == 0
    change(project / CONTACTS, "phones:", "fone:")
    stopped = hook(project, "check")
    assert stopped.returncode == 1
    assert 'plans/exempel/contacts.yml:6:5: Okänt fält "fone"' in stopped.stdout


def test_the_hooks_renew_the_schemas(project: Path) -> None:
    assert run(project, "make schema").returncode == 0
    assert hook(project, "schema").returncode == 0
    change(project / CONTACTS, "title: Socialjouren", "title: Jouren")
    assert hook(project, "schema").returncode == 1
    assert "Exempel: Jouren" in git(project, "diff", "schema")
    assert hook(project, "schema").returncode == 0


def test_a_make_target_installs_the_hooks(project: Path) -> None:
    shutil.copy(HOOKS, project)
    assert run(project, "make hooks").returncode == 0
    assert "pre-commit" in (project / ".git" / "hooks" / "pre-commit").read_text()
