"""What differs between two plans, or two versions of one: activities, then texts, then facts."""

from collections.abc import Iterator, Mapping

from macros.comparing.activities import activity_changes
from macros.comparing.change import Change
from macros.comparing.fields import field_changes
from macros.comparing.likeness import replaced, sentences
from macros.comparing.pairing import pairs, reordered
from macros.comparing.side import Side
from macros.model.markup import with_figures
from macros.model.place import StructureSection
from macros.model.plan import Plan, PlanSection
from macros.views import wording

_OF_COURSE = ("title", "year", "body", "source")
"""What differs between two plans because they are two."""

_OF_DOCUMENTS = ("inferred", "uncertain", "uncertainties")
"""What is said of a document and how the portal reads it; nothing that the committee decided."""


def plan_changes(
    sides: tuple[Side, Side], where: str, before: Plan, after: Plan, *, rolled: bool
) -> Iterator[Change]:
    """Yields: all that differs between two plans.

    Args:
        sides: The two that are compared, each seen from the place of its plan.
        where: What the changes stand under.
        before: The plan as it was, or the earlier plan.
        after: The plan as it is, or the later one.
        rolled: Whether they are two plans, and not two versions of one.
    """
    yield from activity_changes(sides, where, before, after, rolled=rolled)
    yield from _sections(sides, where, before, after)
    yield from _situations(sides, where, before, after)
    if not rolled:
        yield from _orders(where, before, after)
    yield from _state(where, before, after)
    aside = _OF_DOCUMENTS if rolled else ()
    yield from field_changes(
        sides,
        before,
        after,
        group="plans",
        where=where,
        about="",
        skip=("activities", "sections", "situations", "state", *(_OF_COURSE if rolled else ())),
        aside=aside,
    )


def _state(where: str, before: Plan, after: Plan) -> Iterator[Change]:
    """Yields: that the plan is decided now, or replaced, in the words of its page."""
    was, now = (wording.STATES.get(plan.state or "", "").lower() for plan in (before, after))
    if was == now:
        return
    says = f"Planens läge: {now}." if now else "Planen anger inte längre sitt läge."
    says = f"{says} Förut: {was}." if was else says
    values = [tuple(filter(None, [one])) for one in (was, now)]
    yield Change("plans", "plan-state", where, "Läge", says, values[0], values[1])


def _orders(where: str, before: Plan, after: Plan) -> Iterator[Change]:
    """Yields: which of the plan's lists come in another order."""
    for name, title in _LISTS.items():
        if reordered(getattr(before, name), getattr(after, name), lambda item: str(item.id)):
            says = f"{title} har fått en annan ordning."
            yield Change("plans", "order-changed", where, title, says)


_LISTS = {
    "activities": "Aktiviteterna",
    "sections": "Planens egna avsnitt",
    "situations": "Lägesbilderna",
}


def _sections(sides: tuple[Side, Side], where: str, before: Plan, after: Plan) -> Iterator[Change]:
    for pair in pairs(before.sections, after.sections, key=lambda section: section.id):
        section = pair.after or pair.before
        if section is None:
            continue
        parts = [_structure(side).get(section.id) for side in sides]
        part = parts[1] or parts[0]
        about = section.title or (part.title if part else section.id)
        was, now = _held(pair.before, parts[0]), _held(pair.after, parts[1])
        anchor = section.id if pair.after else ""
        if was != now:
            yield _section(where, about, anchor, was, now)
        empty = PlanSection.model_validate({"id": section.id})
        yield from field_changes(
            sides,
            pair.before or empty,
            pair.after or empty,
            group="plans",
            where=where,
            about=f"Avsnittet ”{about}”",
            anchor=anchor,
            skip=("text", "addition", "omitted", *(() if pair.before and pair.after else _PLACE)),
        )


_PLACE = ("title", "level", "after")
"""Where a section of the plan's own stands: nothing more to be said of one that is new or gone."""


def _structure(side: Side) -> Mapping[str, StructureSection]:
    """The sections that the plans of the side's municipality share, by id."""
    home = side.portal.places.get(side.place.partition("/")[0])
    parts = home.municipality.record.structure if home and home.municipality else ()
    return {part.id: part for part in parts}


_Held = tuple[str, str]
"""What a section holds, in a word, and the text."""

_KINDS = {
    "": "är borttaget",
    "shared": "har nu den gemensamma texten, utan egna tillägg",
    "text": "har nu egen text",
    "addition": "har nu den gemensamma texten med ett eget tillägg",
    "omitted": "är nu utelämnat",
    "heading": "är nu bara en rubrik",
}


def _held(section: PlanSection | None, part: StructureSection | None) -> _Held:
    for kind in ("text", "addition", "omitted"):
        text = getattr(section, kind, None)
        if text:
            return kind, with_figures(text, reviewed=False)
    if section is not None and part is None:
        return "heading", ""
    return "shared" if part and part.shared_text else "", ""


def _section(where: str, about: str, anchor: str, was: _Held, now: _Held) -> Change:
    gone, new = replaced(was[1], now[1])
    kept = len(sentences(now[1])) - len(new)
    if was[0] != now[0]:
        kind, says = "section-kind", _KINDS[now[0]] if was[0] else "är nytt"
    elif not kept:
        kind, says = "section-replaced", "är utbytt"
    elif gone or new:
        kind, says = "section-reworded", f"är omskrivet: {_counted(len(gone), len(new))}"
    else:
        kind, says = "section-reworded", "är ändrat, men inte i sina meningar"
    says = f"Avsnittet ”{about}” {says}."
    return Change("plans", kind, where, about, says, gone, new, bool(gone or new), anchor)


def _counted(gone: int, new: int) -> str:
    def sentences_(count: int) -> str:
        return "en mening" if count == 1 else f"{count} meningar"

    words = [f"{sentences_(gone)} borta" if gone else "", f"{sentences_(new)} nya" if new else ""]
    return " och ".join(filter(None, words)).replace("en mening nya", "en mening ny")


def _situations(
    sides: tuple[Side, Side], where: str, before: Plan, after: Plan
) -> Iterator[Change]:
    is_shown = any(part.situation for part in _structure(sides[1]).values())
    for pair in pairs(before.situations, after.situations, key=lambda report: report.id):
        was, now = pair.before, pair.after
        anchor = f"lage-{now.id}" if now and is_shown else ""
        if was is not None and now is not None:
            about = f"Lägesbilden ”{now.title}”"
            yield from field_changes(
                sides, was, now, group="plans", where=where, about=about, anchor=anchor
            )
        elif now is not None:
            says = f"Ny lägesbild, ”{now.title}” ({now.period})."
            title = (now.title,)
            yield Change(
                "plans", "situation-new", where, now.title, says, after=title, anchor=anchor
            )
        elif was is not None:
            says = f"Lägesbilden ”{was.title}” ({was.period}) är borta."
            yield Change("plans", "situation-gone", where, was.title, says, before=(was.title,))
