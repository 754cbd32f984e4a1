"""Opening hours: on which days, from when, until when, and what they come to on a given day."""

from collections.abc import Iterable
from typing import Literal

from macros.model.types import Clock, Flag, Record, info

OpeningDay = Literal[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "holiday"
]

WEEK: dict[OpeningDay, str] = {
    "monday": "måndag",
    "tuesday": "tisdag",
    "wednesday": "onsdag",
    "thursday": "torsdag",
    "friday": "fredag",
    "saturday": "lördag",
    "sunday": "söndag",
}
"""The days of the week in order, and what they are called."""

Span = tuple[int, int]
"""From one minute of the day until another, which is no longer in it."""

WHOLE_DAY: Span = (0, 24 * 60)


class Opening(Record):
    """Hours that are the same on some days. Hours past midnight are two of these."""

    days: tuple[OpeningDay, ...] = info(
        "Dagar", "Veckodagar. holiday är en helgdag, vilken veckodag den än infaller på."
    )
    start: Clock = info("Från", "När det öppnar, svensk tid.", example="08:00", alias="from")
    end: Clock = info(
        "Till", "När det stänger, svensk tid. 24:00 är midnatt.", example="17:00", alias="to"
    )
    closed_on_holidays: Flag = info(
        "Stängt på helgdagar",
        "true om tiderna inte gäller på helgdagar, midsommarafton, julafton och nyårsafton.",
    )


def hours_on(opening: Iterable[Opening], day: OpeningDay, *, holiday: bool) -> tuple[Span, ...]:
    """The hours of a day of the week, in order and without overlaps.

    Args:
        opening: All the hours of one contact.
        day: The day of the week.
        holiday: Whether the day is a holiday, too.
    """
    return joined(
        (hours.start, hours.end)
        for hours in opening
        if (day in hours.days and not (holiday and hours.closed_on_holidays))
        or (holiday and "holiday" in hours.days)
    )


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that meet or overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def closed_from(spans: tuple[Span, ...]) -> int | None:
    """The first minute of a day that no span covers, or None where they cover all of it.

    Args:
        spans: In order and without overlaps.
    """
    if not spans or spans[0][0] > 0:
        return 0
    first_end = spans[0][1]
    return None if first_end == WHOLE_DAY[1] else first_end


def overlap(one: Opening, other: Opening) -> bool:
    """Whether both hold at the same minute of the same day."""
    first, second = sorted([(one.start, one.end), (other.start, other.end)])
    return second[0] < first[1] and not set(one.days).isdisjoint(other.days)
