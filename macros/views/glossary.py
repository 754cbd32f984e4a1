"""The words of the plans in alphabetical order, each with what it means."""

from dataclasses import dataclass

from macros.model.glossary import Glossary, Term
from macros.portal import NATION, Portal
from macros.views import sources, wording


@dataclass(frozen=True)
class TermRow:
    """A term or an abbreviation.

    Attributes:
        short: What it stands for, in a few words.
        facts: Label and words: the abbreviation's other forms, synonyms.
        sources: Words and address of each document that has the word.
    """

    id: str
    title: str
    short: str
    meaning: str
    facts: tuple[tuple[str, str], ...]
    uncertain: str | None
    sources: tuple[tuple[str, str], ...]


def view(portal: Portal) -> list[TermRow]:
    """All words, as a Swedish dictionary has them."""
    glossary = portal.place(NATION).record(Glossary)
    terms = glossary.terms if glossary else ()
    return [
        _row(portal, term) for term in sorted(terms, key=lambda t: wording.alphabetical(t.title))
    ]


def _row(portal: Portal, term: Term) -> TermRow:
    forms = [form for form in term.forms if form != term.title]
    facts = (("Skrivs också", ", ".join(forms)), ("Andra ord", ", ".join(term.synonyms)))
    return TermRow(
        id=f"ord-{term.id}",
        title=term.title,
        short=term.short,
        meaning=term.meaning,
        facts=tuple((label, words) for label, words in facts if words),
        uncertain=term.uncertain,
        sources=sources.named(portal, term.sources),
    )
