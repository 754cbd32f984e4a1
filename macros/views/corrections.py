"""What is wrong in the documents, and where they contradict each other."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.model.correction import Contradiction, Corrections, Erratum
from macros.portal import NATION, Portal
from macros.views import sources


@dataclass(frozen=True)
class ErratumRow:
    """A slip that could mislead a reader; `documents` are words and address of each."""

    id: str
    address: str
    written: str
    meant: str
    why: str
    documents: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ContradictionRow:
    """Something that the documents say in two ways.

    Attributes:
        resolved: What the portal shows and why, or None while the question is open.
        ask: Who can answer an open question, or that it is not known; None for a resolved one.
        documents: Words and address of each document.
    """

    id: str
    address: str
    title: str
    text: str
    resolved: str | None
    ask: str | None
    documents: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Doubts:
    """What is unclear in a text, and what is wrong or contradicted in its document."""

    sentences: tuple[str, ...]
    errata: tuple[ErratumRow, ...]
    contradictions: tuple[ContradictionRow, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is noted."""
        return not (self.sentences or self.errata or self.contradictions)


def doubts(portal: Portal, document_id: str, sentences: tuple[str, ...]) -> Doubts:
    """What is unclear in a document, with its errata and contradictions, as its page shows them."""
    rows = _corrections(portal)
    return Doubts(
        sentences,
        tuple(_erratum(portal, e) for e in rows.errata if document_id in e.documents),
        _sorted(portal, (c for c in rows.contradictions if document_id in c.documents)),
    )


def errata(portal: Portal) -> list[ErratumRow]:
    """All errata, in the order of their file."""
    return [_erratum(portal, erratum) for erratum in _corrections(portal).errata]


def contradictions(portal: Portal) -> tuple[list[ContradictionRow], list[ContradictionRow]]:
    """All contradictions: the open ones, and the resolved ones."""
    rows = _sorted(portal, _corrections(portal).contradictions)
    return [r for r in rows if r.resolved is None], [r for r in rows if r.resolved is not None]


def _corrections(portal: Portal) -> Corrections:
    empty = Corrections(errata=(), contradictions=())
    return portal.place(NATION).record(Corrections) or empty


def _sorted(portal: Portal, found: Iterable[Contradiction]) -> tuple[ContradictionRow, ...]:
    """As rows, the open ones first, else in the order of the file."""
    rows = [_contradiction(portal, contradiction) for contradiction in found]
    return tuple(sorted(rows, key=lambda row: row.resolved is not None))


def _erratum(portal: Portal, erratum: Erratum) -> ErratumRow:
    anchor = f"rattelse-{erratum.id}"
    return ErratumRow(
        id=anchor,
        address=f"{sources.HOME}#{anchor}",
        written=erratum.written,
        meant=erratum.meant,
        why=erratum.why,
        documents=sources.named(portal, erratum.documents),
    )


def _contradiction(portal: Portal, contradiction: Contradiction) -> ContradictionRow:
    anchor = f"motsagelse-{contradiction.id}"
    unknown = None if contradiction.resolved else "framgår inte av dokumenten"
    return ContradictionRow(
        id=anchor,
        address=f"{sources.HOME}#{anchor}",
        title=contradiction.title,
        text=contradiction.text,
        resolved=contradiction.resolved,
        ask=contradiction.ask or unknown,
        documents=sources.named(portal, contradiction.documents),
    )
