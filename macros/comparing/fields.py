"""What differs between two records of any model, field by field, by their Swedish titles."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from macros.comparing.change import Change, Group
from macros.comparing.likeness import replaced
from macros.comparing.pairing import Pair, pairs, reordered
from macros.comparing.side import WHOLE, Side, named
from macros.model.fields import visited
from macros.model.types import Record, Reference
from macros.views import wording

SHORT = 120
"""Values up to this many signs stand in the sentence, longer ones below it."""


_HIDDEN = "är ändrat i det som inte visas"


@dataclass(frozen=True)
class Altered:
    """One value that differs.

    Attributes:
        path: The names of the records that it is in, below the record compared.
        name: Its name in code.
        field: Its Swedish title.
        mark: What kind of record its value means, if it is an id.
        before: The value, or None where there was none; of a list, the values that are gone.
        after: The value, or None where there is none any more; of a list, those that are new.
        many: Whether it is a list. With nothing gone and nothing new, its order differs.
    """

    path: tuple[str, ...]
    name: str
    field: str
    mark: Reference | None
    before: Any
    after: Any
    many: bool = False


def altered(
    before: Record, after: Record, path: tuple[str, ...] = (), skip: Collection[str] = ()
) -> Iterator[Altered]:
    """Yields: each value that differs between two records of one model, in the model's order.

    Args:
        before: The record as it was.
        after: The record as it is.
        path: The names of the records that these are in.
        skip: Names of fields that are compared in another way.
    """
    for name, field in type(after).model_fields.items():
        was, now = getattr(before, name), getattr(after, name)
        if was == now or name in skip:
            continue
        one = Altered(path, name, field.title or name, _marks(type(after)).get(name), was, now)
        if isinstance(was, tuple) and isinstance(now, tuple):
            yield from _in_list(one)
        elif _opens(was, now):
            yield from altered(was, now, (*path, one.field))
        else:
            yield one


def field_changes(  # noqa: PLR0913 - what is compared, and what it is called
    sides: tuple[Side, Side],
    before: Record,
    after: Record,
    *,
    group: Group,
    where: str,
    about: str,
    anchor: str = "",
    skip: Collection[str] = (),
    aside: Collection[str] = (),
) -> Iterator[Change]:
    """Yields: one change per value that differs, by its Swedish title.

    Args:
        sides: The two that are compared.
        before: The record as it was.
        after: The record as it is.
        group: Where the changes are shown.
        where: What they stand under.
        about: What the record is called.
        anchor: Where it stands on its page, if it does.
        skip: Names of the record's own fields that are compared in another way.
        aside: Names of fields that do not matter here, in whatever record below they are.
    """
    for one in (one for one in altered(before, after, skip=skip) if one.name not in aside):
        subject = ", ".join(filter(None, [about, *one.path]))
        yield worded(sides, one, group=group, where=where, about=subject, anchor=anchor)


def worded(  # noqa: PLR0913 - what differs, and what it is called
    sides: tuple[Side, Side],
    one: Altered,
    *,
    group: Group,
    where: str,
    about: str,
    anchor: str = "",
) -> Change:
    """A value that differs, as a change."""
    before, after = _words(sides[0], one, one.before), _words(sides[1], one, one.after)
    kind, says = _said(one, before, after)
    values = (*before, *after)
    is_long = sum(map(len, values)) > SHORT or any("\n" in value for value in values)
    listed = is_long or len(before) > 1 or len(after) > 1
    if listed and not one.many:
        before, after = replaced("\n".join(before), "\n".join(after))
        says = {"value-new": "är nytt", "value-gone": "är borta"}.get(kind, "är omskrivet")
        if kind == "value-hidden":
            says = _HIDDEN
        elif not before and not after:
            says = "är ändrat, men inte i sina meningar"
    elif listed:
        counts = (len(before), "borta"), (len(after), "nya" if len(after) > 1 else "ny")
        words = (f"{count} {verb}" for count, verb in counts if count)
        says = f"är ändrat, {wording.joined(list(words))}"
    listed = listed and bool(before or after)
    subject = f"{about}: ”{one.field}” {says}" if about else f"”{one.field}” {says}"
    says = wording.stopped(subject)
    return Change(group, kind, where, about, says, before, after, listed, anchor)


def _words(side: Side, one: Altered, value: object) -> tuple[str, ...]:
    """The values on one side as words."""
    values = value if isinstance(value, tuple) else () if value is None else (value,)
    return tuple(side.words(item, one.mark) for item in values)


def _said(one: Altered, before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, str]:
    """What kind of change it is, and what is said of its field where there is room for it."""
    if one.many and not before and not after:
        return "order-changed", "har fått en annan ordning"
    if before == after:
        return "value-hidden", _HIDDEN
    if not before:
        return "value-new", f"har fått ”{after[0]}”"
    if not after:
        return "value-gone", f"har inte längre ”{before[0]}”"
    return "value-changed", f"är ändrat från ”{before[0]}” till ”{after[0]}”"


def _in_list(one: Altered) -> Iterator[Altered]:
    """Yields: what differs in the list's records; and what is new or gone in it, or its order."""
    was: tuple[Any, ...] = one.before
    now: tuple[Any, ...] = one.after
    gone: list[Any]
    new: list[Any]
    is_named = all(isinstance(item, Record) and hasattr(item, "id") for item in (*was, *now))
    if is_named:
        found: list[Pair[Any]] = pairs(was, now, key=lambda item: str(item.id))
        for pair in found:
            if pair.before is not None and pair.after is not None:
                yield from altered(pair.before, pair.after, (*one.path, named(pair.after)))
        gone = [pair.before for pair in found if pair.after is None]
        new = [pair.after for pair in found if pair.before is None]
        moved = reordered(was, now, lambda item: str(item.id))
    else:
        gone = [item for item in was if item not in now]
        new = [item for item in now if item not in was]
        moved = not gone and not new
        if len(gone) == len(new) == 1 and _opens(gone[0], new[0]):
            yield from altered(gone[0], new[0], (*one.path, one.field))
            return
    if gone or new:
        yield replace(one, before=tuple(gone), after=tuple(new), many=True)
    if moved:
        yield replace(one, before=(), after=(), many=True)


def _opens(was: object, now: object) -> bool:
    """Whether the two are records of one model that are compared field by field."""
    return isinstance(was, Record) and type(was) is type(now) and not isinstance(was, WHOLE)


@cache
def _marks(model: type[Record]) -> dict[str, Reference]:
    """The fields of a model that hold ids, each with what kind of record they mean."""
    return {name: mark for name, _, mark in visited(model, _reference) if mark is not None}


def _reference(mark: object) -> Reference | None:
    return mark if isinstance(mark, Reference) else None
