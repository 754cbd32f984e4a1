"""YAML text as nodes that know their position; here are syntax and encoding, not what fields mean.

YAML guesses: it turns `0451267050` into an octal number and `no` into False, keeps the last of two
equal keys and drops what follows ` #`. So every scalar stays the text that stands in the file, and
whatever YAML would change or lose in silence is a problem. The file is read once, as a stream of
events, and bounded on the way: size before reading, depth before building, no anchors or tags.
"""

import codecs
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from macros.problems import Problem

MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as written: its text, where it starts (1-based), and how it was quoted.

    `indent` is the number of spaces before each line of a literal block (`|`).
    """

    text: str
    line: int
    column: int
    style: str = ""
    indent: int = 0

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of the text's character number `offset` (0-based).

        Exact for one-line values and literal blocks (`|`); else the value's start.
        """
        before = self.text[:offset]
        if self.style == "|":
            newest = before.rfind("\n") + 1
            return self.line + 1 + before.count("\n"), self.indent + 1 + offset - newest
        if "\n" in before or self.style == ">":
            return self.line, self.column
        return self.line, self.column + offset + (1 if self.style in {"'", '"'} else 0)


@dataclass(slots=True)
class Mapping:
    """Fields in the order written; `keys` says where each name stands."""

    line: int
    column: int
    items: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)


@dataclass(slots=True)
class Sequence:
    """A list in the order written."""

    line: int
    column: int
    items: list["Node"] = field(default_factory=list)


Node = Scalar | Mapping | Sequence


class Unreadable(Exception):  # noqa: N818 - carries problems of the data, is no error of ours
    """A file that cannot be turned into text or nodes; `problems` says why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = list(problems)


def decode(data: bytes, name: str) -> str:
    r"""A file's bytes as text: UTF-8, with or without a byte order mark, line ends as `\n`.

    Args:
        data: The whole file.
        name: What problems call it: its path from the project's root.

    Raises:
        Unreadable: Not UTF-8, or signs that nobody can see.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Unreadable(
            Problem(name, 1, 1, "Filen är sparad som UTF-16. Spara om den som UTF-8."),
        )
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = _place(before, len(before))
        message = "Tecknet är inte UTF-8 (kanske Latin-1). Spara om filen som UTF-8."
        raise Unreadable(Problem(name, line, column, message)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    hidden = list(_hidden(text, name))
    if hidden:
        raise Unreadable(*hidden)
    return text


def parse(text: str, name: str, first_line: int = 1) -> Mapping:
    """The nodes of one YAML document whose top is a mapping; it begins on `first_line` of the file.

    Raises:
        Unreadable: With every problem that could be found before reading had to stop.
    """
    text = "\n" * (first_line - 1) + text
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if "\t" in line:
            message = "Tabbtecken. Använd mellanslag i stället."
            raise Unreadable(Problem(name, number, line.index("\t") + 1, message))
    builder = _Builder(name, lines)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.YAMLError as error:
        problem = _syntax_problem(error, name, lines)
        raise Unreadable(*sorted([*builder.problems, problem])) from None
    problems = sorted([*builder.problems, *_lost_after_hash(lines, builder.spans, name)])
    if not isinstance(builder.root, Mapping):
        problems = problems or [
            Problem(
                name, 1, 1, "Filen ska innehålla fält: ett namn, kolon och ett värde på varje rad."
            ),
        ]
    if problems or not isinstance(builder.root, Mapping):
        raise Unreadable(*problems)
    return builder.root


class _Builder:
    """Builds nodes from parser events and stops at what is not allowed."""

    def __init__(self, name: str, lines: list[str]) -> None:
        self.name = name
        self.lines = lines
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.spans: list[tuple[int, int, int, int]] = []
        self._open: list[Mapping | Sequence] = []
        self._key: list[Scalar | None] = []

    def take(self, event: yaml.Event) -> None:
        """Add one event to the tree.

        Raises:
            Unreadable: At anchors, aliases, tags, a second document or too great a depth.
        """
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            self._add(self._scalar(event))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_marks(event)
            if len(self._open) >= MAX_DEPTH:
                self._stop(
                    event, f"Listor och fält ligger i fler än {MAX_DEPTH} nivåer. Gör det plattare."
                )
            kind = Mapping if isinstance(event, yaml.MappingStartEvent) else Sequence
            start = _mark(event.start_mark)
            node = kind(start.line + 1, start.column + 1)
            self._add(node)
            self._open.append(node)
            self._key.append(None)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()
            self._key.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._stop(event, 'Alias ("*namn") är inte tillåtna. Skriv ut värdet.')
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._stop(event, 'Filen har flera dokument ("---"). Behåll ett.')

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        style, indent = event.style or "", 0
        self.spans.append((start.line, start.column, end.line, end.column))
        if style in {"|", ">"}:
            # The indicator's own line holds no text of the block: a comment there is lost.
            self.spans[-1] = (start.line + 1, 0, end.line, end.column)
            body = next((line for line in self.lines[start.line + 1 :] if line.strip()), "")
            indent = len(body) - len(body.lstrip())
        return Scalar(event.value, start.line + 1, start.column + 1, style, indent)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self._key[-1]
        if key is None:
            if not isinstance(node, Scalar):
                self.problems.append(
                    Problem(
                        self.name,
                        node.line,
                        node.column,
                        "Ett fältnamn ska vara ett ord. Skriv namn, kolon och värde.",
                    ),
                )
                node = Scalar("", node.line, node.column)
            self._key[-1] = node
            return
        self._key[-1] = None
        if key.text in parent.items:
            first = parent.keys[key.text].line
            message = f'Fältet "{key.text}" finns redan på rad {first}. Ta bort det ena.'
            self.problems.append(Problem(self.name, key.line, key.column, message))
            return
        parent.items[key.text] = node
        parent.keys[key.text] = key

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._stop(event, 'Ankare ("&namn") är inte tillåtna. Skriv ut värdet där det behövs.')
        if event.tag is not None:
            self._stop(event, 'Typmärken ("!namn") är inte tillåtna. Ta bort märket.')

    def _stop(self, event: yaml.Event, message: str) -> None:
        mark = _mark(event.start_mark)
        self.problems.append(Problem(self.name, mark.line + 1, mark.column + 1, message))
        raise Unreadable(*sorted(self.problems))


def _mark(mark: Any) -> yaml.Mark:  # noqa: ANN401 - the types know two kinds of mark and None
    """The mark itself: the typing says that one may be missing, the C parser always sets it."""
    place: yaml.Mark = mark
    return place


_SYNTAX = {
    "mapping values are not allowed": (
        "Kolon och mellanslag där det inte får stå. "
        "Rätta indraget, eller sätt hela texten inom citattecken."
    ),
    "did not find expected key": "Raden passar inte in. Kontrollera indraget och citattecknen.",
    "could not find expected ':'": "Kolon saknas efter fältnamnet. Skriv namn, kolon och värde.",
    "did not find expected '-' indicator": "Raden passar inte in i listan. Kontrollera indraget.",
    "block sequence entries are not allowed": "Listan står fel. Börja den på en egen rad.",
    "unexpected end of stream": "Citattecknet stängs aldrig. Skriv ett till efter texten.",
    "cannot start any token": "Ett värde får inte börja så. Sätt hela texten inom citattecken.",
    "did not find expected ',' or": "En hakparentes eller klammer stängs aldrig. Stäng den.",
    "unknown escape": "Omvänt snedstreck i citerad text. Använd enkla citattecken ('…').",
}


def _syntax_problem(error: yaml.YAMLError, name: str, lines: list[str]) -> Problem:
    words = str(getattr(error, "problem", "") or error)
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if "unexpected end of stream" in words and context is not None:
        mark = context
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if line > len(lines):
        line, column = len(lines), 1
    for part, message in _SYNTAX.items():
        if part in words:
            return Problem(name, line, column, message)
    message = "Filen går inte att läsa härifrån. Kontrollera indrag, kolon och citattecken."
    return Problem(name, line, column, message)


def _lost_after_hash(
    lines: list[str], spans: list[tuple[int, int, int, int]], name: str
) -> Iterator[Problem]:
    """Yields: one problem per line on which YAML drops text behind ` #`."""
    message = (
        'Texten efter " #" försvinner. Skriv kommentarer på en egen rad, '
        "eller sätt hela värdet inom citattecken."
    )
    inside: dict[int, list[tuple[int, int]]] = {}
    for first, start, last, end in spans:
        for number in range(first, last + 1):
            begin = start if number == first else 0
            stop = end if number == last else len(lines[number])
            inside.setdefault(number, []).append((begin, stop))
    for number, line in enumerate(lines):
        at = line.find(" #")
        while at >= 0:
            if line[:at].strip() and not any(b <= at < e for b, e in inside.get(number, ())):
                yield Problem(name, number + 1, at + 2, message)
                break
            at = line.find(" #", at + 1)


def _hidden(text: str, name: str) -> Iterator[Problem]:
    """Yields: one problem per sign that cannot be seen, or that turns the text around."""
    if text.isascii() and text.isprintable():
        return
    for offset, sign in enumerate(text):
        if sign.isprintable() or sign in "\n\t\u00a0\u202f\u2009":
            continue
        kind = unicodedata.category(sign)
        if kind in {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}:
            line, column = _place(text, offset)
            message = f"Osynligt tecken (U+{ord(sign):04X}). Ta bort det och skriv om ordet."
            yield Problem(name, line, column, message)


def _place(text: str, offset: int) -> tuple[int, int]:
    """The 1-based line and column of a 0-based offset."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1
