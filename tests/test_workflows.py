"""What a git host runs on a request has the rights it needs, and each step of it works.

The steps run here in a small repository of their own, by the project's own Makefile.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from posting.github import ARTEFACT
from posting.gitlab import FILE, JOB
from tests.conftest import ROOT
from tests.test_diff import CONTACTS, change, git

WORKFLOWS = ROOT / ".github" / "workflows"


def loaded(path: Path) -> dict[str, Any]:
    # YAML 1.1 takes `on` for true.
    read: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in read.items()}


CHANGE = loaded(WORKFLOWS / "change.yml")
COMMENT = loaded(WORKFLOWS / "comment.yml")
AUDIT = loaded(WORKFLOWS / "audit.yml")
GITLAB = loaded(ROOT / ".gitlab-ci.yml")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):(?!=)", MAKEFILE, re.MULTILINE))


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def github_lines(workflow: dict[str, Any]) -> list[str]:
    return [step["run"] for step in steps(workflow) if "run" in step]


def gitlab_lines(*names: str) -> list[str]:
    return [line for name in names for line in GITLAB[name]["script"]]


GITLAB_JOBS = ("data", "code", "audit", "comment")


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", [".github/workflows/change.yml"]),
        ("vendor.github-workflows", [".github/workflows/comment.yml"]),
        ("vendor.github-workflows", [".github/workflows/audit.yml"]),
        ("custom.github-workflows-require-timeout", [".github/workflows/change.yml"]),
        ("vendor.gitlab-ci", [".gitlab-ci.yml"]),
    ],
)
def test_the_host_can_read_its_file(schema: str, files: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_each_step_is_a_make_target_and_nothing_from_outside_reaches_the_shell() -> None:
    lines = [line for workflow in (CHANGE, COMMENT, AUDIT) for line in github_lines(workflow)]
    lines += gitlab_lines(*GITLAB_JOBS)
    for line in lines:
        found = re.fullmatch(r"make ([a-z-]+)(?: FORMAT=github)?", line)
        assert found, line
        assert found[1] in TARGETS, line
    assert set(GITLAB) == {"default", "variables", *GITLAB_JOBS}
    for job in GITLAB_JOBS:
        assert not {"before_script", "after_script", "trigger", "inherit"} & set(GITLAB[job])


def test_an_action_is_pinned_to_a_commit_and_says_its_version() -> None:
    for path in WORKFLOWS.iterdir():
        lines = [line for line in path.read_text().split("\n") if "uses:" in line]
        for line in lines:
            assert re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line
        assert len(lines) == sum("uses" in step for step in steps(loaded(path)))


@pytest.mark.parametrize("workflow", [CHANGE, AUDIT], ids=["change", "audit"])
def test_what_runs_the_requests_code_has_no_rights_and_no_secrets(workflow: dict[str, Any]) -> None:
    assert "pull_request" in workflow["on"]
    assert "pull_request_target" not in json.dumps(workflow)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"] == {"contents": "read"}
    for step in steps(workflow):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
    assert not re.search(r"secrets|token|github\.event|write|self-hosted", json.dumps(workflow))


def test_known_vulnerabilities_are_asked_for_when_a_lock_changes_and_each_week() -> None:
    locks = {path.name for path in ROOT.glob("*.lock")}
    (pattern,) = AUDIT["on"]["pull_request"]["paths"]
    assert {path.name for path in ROOT.glob(pattern)} == locks
    assert AUDIT["on"]["schedule"]
    assert GITLAB["audit"]["rules"][0]["changes"] == [pattern]
    assert github_lines(AUDIT) == gitlab_lines("audit") == ["make audit"]


def test_what_has_rights_runs_nothing_of_the_request() -> None:
    assert COMMENT["on"] == {
        "workflow_run": {"workflows": [CHANGE["name"]], "types": ["completed"]}
    }
    assert COMMENT["permissions"] == {}
    [job] = COMMENT["jobs"].values()
    assert job["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}
    assert "github.event.workflow_run.event == 'pull_request'" in job["if"]
    checkout, post = job["steps"]
    assert checkout["with"] == {
        "ref": "${{ github.event.repository.default_branch }}",
        "persist-credentials": False,
    }
    assert post["run"] == "make post-github"
    assert post["env"] == {"GITHUB_TOKEN": "${{ github.token }}"}


def test_what_posts_is_not_built_with_what_the_lock_installs() -> None:
    for target in ("post-github", "post-gitlab"):
        assert re.search(rf"^{target}: ##.*\n\t@\$\(PYTHON\) -m posting ", MAKEFILE, re.MULTILINE)


def test_the_text_lies_where_it_is_looked_for() -> None:
    left = {
        step["with"]["name"]: step["with"]["path"]
        for step in steps(CHANGE)
        if "with" in step
        if "path" in step["with"]
    }
    assert left == {ARTEFACT: FILE, "site": "site/"}
    assert JOB in GITLAB
    assert FILE in GITLAB[JOB]["artifacts"]["paths"]
    assert GITLAB[JOB]["artifacts"]["when"] == "always"


def test_no_pipeline_of_a_merge_request_is_given_a_token() -> None:
    for name in ("data", "code", "audit"):
        assert GITLAB[name]["rules"][0]["if"] == '$CI_PIPELINE_SOURCE == "merge_request_event"'
        assert "TOKEN" not in json.dumps(GITLAB[name])
    assert GITLAB["comment"]["rules"] == [
        {"if": "$AUDIT", "when": "never"},
        {"if": '$CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'},
    ]
    assert "TOKEN" not in json.dumps(GITLAB)


def test_the_machine_at_home_checks_the_same() -> None:
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.findall(r"^make .*", text, re.MULTILINE) == ["make check", "make lint", "make test"]


def test_a_request_says_the_same_on_both_hosts() -> None:
    github = ROOT / ".github" / "pull_request_template.md"
    gitlab = ROOT / ".gitlab" / "merge_request_templates" / "Default.md"
    assert github.read_text(encoding="utf-8") == gitlab.read_text(encoding="utf-8")


# The steps themselves, in a repository of their own.


def run(root: Path, line: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run one line as a host does, with nothing of this run's own settings for make and git."""
    left_out = ("A", "B", "FORMAT", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PYTHONPATH", "GIT_DIR")
    own = {name: value for name, value in os.environ.items() if name not in left_out}
    return subprocess.run(
        ["bash", "-e", "-c", line],  # noqa: S607 - bash as the host has it
        cwd=root,
        env=own | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull} | settings,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(tiny: Path) -> Path:
    """The tiny portal as a project of its own in git, whose last commit changes a number.

    What it would install is there already: this Python. Where the file `said` is there too, no
    Python runs, and what it was asked for is written in that file.
    """
    for name in ("Makefile", "CODEOWNERS"):
        shutil.copy(ROOT / name, tiny)
    (tiny / "macros").symlink_to(ROOT / "macros")
    for lock in ("requirements.lock", "pyproject.toml", *locks()):
        (tiny / lock).touch()
        os.utime(tiny / lock, (0, 0))
    for home in [".venv", *(lock.replace("requirements", ".venv")[:-5] for lock in locks())]:
        (tiny / home / "bin").mkdir(parents=True)
        (tiny / home / ".installed").touch()
    python = tiny / ".venv" / "bin" / "python"
    python.write_text(
        '#!/bin/sh\nif [ -f said ]; then echo "$@" >> said; exit; fi\n'
        f'exec "{sys.executable}" "$@"\n'
    )
    python.chmod(0o755)
    (tiny / ".gitignore").write_text((ROOT / ".gitignore").read_text() + "/said\n/macros\n")
    git(tiny, "init", "-q", "-b", "main")
    git(tiny, "add", "--all")
    git(tiny, "commit", "-q", "-m", "först")
    change(tiny / CONTACTS, "08-465 004 12", "08-465 004 34")
    git(tiny, "commit", "-q", "-a", "-m", "nytt nummer")
    return tiny


def locks() -> list[str]:
    """The locks of the other sets of packages, each with a home of its own."""
    return sorted(path.name for path in ROOT.glob("requirements-*.lock"))


COMMITS = {"A": "HEAD^1", "B": "HEAD"}


def test_each_step_on_github_works(project: Path) -> None:
    assert CHANGE["env"] == COMMITS
    for step in CHANGE["jobs"]["data"]["steps"]:
        if "run" in step:
            done = run(project, step["run"], **COMMITS)
            assert done.returncode == 0, done.stderr
    assert "från 08\\-465 004 12 till 08\\-465 004 34" in (project / FILE).read_text()
    assert (project / "site" / "index.html").is_file()


def test_each_step_on_gitlab_works(project: Path) -> None:
    for name in ("data", "code"):
        given = GITLAB[name]["rules"][0]["variables"]
        assert given == {"A": "$CI_MERGE_REQUEST_DIFF_BASE_SHA", "B": "HEAD"}
    commits = COMMITS | {"A": git(project, "rev-parse", "HEAD^1").strip()}
    for line in gitlab_lines("data")[:-1]:
        done = run(project, line, **commits)
        assert (done.returncode, done.stdout) == (0, "")
    assert "från 08\\-465 004 12" in (project / FILE).read_text(encoding="utf-8")
    report = GITLAB["data"]["artifacts"]["reports"]["codequality"]
    assert json.loads((project / report).read_text(encoding="utf-8")) == []


def test_the_default_branch_is_compared_with_nothing(project: Path) -> None:
    assert run(project, "make comment").returncode == 0
    assert "Inget är ändrat för läsarna" in (project / FILE).read_text(encoding="utf-8")


def test_an_error_is_a_mark_on_its_line_and_stops_the_step(project: Path) -> None:
    change(project / CONTACTS, "phones:", "fone:")
    done = run(project, "make check FORMAT=github")
    assert done.returncode == 2
    assert done.stdout == (
        "::error file=plans/exempel/contacts.yml,line=6,col=5,title=Fel"
        '::Okänt fält "fone". Menade du "phones"?\n'
    )
    assert run(project, "make check").stdout.startswith("plans/exempel/contacts.yml:6:5: Okänt")
    assert run(project, "make code-quality").returncode == 0
    [row] = json.loads((project / "build" / "code-quality.json").read_text(encoding="utf-8"))
    assert row["location"] == {"path": CONTACTS, "lines": {"begin": 6}}
    assert run(project, "make comment", **COMMITS).returncode == 0


ALL = ["-m ruff check .", "-m ruff format --check .", "-m mypy"]


@pytest.mark.parametrize("changed", ["plans/x.yml", "content/x.md", "schema/plan.json"])
def test_a_change_of_data_alone_is_not_stopped_by_the_codes_tests(
    changed: str, project: Path
) -> None:
    (project / changed).parent.mkdir(exist_ok=True)
    (project / changed).write_text("ny: fil\n")
    git(project, "add", "--all")
    git(project, "commit", "-q", "-m", "data")
    (project / "said").touch()
    done = run(project, "make test-code", A="HEAD^1")
    assert done.returncode == 0
    assert done.stdout.startswith("Bara uppgifter och texter är ändrade.")
    assert (project / "said").read_text() == ""


@pytest.mark.parametrize("changed", ["overrides/main.html", "Makefile", ".github/x.yml", "planse"])
@pytest.mark.parametrize("against", ["HEAD^1", "", "finns-inte"])
def test_any_other_change_runs_all_of_the_codes_tests(
    changed: str, against: str, project: Path
) -> None:
    path = project / changed
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{path.read_text() if path.exists() else ''}\n# mer\n")
    git(project, "add", "--all")
    git(project, "commit", "-q", "-m", "kod")
    (project / "said").touch()
    assert run(project, "make test-code", A=against).returncode == 0
    said = (project / "said").read_text().splitlines()
    assert said[:3] == ALL
    assert said[-1].startswith("-m pytest")


def test_a_file_that_leaves_the_code_for_the_data_is_a_change_of_code(project: Path) -> None:
    git(project, "mv", "CODEOWNERS", "plans/a.yml")
    git(project, "commit", "-q", "-m", "flytt")
    (project / "said").touch()
    run(project, "make test-code", A="HEAD^1")
    assert (project / "said").read_text() != ""


def test_the_step_that_posts_runs_on_a_bare_python(tmp_path: Path) -> None:
    # The one that the environment was made from has none of its packages.
    bare = str(Path(sys.base_prefix, "bin", "python3"))
    event = tmp_path / "event.json"
    event.write_text('{"workflow_run": {"event": "push"}, "repository": {}}')
    done = run(
        ROOT,
        "make post-github",
        PYTHON=bare,
        GITHUB_API_URL="http://127.0.0.1:9",
        GITHUB_TOKEN="x",  # noqa: S106 - nobody is asked
        GITHUB_EVENT_PATH=str(event),
    )
    assert done.stdout == "Körningen hör inte till något ändringsförslag.\n"
    assert run(ROOT, "make post-gitlab", PYTHON=bare).returncode == 2
