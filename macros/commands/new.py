"""`planportal new`: a new place, plan, contact or routine, from answers or from options."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros import pages, portal
from macros.commands import check, rolling
from macros.commands.answers import answered
from macros.commands.asking import Stopped, confirm
from macros.commands.writing import obstacles, write
from macros.drafting.draft import Draft, Kind, RefusedError, faults
from macros.drafting.kinds import KINDS
from macros.drafting.questions import Question
from macros.fragments import PARAMETERS
from macros.portal import Portal
from macros.problems import Problem, as_text, errors


def run(root: Path, what: str, target: str | None = None, **options: Any) -> int:  # noqa: ANN401 - texts and lists
    """Make a record of a kind in the project at `root`.

    Args:
        root: The project's folder.
        what: Which kind of record is made, by its name in KINDS.
        target: What it is to be called; asked for if left out.
        options: Answers by the names of their questions; None was not given.

    Returns:
        0 when all is written and right, 1 when something in it remains to be done, 2 when nothing
        was written.
    """
    try:
        return _make(root, KINDS[what], target, {k: v for k, v in options.items() if v})
    except RefusedError as error:
        print(f"{error} Inget är skrivet.", file=sys.stderr)
    except Stopped as stopped:
        print(f"Inget är skrivet. {stopped}".strip(), file=sys.stderr)
    except KeyboardInterrupt:
        print("\nAvbrutet. Inget är skrivet.", file=sys.stderr)
    except OSError as error:
        print(f"Det gick inte att skriva: {error}. Inget är ändrat.", file=sys.stderr)
    return 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which kinds there are, and which options each has."""
    kinds = parser.add_subparsers(dest="what", required=True, metavar="VAD", title="det som läggs")
    for kind in KINDS.values():
        examples = "\n".join(f"  planportal new {example}" for example in kind.examples)
        making = kinds.add_parser(
            kind.name,
            help=kind.title,
            description=(
                f"Lägger till {kind.title}. Det som du inte anger här frågas i terminalen.\n"
                "Inget skrivs över, och inget skrivs förrän allt är klart."
            ),
            epilog=f"Exempel:\n{examples}",
        )
        making.add_argument("target", nargs="?", metavar=kind.target, help="vad det ska heta")
        # A question may stand twice, where it depends on the other answers whether it must be.
        for question in {q.name: q for q in kind.questions if q.by_option}.values():
            _add_option(making, question)
        if kind.name == "plan":
            rolling.add_arguments(making)


def _add_option(parser: argparse.ArgumentParser, question: Question) -> None:
    for part in question.parts:
        parser.add_argument(
            part.option,
            dest=question.name,
            action=_Part,
            const=(part.name, question.parts[0]),
            metavar=part.shown,
            help=_help(part),
        )
    if not question.parts:
        parser.add_argument(
            question.option,
            action="append" if question.many else "store",
            metavar=question.shown,
            help=_help(question),
        )


class _Part(argparse.Action):
    """An option that is a part of the answer before it on the line, or begins a new one."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 - as argparse calls it
        namespace: argparse.Namespace,
        values: Any,  # noqa: ANN401 - as argparse has it
        option_string: str | None = None,  # noqa: ARG002 - as argparse calls it
    ) -> None:
        name, first = self.const
        groups = list(getattr(namespace, self.dest) or [])
        if name == first.name:
            groups.append({})
        elif not groups or name in groups[-1]:
            raise argparse.ArgumentError(self, f"gäller ett {first.option}. Skriv det före.")
        groups[-1] = {**groups[-1], name: values}
        setattr(namespace, self.dest, groups)


def _help(question: Question) -> str:
    words = f"{question.title}: {question.help}"
    if question.allowed:
        words += f" Välj bland {', '.join(question.allowed)}."
    if question.many:
        words += " Kan anges flera gånger."
    return words.replace("%", "%%")


def _make(root: Path, kind: Kind, target: str | None, options: Mapping[str, Any]) -> int:
    data = portal.load(root)
    if rolling.is_meant(options):
        draft, was_asked = rolling.make(root, target, options)
    else:
        _refuse_unreadable(data)
        content = pages.load(root, PARAMETERS)
        answers, was_asked = answered(kind, data, target, options)
        draft = kind.draft(data, content, answers)
    if hindered := list(obstacles(root, draft)):
        raise RefusedError(" ".join(hindered))
    if wrong := list(faults(draft, PARAMETERS)):
        raise RefusedError(f"Så här kan det inte stå:\n{as_text(wrong)}\n")
    _show(draft)
    if was_asked and not _is_wanted(draft):
        print(f"Inget är skrivet. {draft.again}".rstrip(), file=sys.stderr)
        return 2
    before = check.found(root, data)
    write(root, draft)
    return _tell(draft, before, check.found(root, portal.load(root)))


def _is_wanted(draft: Draft) -> bool:
    """Whether it is to be written.

    Raises:
        Stopped: There is nobody to ask; it says how to go on with the answers.
    """
    try:
        return confirm("Ska det skrivas?")
    except Stopped:
        raise Stopped(draft.again) from None


def _refuse_unreadable(data: Portal) -> None:
    """Refuse where a file cannot be read: what it holds is not known to be free, or to be there."""
    if data.problems:
        raise RefusedError(f"Rätta först det som inte går att läsa:\n{as_text(data.problems)}\n")


def _show(draft: Draft) -> None:
    for name, text in draft.files.items():
        lines = text.count("\n")
        how = "ändras" if name in draft.changed else f"ny, {lines} rader"
        print(f"{name} ({how})", file=sys.stderr)


def _tell(draft: Draft, before: list[Problem], after: list[Problem]) -> int:
    """Say what the check finds that was not there before, and what to do next."""
    known = {(problem.file, problem.message) for problem in before}
    found = [problem for problem in after if (problem.file, problem.message) not in known]
    if found:
        print(as_text(found))
    wrong = errors(found)
    print(
        f"Skrivet. Kontrollen säger: {check.counted(found)}"
        + (" Rätta det som står ovan: det är det som återstår." if wrong else ""),
        file=sys.stderr,
    )
    for step in draft.left:
        print(step, file=sys.stderr)
    return 1 if wrong else 0
