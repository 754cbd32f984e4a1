"""The source documents: what each is, which pages render it, and how other pages name it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.document import Document
from macros.model.forum import Forums
from macros.model.glossary import Glossary
from macros.model.guideline import Guideline
from macros.model.resource import Resources
from macros.model.support import Supports
from macros.portal import NATION, Portal
from macros.portal.succession import plan_address
from macros.views import wording

HOME = "/om/kallor/"


@dataclass(frozen=True)
class SourceRow:
    """One source document.

    Attributes:
        kind: What it is: "Handlingsplan för Skärholmen, 2019".
        facts: Label and words: owner, year, reference numbers.
        pages: Words and address of each page that renders it.
    """

    id: str
    title: str
    kind: str
    facts: tuple[tuple[str, str], ...]
    pages: tuple[tuple[str, str], ...]


def named(portal: Portal, document_ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Words and address of each document: `planen 2022 (Hässleholms kommun)`.

    With the owner, since several plans of the same year stand side by side.
    """
    documents = [portal.document(document_id) for document_id in document_ids]
    return tuple((f"{d.short} ({d.owner})", f"{HOME}#dokument-{d.id}") for d in documents)


def view(portal: Portal) -> list[SourceRow]:
    """All source documents, in the order of their file."""
    documents: Iterable[Document] = (portal.known("document", NATION) or {}).values()
    return [
        SourceRow(
            id=document.id,
            title=document.title,
            kind=next(_kinds(portal, document.id), "Källa till uppgifter i portalen"),
            facts=tuple(_facts(document)),
            pages=tuple(_pages(portal, document.id)),
        )
        for document in documents
    ]


def _facts(document: Document) -> Iterator[tuple[str, str]]:
    yield "Utgivare", document.owner
    yield "År", str(document.year)
    yield "Diarienummer", ", ".join(document.reference_numbers) or wording.NOT_STATED
    if document.retrieved:
        yield "Hämtat", wording.day(document.retrieved)


def _kinds(portal: Portal, document_id: str) -> Iterator[str]:
    for place in portal.places.values():
        for year, entry in place.plans.items():
            if entry.record.source == document_id:
                yield f"Handlingsplan för {place.title}, {year}"
        guideline = place.record(Guideline)
        if guideline is not None and guideline.source == document_id:
            yield f"Riktlinjer för {place.title}"


def _pages(portal: Portal, document_id: str) -> Iterator[tuple[str, str]]:
    for place in portal.places.values():
        for year, entry in place.plans.items():
            if entry.record.source == document_id:
                yield f"Planen {year}: {place.title}", plan_address(place, year)
        guideline = place.record(Guideline)
        if guideline is not None and guideline.source == document_id:
            yield f"Riktlinjer: {place.title}", f"/riktlinjer/{place.id}/"
    yield from _collections(portal, document_id)


def _collections(portal: Portal, document_id: str) -> Iterator[tuple[str, str]]:
    """The pages that gather one kind of record from several documents."""
    places = portal.places.values()
    contacts = (c for place in places if place.contacts for c in place.contacts.record.contacts)
    if any(contact.source == document_id for contact in contacts):
        yield "Kontakter", "/kontakter/"
    resources = (r for place in places if (kept := place.record(Resources)) for r in kept.resources)
    if any(document_id in resource.sources for resource in resources):
        yield "Material", "/material/"
    supports = (s for place in places if (said := place.record(Supports)) for s in said.support)
    if any(document_id in support.sources for support in supports):
        yield "Stöd", "/stod/"
    for place in places:
        held = place.record(Forums)
        forums = held.forums if held else ()
        if any(document_id in forum.sources for forum in forums):
            yield f"Samverkan: {place.title}", f"/samverkan/{place.id}/"
    glossary = portal.place(NATION).record(Glossary)
    if glossary and any(document_id in term.sources for term in glossary.terms):
        yield "Ordlista", "/ordlista/"
