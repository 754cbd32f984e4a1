"""What differs between the activities of two plans: new, gone, or the same one done otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.comparing.change import Change
from macros.comparing.fields import field_changes
from macros.comparing.pairing import Pair, pairs
from macros.comparing.side import Side
from macros.model.plan import Activity, Plan
from macros.views import outcomes, wording

_ITSELF = ("id", "text", "responsible", "schedule", "follow_up", "area")
"""Fields with sentences of their own; the others are named by their titles."""

_OF_DOCUMENTS = ("carried_from", "uncertain")
"""What another document makes differ, though the activity is the same."""


def matched(before: Plan, after: Plan) -> list[Pair[Activity]]:
    """Which activities of two plans are the same one.

    By id, which stays the same over the years and where committees merge, also where the later
    plan says by `carried_from` that it goes on; what is left over, by likeness of text.
    """
    return pairs(before.activities, after.activities, key=lambda a: a.id, text=lambda a: a.text)


def activity_changes(
    sides: tuple[Side, Side], where: str, before: Plan, after: Plan, *, rolled: bool
) -> Iterator[Change]:
    """Yields: per activity of two plans, all that differs.

    Args:
        sides: The two that are compared.
        where: What the changes stand under.
        before: The plan as it was, or the earlier plan.
        after: The plan as it is, or the later one.
        rolled: Whether they are two plans, so that the later one names the earlier.
    """
    for pair in matched(before, after):
        was, now = pair.before, pair.after
        if was is not None and now is not None:
            yield from _differences(sides, where, was, now, rolled=rolled)
        elif now is not None:
            who = _responsible(sides[1], now).words
            area = sides[1].name("area", now.area)
            says = f"Ny aktivitet ({area}): ”{now.text}” " + (
                f"Ansvarig: {who}." if who else "Planen anger ingen ansvarig."
            )
            yield _change("activity-new", where, now, says, (), (now.text,))
        elif was is not None:
            became = _became(sides, before, was)
            says = " ".join([f"Aktiviteten är borttagen: ”{was.text}”", *became])
            yield Change("plans", "activity-gone", where, was.text, says, (was.text,), became)


def _became(sides: tuple[Side, Side], before: Plan, was: Activity) -> tuple[str, ...]:
    """Why an activity is gone, as far as the follow-up of the earlier plan says."""
    place = sides[1].portal.places.get(sides[0].place)
    words = outcomes.last(place, before, was.id) if place else None
    return (words,) if words else ()


def _differences(
    sides: tuple[Side, Side], where: str, was: Activity, now: Activity, *, rolled: bool
) -> Iterator[Change]:
    """Yields: what differs in one activity that both plans have."""
    for noun, read in (
        ("ansvarig", _responsible),
        ("tidplan", _schedule),
        ("uppföljning", _follow_up),
    ):
        before, after = read(sides[0], was), read(sides[1], now)
        # How another document spells the same follow-up is no news; whom it names is.
        if not rolled or noun == "ansvarig" or not before.means(after):
            yield from _aspect(where, now, noun, before, after)
    if was.text != now.text:
        says = f"Aktiviteten {_short(now)} är omformulerad."
        texts = (was.text,), (now.text,)
        yield _change("activity-reworded", where, now, says, *texts, listed=True)
    if was.area != now.area:
        areas = sides[0].name("area", was.area), sides[1].name("area", now.area)
        says = f"Aktiviteten {_short(now)} har flyttat från {areas[0]} till {areas[1]}."
        yield _change("activity-area", where, now, says, (areas[0],), (areas[1],))
    if was.id != now.id:
        says = f"Aktiviteten {_short(now)} har bytt id från {was.id} till {now.id}."
        yield _change("activity-id", where, now, says, (was.id,), (now.id,))
    yield from field_changes(
        sides,
        was,
        now,
        group="plans",
        where=where,
        about=f"Aktiviteten {_short(now)}",
        anchor=f"aktivitet-{now.id}",
        skip=_ITSELF,
        aside=_OF_DOCUMENTS if rolled else (),
    )


_KINDS = {"ansvarig": "responsible", "tidplan": "schedule", "uppföljning": "follow-up"}


@dataclass(frozen=True)
class _Aspect:
    """Who does an activity, when, or how it is followed up; empty where the plan does not say.

    Attributes:
        ids: What it is in the data, so that a role with a new name is the same role.
        words: What it is in words.
        written: The plan's own words.
    """

    ids: tuple[object, ...] = ()
    words: str = ""
    written: str = ""

    def means(self, other: "_Aspect") -> bool:
        """Whether both are the same, however they are written."""
        return self.ids == other.ids or self.words == other.words


def _aspect(
    where: str, now: Activity, noun: str, before: _Aspect, after: _Aspect
) -> Iterator[Change]:
    """Yields: that who, when or the follow-up differs, or only how the plan writes it."""
    kind = f"activity-{_KINDS[noun]}-changed"
    texts = before.words, after.words
    if before.means(after):
        if before.written == after.written:
            return
        kind = f"activity-{_KINDS[noun]}-written"
        texts = before.written, after.written
        said = f"samma {noun}, men skriven ”{after.written}” i stället för ”{before.written}”"
    elif not before.words:
        said = f"fått {noun}: {after.words}"
    elif not after.words:
        said = f"ingen {noun} längre. Förut: {before.words}"
    else:
        said = f"en annan {noun}: {after.words}. Förut: {before.words}"
    values = (tuple(filter(None, [text])) for text in texts)
    says = wording.stopped(f"Aktiviteten {_short(now)} har {said}")
    yield _change(kind, where, now, says, *values)


def _change(  # noqa: PLR0913, PLR0917 - one call, one change
    kind: str,
    where: str,
    now: Activity,
    says: str,
    before: tuple[str, ...],
    after: tuple[str, ...],
    *,
    listed: bool = False,
) -> Change:
    anchor = f"aktivitet-{now.id}"
    return Change("plans", kind, where, now.text, says, before, after, listed, anchor)


def _short(activity: Activity) -> str:
    """The activity by its first words, so that a sentence about it can be read."""
    words = activity.text.split()
    short = " ".join(words[:_WORDS])
    return f"”{short}”" if len(words) <= _WORDS else f"”{short.rstrip(',.;:')} …”"


_WORDS = 9


def _responsible(side: Side, activity: Activity) -> _Aspect:
    value = activity.responsible
    if value is None:
        return _Aspect()
    owners = wording.joined([side.name("role", i) for i in value.owners])
    consulted = wording.joined([side.name("role", i) for i in value.consulted])
    words = ", i samråd med ".join(filter(None, [owners, consulted])) if owners else consulted
    ids = side.place.partition("/")[0], value.owners, value.consulted
    return _Aspect(ids, words or value.as_written, value.as_written)


def _schedule(_side: Side, activity: Activity) -> _Aspect:
    value = activity.schedule
    if value is None:
        return _Aspect()
    words = wording.schedule(value)
    return _Aspect((words,), words, value.as_written)


def _follow_up(side: Side, activity: Activity) -> _Aspect:
    value = activity.follow_up
    if value is None:
        return _Aspect()
    words = side.name("follow-up-way", value.way) if value.way else value.as_written
    return _Aspect((side.place.partition("/")[0], value.way or words), words, value.as_written)
