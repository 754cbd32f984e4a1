"""A YAML text as a tree that can be changed; comments, order and quotes stay as they stand.

Nothing is checked here: what is changed has been read and found right, and is read again before it
is kept. What is put into a tree goes through `value`, so that YAML does not guess what it means.
"""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    LiteralScalarString,
    ScalarString,
)

from macros.source.nodes import Scalar
from macros.source.parsing import is_guessed

Tree = CommentedMap


def tree(text: str) -> Tree:
    """The tree of a file that `parse` has found right."""
    loaded: Tree = _yaml().load(text) or CommentedMap()
    return loaded


def written(changed: Tree) -> str:
    """The text of a tree; of one that nothing was done to, the text that it came from."""
    out = io.StringIO()
    _yaml().dump(changed, out)
    return out.getvalue()


def value(plain: Any) -> Any:  # noqa: ANN401 - what a record holds
    """A plain value as the tree keeps it, with quotes around text that YAML would guess at.

    Args:
        plain: A text (of several lines: a block), a date, an int or a bool, which stand bare, or
            mappings and lists of these.
    """
    if isinstance(plain, str):
        return _scalar(plain)
    if isinstance(plain, Mapping):
        return CommentedMap((key, value(item)) for key, item in plain.items())
    if isinstance(plain, Sequence):
        return CommentedSeq(value(item) for item in plain)
    return plain


def copied(node: Any) -> Any:  # noqa: ANN401 - a part of a tree
    """A part of a tree by itself: its values with their quotes, without comments."""
    if isinstance(node, CommentedMap):
        return CommentedMap((key, copied(item)) for key, item in node.items())
    if isinstance(node, CommentedSeq):
        return CommentedSeq(copied(item) for item in node)
    return type(node)(node) if isinstance(node, ScalarString) else node


def _scalar(text: str) -> str:
    kind: type[str] = str
    # Telephone numbers stand in quotes throughout, also those that nothing would guess at.
    if is_guessed(Scalar(text, 1, 1)) or text[:1].isdigit() or text.startswith("+"):
        kind = DoubleQuotedScalarString
    if "\n" in text:
        kind = LiteralScalarString
        text = text if text.endswith("\n") else f"{text}\n"
    return kind(text)


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10**6
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
