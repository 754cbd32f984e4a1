"""One more record in a list that a file holds; all else in the file stays as it stands."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from macros.drafting.draft import RefusedError
from macros.drafting.record import HEAD, item
from macros.portal import Portal
from macros.source import Sequence, Unreadable, parse
from macros.source.editing import tree, value, written


def with_record(
    portal: Portal, file: str, key: str, model: type[BaseModel], given: Mapping[str, Any]
) -> str:
    """The text of a file with one more record last in a list of it, or of a new file.

    Args:
        portal: What stands in plans/ now.
        file: The file's name.
        key: The field that holds the list.
        model: What the list holds.
        given: The values of the new record.

    Raises:
        RefusedError: The file cannot be read as it stands.
    """
    text = portal.texts.get(file)
    if text is None:
        return f"{HEAD}\n{key}:\n{item(model, given)}"
    try:
        node = parse(text, file)
    except Unreadable:
        raise RefusedError(f"{file} har fel. Rätta dem först: planportal check.") from None
    lines = text.splitlines()
    listed = node.items.get(key)
    if listed is None:
        return "\n".join([*lines, f"{key}:", item(model, given)])
    indent = _indent(listed, lines)
    if indent is None:
        # Written between brackets, so there are no lines to follow.
        changed = tree(text)
        changed[key] = value([*changed[key], given])
        return written(changed)
    after = [each.line for each in node.keys.values() if each.line > node.keys[key].line]
    end = _end(lines, min(after, default=len(lines) + 1) - 1, indent)
    return "\n".join([*lines[:end], *item(model, given, indent).splitlines(), *lines[end:]]) + "\n"


def _indent(listed: object, lines: list[str]) -> int | None:
    """How far in the hyphens of a list stand; None where it has none."""
    if not isinstance(listed, Sequence) or not listed.items:
        return None
    line = lines[listed.items[0].line - 1]
    indent = len(line) - len(line.lstrip())
    return indent if line.lstrip().startswith("- ") else None


def _end(lines: list[str], end: int, indent: int) -> int:
    """After which line a list ends: a comment further out belongs to the field after it."""
    while end and (not lines[end - 1].strip() or _is_outside(lines[end - 1], indent)):
        end -= 1
    return end


def _is_outside(line: str, indent: int) -> bool:
    bare = line.lstrip()
    # Hyphens at the margin leave no room further out, so a comment there is the next field's.
    return bare.startswith("#") and len(line) - len(bare) < max(indent, 1)
