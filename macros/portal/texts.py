"""The words of a record with their places in the file, so that checks can point into them."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from macros.model.fields import visited
from macros.model.types import Prose, Text
from macros.reading import Entry
from macros.source import Mapping, Node, Scalar, Sequence

_MARK = get_args(Prose)[1]
_MARKS = (_MARK, get_args(Text)[1])


def prose(entry: Entry[Any]) -> Iterator[tuple[BaseModel, Scalar]]:
    """Yields: each prose value of a file as it stands there, with the record that holds it."""
    yield from _prose(entry.record, entry.node)


def _prose(record: BaseModel, node: Node) -> Iterator[tuple[BaseModel, Scalar]]:
    if not isinstance(node, Mapping):
        return
    for name, alias, is_prose in visited(type(record), _is_prose):
        value, below = getattr(record, name), node.items.get(alias)
        if is_prose and isinstance(below, Scalar):
            yield record, below
        elif isinstance(value, BaseModel) and below is not None:
            yield from _prose(value, below)
        elif isinstance(value, tuple) and isinstance(below, Sequence):
            for item, item_node in zip(value, below.items, strict=True):
                if isinstance(item, BaseModel):
                    yield from _prose(item, item_node)


def _is_prose(mark: object) -> bool | None:
    return mark == _MARK or None


def worded(entry: Entry[Any]) -> Iterator[tuple[BaseModel, str, Scalar]]:
    """Yields: each text and each prose value of a file, with its record and its field's name."""
    yield from _worded(entry.record, entry.node)


def _worded(record: BaseModel, node: Node) -> Iterator[tuple[BaseModel, str, Scalar]]:
    if not isinstance(node, Mapping):
        return
    for name, alias, is_worded in visited(type(record), _is_worded):
        value, below = getattr(record, name), node.items.get(alias)
        items = below.items if isinstance(below, Sequence) else [below]
        values = value if isinstance(value, tuple) else (value,)
        for item, item_node in zip(values, items, strict=False):
            if isinstance(item, BaseModel) and item_node is not None:
                yield from _worded(item, item_node)
            elif is_worded and isinstance(item_node, Scalar):
                yield record, alias, item_node


def _is_worded(mark: object) -> bool | None:
    return mark in _MARKS or None
