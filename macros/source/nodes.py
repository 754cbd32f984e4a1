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


def found_at(node: Node, path: tuple[str | int, ...]) -> tuple[Node, Scalar | None]:
    """The node at the end of `path`, as far as it exists, and the key it stands under."""
    key: Scalar | None = None
    for part in path:
        if isinstance(node, Mapping) and isinstance(part, str) and part in node.items:
            key, node = node.keys[part], node.items[part]
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        # Else the part is a union's tag or a missing key: stay where we are.
    return node, key


def position(node: Node, path: tuple[str | int, ...]) -> tuple[int, int]:
    """The line and column to mend for what `path` leads to; for an empty field, its name's."""
    found, key = found_at(node, path)
    in_list = bool(path) and isinstance(path[-1], int)
    if isinstance(found, Scalar) and not found.text and key is not None and not in_list:
        return key.line, key.column
    return found.line, found.column


class Unreadable(Exception):  # noqa: N818 - carries problems of the data, is no error of ours
    """A file that cannot be turned into text or nodes; `problems` says why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = list(problems)
