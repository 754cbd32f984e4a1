"""Every reference leads to a record."""

from collections.abc import Iterator
from typing import Any

from macros.model.fields import marked
from macros.model.types import Reference
from macros.pages import Pages
from macros.portal import NATION, Portal
from macros.problems import Problem, suggestion
from macros.reading import Entry

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

_HOMES = {
    "any-contact": "i contacts.yml på kontaktens plats",
    "area": 'under "areas" i plans/{home}/municipality.yml',
    "body": 'under "bodies" i plans/{home}/municipality.yml',
    "contact": "i plans/{home}/contacts.yml",
    "coordinator-duty": 'under "coordinator_duties" i plans/{home}/municipality.yml',
    "district": "med en egen mapp i plans/{home}",
    "document": "i plans/sources.yml",
    "follow-up-way": 'under "follow_up_ways" i plans/{home}/municipality.yml',
    "forum": "i plans/{home}/forums.yml",
    "guideline": "i plans/{home}/guideline.yml",
    "municipality": "med en egen mapp i plans",
    "place": "med en egen mapp i plans",
    "plan": "med en egen fil i platsens mapp i plans",
    "resource": "i plans/national/resources.yml",
    "routine": "med en egen fil i platsens mapp routines",
    "role": 'under "roles" i plans/{home}/municipality.yml',
    "situation": "i plans/{home}/situations.yml",
    "symbol": "i plans/national/symbols.yml",
    "term": "i plans/national/glossary.yml",
    "unit": 'under "roles" i kommunens municipality.yml',
}
"""Where a record that is missing can be added; not an activity, since its plan is decided."""


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """Ett id som något hänvisar till finns, sett från platsen.

    Godkänns: `owners: [socialtjansten]` där municipality.yml har den rollen.
    Stoppas: `owners: [socialtjanst]`.
    """
    for place_id, entry in portal.entries():
        yield from unknown(portal, place_id, entry)
    kinds = {"place", "municipality", "plan", "routine", "unit"}
    for page in pages.pages:
        for call in page.calls:
            for kind, written in call.arguments.items():
                known = portal.known(kind, NATION) if kind in kinds else None
                if known is not None and written not in known:
                    message = _message(kind, written, known, NATION)
                    yield Problem(page.file, call.line, call.column, message)


def unknown(portal: Portal, place_id: str, entry: Entry[Any]) -> Iterator[Problem]:
    """Yields: a problem per reference of a file that leads nowhere, as seen from a place."""
    for path, kind, written in marked(entry.record, _kind):
        known = portal.known(kind, place_id)
        if known is not None and written not in known:
            yield entry.problem(path, _message(kind, written, known, place_id))


def _message(kind: str, written: str, known: Any, place_id: str) -> str:  # noqa: ANN401 - by id
    home = _HOMES.get(kind, "").format(home=place_id.partition("/")[0] or "national")
    hint = suggestion(written, known) or (
        f" Kontrollera stavningen, eller lägg till det {home or 'som saknas'}."
    )
    return f'Okänt id "{written}" för {NAMES[kind]}.{hint}'


def _kind(mark: object) -> str | None:
    return mark.kind if isinstance(mark, Reference) else None
