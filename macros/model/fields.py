"""The fields of a model that a walk through its records visits: marked, or holding records."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

T = TypeVar("T")


@cache
def visited(
    model: type[BaseModel], pick: Callable[[object], T | None]
) -> list[tuple[str, str, T | None]]:
    """The fields with a mark that `pick` makes something of, and those that hold further records.

    Args:
        model: The model.
        pick: What a mark on a field means to the walk, or None. A function of a module: the fields
            are kept by it.

    Returns:
        For each field its name in code, its name in files, and what the first mark means.
    """
    found = []
    for name, field in model.model_fields.items():
        marks = (*field.metadata, *_marks(field.annotation))
        meaning = next((m for mark in marks if (m := pick(mark)) is not None), None)
        if meaning is not None or "macros.model" in str(field.annotation):
            found.append((name, field.alias or name, meaning))
    return found


def marked(
    record: BaseModel, pick: Callable[[object], T | None], path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], T, Any]]:
    """The marked values of a record and of all records in it; those left out are left out here.

    Args:
        record: The record.
        pick: As for `visited`.
        path: Where the record stands in its file.

    Yields:
        For each value its path in the file, what its mark means, and the value.
    """
    for name, alias, meaning in visited(type(record), pick):
        value = getattr(record, name)
        here = (*path, alias)
        if meaning is None and isinstance(value, BaseModel):
            yield from marked(value, pick, here)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from marked(item, pick, (*here, index))
                elif meaning is not None:
                    yield (*here, index), meaning, item
        elif meaning is not None and value is not None:
            yield here, meaning, value


def _marks(annotation: Any) -> Iterator[object]:  # noqa: ANN401 - any annotation
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _marks(part)
