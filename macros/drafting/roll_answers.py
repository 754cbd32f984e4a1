"""What cannot be done of the answers about a plan that goes on into a new year."""

from collections.abc import Iterable, Iterator

from macros.checks.references_exist import unknown
from macros.model.plan import Plan
from macros.model.roll_answers import RollAnswers
from macros.portal import Portal
from macros.problems import Problem, suggestion
from macros.reading import Entry


def faults(
    portal: Portal, place: str, plan: Plan, structure: Iterable[str], entry: Entry[RollAnswers]
) -> Iterator[Problem]:
    """What cannot be done of the answers in a file.

    Args:
        portal: All the data.
        place: Where the earlier plan is.
        plan: The earlier plan.
        structure: The ids of the sections that the municipality's plans share.
        entry: The answers.
    """
    yield from unknown(portal, place, entry)
    known = {section.id for section in plan.sections}.intersection(structure)
    for index, section in enumerate(entry.record.sections):
        if section.section not in known:
            hint = suggestion(section.section, known) or " Kontrollera stavningen."
            message = f'"{section.section}" är inget avsnitt att svara om här.{hint}'
            yield entry.problem(("sections", index, "section"), message)
    everything = {activity.id for activity in plan.activities}
    met: set[str] = set()
    for index, answer in enumerate(entry.record.activities):
        here = ("activities", index)
        if answer.activity in met:
            yield entry.problem((*here, "activity"), "Aktiviteten har två svar. Ta bort det ena.")
        met.add(answer.activity)
        if answer.activity not in everything:
            hint = suggestion(answer.activity, everything) or " Ta bort svaret."
            message = f'Planen för {plan.year} har ingen aktivitet "{answer.activity}".{hint}'
            yield entry.problem((*here, "activity"), message)
        changed = [
            name
            for name in ("text", "responsible", "schedule", "follow_up", "without")
            if getattr(answer, name)
        ]
        if answer.do == "drop" and not answer.why:
            message = 'Svaret säger inte varför aktiviteten utgår. Lägg till raden "why: …".'
            yield entry.problem((*here, "do"), message)
        elif answer.do == "change" and not changed:
            message = "Svaret säger inte vad som ändras. Lägg till det, eller skriv do: keep."
            yield entry.problem((*here, "do"), message)
        elif answer.do != "change" and changed:
            message = f'"{changed[0]}" ändrar aktiviteten. Skriv do: change.'
            yield entry.problem((*here, changed[0]), message)
        elif both := [name for name in answer.without if getattr(answer, name)]:
            message = f'"{both[0]}" står också i svaret. Ta bort det ena.'
            yield entry.problem((*here, "without"), message)
