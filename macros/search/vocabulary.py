"""The words of the portal by the forms in which a query may meet them, found at build time."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from macros.search.compounds import parts
from macros.search.words import fold, stem

ENDINGS = (
    "ningar",
    "ning",
    "ets",
    "et",
    "ande",
    "ende",
    "else",
    "ist",
    "ism",
    "isk",
    "het",
    "are",
    "ar",
    "an",
)
"""What Snowball leaves on: orosanmäl-ning and orosanmäl-an, and våld-et."""

_SHORTEST_ROOT = 3


def vocabulary(words: Collection[str]) -> dict[str, Any]:
    """The look-ups of match.js.

    Args:
        words: Sorted; all that follows goes by position in it.

    Returns:
        `stems`: for each stem, its words and the compounds that it is a part of; `folded`: for
        letters without dots and accents, the stems that are written with them; `kin`: for a root,
        the stems that are made of it.
    """
    place = {word: number for number, word in enumerate(words)}
    stems: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for word in words:
        stems[stem(word)][0].append(place[word])
    for word, held in parts(words).items():
        for part in held:
            stems[part][1].append(place[word])
    folded: defaultdict[str, list[str]] = defaultdict(list)
    kin: defaultdict[str, list[str]] = defaultdict(list)
    for found in stems:
        kin[_root(found)].append(found)
        for plain in sorted({fold(found), stem(fold(found))} - {found}):
            folded[plain].append(found)
    return {
        "words": words,
        "stems": stems,
        "folded": folded,
        "kin": {root: found for root, found in kin.items() if len(found) > 1},
        "endings": ENDINGS,
    }


def _root(stemmed: str) -> str:
    """What is left of a stem without the ending that made it of another word."""
    for ending in ENDINGS:
        if stemmed.endswith(ending) and len(stemmed) - len(ending) > _SHORTEST_ROOT:
            return stemmed.removesuffix(ending)
    return stemmed
