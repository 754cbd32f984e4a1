"""What an answer changes in the text of a file with contacts, and nothing else of it.

Lines that come or go, and a value that is the rest of its line, are changed as lines: a tree holds
the comment before a record as a part of the record before it. What is written between brackets goes
through the tree of `source.editing`, where that gives the rest of the file back as it was.
"""

from typing import Any

from macros.source import Mapping as Fields
from macros.source import Scalar, Sequence, Unreadable, parse
from macros.source.editing import Tree, tree, value, written
from macros.source.nodes import found_at

Path = tuple[str | int, ...]


class NotByUs(Exception):  # noqa: N818 - a person can; no error of ours
    """The file is written in a way that would not stay as it is."""


def with_value(text: str, path: Path, new: Any) -> str:  # noqa: ANN401 - a text, a day or a mapping
    """The text with another value at a path; a field that is not there comes last in its record.

    Raises:
        NotByUs: Something else in the file would change too.
    """
    *above, name = path
    record = found_at(parse(text, ""), tuple(above))[0]
    held = record.items.get(str(name)) if isinstance(record, Fields) else None
    if isinstance(held, Scalar) and (changed := _in_line(text, held, new)):
        return changed
    if held is not None:
        return _by_tree(text, path, new)
    return _with_field(text, tuple(above), str(name), new)


def without(text: str, path: Path) -> str:
    """The text without a field, or a record of a list with the comments right before it.

    Raises:
        NotByUs: Something else in the file would change too.
    """
    node = parse(text, "")
    lines = text.splitlines()
    *above, name = path
    holder = found_at(node, tuple(above))[0]
    if isinstance(holder, Sequence) and isinstance(name, int):
        start = holder.items[name].line - 1
        if not lines[start].lstrip().startswith("- "):
            return _by_tree(text, path)
        end = _end(lines, start)
        while start and lines[start - 1].lstrip().startswith("#"):
            start -= 1
        return _joined(lines[:start] + lines[end:])
    key = holder.keys.get(str(name)) if isinstance(holder, Fields) else None
    if key is None or lines[key.line - 1][: key.column - 1].strip():
        # Behind a hyphen or within brackets.
        return _by_tree(text, path)
    return _joined(lines[: key.line - 1] + lines[_end(lines, key.line - 1) :])


def _with_field(text: str, record: Path, name: str, new: Any) -> str:  # noqa: ANN401 - as above
    lines = text.splitlines()
    node = found_at(parse(text, ""), record)[0]
    start = node.line - 1
    if lines[start][node.column - 1] == "{" or "- " not in lines[start][: node.column - 1]:
        # Between brackets, or below a hyphen of its own: there is no line to go by.
        return _by_tree(text, (*record, name), new)
    end = _end(lines, start)
    indent = " " * (node.column - 1)
    added = [f"{indent}{line}" for line in written(Tree({name: value(new)})).splitlines()]
    return _joined(lines[:end] + added + lines[end:])


def _in_line(text: str, held: Scalar, new: Any) -> str | None:  # noqa: ANN401 - as above
    """The text with another value where one is the rest of its line; None where it is not."""
    lines = text.splitlines()
    line = lines[held.line - 1]
    try:
        rest = parse(f"x: {line[held.column - 1 :]}\n", "")
    except Unreadable:
        return None
    stands = found_at(rest, ("x",))[0]
    put = written(Tree({"x": value(new)})).removeprefix("x: ")
    if not isinstance(stands, Scalar) or stands.text != held.text or put.count("\n") > 1:
        return None
    lines[held.line - 1] = line[: held.column - 1] + put.rstrip("\n")
    return _joined(lines)


_NOTHING = object()


def _by_tree(text: str, path: Path, new: Any = _NOTHING) -> str:  # noqa: ANN401 - as above
    """The text with another value at a path, or without what stands there."""
    changed = tree(text)
    if written(changed) != text:
        raise NotByUs
    held: Any = changed
    for part in path[:-1]:
        held = held[part]
    if new is _NOTHING:
        del held[path[-1]]
    else:
        held[path[-1]] = value(new)
    return written(changed)


def _end(lines: list[str], start: int) -> int:
    """After which line what begins on a line ends: the rest of it stands further in."""
    indent = _indent(lines[start])
    end = start + 1
    for number, line in enumerate(lines[start + 1 :], start + 1):
        if line.strip() and _indent(line) > indent:
            end = number + 1
        elif line.strip() and not line.lstrip().startswith("#"):
            break
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
