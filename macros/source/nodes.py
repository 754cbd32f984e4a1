"""What a file is made of: scalars, mappings and sequences, each with its place in the file."""

from dataclasses import dataclass, field
from typing import NamedTuple

from macros.problems import Problem


class Scalar(NamedTuple):
    """A value as written: its text, where it starts (1-based), and how it was quoted.

    A tuple, since 1,500 plans hold a million of them. `indent` is the number of spaces before each
    line of a literal block (`|`); `folded` says that the value spans lines which YAML joins.
    """

    text: str
    line: int
    column: int
    style: str = ""
    indent: int = 0
    folded: bool = False

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of the text's character number `offset` (0-based).

        Exact for one-line values and literal blocks (`|`); else the value's start.
        """
        before = self.text[:offset]
        if self.style == "|":
            newest = before.rfind("\n") + 1
            return self.line + 1 + before.count("\n"), self.indent + 1 + offset - newest
        if self.folded:
            return self.line, self.column
        quotes = 1 + before.count("'") if self.style == "'" else int(self.style == '"')
        return self.line, self.column + offset + quotes


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
