"""Compounds, split on the words that the portal itself uses: `handlingsplan` holds `plan`."""

from collections.abc import Iterable, Iterator

from macros.search.questions import LIGHT
from macros.search.words import stem

_LINKS = frozenset("seaoun")
"""What Swedish puts between the parts: förebyggande-s-arbete, gat-u-namn."""

_PREFIXES = frozenset({"av", "in", "ut", "om", "på", "till", "upp", "över", "an", "åter"})
"""Particles that a verb carries in front: avhopp is what one hoppar av."""

_HEAD, _TAIL = 3, 4
"""The fewest letters of a part; shorter ones are found by chance in any word."""


def parts(vocabulary: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The stems of the parts of each compound among some words.

    Args:
        vocabulary: Words in lower case.

    Returns:
        For each word that splits into others of the same vocabulary, the stems of its parts and of
        neighbouring parts together.
    """
    splitter = _Splitter(vocabulary)
    found = {word: splitter.split(word) for word in sorted(splitter.words)}
    return {word: tuple(_joined(split)) for word, split in found.items() if split}


class _Splitter:
    """Takes words apart; each is taken apart once."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.words = {word for word in vocabulary if word.isalpha() and len(word) >= _HEAD} - LIGHT
        self._stems = {stem(word) for word in self.words}
        self._known: dict[str, tuple[str, ...]] = {}

    def split(self, word: str) -> tuple[str, ...]:
        """The fewest parts of a word, the longest last part first; none where it has no parts."""
        if word not in self._known:
            self._known[word] = next(self._splits(word), ())
        return self._known[word]

    def _splits(self, word: str) -> Iterator[tuple[str, ...]]:
        cuts = [(word[:at], word[at:]) for at in range(2, len(word) - _TAIL + 1)]
        for head, tail in cuts:
            if tail not in LIGHT and (tail in self.words or self._is_inflected(tail)):
                yield from ((front, tail) for front in self._fronts(head))
        for head, tail in cuts:
            for front in self._fronts(head):
                if rest := self.split(tail):
                    yield front, *rest

    def _fronts(self, head: str) -> Iterator[str]:
        """Yields: the head where it is a known word, then without a link."""
        if self._is_front(head):
            yield head
        if head[-1] in _LINKS and self._is_front(head[:-1]):
            yield head[:-1]

    def _is_inflected(self, tail: str) -> bool:
        # A stem is how its word begins, and looking that up is quicker than to stem every tail.
        begun = any(tail[:end] in self._stems for end in range(_HEAD, len(tail) + 1))
        return begun and stem(tail) in self._stems

    def _is_front(self, front: str) -> bool:
        is_word = front in self.words or (len(front) > _HEAD and front in self._stems)
        return front in _PREFIXES or (len(front) >= _HEAD and is_word)


def _joined(found: tuple[str, ...]) -> Iterator[str]:
    """Yields: the stem of each part, and of each run of parts short of the whole, once."""
    runs = [
        "".join(found[start : start + length])
        for length in range(1, len(found))
        for start in range(len(found) - length + 1)
    ]
    yield from dict.fromkeys(stem(run) for run in runs if run not in _PREFIXES)
