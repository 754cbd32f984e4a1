"""YAML text as nodes that know their position; here are syntax and encoding, not what fields mean.

YAML guesses: it turns `0451267050` into an octal number and `no` into False, keeps the last of two
equal keys and drops what follows ` #`. So every scalar stays the text that stands in the file, and
whatever YAML would change or lose in silence is a problem. The file is read once, as a stream of
events, and bounded on the way: size before reading, depth before building, no anchors or tags.
"""

from macros.source.decoding import decode, place
from macros.source.nodes import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    Unreadable,
    found_at,
    position,
)
from macros.source.parsing import is_guessed, parse

__all__ = [
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Unreadable",
    "decode",
    "found_at",
    "is_guessed",
    "parse",
    "place",
    "position",
]
