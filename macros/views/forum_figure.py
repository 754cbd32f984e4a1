"""The figure over how information goes from forum to forum: boxes in rows, arrows, and in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from statistics import fmean

from macros.model.forum import Forum, Forums
from macros.portal import Portal
from macros.views import wording

_BROAD = 2
"""The most boxes in a row that a phone has room for."""


@dataclass(frozen=True)
class Box:
    """One box: a forum with its stage, or in `text` what the last forum does with it all.

    Attributes:
        further: Names of the forums that it also goes on to, where no arrow is drawn.
    """

    title: str | None
    stage: str | None
    text: str | None
    further: str | None


@dataclass(frozen=True)
class Row:
    """Boxes side by side, and the arrows that lead down to them from the row above.

    Attributes:
        arrows: Where each starts and ends, in per cent of the figure's width.
    """

    arrows: tuple[tuple[str, str], ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Account:
    """What the figure says of one forum, in words."""

    title: str
    address: str
    stage: str | None
    words: str


@dataclass(frozen=True)
class ForumFigure:
    """The forums that have a stage, and those that get the information from them."""

    municipality: str
    is_broad: bool
    rows: tuple[Row, ...]
    accounts: tuple[Account, ...]


def address(municipality: str, forum_id: str) -> str:
    """Where a forum is described."""
    return f"/samverkan/{municipality}/#forum-{forum_id}"


def figure(portal: Portal, place_id: str) -> ForumFigure | None:
    """The figure of a place's municipality, or None where no forum has a stage in it."""
    home = portal.place(place_id.partition("/")[0])
    record = home.record(Forums)
    inside = _inside(record.forums if record else ())
    if not inside:
        return None
    feeds = {forum.id: list(forum.feeds) for forum in inside.values()}
    stages = _stages(inside)
    boxes = {i: Box(forum.title, stages.get(i), None, None) for i, forum in inside.items()}
    for forum in inside.values():
        if not forum.feeds and forum.reports:
            # An id has no space, so that this one is nobody else's.
            feeds[forum.id], feeds[f"{forum.id} after"] = [f"{forum.id} after"], []
            boxes[f"{forum.id} after"] = Box(None, None, forum.reports, None)
    rows = _rows(feeds)
    return ForumFigure(
        municipality=home.title,
        is_broad=max(map(len, rows)) > _BROAD,
        rows=tuple(
            Row(tuple(_arrows(above, row, feeds)), tuple(_boxes(row, below, feeds, boxes)))
            for above, row, below in zip([[], *rows], rows, [*rows[1:], []], strict=False)
        ),
        accounts=tuple(
            Account(forum.title, address(home.id, i), stages.get(i), _words(forum, inside))
            for i, forum in inside.items()
        ),
    )


def _inside(forums: tuple[Forum, ...]) -> dict[str, Forum]:
    """The forums with a stage and all that they lead to, in the file's order."""
    known = {forum.id: forum for forum in forums}
    found = {forum.id for forum in forums if forum.stage}
    while more := {i for reached in found for i in known[reached].feeds} - found:
        found |= more
    return {i: forum for i, forum in known.items() if i in found}


def _stages(inside: Mapping[str, Forum]) -> dict[str, str]:
    """The stages by forum, counted in the file's order: `Steg 1: Generell samhällsnivå`."""
    named = list(dict.fromkeys(forum.stage for forum in inside.values() if forum.stage))
    return {
        i: f"Steg {named.index(forum.stage) + 1}: {forum.stage}"
        for i, forum in inside.items()
        if forum.stage
    }


def _rows(feeds: Mapping[str, list[str]]) -> list[list[str]]:
    """The ids in rows: those that lead to others stand above them, as straight as can be."""
    rows: list[list[str]] = []
    left = list(feeds)
    while left:
        fed = {i for above in left for i in feeds[above]}
        # Where forums feed each other in a ring, no row comes first: all stand in one.
        row = [i for i in left if i not in fed] or left
        above = rows[-1] if rows else []
        from_left = {i: [n for n, up in enumerate(above) if i in feeds[up]] for i in row}
        rows.append(sorted(row, key=lambda i: fmean(from_left[i] or [0])))
        left = [i for i in left if i not in row]
    return rows


def _arrows(
    above: list[str], row: list[str], feeds: Mapping[str, list[str]]
) -> Iterator[tuple[str, str]]:
    for start, source in enumerate(above):
        for end, target in enumerate(row):
            if target in feeds[source]:
                yield _centre(start, len(above)), _centre(end, len(row))


def _centre(index: int, count: int) -> str:
    return f"{(index + 0.5) * 100 / count:.4g}%"


def _boxes(
    row: list[str], below: list[str], feeds: Mapping[str, list[str]], boxes: Mapping[str, Box]
) -> Iterator[Box]:
    for i in row:
        further = [boxes[to].title or "" for to in feeds[i] if to not in below]
        yield replace(boxes[i], further=wording.joined(further) or None)


def _words(forum: Forum, inside: Mapping[str, Forum]) -> str:
    if forum.feeds:
        goals = wording.joined([inside[i].title for i in forum.feeds])
        return f"Informationen går vidare till {goals}."
    return forum.reports or "Vart informationen går sedan framgår inte av källorna."
