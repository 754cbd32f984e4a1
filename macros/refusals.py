"""What a model refuses, as Swedish sentences at the places to mend; reads no files."""

import re
import unicodedata
from collections.abc import Iterator
from types import UnionType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from macros.model.types import Record
from macros.problems import Problem, nearest, suggestion
from macros.source import Mapping, Node, Scalar, found_at, position

Path_ = tuple[str | int, ...]


def refusals(
    error: ValidationError, node: Mapping, model: type[Record], name: str
) -> list[Problem]:
    """The model's complaints of a file's nodes, in the order of lines.

    A field that is missing because its name is misspelt is told once, where it is misspelt; so is
    one that is empty because the lines below it have lost their indentation.
    """
    errors: list[Any] = list(error.errors())
    unknown = [details["loc"] for details in errors if details["type"] == "extra_forbidden"]
    misspelt = {(*path[:-1], _meant(str(path[-1]), _fields(model, path[:-1]))) for path in unknown}
    emptied = {(*path[:-1], _above(node, path, model)) for path in unknown}
    return sorted(
        {
            _problem(details, node, model, name)
            for details in errors
            if details["type"] != "missing" or details["loc"] not in misspelt
            if details["loc"] not in emptied or not _is_empty(found_at(node, details["loc"])[0])
        }
    )


def _problem(details: Any, node: Mapping, model: type[Record], name: str) -> Problem:  # noqa: ANN401
    path: Path_ = details["loc"]
    found, key = found_at(node, path)
    line, column = position(node, path)
    if details["type"] == "extra_forbidden":
        parent, _ = found_at(node, path[:-1])
        if isinstance(parent, Mapping):
            line, column = parent.keys[str(path[-1])].line, parent.keys[str(path[-1])].column
    elif details["type"] == "union_tag_invalid":
        found, key = found_at(found, ("kind",))
        line, column = position(found, ())
    elif details["type"] == "portal" and isinstance(found, Scalar) and found.text:
        line, column = found.position(details["ctx"]["offset"])
    label = key.text if key is not None else str(path[-1]) if path else ""
    if details["type"] == "extra_forbidden" and (above := _above(node, path, model)):
        said = _outdented(str(path[-1]), above, _fields(model, path[:-1])[above])
    else:
        said = _sentences(details, found, label, model)
    return Problem(name, line, column, said)


def _sentences(details: Any, found: Node, label: str, model: type[Record]) -> str:  # noqa: ANN401
    kind, path, context = details["type"], details["loc"], details.get("ctx", {})
    if kind == "missing":
        said = _missing(str(path[-1]), _fields(model, path[:-1]))
    elif kind == "extra_forbidden":
        said = _unknown(str(path[-1]), _fields(model, path[:-1]))
    elif _is_empty(found):
        said = _empty(label, path, model)
    elif kind == "portal":
        said = context["message"]
    elif kind in {"literal_error", "union_tag_invalid"}:
        allowed = str(context.get("expected_tags") or context["expected"])
        written = found.text if isinstance(found, Scalar) else ""
        said = _not_allowed(written, label, re.findall(r"'([^']*)'", allowed))
    elif kind == "union_tag_not_found":
        said = _missing("kind", _fields(model, path), _kinds(model, path))
    elif kind in {"model_type", "model_attributes_type"}:
        said = _no_fields(label, path, model)
    elif kind == "string_type":
        said = _no_text(label, path, found)
    else:
        said = _KINDS.get(kind, _KINDS["else"]).format(label)
    return said


_KINDS = {
    "tuple_type": '"{}" ska vara en lista. Börja varje post med "- " på en egen rad.',
    "greater_than": 'Talet för "{}" ska vara större än noll. Skriv 1 eller mer.',
    "else": '"{}" ska vara ett enda värde. Skriv det på samma rad.',
}
"""What a value of the wrong kind should be, by pydantic's name of the error."""


def _missing(field: str, fields: dict[str, FieldInfo], kinds: list[str] | None = None) -> str:
    info = fields[field]
    said = f'Fältet "{field}" ({info.title}) saknas. Lägg till raden '
    if choices := kinds or list(_choices(info.annotation)):
        return f'{said}"{field}: …" med ett av: {", ".join(choices)}.'
    if _is_list(info.annotation):
        return f'{said}"{field}:" och en lista under den.'
    if below := _to_write(list(_models(info.annotation))):
        return f'{said}"{field}:" och under den, indraget: {", ".join(below)}.'
    return f'{said}"{field}: …".'


def _unknown(written: str, fields: dict[str, FieldInfo]) -> str:
    meant = _meant(written, fields)
    hint = f'Menade du "{meant}"?' if meant else f"Fälten här heter: {', '.join(fields)}."
    return f'Okänt fält "{written}". {hint}'


def _above(node: Mapping, path: Path_, model: type[Record]) -> str | None:
    """The nearest field above an unknown one that it is a part of, had it been indented."""
    parent, _ = found_at(node, path[:-1])
    if not isinstance(parent, Mapping):
        return None
    fields, names = _fields(model, path[:-1]), list(parent.items)
    for name in reversed(names[: names.index(str(path[-1]))]):
        below = _models(fields[name].annotation) if name in fields else ()
        if any(path[-1] in _by_alias(candidate) for candidate in below):
            return name
    return None


def _outdented(written: str, above: str, info: FieldInfo) -> str:
    where = f'en post i "{above}"' if _is_list(info.annotation) else f'"{above}"'
    return f'Fältet "{written}" hör till {where} ovanför. Dra in raden, så att den står under.'


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text


def _meant(written: str, fields: dict[str, FieldInfo]) -> str | None:
    """The field that a misspelt name stands for; its Swedish title is known to whoever writes."""
    titles = {_folded(info.title or name): name for name, info in fields.items()}
    folded = _folded(written)
    near = titles.get(folded) or nearest(written, fields)
    return near or titles.get(nearest(folded, titles) or "")


def _folded(words: str) -> str:
    """Words as a field's name would be: "Öppettider i ord" is "oppettider_i_ord"."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[\s-]+", "_", plain.strip())


def _empty(label: str, path: Path_, model: type[Record]) -> str:
    if path and isinstance(path[-1], int):
        return f'En post i "{label}" är tom. Skriv ett värde eller ta bort raden.'
    info = _fields(model, path[:-1]).get(label)
    way_out = "." if info is not None and info.is_required() else " eller ta bort raden."
    return f'Fältet "{label}" är tomt. Skriv ett värde{way_out}'


def _not_allowed(written: str, label: str, expected: list[str]) -> str:
    hint = suggestion(written, expected) or f" Välj ett av: {', '.join(expected)}."
    return f'"{written}" är inte ett tillåtet värde för "{label}".{hint}'


def _no_fields(label: str, path: Path_, model: type[Record]) -> str:
    """What to say where a record should be and none is."""
    below = _to_write(_models_at(model, path)) or list(_fields(model, path))
    if path and isinstance(path[-1], int):
        return (
            f'Varje post i "{label}" ska vara fält med namn och värde. '
            f'Börja den till exempel med "- {below[0]}: …".'
        )
    return (
        f'"{label}" ska vara fält med namn och värde. '
        f"Skriv på egna rader under, indraget: {', '.join(below)}."
    )


def _no_text(label: str, path: Path_, found: Node) -> str:
    if isinstance(found, Mapping) and not all(re.fullmatch("[a-z_]+", key) for key in found.items):
        return "Kolon och mellanslag mitt i en text. Sätt hela texten inom citattecken."
    if path and isinstance(path[-1], int):
        return f'Varje post i "{label}" ska vara en text. Skriv den efter "- " på samma rad.'
    return f'"{label}" ska vara en text. Skriv den på samma rad, eller efter | på raderna under.'


def _fields(model: type[Record], path: Path_) -> dict[str, FieldInfo]:
    """The fields of the models that `path` leads to, by the names used in files."""
    found = _models_at(model, path)
    return {name: info for candidate in found for name, info in _by_alias(candidate).items()}


def _kinds(model: type[Record], path: Path_) -> list[str]:
    """The values of `kind` that choose between the models that `path` leads to."""
    return [kind for candidate in _models_at(model, path) for kind in _tags(candidate)]


def _models_at(model: type[Record], path: Path_) -> list[type[BaseModel]]:
    models: list[type[BaseModel]] = [model]
    for part in path:
        if isinstance(part, int):
            continue
        tagged = [m for m in models if part in _tags(m)]
        if len(models) > 1 and tagged:
            models = tagged
            continue
        fields = {name: info for model_ in models for name, info in _by_alias(model_).items()}
        models = list(_models(fields[part].annotation)) if part in fields else models
    return models


def _to_write(models: list[type[BaseModel]]) -> list[str]:
    """The fields that each of the models demands."""
    each = [{n for n, info in _by_alias(m).items() if info.is_required()} for m in models]
    return (
        [name for name in _by_alias(models[0]) if all(name in own for own in each)] if each else []
    )


def _by_alias(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _tags(model: type[BaseModel]) -> tuple[str, ...]:
    """The values of `kind` that choose this model where several are possible."""
    return get_args(model.model_fields["kind"].annotation) if "kind" in model.model_fields else ()


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and not isinstance(annotation, UnionType):
        try:
            if issubclass(annotation, BaseModel):
                yield annotation
                return
        except TypeError:
            pass
    for part in get_args(annotation):
        yield from _models(part)


def _choices(annotation: Any) -> Iterator[str]:  # noqa: ANN401 - any annotation
    """The values that a field allows, where they can be counted."""
    if annotation is bool:
        yield from ("true", "false")
    elif get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif not _is_list(annotation):
        for part in get_args(annotation):
            yield from _choices(part)


def _is_list(annotation: Any) -> bool:  # noqa: ANN401 - any annotation
    return get_origin(annotation) is tuple
