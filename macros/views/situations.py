"""Situation reports as sections: history, the period in the heading, small figures withheld."""

from collections.abc import Iterable, Iterator
from typing import Any

from macros.model.markup import with_figures
from macros.model.situation import Situation, Situations
from macros.portal import Portal
from macros.reading import Entry
from macros.views import edit
from macros.views.section import Section

ORIGINS = {
    "international": "Gemensam lägesbild, internationellt",
    "national": "Gemensam lägesbild, hela landet",
    "city": "Gemensam lägesbild, hela staden",
    "local": "Lokal lägesbild",
}
"""Words on each level, in the order in which the levels are shown."""

PARTS = {
    "method": "Så togs lägesbilden fram",
    "reported": "Det här rapporterades",
    "analysis": "Analys",
    "trend": "Utveckling",
}


def of_plan(portal: Portal, plan_id: str) -> Iterator[Section]:
    """Yields: the situation reports of a plan, those that are shared before its own."""
    place, plan = portal.plan(plan_id)
    shared = [portal.find("situation", i, place.id) for i in plan.shared_situations]
    document = portal.document(plan.source).short
    home = portal.place(place.id.partition("/")[0]).entry(Situations)
    yield from _sections(portal, home, shared, document, elsewhere=True)
    yield from _sections(portal, place.plans[plan.year], plan.situations, document, elsewhere=False)


def shared(portal: Portal, municipality: str) -> list[Section]:
    """The situation reports that a municipality's plans share, at home."""
    entry = portal.place(municipality).entry(Situations)
    if entry is None:
        return []
    document = portal.document(entry.record.source).short
    return list(_sections(portal, entry, entry.record.situations, document, elsewhere=False))


def _sections(
    portal: Portal,
    entry: Entry[Any] | None,
    situations: Iterable[Situation],
    document: str,
    *,
    elsewhere: bool,
) -> Iterator[Section]:
    """Yields: one section a report; `entry` is the file whose list `situations` they stand in."""
    levels = list(ORIGINS)
    for situation in sorted(situations, key=lambda one: levels.index(one.level)):
        written = {label: getattr(situation, name) for name, label in PARTS.items()}
        reviewed = situation.figures_reviewed is not None
        parts = {
            label: with_figures(text, reviewed=reviewed) for label, text in written.items() if text
        }
        yield Section(
            id=f"lage-{situation.id}",
            title=f"{situation.title}, {situation.period}",
            marks="###",
            origin=ORIGINS[situation.level],
            parts=tuple(parts.items()),
            sources=situation.sources or (f"{document}; den anger ingen källa",),
            withheld=any(parts[label] != written[label] for label in parts),
            law=document if situation.legal_note else None,
            elsewhere=elsewhere,
            edit=edit.item(portal, entry, "situations", situation) if entry else None,
        )
