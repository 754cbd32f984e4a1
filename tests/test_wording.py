"""All messages have one form: the place, what is wrong and what to do, in words of those who edit.

The messages are those of all cases; tests/test_random_mutations.py asks the same of what chance
brings about.
"""

import re
from pathlib import Path

import pytest
import yaml

from macros.problems import Problem, Severity
from tests.wording import form_faults

CASES = [
    path
    for folder in ("messages", "mutations")
    for path in sorted((Path(__file__).parent / "cases" / folder).glob("*.yml"))
]
LINE = re.compile(r"([^:]+):(?:([1-9]\d*):([1-9]\d*)|[①②③④⑤]): (Råd: )?(.+)")


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_message_says_what_is_wrong_and_what_to_do(path: Path) -> None:
    for written in yaml.safe_load(path.read_text(encoding="utf-8"))["problems"]:
        match = LINE.fullmatch(written)
        assert match, written
        file, line, column, advice, message = match.groups()
        severity: Severity = "warning" if advice else "error"
        problem = Problem(file, int(line or 1), int(column or 1), message, severity)
        assert not form_faults(problem), written


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        ("Fältet saknas.", "not two sentences"),
        ("Fältet saknas. Lägg till det", "no full stop"),
        ("Input should be a valid string. Rätta det.", "a foreign word: Input"),
        ("Fältet saknas.\nLägg till det.", "not file:line:column: message"),
    ],
)
def test_a_message_without_the_form_is_seen(message: str, fault: str) -> None:
    assert fault in form_faults(Problem("plans/x.yml", 1, 1, message))
