"""What readers search for leads to something, and to one thing at a time."""

from collections.abc import Iterator
from typing import get_args

from macros.model.glossary import Glossary, LeadsTo
from macros.model.routine import Situation
from macros.pages import Pages
from macros.portal import NATION, Portal
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Ett sökord leder till något, och varje mål till en enda sak.

    Godkänns: `leads_to` med `- situation: child` och därefter `- page: /kontakter/`.
    Stoppas: `leads_to: []`; `term` och `page` vid samma bindestreck; en situation utan rutin.
    """
    entry = portal.place(NATION).entry(Glossary)
    if entry is None:
        return
    unanswered = _unanswered(portal)
    for index, group in enumerate(entry.record.search_words):
        if not group.words:
            message = 'Sökorden saknas. Lägg till minst ett under "words".'
            yield entry.problem(("search_words", index, "words"), message)
        if not group.leads_to:
            message = 'Sökorden leder ingenstans. Lägg till minst ett mål under "leads_to".'
            yield entry.problem(("search_words", index, "leads_to"), message)
        for number, target in enumerate(group.leads_to):
            here = ("search_words", index, "leads_to", number)
            if message := _fault(target):
                yield entry.problem(here, message)
            elif target.situation in unanswered:
                message = (
                    f'Ingen rutin svarar på "{target.situation}". '
                    "Ange något annat, eller lägg till situationen i en rutin."
                )
                yield entry.problem((*here, "situation"), message)


def _unanswered(portal: Portal) -> set[str]:
    """The situations that no routine answers; none where a routine may not have been read."""
    places = portal.places.values()
    routines = [routine for place in places for routine in place.routines.values()]
    answered = {situation for routine in routines for situation in routine.record.situations}
    return set(get_args(Situation)) - answered if all(p.complete for p in places) else set()


def _fault(target: LeadsTo) -> str:
    given = [name for name in LeadsTo.model_fields if getattr(target, name) is not None]
    if not given:
        return f"Målet är tomt. Skriv en av raderna {', '.join(LeadsTo.model_fields)}."
    if len(given) > 1:
        both = '" och "'.join(given)
        return f'Målet har "{both}" ihop. Skriv dem som egna mål, med var sitt bindestreck.'
    return ""
