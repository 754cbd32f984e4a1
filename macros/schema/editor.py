"""JSON Schema of one kind of file, from its model: what an editor shows and accepts.

Draft 7, the newest that the YAML extension of VS Code reads. An editor guesses at values where we
do not, so the schema accepts whatever the model does, in every form that an editor may see it.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from macros.portal import Portal
from macros.schema.ids import known
from macros.schema.kinds import Kind
from macros.schema.records import Node, records, without_null

_LEFT_OUT = {"default", "discriminator", "x-name", "x-reference"}


def schema(kind: Kind, portal: Portal) -> Node:
    """What an editor is to know of a kind of file, with the ids that the portal holds."""
    made, definitions = records(kind.model)

    def ids(reference: str) -> Mapping[str, str]:
        return known(portal, reference)

    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "Skriven av `planportal schema`. Ändra i macros/model/.",
        "title": kind.title,
        **_record(made, ids),
        "definitions": {name: _record(node, ids) for name, node in sorted(definitions.items())},
    }


def _record(node: Node, ids: Callable[[str], Mapping[str, str]]) -> Node:
    """A record without its name in code, and without its docstring, which is for developers."""
    fields = {name: _value(field, ids) for name, field in node["properties"].items()}
    required = {"required": node["required"]} if "required" in node else {}
    return {"type": "object", "additionalProperties": False, **required, "properties": fields}


def _value(node: Node, ids: Callable[[str], Mapping[str, str]]) -> Node:
    """What a field or an item of a list may hold."""
    made = without_null(node)
    reference = made.get("x-reference")
    made = {key: part for key, part in made.items() if key not in _LEFT_OUT}
    for group in ("anyOf", "oneOf"):
        if group in made:
            made[group] = [_value(option, ids) for option in made[group]]
    if "items" in made:
        made["items"] = _value(made["items"], ids)
    if "$ref" in made:
        target = {"$ref": made.pop("$ref").replace("$defs", "definitions")}
        # In draft 7, what stands beside a reference does not count.
        made = {**made, "allOf": [target]} if made else target
    if "const" in made or "enum" in made:
        del made["type"]
        made["enum"] = _forms(made.pop("enum", None) or [made.pop("const")])
    if reference:
        made = _proposed(made, ids(reference))
    return made


def _proposed(node: Node, names: Mapping[str, str]) -> Node:
    """A value for which the editor proposes ids, and accepts others.

    A new one may stand in a file that is not saved yet, so the check alone refuses those unknown.
    """
    told: Node = {key: node.pop(key) for key in ("title", "description", "examples") if key in node}
    if not names:
        return told | node
    listed = {"enum": list(names), "enumDescriptions": list(names.values())}
    return {**told, "anyOf": [listed, node]}


def _forms(allowed: Iterable[str]) -> list[str | int]:
    """The allowed values and, where an editor takes one for a number, that number."""
    forms: list[str | int] = []
    for value in allowed:
        forms += [value, int(value)] if re.fullmatch(r"[0-9]+", value) else [value]
    return forms
