"""How alike two texts are, and which of their sentences differ."""

import re
from difflib import SequenceMatcher

ALIKE = 0.6
"""From here on, two texts count as the same one reworded: three words in five, in their order."""

_WORD = re.compile(r"\w+")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”*\[])|\n+")


def likeness(one: str, other: str) -> float:
    """From 0, no word in common, to 1, the same words in the same order."""
    words, others = _words(one), _words(other)
    # A text twice as long can still be alike, one three times as long cannot.
    if 2 * min(len(words), len(others)) < ALIKE * (len(words) + len(others)):
        return 0.0
    return SequenceMatcher(None, words, others, autojunk=False).ratio()


def replaced(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences that are gone and those that are new; one that has moved is neither."""
    old, new = sentences(before), sentences(after)
    return (
        tuple(sentence for sentence in old if sentence not in new),
        tuple(sentence for sentence in new if sentence not in old),
    )


def sentences(text: str) -> list[str]:
    """The sentences and list items of a text, each on one line."""
    lines = (" ".join(part.split()) for part in _END.split(text))
    return [line.removeprefix("- ") for line in lines if line]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
