"""What is kept in the data is used somewhere in it."""

import re
from collections.abc import Iterator

from macros.model.contact import Contact
from macros.model.fields import marked
from macros.model.glossary import Glossary
from macros.model.place import Role
from macros.model.types import Reference
from macros.pages import Pages
from macros.portal import NATION, Place, Portal
from macros.problems import Problem

_SHOWN = {"emergency", "police", "social-services", "contact-centre"}
"""The kinds of contact that guides and cards show of themselves."""

_SAME = {"any-contact": "contact", "unit": "role"}
"""Kinds of reference that lead to the same kind of record."""


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """En kontakt, en roll och ett ord i ordlistan används någonstans.

    Kontakter av de slag som alltid visas på sin plats behöver inte nämnas. Ett ord ska stå i någon
    annan fil, med sin titel, en form eller ett annat ord för samma sak.

    Godkänns: en roll som ansvarar för en aktivitet i en tidigare plan.
    Råd: en stödlinje som ingen rutin nämner; en roll som inget nämner. De kan vänta på en plan.
    """
    if not all(place.complete for place in portal.places.values()):
        return
    used, misspelt = _references(portal)
    anywhere = {(kind, written) for _, kind, written in used}
    for place in portal.places.values():
        home = place.id.partition("/")[0]
        for index, contact in enumerate(_contacts(place) if "contact" not in misspelt else ()):
            full = f"{place.id}/{contact.id}".removeprefix("/")
            named = (
                (home, "contact", contact.id) in used
                or ("any-contact", full) in anywhere
                or (place.id == NATION and ("contact", contact.id) in anywhere)
            )
            if place.contacts and contact.kind not in _SHOWN and not named:
                message = (
                    f'Inget nämner kontakten "{contact.id}". Nämn den i en rutin, '
                    "eller ta bort den om den inte behövs."
                )
                yield place.contacts.advice(("contacts", index, "id"), message)
        for index, role in enumerate(_roles(place) if "role" not in misspelt else ()):
            named = (home, "role", role.id) in used or ("unit", f"{home}/{role.id}") in anywhere
            if place.municipality and not named:
                message = (
                    f'Ingen aktivitet nämner rollen "{role.id}". '
                    "Nämn den, eller ta bort den med sin sida."
                )
                yield place.municipality.advice(("roles", index, "id"), message)
    if "term" not in misspelt:
        yield from _terms(portal, pages, {written for kind, written in anywhere if kind == "term"})


def _references(portal: Portal) -> tuple[set[tuple[str, str, str]], set[str]]:
    """Each reference with its municipality and kind, and the kinds of which one leads nowhere.

    Where an id is misspelt, what it means would seem unused.
    """
    used: set[tuple[str, str, str]] = set()
    misspelt: set[str] = set()
    for place_id, entry in portal.entries():
        for _, kind, written in marked(entry.record, _kind):
            used.add((place_id.partition("/")[0], kind, written))
            known = portal.known(kind, place_id)
            if known is not None and written not in known:
                misspelt.add(_SAME.get(kind, kind))
    return used, misspelt


def _contacts(place: Place) -> tuple[Contact, ...]:
    return place.contacts.record.contacts if place.contacts else ()


def _roles(place: Place) -> tuple[Role, ...]:
    return place.municipality.record.roles if place.municipality else ()


def _terms(portal: Portal, pages: Pages, named: set[str]) -> Iterator[Problem]:
    entry = portal.place(NATION).entry(Glossary)
    if entry is None:
        return
    texts = [text for file, text in portal.texts.items() if file != entry.file]
    words = "\n".join([*texts, *pages.written.values()]).casefold()
    for index, term in enumerate(entry.record.terms):
        title = re.sub(r"\s*\(.*\)", "", term.title)
        ways = (title, *term.forms, *term.synonyms)
        if term.id not in named and not any(_stands(way, words) for way in ways):
            message = (
                f'Ingen text använder ordet "{term.title}". '
                "Ta bort det, eller lägg till hur texterna skriver det."
            )
            yield entry.advice(("terms", index, "title"), message)


def _stands(way: str, words: str) -> bool:
    """Whether a word stands somewhere, with any ending: its beginning is enough."""
    # Not with an expression: over all texts of 300 plans that takes seconds.
    sought, at = way.casefold(), -1
    while (at := words.find(sought, at + 1)) >= 0:
        if at == 0 or not words[at - 1].isalnum():
            return True
    return False


def _kind(mark: object) -> str | None:
    return mark.kind if isinstance(mark, Reference) else None
