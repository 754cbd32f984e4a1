"""Words that staff search with and the pages may not say: the glossary's, by where they lead."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.glossary import Glossary, LeadsTo
from macros.model.routine import Situation
from macros.portal import NATION, Portal, succession
from macros.portal.answers import answers
from macros.views import routines, steps


@dataclass(frozen=True)
class Keyword:
    """Phrases, the addresses that they lead to, and what is meant by them.

    Attributes:
        phrases: One or several words each, as somebody writes them.
        targets: The addresses of sections that are equally right, the most important ones first.
        meaning: The words that stand for the same on the pages, or None.
    """

    phrases: tuple[str, ...]
    targets: tuple[tuple[str, ...], ...]
    meaning: str | None


def keywords(portal: Portal) -> Iterator[Keyword]:
    """Yields: merged districts, then each term by its other names, then the search words."""
    for place in succession.guided(portal):
        for other in succession.merged(portal, place):
            # Each part of a double name is what its own half of the district is called.
            names = dict.fromkeys((other.title, *other.title.split("-")))
            yield Keyword(
                tuple(names), ((f"/vid-oro/{place.id}/",), (f"/planer/{place.id}/",)), None
            )
    glossary = portal.place(NATION).record(Glossary)
    if glossary is None:
        return
    titles = {term.id: term.title for term in glossary.terms}
    for term in glossary.terms:
        yield Keyword(
            (*term.forms, *term.synonyms, term.short), ((_term(term.id),),), titles[term.id]
        )
        for form in term.forms:
            yield Keyword((term.title,), (), form)
    for group in glossary.search_words:
        meant = [titles[target.term] for target in group.leads_to if target.term]
        yield Keyword(
            group.words,
            tuple(tuple(_addresses(portal, target)) for target in group.leads_to),
            next(iter(meant), None),
        )


def _term(term_id: str) -> str:
    return f"/ordlista/#ord-{term_id}"


def _addresses(portal: Portal, target: LeadsTo) -> Iterator[str]:
    if target.contact:
        yield f"/kontakter/#kontakt-{target.contact.rpartition('/')[2]}"
    if target.situation:
        yield from _situation(portal, target.situation)
    if target.term:
        yield _term(target.term)
    if target.symbol:
        yield f"/symboler/#{target.symbol}"
    if target.page:
        yield target.page


def _situation(portal: Portal, situation: Situation) -> Iterator[str]:
    """Yields: the answer of every place's guide, then the routines that answer."""
    anchor, _ = steps.SITUATIONS[situation]
    found: dict[str, None] = {}
    for place in succession.guided(portal):
        yield f"/vid-oro/{place.id}/#{anchor}"
        for home, name, _ in answers(portal, place.id, situation):
            found[routines.address(home, name)] = None
    yield from found
