"""An abbreviation that stands in a text stands in the glossary too."""

import re
from collections.abc import Iterator

from macros.model.correction import Corrections
from macros.model.document import Sources
from macros.model.glossary import Glossary
from macros.model.resource import Resources
from macros.model.symbol import Symbols
from macros.pages import TEXTS, Pages
from macros.portal import NATION, Portal
from macros.portal.texts import worded
from macros.problems import Problem
from macros.source import place

_APART = (Corrections, Glossary, Sources, Symbols)
"""Which explain what they name, or render a document letter by letter."""

_COMMON = frozenset({"EU", "FN", "HR", "IT", "NATO", "OK", "PDF", "SMS", "TV", "USA"})
_ABBREVIATION = re.compile(r"(?<![\w/.@&-])[A-ZÅÄÖ]{2,6}(?![\w/@]|[ -]?\d| [A-ZÅÄÖ]{2})")
_NUMERAL = re.compile(r"[IVXLC]+")


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """En förkortning förklaras i ordlistan, eller inom parentes där den står.

    Varje förkortning ger ett råd, där den står först. Planens egna ord (`as_written`), namn på
    kontakter och material, romerska tal och det alla känner till (EU, HR) räknas inte.

    Godkänns: `SSP`, som ordlistan förklarar; `EST (Effektiv samordning för trygghet)`.
    Råd: `Ta upp det i XYZ.` Det kan vara ett namn, och någon måste ta reda på vad det betyder.
    """
    entry = portal.place(NATION).entry(Glossary)
    if entry is None:
        return
    known = _known(portal, entry.record)
    for _, found in portal.entries():
        if isinstance(found.record, _APART):
            continue
        for _, field, scalar in worded(found):
            for word, offset in _unknown(scalar.text, known) if field != "as_written" else ():
                known.add(word)
                line, column = scalar.position(offset)
                yield Problem(found.file, line, column, _message(word), "warning")
    for file, text in pages.written.items():
        for word, offset in _unknown(text, known) if file.startswith(TEXTS) else ():
            known.add(word)
            yield Problem(file, *place(text, offset), _message(word), "warning")


def _known(portal: Portal, glossary: Glossary) -> set[str]:
    """What needs no explanation: the glossary's words, names, and what everybody knows."""
    texts: list[str] = []
    for term in glossary.terms:
        texts += [term.title, *term.forms, *term.synonyms]
    for scope in portal.places.values():
        texts += [c.title for c in scope.contacts.record.contacts] if scope.contacts else []
        if resources := scope.record(Resources):
            texts += [resource.title for resource in resources.resources]
    return set(_COMMON).union(*(re.findall(r"\w+", text) for text in texts))


def _unknown(text: str, known: set[str]) -> Iterator[tuple[str, int]]:
    for match in _ABBREVIATION.finditer(text):
        explained = text[match.end() :].startswith(" (") or text[: match.start()].endswith("(")
        if match[0] not in known and not explained and not _NUMERAL.fullmatch(match[0]):
            yield match[0], match.start()


def _message(word: str) -> str:
    return (
        f'Ordlistan förklarar inte "{word}". Lägg till det i plans/national/glossary.yml, '
        "eller skriv ut orden."
    )
