"""What is new in a plan since the one before it, as its page shows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.comparing.change import Change
from macros.comparing.plans import plan_changes
from macros.comparing.side import Side
from macros.comparing.tally import tally
from macros.portal import Portal
from macros.portal.succession import plan_address, predecessor
from macros.views import wording


@dataclass(frozen=True)
class SinceRow:
    """One thing that is new.

    Attributes:
        about: What it is about: the whole, or its first sentence.
        rest: The sentences after that.
        address: Where it stands on the page, if it does.
        notes: Label and words: what holds now, and what held before.
    """

    about: str
    rest: str
    address: str | None
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Since:
    """What is new since an earlier plan.

    Attributes:
        year: Of the earlier plan.
        earlier: Words and address of the earlier plan.
        tally: How many activities go on, are new or are gone.
        groups: The rows under headings, activities first.
    """

    year: int
    earlier: tuple[str, str]
    tally: str
    groups: tuple[tuple[str, tuple[SinceRow, ...]], ...]


@dataclass(frozen=True)
class _Group:
    """Which changes stand under a heading, and with which of their values.

    Attributes:
        kinds: What the kinds of change begin with.
        about: What the name of the record begins with.
        now: What the values that hold now are called, if they are shown.
        then: What those that held before are called, if they are shown.
    """

    title: str
    kinds: tuple[str, ...]
    about: str = ""
    now: str = ""
    then: str = ""


_GROUPS = (
    _Group("Nya aktiviteter", ("activity-new",)),
    _Group("Aktiviteter som inte finns kvar", ("activity-gone",), now="Uppföljning"),
    _Group("Annan ansvarig", ("activity-responsible-changed",), now="Nu", then="Förut"),
    _Group(
        "Samma ansvarig, skriven annorlunda",
        ("activity-responsible-written",),
        now="Nu",
        then="Förut",
    ),
    _Group("Annan tidplan", ("activity-schedule-changed",), now="Nu", then="Förut"),
    _Group("Annan uppföljning", ("activity-follow-up-changed",), now="Nu", then="Förut"),
    _Group("Omformulerade aktiviteter", ("activity-reworded", "activity-area")),
    _Group("Annat om aktiviteterna", ("value",), "Aktiviteten "),
    _Group("Avsnitt med en annan text", ("section",)),
    _Group("Andra lägesbilder", ("situation",)),
    _Group("Lägesbilder med en annan text", ("value",), "Lägesbilden "),
)
"""In the order of the page. The plan's facts are left out: they stand at its top."""


def since(portal: Portal, plan_id: str) -> Since | None:
    """What is new in a plan since the one before it; None where the portal has none before it."""
    place, plan = portal.plan(plan_id)
    earlier = predecessor(portal, place, plan)
    if earlier is None:
        return None
    home, before = earlier
    sides = Side(portal, {}, home.id), Side(portal, {}, place.id)
    changes = list(plan_changes(sides, "", before, plan, rolled=True))
    groups = ((group.title, tuple(_rows(changes, group))) for group in _GROUPS)
    return Since(
        before.year,
        (f"{home.title} {before.year}", plan_address(home, before.year)),
        tally(before, plan),
        tuple((title, rows) for title, rows in groups if rows),
    )


def _rows(changes: Iterable[Change], group: _Group) -> Iterator[SinceRow]:
    """Yields: one row per record that the group is about."""
    seen = set()
    for change in changes:
        if not change.kind.startswith(group.kinds) or not change.about.startswith(group.about):
            continue
        address = f"#{change.anchor}" if change.anchor else None
        sides = (group.now, change.after), (group.then, change.before)
        notes = tuple((label, "; ".join(values)) for label, values in sides if label and values)
        row = SinceRow(*wording.lead(change.about), address, notes)
        if row not in seen:
            seen.add(row)
            yield row
