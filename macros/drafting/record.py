"""A record as YAML: what is given, and each optional field in a comment, ready to be used.

A field put out of use is its line with `#` before it and no space, so that taking away that sign is
enough; words about it stand after `# `. Titles, help and examples are those of the model.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.source.editing import Tree, value, written

HEAD = (
    "# Rader som börjar med # används inte. Ta bort tecknet # framför ett fält för att fylla i "
    "det, och ta bort de rader som du inte behöver."
)
"""What stands first in a new file."""


def record(
    model: type[BaseModel],
    given: Mapping[str, Any],
    waiting: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """The text of a file with one record.

    Args:
        model: What the file holds.
        given: The values by the names of the fields in files: texts, numbers, days, and mappings
            and lists of these. What is empty or None is left out.
        waiting: The lines of what is to be written in a list, by its field; they stand in comments.
    """
    lines = [HEAD]
    for name, part in zip(model.model_fields, _fields(model, given), strict=True):
        lines += part if not (waiting or {}).get(name) else _with(part, (waiting or {})[name])
    return "\n".join(lines) + "\n"


def _with(part: list[str], waiting: Sequence[str]) -> list[str]:
    """The lines of a list, and in comments those of what it waits for."""
    if part[-1].startswith("#"):
        # Nothing of it is filled in, so this stands in the place of an example.
        start = next(number for number, line in enumerate(part, 1) if re.match("#(?! )", line))
        return [*part[:start], *(f"#  {line}" for line in waiting)]
    return [*part, *(f"  {line}" if line.startswith("# ") else f"  #{line}" for line in waiting)]


def item(model: type[BaseModel], given: Mapping[str, Any], indent: int = 2) -> str:
    """The lines of one record in a list, which are as far in as those of its neighbours."""
    return "".join(f"{' ' * indent}{line}\n" for line in _item(model, given))


def unused(model: type[BaseModel], name: str) -> list[str]:
    """The lines of a field that is to be filled in: what it is, and the field in a comment."""
    field = model.model_fields[name]
    return [*_words(field), *(f"#{line}" for line in _empty(field.alias or name, field))]


def _lines(model: type[BaseModel], given: Mapping[str, Any], *, helped: bool = True) -> list[str]:
    return list(chain.from_iterable(_fields(model, given, helped=helped)))


def _fields(
    model: type[BaseModel], given: Mapping[str, Any], *, helped: bool = True
) -> Iterator[list[str]]:
    """Yields: the lines of each field, in the order of the model.

    Args:
        model: The model.
        given: The values.
        helped: Whether fields that are not filled in stand there too.
    """
    for name, field in model.model_fields.items():
        key = field.alias or name
        held = given.get(key)
        if held or isinstance(held, bool):
            yield _filled(key, field, held, helped=helped)
        elif held == [] and field.is_required():
            yield [f"{key}: []"]
        elif field.is_required():
            yield [*_words(field), *_empty(key, field)]
        elif helped:
            yield unused(model, name)


def _filled(
    key: str,
    field: FieldInfo,
    held: Any,  # noqa: ANN401 - any value
    *,
    helped: bool,
) -> list[str]:
    models = _models(field)
    if models and isinstance(held, Mapping):
        return [f"{key}:", *_indented(_lines(_chosen(models, held), held, helped=helped))]
    if models:
        # What the first of a list has in comments is not said again in each of the others.
        items = (
            _item(_chosen(models, each), each, helped=helped and number == 0)
            for number, each in enumerate(held)
        )
        return [f"{key}:", *_indented(chain.from_iterable(items))]
    return written(Tree({key: value(held)})).splitlines()


def _empty(key: str, field: FieldInfo) -> list[str]:
    """A field that waits for its value: with the model's example, or with nothing."""
    models = _models(field)
    listed = get_origin(bare(field.annotation)) is tuple
    if models and listed:
        return [f"{key}:", *_indented(_item(models[0], _fixed(models[0])))]
    if models:
        return [f"{key}:", *_indented(_lines(models[0], _fixed(models[0])))]
    example = "" if listed else _example(field)
    return [f"{key}:", "  -"] if listed else [f"{key}: {example}".rstrip()]


def _item(model: type[BaseModel], given: Mapping[str, Any], *, helped: bool = True) -> list[str]:
    """The lines of a record in a list; what is filled in comes first, behind the hyphen."""
    parts = [part for part in _fields(model, given, helped=helped) if part]
    first = next((part for part in parts if not part[-1].startswith("#")), None)
    if first is None:
        # Nothing must be there, so what comes first in the model is the one that is shown in use.
        parts[0] = first = [re.sub("^#(?! )", "", line) for line in parts[0]]
    words = [line for line in first if line.startswith("# ")]
    lines = [line for line in first if not line.startswith("# ")]
    rest = chain(lines[1:], *(part for part in parts if part is not first))
    return [*words, f"- {lines[0]}", *_indented(rest)]


def _fixed(model: type[BaseModel]) -> dict[str, str]:
    """The fields of which there is but one value, such as the kind of a schedule."""
    return {
        name: values[0]
        for name, field in model.model_fields.items()
        if len(values := get_args(field.annotation)) == 1
        and get_origin(field.annotation) is Literal
    }


def _words(field: FieldInfo) -> list[str]:
    """What a field is: its title and help, and the values that are allowed."""
    models = _models(field)
    allowed = allowed_values(field)
    if len(models) > 1:
        allowed = tuple(chosen for model in models for chosen in _fixed(model).values())
    told = allowed if any(choice not in str(field.description) for choice in allowed) else ()
    chosen = f" Välj bland {', '.join(told)}." if told else ""
    return [f"# {field.title}: {field.description}{chosen}"]


def allowed_values(field: FieldInfo) -> tuple[str, ...]:
    """The values that a field is chosen from, or nothing."""
    kind = bare(field.annotation)
    if get_origin(kind) is tuple:
        kind = get_args(kind)[0]
    return get_args(kind) if get_origin(kind) is Literal else ()


def _models(field: FieldInfo) -> list[type[BaseModel]]:
    """The records that a field may hold, alone or in a list."""
    return list(_found(field.annotation))


def _found(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _found(part)


def _chosen(models: list[type[BaseModel]], held: Mapping[str, Any]) -> type[BaseModel]:
    """The one of several records that a value is, by its kind."""
    return next((m for m in models if held.get("kind") in _fixed(m).values()), models[0])


def bare(annotation: Any) -> Any:  # noqa: ANN401 - any annotation
    """An annotation without the choice to be nothing."""
    parts = [part for part in get_args(annotation) if part is not type(None)]
    return parts[0] if type(None) in get_args(annotation) else annotation


def _example(field: FieldInfo) -> str:
    """The model's example as it stands behind a field's name, or nothing."""
    example = next(iter(field.examples or ()), None)
    shown: object = True if field.default is False else example
    if example is not None and re.fullmatch(r"\d{4}-\d{2}-\d{2}", example):
        shown = dt.date.fromisoformat(example)
    return "" if shown is None else written(Tree({"x": value(shown)})).removeprefix("x: ").strip()


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" for line in lines]
