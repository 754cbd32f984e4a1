"""The prose of a record with its places in the file, so that checks can point into it."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from macros.model.fields import visited
from macros.model.types import Prose
from macros.reading import Entry
from macros.source import Mapping, Node, Scalar, Sequence

_MARK = get_args(Prose)[1]


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
