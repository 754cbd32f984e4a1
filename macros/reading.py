"""Nodes and a model become a record that knows where it stands, or problems in Swedish."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from macros.model.types import Record
from macros.problems import Problem
from macros.refusals import Path_, refusals
from macros.source import Mapping, Node, Scalar, Sequence, Unreadable, decode, parse, position

MAX_BYTES = 1_000_000

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A record together with the file and the nodes that it was read from."""

    file: str
    record: R
    node: Mapping

    def problem(self, path: Path_, message: str) -> Problem:
        """A problem at the value that `path` leads to, for example `("contacts", 0, "id")`."""
        line, column = position(self.node, path)
        return Problem(self.file, line, column, message)

    def advice(self, path: Path_, message: str) -> Problem:
        """A problem that stops nothing, at the value that `path` leads to."""
        return replace(self.problem(path, message), severity="warning")

    def line(self, path: Path_) -> int:
        """The line in the file of what `path` leads to."""
        return position(self.node, path)[0]


def data_files(root: Path, folder: str) -> tuple[dict[str, Path], list[Problem]]:
    """The files below a folder by name, sorted; links and special files become problems.

    Names are paths from the root with forward slashes. What begins with a dot is left alone.
    """
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    for current, folders, names in os.walk(root / folder):
        for name in folders + names:
            path = Path(current, name)
            if name.startswith(".") or (path.is_dir() and not path.is_symlink()):
                continue
            shown = path.relative_to(root).as_posix()
            if path.is_symlink() or not path.is_file():
                message = "Länkar och specialfiler är inte tillåtna. Lägg in filen själv."
                problems.append(Problem(shown, 1, 1, message))
            else:
                files[shown] = path
        folders[:] = [name for name in folders if not name.startswith(".")]
    return dict(sorted(files.items())), sorted(problems)


def read_text(path: Path, name: str) -> str:
    """The text of a file that `data_files` named.

    Raises:
        Unreadable: Too large, or not text that can be read.
    """
    size = path.stat().st_size
    if size > MAX_BYTES:
        shown = f"{size / 1e6:.1f}".replace(".", ",")
        message = f"Filen är {shown} MB. Gränsen är 1 MB. Dela upp den i flera filer."
        raise Unreadable(Problem(name, 1, 1, message))
    return decode(path.read_bytes(), name)


def read_yaml(text: str, name: str, model: type[R], first_line: int = 1) -> Entry[R]:
    """The record that YAML text holds; `first_line` is where the text begins in the file.

    Raises:
        Unreadable: With every problem of the text.
    """
    first = next(name for name, field in model.model_fields.items() if field.is_required())
    node = parse(text, name, first_line, first)
    try:
        return Entry(name, model.model_validate(_plain(node)), node)
    except ValidationError as error:
        problems = refusals(error, node, model, name)
    raise Unreadable(*problems)


def _plain(node: Node) -> Any:  # noqa: ANN401 - whatever the file holds
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {key: _plain(value) for key, value in node.items.items()}
