"""One YAML document as nodes, built from the parser's events, with nothing guessed or lost."""

import itertools
from collections.abc import Iterator
from typing import Any

import yaml

from macros.problems import Problem
from macros.source.nodes import Mapping, Node, Scalar, Sequence, Unreadable
from macros.source.syntax import syntax_problem

MAX_DEPTH = 20

_NOTHING = frozenset({"~", "null", "Null", "NULL"})
"""Words that all others who read YAML, editors among them, take for a missing value."""


def parse(text: str, name: str, first_line: int = 1, first_field: str = "title") -> Mapping:
    """The nodes of one YAML document whose top is a mapping.

    Args:
        text: The document.
        name: What problems call its file.
        first_line: The line of the file on which the document begins.
        first_field: The field that the document could begin with, for the message if it has none.

    Raises:
        Unreadable: With every problem that could be found before reading had to stop.
    """
    text = "\n" * (first_line - 1) + text
    lines = text.split("\n")
    if "\t" in text:
        number, line = next(pair for pair in enumerate(lines, 1) if "\t" in pair[1])
        message = "Tabbtecken. Använd mellanslag i stället."
        raise Unreadable(Problem(name, number, line.index("\t") + 1, message))
    builder = _Builder(name, lines)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.YAMLError as error:
        problem = syntax_problem(error, name, lines, builder.quoted)
        raise Unreadable(*sorted([*builder.problems, problem])) from None
    problems = sorted([*builder.problems, *_lost_after_hash(lines, builder.spans, name)])
    if problems or not isinstance(builder.root, Mapping):
        raise Unreadable(*(problems or [_no_mapping(builder.root, name, first_field)]))
    return builder.root


def _no_mapping(root: Node | None, name: str, first_field: str) -> Problem:
    if isinstance(root, Sequence):
        message = f'Listan har inget namn. Skriv "{first_field}:" på en egen rad före den.'
        return Problem(name, root.line, root.column, message)
    message = (
        "Filen har inga fält. Skriv namn, kolon och värde på varje rad, "
        f'och börja med "{first_field}: …".'
    )
    return Problem(name, 1, 1, message)


class _Builder:
    """Builds nodes from parser events and stops at what is not allowed."""

    def __init__(self, name: str, lines: list[str]) -> None:
        self.name = name
        self.lines = lines
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.spans: list[tuple[int, int, int, int]] = []
        self.quoted: tuple[int, int, int] | None = None
        """Where the last text in quotes over several lines begins, and the line of its end."""
        self._open: list[Mapping | Sequence] = []
        self._key: list[Scalar | None] = []
        self._run_together: set[int] = set()

    def take(self, event: Any) -> None:  # noqa: ANN401 - one of yaml's event classes
        """Add one event to the tree.

        Raises:
            Unreadable: At anchors, aliases, tags, a second document or too great a depth.
        """
        # By the exact class, the most frequent first: this runs once for each value of all plans.
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._refuse_marks(event)
            self._add(self._scalar(event))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._refuse_marks(event)
            self._begin(event, Mapping if kind is yaml.MappingStartEvent else Sequence)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
            self._key.pop()
        elif kind is yaml.AliasEvent:
            self._stop(event, _special("*", "ett alias"))
        elif kind is yaml.DocumentStartEvent and self.root is not None:
            self._stop(event, 'Filen har flera dokument ("---"). Behåll ett.')

    def _begin(self, event: Any, kind: type[Mapping | Sequence]) -> None:  # noqa: ANN401 - as above
        if len(self._open) >= MAX_DEPTH:
            message = f"Listor och fält ligger i fler än {MAX_DEPTH} nivåer. Gör det plattare."
            self._stop(event, message)
        start = event.start_mark
        node = kind(start.line + 1, start.column + 1)
        self._add(node)
        self._open.append(node)
        self._key.append(None)

    def _scalar(self, event: Any) -> Scalar:  # noqa: ANN401 - the types know two kinds of mark
        start, end = event.start_mark, event.end_mark
        style, indent = event.style or "", 0
        if not event.value.replace("\n", "").replace("\u00a0", "").isprintable():
            self._stop(event, "Osynligt tecken i värdet. Skriv om det utan omvända snedstreck.")
        if not style and event.value in _NOTHING:
            self._stop(
                event,
                f'YAML läser "{event.value}" som att inget värde finns. '
                "Ta bort raden, eller sätt ordet inom citattecken.",
            )
        self.spans.append((start.line, start.column, end.line, end.column))
        if style in {"|", ">"}:
            # The indicator's own line holds no text of the block: a comment there is lost.
            self.spans[-1] = (start.line + 1, 0, end.line, end.column)
            rest = itertools.islice(self.lines, start.line + 1, None)
            body = next((line for line in rest if line.strip()), "")
            indent = len(body) - len(body.lstrip())
        folded = style == ">" or (style != "|" and end.line != start.line)
        if folded and style in {'"', "'"}:
            self.quoted = (start.line + 1, start.column + 1, end.line + 1)
        return Scalar(event.value, start.line + 1, start.column + 1, style, indent, folded)

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
            self._refuse_twice(key, parent)
            return
        parent.items[key.text] = node
        parent.keys[key.text] = key

    def _refuse_twice(self, key: Scalar, parent: Mapping) -> None:
        """One problem for a field that is there already.

        Where a list's item has its first field again, a new item has lost its dash, and what
        follows would all be there already: it is told once.
        """
        if id(parent) in self._run_together:
            return
        message = f'Fältet "{key.text}" finns redan på rad {parent.keys[key.text].line}. '
        in_list = len(self._open) > 1 and isinstance(self._open[-2], Sequence)
        if in_list and key.text == next(iter(parent.items)):
            self._run_together.add(id(parent))
            message += (
                f'Börjar en ny post här? Skriv "- {key.text}: …" i så fall, annars ta bort det.'
            )
        else:
            message += "Ta bort det ena."
        self.problems.append(Problem(self.name, key.line, key.column, message))

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._stop(event, _special("&", "ett ankare"))
        if event.tag is not None:
            self._stop(event, _special("!", "ett typmärke"))

    def _stop(self, event: Any, message: str) -> None:  # noqa: ANN401 - as above
        mark = event.start_mark
        self.problems.append(Problem(self.name, mark.line + 1, mark.column + 1, message))
        raise Unreadable(*sorted(self.problems))


def is_guessed(scalar: Scalar) -> bool:
    """Whether others who read YAML would take an unquoted text for a number, a date or so."""
    if scalar.style:
        return False
    kind = yaml.ScalarNode
    tag = _RESOLVER.resolve(kind, scalar.text, (True, False))  # type: ignore[no-untyped-call]
    return bool(tag != "tag:yaml.org,2002:str")


_RESOLVER = yaml.resolver.Resolver()


def _special(sign: str, name: str) -> str:
    return (
        f'YAML läser det som börjar med "{sign}" som {name}, och det är inte tillåtet. '
        "Skriv ut värdet, eller sätt hela texten inom citattecken."
    )


def _lost_after_hash(
    lines: list[str], spans: list[tuple[int, int, int, int]], name: str
) -> Iterator[Problem]:
    """Yields: one problem per line on which YAML drops text behind ` #`."""
    message = (
        'Texten efter " #" försvinner. Skriv kommentarer på en egen rad, '
        "eller sätt hela värdet inom citattecken."
    )
    # A line that is a comment as a whole, such as a field put out of use, loses nothing.
    suspects = {
        n for n, line in enumerate(lines) if " #" in line.lstrip() and line.lstrip()[0] != "#"
    }
    if not suspects:
        return
    inside: dict[int, list[tuple[int, int]]] = {}
    for first, start, last, end in spans:
        for number in suspects.intersection(range(first, last + 1)):
            begin = start if number == first else 0
            stop = end if number == last else len(lines[number])
            inside.setdefault(number, []).append((begin, stop))
    for number in sorted(suspects):
        line = lines[number]
        at = line.find(" #")
        while at >= 0:
            if line[:at].strip() and not any(b <= at < e for b, e in inside.get(number, ())):
                yield Problem(name, number + 1, at + 2, message)
                break
            at = line.find(" #", at + 1)
