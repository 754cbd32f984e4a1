"""Opening hours in words, and as what a browser needs to say whether it is open now."""

import datetime as dt
import json
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from macros.model.opening import WEEK, WHOLE_DAY, Opening, OpeningDay, Span, hours_on
from macros.views import wording
from macros.views.phones import PhoneRow

YEARS = 3
"""For how many years, with this one, the holidays are written into a page."""

_HOLIDAYS = "helgdagar, även på midsommarafton, julafton och nyårsafton"


@dataclass(frozen=True)
class OpeningRow:
    """Whether a contact is open now, for each case: the minute of reading decides.

    Attributes:
        week: JSON, for Monday to Sunday the spans of minutes in which it is open.
        on_holidays: The same for days that are holidays.
        holidays: The holidays, ISO days with spaces between.
        first: The first day for which the holidays are known.
        last: The last such day; after it, only what is plain is said.
        plain: What holds at any time, for readers without JavaScript and on paper; None where it
            never closes.
        instead: Title and number of whom to call when it is closed; None where it never is.
    """

    week: str
    on_holidays: str
    holidays: str
    first: dt.date
    last: dt.date
    plain: str | None
    open: str
    closed: str
    instead: tuple[str, PhoneRow] | None


def row(
    opening: Sequence[Opening], instead: tuple[str, PhoneRow] | None, year: int | None = None
) -> OpeningRow | None:
    """What a page needs to say whether it is open, or None where the hours are not known.

    Args:
        opening: All the hours of one contact.
        instead: Title and number of whom to call when it is closed.
        year: The first year whose holidays are written; that of the build if left out.
    """
    if not opening:
        return None
    year = year or _year_of_build()
    return OpeningRow(
        week=_minutes(opening, holiday=False),
        on_holidays=_minutes(opening, holiday=True),
        holidays=" ".join(day.isoformat() for day in holidays_of(year)),
        first=dt.date(year, 1, 1),
        last=dt.date(year + YEARS - 1, 12, 31),
        plain=f"När det är stängt, ring i stället {instead[0]}:" if instead else None,
        open="Öppet nu",
        closed=f"Stängt nu, ring i stället {instead[0]}:" if instead else "Stängt nu",
        instead=instead,
    )


def _year_of_build() -> int:
    """The year of the version that is built; this one where nobody says, as in a bare MkDocs.

    The clock of a machine that builds may be that of another country; next year is there too.
    """
    moment = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    return dt.datetime.fromtimestamp(moment, dt.UTC).year


@cache
def holidays_of(year: int) -> tuple[dt.date, ...]:
    """The holidays of a year and those after it, in order.

    Midsummer, Christmas and New Year's Eve are no public holidays, but offices are closed, and the
    law on holidays counts them with Sundays (semesterlagen 7 §): `de_facto`.
    """
    import holidays  # noqa: PLC0415 - costs a tenth of a second, and few portals have hours

    found = holidays.country_holidays(
        "SE", years=range(year, year + YEARS), categories=("public", "de_facto")
    )
    return tuple(sorted(found))


def words(opening: Sequence[Opening]) -> str:
    """`måndag–fredag 8.00–17.00. Stängt på helgdagar, även på midsommarafton, …`."""
    times: dict[tuple[tuple[OpeningDay, ...], bool], list[str]] = {}
    for hours in opening:
        same = times.setdefault((hours.days, hours.closed_on_holidays), [])
        same.append(_times((hours.start, hours.end)))
    lines = {key: f"{_days(key[0])} {wording.joined(spans)}" for key, spans in times.items()}
    said = f"{'; '.join(lines.values())}. "
    if any("holiday" in days for days, _ in lines):
        return f"{said}Som helgdag räknas också midsommarafton, julafton och nyårsafton."
    held = [line for (_, is_closed), line in lines.items() if not is_closed]
    if not held:
        return f"{said}Stängt på {_HOLIDAYS}."
    if len(held) == len(lines):
        return f"{said}Öppet även på helgdagar."
    return f"{said}På {_HOLIDAYS}, gäller bara {wording.joined(held)}."


def _minutes(opening: Sequence[Opening], *, holiday: bool) -> str:
    days = [hours_on(opening, day, holiday=holiday) for day in WEEK]
    return json.dumps(days, separators=(",", ":"))


def _days(days: Sequence[OpeningDay]) -> str:
    """`måndag–fredag, söndag och helgdagar`: three or more days in a row as from and to."""
    if set(days) >= set(WEEK):
        return "alla dagar"
    names = [WEEK[day] for day in WEEK if day in days]
    last = ["helgdagar"] if "holiday" in days else []
    return wording.joined([*_runs(names), *last])


def _runs(names: Sequence[str]) -> Iterator[str]:
    order = list(WEEK.values())
    run: list[str] = []
    for name in (*names, None):
        if run and (name is None or order.index(name) != order.index(run[-1]) + 1):
            yield from [f"{run[0]}–{run[-1]}"] if len(run) > 2 else run  # noqa: PLR2004 - a pair is no run
            run = []
        if name is not None:
            run.append(name)


def _times(span: Span) -> str:
    """`8.00–17.00`."""
    if span == WHOLE_DAY:
        return "hela dygnet"
    return "–".join(f"{minute // 60}.{minute % 60:02}" for minute in span)
