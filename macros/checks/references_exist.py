"""Every reference leads to a record."""

from collections.abc import Iterator
from typing import Any

from macros.model.fields import marked
from macros.model.types import Reference
from macros.pages import Pages
from macros.portal import NATION, Portal
from macros.problems import Problem, suggestion

NAMES = {
    "activity": "aktivitet i platsens planer",
    "any-contact": "kontakt",
    "area": "område",
    "body": "organ",
    "contact": "kontakt",
    "coordinator-duty": "samordnarens uppgift",
    "district": "distrikt",
    "document": "källa",
    "follow-up-way": "sätt att följa upp",
    "forum": "forum",
    "guideline": "stycke i riktlinjerna",
    "municipality": "kommun",
    "place": "plats",
    "plan": "plan",
    "resource": "material",
    "role": "roll",
    "routine": "rutin",
    "situation": "gemensam lägesbild",
    "symbol": "symbol",
    "term": "ord i ordlistan",
    "unit": "roll i kommunen",
}


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """Ett id som något hänvisar till finns, sett från platsen.

    Godkänns: `owners: [socialtjansten]` där municipality.yml har den rollen.
    Stoppas: `owners: [socialtjanst]`.
    """
    for place_id, entry in portal.entries():
        for path, kind, written in marked(entry.record, _kind):
            known = portal.known(kind, place_id)
            if known is not None and written not in known:
                yield entry.problem(path, _message(kind, written, known))
    kinds = {"place", "municipality", "plan", "routine", "unit"}
    for page in pages.pages:
        for call in page.calls:
            for kind, written in call.arguments.items():
                known = portal.known(kind, NATION) if kind in kinds else None
                if known is not None and written not in known:
                    message = _message(kind, written, known)
                    yield Problem(page.file, call.line, call.column, message)


def _message(kind: str, written: str, known: Any) -> str:  # noqa: ANN401 - any mapping by id
    name = NAMES[kind]
    hint = suggestion(written, known) or " Kontrollera stavningen, eller lägg till det som saknas."
    return f'Okänt id "{written}" för {name}.{hint}'


def _kind(mark: object) -> str | None:
    return mark.kind if isinstance(mark, Reference) else None
