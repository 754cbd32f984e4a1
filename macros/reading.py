"""Nodes and a model become a record that knows where it stands, or problems in Swedish."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import UnionType
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from macros.model.types import Record
from macros.problems import Problem, suggestion
from macros.source import Mapping, Node, Scalar, Sequence, Unreadable, decode, parse

MAX_BYTES = 1_000_000

R = TypeVar("R", bound=Record)
Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A record together with the file and the nodes that it was read from."""

    file: str
    record: R
    node: Mapping

    def problem(self, path: Path_, message: str) -> Problem:
        """A problem at the value that `path` leads to, for example `("contacts", 0, "id")`."""
        line, column = _position(self.node, path)
        return Problem(self.file, line, column, message)

    def advice(self, path: Path_, message: str) -> Problem:
        """A problem that stops nothing, at the value that `path` leads to."""
        return replace(self.problem(path, message), severity="warning")

    def line(self, path: Path_) -> int:
        """The line in the file of what `path` leads to."""
        return _position(self.node, path)[0]


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
    node = parse(text, name, first_line)
    try:
        return Entry(name, model.model_validate(_plain(node)), node)
    except ValidationError as error:
        problems = {_problem(details, node, model, name) for details in error.errors()}
    raise Unreadable(*sorted(problems))


def _plain(node: Node) -> Any:  # noqa: ANN401 - whatever the file holds
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {key: _plain(value) for key, value in node.items.items()}


def _walk(node: Node, path: Path_) -> tuple[Node, Scalar | None]:
    """The node at the end of `path`, as far as it exists, and the key it stands under."""
    key: Scalar | None = None
    for part in path:
        if isinstance(node, Mapping) and isinstance(part, str) and part in node.items:
            key, node = node.keys[part], node.items[part]
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        # Else the part is a union's tag or a missing key: stay where we are.
    return node, key


def _position(node: Node, path: Path_) -> tuple[int, int]:
    found, key = _walk(node, path)
    if isinstance(found, Scalar) and not found.text and key is not None:
        return key.line, key.column
    return found.line, found.column


def _problem(details: Any, node: Mapping, model: type[Record], name: str) -> Problem:  # noqa: ANN401
    """One of pydantic's errors as a sentence at the place where it is to be mended."""
    path: Path_ = details["loc"]
    found, key = _walk(node, path)
    line, column = _position(node, path)
    if details["type"] == "extra_forbidden":
        parent, _ = _walk(node, path[:-1])
        if isinstance(parent, Mapping):
            line, column = parent.keys[str(path[-1])].line, parent.keys[str(path[-1])].column
    elif details["type"] == "union_tag_invalid":
        found, key = _walk(found, ("kind",))
        line, column = _position(found, ())
    elif details["type"] == "portal" and isinstance(found, Scalar) and found.text:
        line, column = found.position(details["ctx"]["offset"])
    label = key.text if key is not None else str(path[-1]) if path else ""
    return Problem(name, line, column, _sentence(details, found, label, model))


def _sentence(details: Any, found: Node, label: str, model: type[Record]) -> str:  # noqa: ANN401
    kind, path, context = details["type"], details["loc"], details.get("ctx", {})
    if kind == "missing":
        sentence = _missing(str(path[-1]), model, path)
    elif kind == "extra_forbidden":
        sentence = _unknown(str(path[-1]), model, path)
    elif isinstance(found, Scalar) and not found.text:
        sentence = f'Fältet "{label}" är tomt. Skriv ett värde eller ta bort raden.'
    elif kind == "portal":
        sentence = context["message"]
    elif kind in {"literal_error", "union_tag_invalid"}:
        allowed = str(context.get("expected_tags") or context["expected"])
        written = found.text if isinstance(found, Scalar) else ""
        sentence = _not_allowed(written, label, re.findall(r"'([^']*)'", allowed))
    elif kind == "union_tag_not_found":
        sentence = 'Fältet "kind" saknas. Lägg till raden "kind: …".'
    else:
        sentence = f'"{label}" {_KINDS.get(kind, _KINDS["else"])}.'
    return sentence


def _missing(field: str, model: type[Record], path: Path_) -> str:
    fields = _fields(model, path[:-1])
    title = fields[field].title if field in fields else None
    return f'Fältet "{field}" ({title}) saknas. Lägg till raden "{field}: …".'


def _unknown(field: str, model: type[Record], path: Path_) -> str:
    known = _fields(model, path[:-1])
    return f'Okänt fält "{field}".' + (
        suggestion(field, known) or f" Fälten här heter: {', '.join(known)}."
    )


def _not_allowed(written: str, label: str, expected: list[str]) -> str:
    hint = suggestion(written, expected) or f" Välj ett av: {', '.join(expected)}."
    return f'"{written}" är inte ett tillåtet värde för "{label}".{hint}'


_KINDS = {
    "model_type": "ska vara fält med namn och värde. Skriv dem indragna på egna rader",
    "model_attributes_type": "ska vara fält med namn och värde. Skriv dem indragna på egna rader",
    "tuple_type": 'ska vara en lista. Börja varje post med "- " på en egen rad',
    "string_type": "ska vara en text. Skriv den på samma rad, eller efter | på raderna under",
    "greater_than": "ska vara större än noll. Skriv ett sådant tal",
    "else": "ska vara ett enda värde. Skriv det på samma rad",
}
"""What a value of the wrong kind should be, by pydantic's name of the error."""


def _fields(model: type[Record], path: Path_) -> dict[str, FieldInfo]:
    """The fields of the model that `path` leads to, by the names used in files."""
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
    return {name: info for candidate in models for name, info in _by_alias(candidate).items()}


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
