"""What is wrong in the data, as a sentence with a file and a line, and how that is printed."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake that stops the build, or one piece of advice that does not.

    Attributes:
        file: Path from the project's root, with forward slashes.
        line: 1-based.
        column: 1-based, counted in characters.
        message: Swedish; first what is wrong, then what to write.
        severity: An error stops the build. A warning (Swedish "Råd") is shown and stops nothing:
            for rules that see signs and not meaning, or where only people can put it right.
    """

    file: str
    line: int
    column: int
    message: str
    severity: Severity = "error"


class ProblemsFound(Exception, SystemExit):  # noqa: N818 - a name of its own, not one more "Error"
    """Raised where an engine runs and the data has problems.

    Both an Exception and a SystemExit: the engines then print the message alone, without a
    traceback, and a watching engine goes on watching.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__(f"{as_text(problems)}\n\nSidorna byggdes inte. Rätta felen.")
        # Python prints a code that is text, and exits with 1; without it, it would exit with 0.
        self.code = str(self)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop the build."""
    return [problem for problem in problems if problem.severity == "error"]


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem, for people: `file:line:column: message`."""
    return "\n".join(
        f"{p.file}:{p.line}:{p.column}: {'Råd: ' * (p.severity == 'warning')}{p.message}"
        for p in problems
    )


_TITLES = {"error": "Fel", "warning": "Råd"}


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that put a mark on the line in a GitHub pull request."""
    return "\n".join(
        f"::{p.severity} file={_escaped(p.file, ',:')},line={p.line},col={p.column}"
        f",title={_TITLES[p.severity]}::{_escaped(p.message)}"
        for p in problems
    )


_GITLAB = {"error": "blocker", "warning": "info"}


def as_gitlab(problems: Iterable[Problem]) -> str:
    """A GitLab Code Quality report (JSON).

    GitLab compares a request's report with that of the target branch by the fingerprints, so they
    leave the line out: a line more above a piece of advice does not make it a new one.
    """
    import hashlib  # noqa: PLC0415 - only this format needs them
    import json  # noqa: PLC0415

    met: dict[tuple[str, str], int] = {}
    rows = []
    for p in problems:
        count = met[p.file, p.message] = met.get((p.file, p.message), 0) + 1
        rows.append(
            {
                "description": f"{'Råd: ' * (p.severity == 'warning')}{p.message}",
                "check_name": "planportal",
                "severity": _GITLAB[p.severity],
                "fingerprint": hashlib.sha256(
                    f"{p.file}\0{count}\0{p.message}".encode()
                ).hexdigest(),
                "location": {"path": p.file, "lines": {"begin": p.line}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "gitlab": as_gitlab,
}


def suggestion(written: str, known: Iterable[str]) -> str:
    """` Menade du "x"?` with the known word nearest to the written one, or nothing."""
    near = nearest(written, known)
    return f' Menade du "{near}"?' if near else ""


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The known word nearest to the written one, if any is near."""
    return next(iter(difflib.get_close_matches(written, sorted(known), n=1, cutoff=0.6)), None)


def _escaped(text: str, also: str = "") -> str:
    """Percent-encode what would end a workflow command's field early."""
    for sign in "%\r\n" + also:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
