"""Which records of two lists are the same one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from macros.comparing.likeness import ALIKE, likeness

T = TypeVar("T")


@dataclass(frozen=True)
class Pair(Generic[T]):
    """A record as it was and as it is; None where it was not, or is no more."""

    before: T | None
    after: T | None


def pairs(
    before: Iterable[T],
    after: Iterable[T],
    key: Callable[[T], str],
    text: Callable[[T], str] | None = None,
) -> list[Pair[T]]:
    """The records of two lists by id; what is left over, by likeness of text if there is a text.

    Returns:
        In the order of the later list, then those that are gone, in the order of the earlier.
    """
    old, new = list(before), list(after)
    by_key = {key(item): item for item in old}
    found = {key(item): by_key.pop(key(item)) for item in new if key(item) in by_key}
    if text is not None:
        unknown = [item for item in new if key(item) not in found]
        gone = list(by_key.values())
        for was, now in _alike([text(item) for item in gone], [text(item) for item in unknown]):
            found[key(unknown[now])] = by_key.pop(key(gone[was]))
    return [Pair(found.get(key(item)), item) for item in new] + [
        Pair(item, None) for item in old if key(item) in by_key
    ]


def reordered(before: Iterable[T], after: Iterable[T], key: Callable[[T], str]) -> bool:
    """Whether the records that are on both sides come in another order."""
    was, now = [key(item) for item in before], [key(item) for item in after]
    return [i for i in was if i in now] != [i for i in now if i in was]


def _alike(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Indexes of the texts that are alike, each in one pair at most, the most alike first."""
    ranked = sorted(
        (-likeness(was, now), i, j) for i, was in enumerate(before) for j, now in enumerate(after)
    )
    found: list[tuple[int, int]] = []
    for unlike, i, j in ranked:
        taken = any(i == one or j == other for one, other in found)
        if -unlike >= ALIKE and not taken:
            found.append((i, j))
    return found
