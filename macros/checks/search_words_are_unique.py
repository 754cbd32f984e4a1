"""A search word stands in one place, so that it is plain what it leads to."""

from collections.abc import Iterator

from macros.model.glossary import Glossary
from macros.pages import Pages
from macros.portal import NATION, Portal
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Ett sökord står på ett enda ställe.

    Godkänns: `nazist` i en post med två mål.
    Stoppas: `nazist` i två poster.
    """
    entry = portal.place(NATION).entry(Glossary)
    if entry is None:
        return
    first: dict[str, tuple[int, int]] = {}
    for index, group in enumerate(entry.record.search_words):
        for number, word in enumerate(group.words):
            at, place = first.setdefault(word, (index, number))
            if at != index:
                line = entry.problem(("search_words", at, "words", place), "").line
                message = (
                    f'Sökordet "{word}" finns redan på rad {line}. '
                    "Ta bort det ena, och samla målen där det andra står."
                )
                yield entry.problem(("search_words", index, "words", number), message)
