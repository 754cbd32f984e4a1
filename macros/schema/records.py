"""What pydantic says of a model: its records as JSON Schema, before it is worded for anybody."""

from typing import Any

from macros.model.types import Record

Node = dict[str, Any]

_NOTHING = {"type": "null"}


def records(model: type[Record]) -> tuple[Node, dict[str, Node]]:
    """The record that a file holds, and by name those that it is made of.

    Beside the keywords of JSON Schema, a value has `x-name`, what its kind is called, and
    `x-reference`, of what it is the id.
    """
    made = model.model_json_schema(by_alias=True)
    return made, made.pop("$defs", {})


def without_null(node: Node) -> Node:
    """A value without the choice to be nothing: a field that may be missing is left out."""
    made = dict(node)
    if "anyOf" in made and _NOTHING in made["anyOf"]:
        options = [option for option in made.pop("anyOf") if option != _NOTHING]
        made |= {"anyOf": options} if len(options) > 1 else options[0]
    return made
