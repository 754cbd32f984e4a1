"""The portal as an audience may see it: what is for a narrower one is not there.

Filtered before any view sees it, so that nothing that is withheld is left to be forgotten in a
template. Whether what remains still holds together is for `checks/audiences_hold_together.py`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar, get_args

from macros.model.contact import Audience, Contacts
from macros.model.glossary import Glossary, LeadsTo
from macros.model.resource import Resources
from macros.model.routine import Routine
from macros.model.settings import Settings
from macros.model.symbol import Symbols
from macros.model.types import Record
from macros.portal.graph import NATION, Place, Portal
from macros.reading import Entry
from macros.source import Sequence

AUDIENCES: tuple[Audience, ...] = get_args(Audience)
"""The widest first; each sees what those before it see."""
AUDIENCE_NAMES: Mapping[Audience, str] = {
    "public": "alla",
    "staff": "personal",
    "coordinator": "samordnare",
}
EVERYTHING: Audience = AUDIENCES[-1]

_LISTS: Mapping[type[Record], str] = {
    Contacts: "contacts",
    Resources: "resources",
    Symbols: "symbols",
}
"""The files whose records say for whom they are, and the list that holds them."""

R = TypeVar("R", bound=Record)


def may_see(audience: Audience, owner: Audience) -> bool:
    """Whether an audience may see what is for `owner`."""
    return AUDIENCES.index(owner) <= AUDIENCES.index(audience)


def seen_by(portal: Portal, audience: Audience, addresses: Iterable[str]) -> Portal:
    """The portal without what the audience may not see.

    Args:
        portal: The whole.
        audience: Who is to read it.
        addresses: The pages that they may see.
    """
    if audience == EVERYTHING:
        return portal
    places = {place.id: _place(place, audience) for place in portal.places.values()}
    seen = Portal(places, portal.problems, portal.texts)
    kept = set(addresses)
    _change(seen, Glossary, lambda glossary: _search_words(seen, glossary, kept))
    for place in seen.places.values():
        routines = {
            name: replace(entry, record=_forms(seen, place, entry.record))
            for name, entry in place.routines.items()
        }
        places[place.id] = replace(place, routines=routines)
    if audience == AUDIENCES[0]:
        # Where the files are edited is the project's own affair.
        _change(seen, Settings, lambda settings: settings.model_copy(update={"repository": None}))
    return Portal(places, portal.problems, portal.texts)


def _place(place: Place, audience: Audience) -> Place:
    files = dict(place.files)
    for model, name in _LISTS.items():
        entry = files.get(model)
        if entry is not None:
            files[model] = _kept(entry, name, lambda record: may_see(audience, record.audience))
    routines = {
        name: entry
        for name, entry in place.routines.items()
        if may_see(audience, entry.record.audience)
    }
    # What was done, and what was not, is the coordinators' own.
    return replace(
        place,
        files=files,
        routines=routines,
        routine_names=frozenset(routines),
        follow_ups={},
    )


def _kept(entry: Entry[Any], name: str, keep: Callable[[Any], bool]) -> Entry[Any]:
    """A file with some records of one of its lists; each still knows where it stands."""
    records = getattr(entry.record, name)
    chosen = [index for index, record in enumerate(records) if keep(record)]
    items = dict(entry.node.items)
    if isinstance(listed := items[name], Sequence):
        items[name] = replace(listed, items=[listed.items[index] for index in chosen])
    return replace(
        entry,
        record=entry.record.model_copy(update={name: tuple(records[index] for index in chosen)}),
        node=replace(entry.node, items=items),
    )


def _change(portal: Portal, model: type[R], change: Callable[[R], R]) -> None:
    nation = portal.places[NATION]
    entry = nation.entry(model)
    if entry is not None:
        files: dict[type[Record], Entry[Any] | None] = dict(nation.files)
        files[model] = replace(entry, record=change(entry.record))
        portal.places[NATION] = replace(nation, files=files)  # type: ignore[index]


def _search_words(portal: Portal, glossary: Glossary, addresses: set[str]) -> Glossary:
    """The glossary, whose search words lead only to what is there."""

    def there(goal: LeadsTo) -> bool:
        if goal.contact is not None:
            return goal.contact in (portal.known("any-contact", NATION) or {})
        if goal.symbol is not None:
            return goal.symbol in (portal.known("symbol", NATION) or {})
        return goal.page is None or goal.page.partition("#")[0] in addresses

    groups = [
        group.model_copy(update={"leads_to": tuple(goal for goal in group.leads_to if there(goal))})
        for group in glossary.search_words
    ]
    return glossary.model_copy(
        update={"search_words": tuple(group for group in groups if group.leads_to)}
    )


def _forms(portal: Portal, place: Place, routine: Routine) -> Routine:
    """A routine that names only the forms and systems that are there."""
    known = portal.known("resource", place.id) or {}
    steps = tuple(
        step.model_copy(update={"forms": tuple(form for form in step.forms if form in known)})
        for step in routine.steps
    )
    return routine.model_copy(update={"steps": steps})
