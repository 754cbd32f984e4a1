"""Sentences of Swedish text, and how hard they are to read; knows nothing of files."""

import re
from collections.abc import Iterator

_SENTENCE = re.compile(
    r"[^\s.!?:](?:[^.!?:\n]|[.!?:](?=\S)|(?<=\b[a-zåäö])\.|\n(?!\s*(?:\n|[-*] |\d+\. )))*"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LINK = re.compile(r"\]\([^)]*\)|https?://\S+")
_LONG = 6


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yields: where each sentence or item of a list begins (0-based), and the sentence."""
    for match in _SENTENCE.finditer(text):
        yield match.start(), match[0]


def words(text: str) -> list[str]:
    """The words of a text; what a link leads to is none."""
    return _WORD.findall(_LINK.sub("]", text))


def long_words(text: str) -> list[str]:
    """Its words of more than six letters."""
    return [word for word in words(text) if len(word) > _LONG]


def lix(text: str) -> float:
    """Björnsson's readability index: words a sentence, and the share of words over six letters.

    Below 40 is easy, above 50 hard and above 60 very hard.
    """
    all_words = words(text)
    count = sum(1 for _, sentence in sentences(text) if words(sentence))
    if not all_words:
        return 0
    return len(all_words) / count + 100 * len(long_words(text)) / len(all_words)
