"""What all readers meet, shared texts and routines, is easy enough to read."""

from collections.abc import Iterator

from macros.model.sentences import lix, long_words, sentences, words
from macros.pages import Pages
from macros.portal import Portal
from macros.portal.texts import worded
from macros.problems import Problem
from macros.source import place

HARDEST = 50
"""The readability index (LIX) from which Swedish prose counts as hard."""
_FEWEST = 40
"""Words of a text below which the index says little."""


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """En gemensam text eller rutin har ett läsbarhetsindex (LIX) på högst 50.

    Rådet står vid meningen som höjer talet mest: en lång, med långa ord.

    Godkänns: `Ring 112 om någon är i fara.`
    Råd: en text där meningarna har 25 ord, vart tredje långt. Myndigheters namn är också långa.
    """
    for scope in portal.places.values():
        for entry in scope.routines.values():
            scalars = [scalar for _, field, scalar in worded(entry) if field != "as_written"]
            whole = "\n\n".join(scalar.text for scalar in scalars)
            if message := _advice(whole):
                hardest = _hardest(whole)[1]
                spoiled = next(s for s in scalars if hardest in s.text)
                at = spoiled.position(spoiled.text.index(hardest))
                yield Problem(entry.file, *at, message, "warning")
    for text in pages.texts.values():
        written = pages.written[text.file]
        if message := _advice(written):
            at = place(written, _hardest(written)[0])
            yield Problem(text.file, *at, message, "warning")


def _advice(text: str) -> str | None:
    """What to do about a hard text; None about one that is easy enough, or too short to tell."""
    index = round(lix(text))
    if index <= HARDEST or len(words(text)) < _FEWEST:
        return None
    sentence = _hardest(text)[1]
    begins = " ".join(sentence.split()[:4])
    return (
        f"Texten är svårläst: LIX {index}, och över {HARDEST} är svårt. Börja med meningen "
        f'"{begins} …": {len(words(sentence))} ord, {len(long_words(sentence))} av dem långa.'
    )


def _hardest(text: str) -> tuple[int, str]:
    """Where the sentence begins without which the text would be easiest, and the sentence."""
    found = ((lix(text[:at] + text[at + len(s) :]), at, s) for at, s in sentences(text) if words(s))
    _, at, sentence = min(found)
    return at, sentence
