"""What differs between two whole portals, place by place, the nation first."""

from collections.abc import Iterator, Mapping
from typing import Any

from macros.comparing.change import GROUPS, Change
from macros.comparing.contacts import contact_changes
from macros.comparing.fields import field_changes
from macros.comparing.outcomes import outcome_changes
from macros.comparing.plans import plan_changes
from macros.comparing.routines import routine_changes
from macros.comparing.side import Side
from macros.comparing.texts import text_changes
from macros.model.contact import Contacts
from macros.model.routine import Routine
from macros.model.types import Record
from macros.portal import NATION, Place
from macros.portal.succession import predecessor
from macros.reading import Entry
from macros.views import wording

Sides = tuple[Side, Side]


def portal_changes(before: Side, after: Side) -> list[Change]:
    """All that differs between two portals and their shared texts, what matters most first."""
    found: list[Change] = []
    places = sorted({*before.portal.places, *after.portal.places})
    for place_id in places:
        sides = before.at(place_id), after.at(place_id)
        found += _place(sides, *(side.portal.places.get(place_id) for side in sides))
    found += text_changes((before, after))
    order = list(GROUPS)
    return sorted(found, key=lambda change: order.index(change.group))


def _place(sides: Sides, before: Place | None, after: Place | None) -> Iterator[Change]:
    """Yields: what differs at one place."""
    place = after or before
    if place is None:
        return
    if place.id != NATION and (before is None or after is None):
        kind, verb = ("place-new", "är ny") if before is None else ("place-gone", "är borttagen")
        yield Change("rest", kind, "", place.title, f"Platsen {place.title} {verb}.")
    yield from _contacts(sides, place.title, before, after)
    routines = _routines(before), _routines(after)
    for name in sorted({*routines[0], *routines[1]}):
        yield from routine_changes(sides, place.title, *(found.get(name) for found in routines))
    yield from _plans(sides, place, before, after)
    yield from outcome_changes(place.title, before, after)
    yield from _files(sides, place.title, before, after)


def _contacts(
    sides: Sides, where: str, before: Place | None, after: Place | None
) -> Iterator[Change]:
    old, new = (
        place.contacts.record.contacts if place and place.contacts else ()
        for place in (before, after)
    )
    if old != new:
        yield from contact_changes(sides, where, old, new)


def _routines(place: Place | None) -> Mapping[str, Routine]:
    return {name: entry.record for name, entry in place.routines.items()} if place else {}


def _plans(
    sides: Sides, place: Place, before: Place | None, after: Place | None
) -> Iterator[Change]:
    """Yields: what differs in each plan, the newest first.

    A plan that is new is compared with the one before it: that is what changes for its readers.
    """
    old, new = (found.plans if found else {} for found in (before, after))
    for year in sorted({*old, *new}, reverse=True):
        where = f"{place.title} {year}"
        yield from _decided(where, before, after, year)
        if year in old and year in new:
            plans = old[year].record, new[year].record
            yield from plan_changes(sides, where, *plans, rolled=False)
        elif year in old:
            title = old[year].record.title
            says = f"Planen ”{title}” är borttagen."
            yield Change("plans", "plan-gone", where, title, says, before=(title,))
        else:
            plan = new[year].record
            earlier = predecessor(sides[1].portal, place, plan)
            since = (
                f", jämförd med planen för {earlier[0].title} {earlier[1].year}" if earlier else ""
            )
            says = f"Ny plan, ”{plan.title}”{since}."
            yield Change("plans", "plan-new", where, plan.title, says, after=(plan.title,))
            if earlier:
                both = sides[1].at(earlier[0].id), sides[1]
                yield from plan_changes(both, where, earlier[1], plan, rolled=True)


def _decided(where: str, before: Place | None, after: Place | None, year: int) -> Iterator[Change]:
    """Yields: that a plan is frozen as decided, frozen anew, or frozen no more."""
    was, now = (found.decided.get(year) if found else None for found in (before, after))
    if was is None and now is not None:
        says = "Planen är fryst så som den är beslutad."
        yield Change("plans", "plan-frozen", where, where, says)
    elif now is None and was is not None:
        says = "Planen är inte längre fryst så som den är beslutad."
        yield Change("plans", "plan-thawed", where, where, says)
    elif was is not None and now is not None and was.record != now.record:
        reasons = tuple(r for r in now.record.reasons if r not in was.record.reasons)
        says = f"Planen är fryst på nytt. {'Skäl: ' if reasons else ''}{'; '.join(reasons)}"
        says = wording.stopped(says.strip())
        yield Change("plans", "plan-frozen", where, where, says, after=reasons)


_Files = Mapping[type[Record], Entry[Any] | None]


def _files(sides: Sides, where: str, before: Place | None, after: Place | None) -> Iterator[Change]:
    """Yields: what differs in the place's other files, record by record."""
    empty: _Files = {}
    old, new = (place.files if place else empty for place in (before, after))
    for model in sorted({*old, *new} - {Contacts}, key=lambda model: model.__name__):
        was, now = old.get(model), new.get(model)
        entry = now or was
        if entry is None:
            continue
        if was is not None and now is not None:
            # What stands beside the folder of the nation is about the portal itself.
            own = entry.file.startswith("plans/national/") or entry.file.count("/") > 1
            yield from field_changes(
                sides,
                was.record,
                now.record,
                group="rest",
                where=where if own else "Portalen",
                about="",
            )
        else:
            kind, words = ("file-new", "Ny fil") if was is None else ("file-gone", "Borttagen fil")
            yield Change("rest", kind, "", entry.file, f"{words}: {entry.file}.")
