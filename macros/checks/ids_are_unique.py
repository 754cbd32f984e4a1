"""An id is used once in its list."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem
from macros.reading import Entry


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Ett id finns en gång i sin lista.

    Godkänns: två kontakter med id `kontaktcenter` och `sociala-jouren`.
    Stoppas: två kontakter med id `kontaktcenter`.
    """
    for _, entry in portal.entries():
        yield from _lists(entry, entry.record, ())


def _lists(entry: Entry[Any], record: BaseModel, path: tuple[str | int, ...]) -> Iterator[Problem]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        if not isinstance(value, tuple):
            continue
        first: dict[str, int] = {}
        for index, item in enumerate(value):
            written = getattr(item, "id", item if isinstance(item, str) else None)
            here = (*path, name, index, "id") if hasattr(item, "id") else (*path, name, index)
            if written is not None and written in first:
                line = entry.problem((*path, name, first[written]), "").line
                message = f'"{written}" finns redan på rad {line}. Ta bort det ena, eller byt namn.'
                yield entry.problem(here, message)
            elif written is not None:
                first[written] = index
            if isinstance(item, BaseModel):
                yield from _lists(entry, item, (*path, name, index))
