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


def _marks(annotation: Any) -> Iterator[object]:  # noqa: ANN401 - any annotation
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _marks(part)
