"""What is asked of each activity and section of a plan that goes on into a new year."""

import sys
from collections.abc import Callable
from typing import Any, get_args

from macros.commands.asking import ask, choose
from macros.drafting import named_roles, rolled_follow_up, stale
from macros.drafting.questions import about
from macros.drafting.record import allowed_values
from macros.drafting.roll import Roll
from macros.drafting.values import fault_of
from macros.model.plan import Activity, PlanSection, Schedule
from macros.model.roll_answers import ActivityAnswer, SectionAnswer
from macros.model.types import Text
from macros.problems import Problem
from macros.reading import Entry
from macros.views import activities, outcomes, wording

_TEXT = fault_of(Text)
_SCHEDULES = {
    get_args(one.model_fields["kind"].annotation)[0]: one for one in get_args(get_args(Schedule)[0])
}
_NAMES = wording.TERMS | {unit: words[1] for unit, words in wording.UNITS.items()}
_SHORT = 300

_DOINGS = {
    "keep": "Behåll den som den är",
    "change": "Ändra den",
    "done": "Den är genomförd, och står inte i den nya planen",
    "drop": "Den utgår",
}


def activity(roll: Roll, entry: Entry[Activity], where: str) -> ActivityAnswer:
    """What becomes of one activity.

    Raises:
        Stopped: There is nobody to ask.
    """
    record = entry.record
    flags = stale.in_activity(roll.portal, roll.place.id, entry, roll.year)
    row = activities.row(roll.portal, roll.home, record)
    _say(f"\n{where}\n{record.text}")
    for label, words in (
        ("Ansvarig", row.responsible),
        ("Tidplan", row.schedule),
        ("Uppföljning", row.follow_up),
    ):
        _say(f"  {label}: {words or 'anges inte'}")
    known = outcomes.lines(roll.home, roll.earlier.record, record.id)
    for line in known:
        _say(f"  {line}")
    _warn(flags)
    doing = choose("Vad gör du med den?", _DOINGS, _proposed(roll, record, flags))
    given: dict[str, Any] = {"activity": record.id, "do": doing}
    if doing == "drop" and record.id not in rolled_follow_up.reported(roll):
        given["why"] = ask("Skäl till att den utgår", fault=_needed)
    elif doing == "drop":
        given["why"] = known[-1]
    elif doing == "done":
        given["evidence"] = ask("Underlag, var det syns (får utelämnas)", fault=_or_nothing(_TEXT))
    elif doing == "change":
        given |= _changes(roll, row, record)
    answer = {name: value for name, value in given.items() if value}
    if doing == "change" and len(answer) == len(("activity", "do")):
        answer["do"] = "keep"
    return ActivityAnswer.model_validate(answer)


def section(roll: Roll, entry: Entry[PlanSection]) -> SectionAnswer:
    """Whether a section of the plan's own that is to be looked at goes on.

    Raises:
        Stopped: There is nobody to ask.
    """
    record, part = entry.record, roll.structure.get(entry.record.id)
    words = record.text or record.addition or record.omitted or ""
    short = words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()} …"
    _say(f"\nAvsnittet ”{part.title if part else record.title}”\n{short}")
    _warn(stale.in_section(roll.portal, roll.place.id, entry, roll.year))
    without = "den gemensamma texten är kvar" if part and part.shared_text else "skriv det sedan"
    choices = {
        "keep": "Behåll texten, och skriv om den i filen sedan",
        "drop": f"Ta bort den ({without})",
    }
    doing = choose("Vad gör du med texten?", choices, "keep")
    return SectionAnswer.model_validate({"section": record.id, "do": doing})


def _proposed(roll: Roll, record: Activity, flags: list[Problem]) -> str:
    """What is likely: as the follow-up says, else to change what has gone stale."""
    entry = roll.home.follow_ups.get(roll.reported)
    said = {one.activity: one.status for one in entry.record.activities} if entry else {}
    status = said.get(record.id, "")
    return {"done": "done", "dropped": "drop"}.get(status, "change" if flags else "keep")


def _changes(roll: Roll, row: activities.ActivityRow, record: Activity) -> dict[str, Any]:
    """What is new in an activity: what is left empty stays as it is."""
    _say("Tryck bara Enter där inget ändras.")
    given: dict[str, Any] = {"text": ask("Text", fault=_or_nothing(_TEXT))}
    without = []
    for name, found in (
        ("responsible", _responsible(roll)),
        ("schedule", _schedule(roll, row)),
        ("follow_up", _follow_up(roll, row)),
    ):
        if found == _NONE and getattr(record, name) is not None:
            without.append(name)
        elif isinstance(found, dict):
            given[name] = found
    return given | {"without": without}


_NONE = "none"
_SAME = "same"


def _responsible(roll: Roll) -> dict[str, Any] | str:
    roles = roll.portal.municipality(roll.place.id).roles

    def fault(answer: str) -> str | None:
        if answer == "?":
            known = ", ".join(sorted(role.title for role in roles))
            return (
                f"Rollerna: {known}. Saknas en? Tryck Ctrl+C, lägg in den med planportal new role, "
                "och fortsätt sedan med svaren som sparades."
            )
        return None if answer == "-" else named_roles.fault(roles, answer)

    answer = ask("Ansvariga, med komma emellan (? visar alla, - om ingen anges)", fault=fault)
    if answer in {"", "-"}:
        return _NONE if answer else _SAME
    consulted = ask("I samråd med, med komma emellan", fault=fault)
    both = {"owners": answer, "consulted": "" if consulted == "-" else consulted}
    found = {name: named_roles.meant(roles, text) for name, text in both.items() if text}
    titles = {role.id: role.title for role in roles}
    words = wording.joined([titles[one] for one in found["owners"]])
    return {**found, "as_written": ask("Så står det i planen", words, _TEXT)}


def _schedule(roll: Roll, row: activities.ActivityRow) -> dict[str, Any] | str:
    choices = {_SAME: f"Som förut: {row.schedule or 'anges inte'}"}
    for kind, model in _SCHEDULES.items():
        words = str(model.model_fields["kind"].description).partition(": ")[2]
        choices[kind] = wording.capital(words.removesuffix("."))
    choices[_NONE] = "Ingen anges"
    kind = choose("Tidplan", choices, _SAME)
    if kind in {_SAME, _NONE}:
        return kind
    model = _SCHEDULES[kind]
    found: dict[str, Any] = {"kind": kind}
    for name in model.model_fields:
        if name not in {"kind", "as_written"}:
            found[name] = _asked(roll, model, name, found)
    shown = wording.schedule(model.model_validate({**found, "as_written": "Pågående"}))
    return {**found, "as_written": ask("Så står det i planen", shown, _TEXT)}


def _asked(roll: Roll, model: Any, name: str, found: dict[str, Any]) -> str:  # noqa: ANN401 - a record's class
    """One value of a schedule, by the model's own words."""
    field = model.model_fields[name]
    if allowed := allowed_values(field):
        return choose(str(field.title), {one: _NAMES[one] for one in allowed})
    question = about(model, name)

    def fault(answer: str) -> str | None:
        if name == "last" and answer < found["first"]:
            return f"{answer} är före {found['first']}. Skriv det sista året."
        return question.wrong(roll.portal, found, answer)

    return ask(str(field.title), fault=fault)


def _follow_up(roll: Roll, row: activities.ActivityRow) -> dict[str, Any] | str:
    ways = roll.portal.municipality(roll.place.id).follow_up_ways
    choices = {
        _SAME: f"Som förut: {row.follow_up or 'anges inte'}",
        **{way.id: way.title for way in ways},
        _NONE: "Ingen anges",
    }
    way = choose("Uppföljning", choices, _SAME)
    if way in {_SAME, _NONE}:
        return way
    return {"way": way, "as_written": ask("Så står det i planen", choices[way], _TEXT)}


def _needed(answer: str) -> str | None:
    return _TEXT(answer) if answer else "Svaret saknas. Skriv ett."


def _or_nothing(fault: Callable[[str], str | None]) -> Callable[[str], str | None]:
    return lambda answer: fault(answer) if answer else None


def _warn(flags: list[Problem]) -> None:
    for problem in flags:
        _say(f"  Se över: {problem.message}")


def _say(words: str) -> None:
    print(words, file=sys.stderr)
