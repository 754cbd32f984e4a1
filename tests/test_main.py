"""The command finds its project, answers in Swedish and ends with the right code."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from macros.__main__ import main, project_root
from macros.problems import Problem, as_github, as_gitlab

MISTAKE = 'plans/exempel/contacts.yml:6:5: Okänt fält "fone". Menade du "phones"?'


def planportal(where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the real command in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "macros", *arguments],
        cwd=where,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        capture_output=True,
        text=True,
        check=False,
    )


def break_contact(root: Path) -> None:
    path = root / "plans" / "exempel" / "contacts.yml"
    path.write_text(path.read_text().replace("phones:", "fone:"))


def test_a_portal_without_mistakes_ends_with_zero(tiny: Path) -> None:
    done = planportal(tiny, "check")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        "Inga fel.",
        "Exempel: guiden saknar något i 11 fall.",
        "Nord: guiden saknar något i 11 fall.",
    ]


def test_a_mistake_is_one_line_and_ends_with_one(tiny: Path) -> None:
    break_contact(tiny)
    done = planportal(tiny, "check")
    assert (done.returncode, done.stdout, done.stderr) == (1, f"{MISTAKE}\n", "1 fel.\n")


def test_the_project_is_found_from_a_folder_inside_it(tiny: Path) -> None:
    assert project_root(tiny / "plans" / "exempel") == tiny
    assert planportal(tiny / "plans" / "exempel" / "nord", "check").returncode == 0


def test_outside_a_project_the_command_was_used_wrongly(tmp_path: Path) -> None:
    done = planportal(tmp_path, "check")
    assert done.returncode == 2
    assert done.stderr == "Ingen portal här. Gå till mappen med mkdocs.yml och plans/.\n"


def test_the_github_format_marks_the_line(tiny: Path) -> None:
    break_contact(tiny)
    done = planportal(tiny, "check", "--format", "github")
    mark = "::error file=plans/exempel/contacts.yml,line=6,col=5,title=Fel::"
    assert done.stdout == f'{mark}Okänt fält "fone". Menade du "phones"?\n'
    assert done.stderr == f"{MISTAKE}\n1 fel.\n"


def test_a_mark_cannot_be_ended_early_by_what_stands_in_it() -> None:
    problem = Problem("plans/a,b:c.yml", 1, 2, "Hundra %, klart\n::add-path::/x", "warning")
    assert as_github([problem]) == (
        "::warning file=plans/a%2Cb%3Ac.yml,line=1,col=2,title=Råd"
        "::Hundra %25, klart%0A::add-path::/x"
    )


def test_gitlab_knows_a_problem_again_when_its_line_has_moved() -> None:
    def fingerprints(*problems: Problem) -> list[str]:
        return [row["fingerprint"] for row in json.loads(as_gitlab(problems))]

    here, below = (Problem("a.yml", line, 1, "Samma.", "warning") for line in (3, 4))
    assert fingerprints(here) == fingerprints(below)
    assert len(set(fingerprints(here, below))) == 2
    assert fingerprints(here) != fingerprints(Problem("a.yml", 3, 1, "En annan."))


def test_the_gitlab_format_is_a_code_quality_report_also_without_mistakes(tiny: Path) -> None:
    assert json.loads(planportal(tiny, "check", "--format", "gitlab").stdout) == []
    break_contact(tiny)
    report = json.loads(planportal(tiny, "check", "--format", "gitlab").stdout)
    assert report[0]["location"] == {
        "path": "plans/exempel/contacts.yml",
        "lines": {"begin": 6},
    }


def test_advice_is_shown_in_every_format_and_stops_nothing(tiny: Path) -> None:
    path = tiny / "plans" / "exempel" / "nord" / "2022.yml"
    path.write_text(path.read_text().replace("nyanställda", "nyanställda om 121212-XXXX"))
    done = planportal(tiny, "check")
    assert done.returncode == 0
    assert done.stdout.startswith("plans/exempel/nord/2022.yml:34:36: Råd: ")
    assert done.stderr.startswith("Inga fel och 1 råd.\nExempel: guiden")
    marked = planportal(tiny, "check", "--format", "github")
    assert marked.returncode == 0
    mark = "::warning file=plans/exempel/nord/2022.yml,line=34,col=36,title=Råd::"
    assert marked.stdout.startswith(mark)
    report = json.loads(planportal(tiny, "check", "--format", "gitlab").stdout)
    assert [found["severity"] for found in report] == ["info"]
    assert report[0]["description"].startswith("Råd: ")
    built = planportal(tiny, "build")
    assert built.returncode == 0
    assert " 1 råd: läs dem med planportal check. Bygger" in built.stderr


def test_errors_and_advice_are_counted_apart(tiny: Path) -> None:
    break_contact(tiny)
    path = tiny / "plans" / "exempel" / "nord" / "2022.yml"
    path.write_text(path.read_text().replace("nyanställda", "nyanställda om 121212-XXXX"))
    done = planportal(tiny, "check")
    assert (done.returncode, done.stderr) == (1, "1 fel och 1 råd.\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "det här saknas: KOMMANDO"),
        (["chek"], "okänt val: 'chek'"),
        (["serve", "--port", "hej"], '"hej" är ingen port'),
        (["check", "--formt", "text"], "okända argument: --formt text"),
    ],
)
def test_wrong_use_is_told_in_swedish(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert words in told
    assert "användning:" in told


@pytest.mark.parametrize("command", ["", "check", "build", "serve", "comment"])
def test_the_help_is_swedish_and_has_examples(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*filter(None, [command]), "--help"])
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert "Exempel:" in text
    for english in ("usage", "options", "positional", "show this", "default", "exit"):
        assert english not in text


def test_a_command_that_is_stopped_says_so_and_leaves_nothing(tiny: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "macros", "build"],
        cwd=tiny,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        stderr=subprocess.PIPE,
        text=True,
        # Where tests run in the background, a shell has them ignore the interrupt.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - no threads here
    ) as building:
        assert building.stderr is not None
        assert "Bygger sidorna" in building.stderr.readline()
        building.send_signal(signal.SIGINT)
        assert building.stderr.read().endswith("\nAvbrutet.\n")
    assert building.returncode == 130
    assert not [path.name for path in tiny.iterdir() if "site" in path.name]
