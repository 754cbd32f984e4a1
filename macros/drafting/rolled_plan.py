"""The file of a plan that goes on: what stands is carried over, what only was is left to fill in.

A decision of 2019 is none of 2027, and neither are its numbers, its dates, its figures on the
situation or what was unclear in its document: such fields stand as comments with their help.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from macros.drafting.record import HEAD, unused
from macros.drafting.roll import Answers, Roll
from macros.model.plan import Activity, Plan
from macros.source.editing import Tree, copied, tree, value, written

_STANDS = (
    "document_class",
    "applies_to",
    "revised_by",
    "followed_up_by",
    "revision_cycle",
    "areas",
    "coordinator_duties",
)
"""What says who works how, and not what was decided once."""

_ASKED_FOR = (
    "reference_numbers",
    "decision",
    "approval",
    "valid",
    "next_revision",
    "goal",
    "uncertainties",
    "shared_situations",
    "situations",
)
"""What the document of a new year says anew; other fields only if the earlier plan has them."""

_LATER = "Lägesbilden är inte skriven än."
_UNWRITTEN = "Avsnittet är inte skrivet än."


def text(roll: Roll, answers: Answers) -> str:
    """The whole file of the new plan."""
    plan = roll.earlier.record
    old = tree(roll.portal.texts[roll.earlier.file])
    given = _given(roll, answers)
    lines = [HEAD, f"# Går vidare från {roll.earlier.file}."]
    for name, field in Plan.model_fields.items():
        if name in given:
            lines += _dumped(name, value(given[name]))
        elif name == "sections":
            lines += _listed(name, _sections(roll, answers, old))
        elif name == "activities":
            lines += _listed(name, _activities(roll, answers, old))
        elif name in _STANDS and name in old:
            lines += _dumped(name, _renewed(roll, name, old))
        elif name in _ASKED_FOR or getattr(plan, name) != field.default:
            lines += unused(Plan, name)
    return "\n".join(lines) + "\n"


def _given(roll: Roll, answers: Answers) -> Mapping[str, Any]:
    """What is new: the plan is a draft, and replaces what was decided before, if anything was."""
    decision = roll.earlier.record.decision
    given = {
        "title": answers.title,
        "year": roll.year,
        "body": roll.body[0],
        "state": "draft",
        "source": answers.source,
    }
    if decision is not None:
        given["replaces"] = decision.model_dump(by_alias=True, exclude_none=True)
    return given


def _renewed(roll: Roll, name: str, old: Tree) -> Any:  # noqa: ANN401 - what a file holds
    """A value that stands, with the new body in the place of the one that it took over from."""
    kept = copied(old[name])
    if name in {"revised_by", "followed_up_by"}:
        was = roll.earlier.record.body
        return [value(roll.body[0]) if one == was else one for one in kept]
    return kept


def _activities(roll: Roll, answers: Answers, old: Tree) -> Iterator[tuple[list[str], Tree]]:
    """Yields: the activities that go on, each with the comments that stand before it."""
    waiting: list[str] = []
    for index, node in enumerate(old.get("activities") or ()):
        # The comments of one that is gone are headings of those after it.
        waiting = _comments(roll, ("activities", index)) or waiting
        answer = answers.activities[node["id"]]
        if answer.do in {"done", "drop"}:
            continue
        new = copied(node)
        for name in ("uncertain", *answer.without):
            new.pop(name, None)
        for name in ("text", "responsible", "schedule", "follow_up"):
            if (given := getattr(answer, name)) is not None:
                new[name] = value(_plain(given))
        new["carried_from"] = roll.earlier_id
        yield waiting, Tree((name, new[name]) for name in Activity.model_fields if name in new)
        waiting = []


def _plain(given: Any) -> Any:  # noqa: ANN401 - a text or a record
    if isinstance(given, str):
        return given
    plain = given.model_dump(by_alias=True, exclude_none=True)
    return {name: one for name, one in plain.items() if one not in ((), [])}


def _sections(roll: Roll, answers: Answers, old: Tree) -> Iterator[tuple[list[str], Tree]]:
    """Yields: the plan's own sections that go on, and those that must say why they are empty."""
    plan, structure = roll.earlier.record, roll.structure
    for index, node in enumerate(old.get("sections") or ()):
        answer = answers.sections.get(node["id"])
        comments = _comments(roll, ("sections", index))
        part = structure.get(node["id"])
        if answer is None or answer.do == "keep":
            yield comments, copied(node)
        elif part is None or not part.shared_text:
            yield comments, Tree(id=node["id"], omitted=value(_UNWRITTEN))
    for part in structure.values():
        is_empty = part.situation and (plan.situations or plan.shared_situations)
        if is_empty and part.id not in {section.id for section in plan.sections}:
            words = (
                f"Lägesbilderna i planen för {plan.year} gällde sin tid. Skriv nya under "
                "situations, och ta sedan bort det här avsnittet."
            )
            yield [words], Tree(id=part.id, omitted=value(_LATER))


def _comments(roll: Roll, path: tuple[str | int, ...]) -> list[str]:
    """The words of the comments right above a record of the earlier plan."""
    lines = roll.portal.texts[roll.earlier.file].splitlines()
    at = roll.earlier.line(path) - 1
    found: list[str] = []
    while at and lines[at - 1].lstrip().startswith("#"):
        at -= 1
        found.insert(0, lines[at].strip().removeprefix("#").strip())
    return found


def _listed(name: str, items: Iterator[tuple[list[str], Tree]]) -> list[str]:
    """A list with comments before its records; nothing at all where it is empty."""
    lines: list[str] = []
    for comments, node in items:
        lines += [f"  # {words}" for words in comments]
        lines += _dumped(name, [node])[1:]
    return [f"{name}:", *lines] if lines else []


def _dumped(name: str, node: Any) -> list[str]:  # noqa: ANN401 - what a file holds
    return written(Tree({name: node})).splitlines()
