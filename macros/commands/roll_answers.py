"""The answers about a plan that goes on: from options, from a file, or asked for."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.commands import roll_questions
from macros.commands.asking import Stopped, ask
from macros.drafting import stale
from macros.drafting.draft import RefusedError
from macros.drafting.roll import Answers, Roll
from macros.drafting.roll_answers import faults
from macros.drafting.values import fault_of
from macros.model.roll_answers import ActivityAnswer, RollAnswers, SectionAnswer
from macros.model.types import Text
from macros.portal import NATION
from macros.problems import Problem, as_text, suggestion
from macros.reading import Entry, read_text, read_yaml
from macros.source import Unreadable

_TEXT = fault_of(Text)


class Interrupted(Stopped):
    """Nobody answers any more; what was answered before that is kept."""

    def __init__(self, words: str, answers: RollAnswers) -> None:
        super().__init__(words)
        self.answers = answers


def given(settled: Roll, file: str | None) -> RollAnswers:
    """The answers in a file; none without a file.

    Raises:
        RefusedError: The file cannot be read, or says what cannot be done.
    """
    if file is None:
        return RollAnswers(activities=())
    try:
        entry = read_yaml(read_text(Path(file), file), file, RollAnswers)
    except OSError as error:
        raise RefusedError(f"Det gick inte att läsa {file}: {error.strerror}.") from None
    except Unreadable as error:
        raise RefusedError(f"Svaren går inte att använda:\n{as_text(error.problems)}\n") from None
    if wrong := list(_faults(settled, entry)):
        raise RefusedError(f"Svaren går inte att använda:\n{as_text(wrong)}\n")
    return entry.record


def _faults(settled: Roll, entry: Entry[RollAnswers]) -> Iterator[Problem]:
    plan, home = settled.earlier.record, settled.home.id
    yield from faults(settled.portal, home, plan, settled.structure, entry)


def answered(settled: Roll, given: RollAnswers, options: Mapping[str, Any]) -> tuple[Answers, bool]:
    """All answers: from the options, from the file, else asked for; and whether any was asked.

    Raises:
        Interrupted: There is nobody to ask; it has what was answered.
    """
    asks = not options.get("keep_all")
    known = settled.portal.known("document", NATION) or {}
    source = options.get("source") or settled.document
    if source != settled.document and source not in known:
        raise RefusedError(f'Källan "{source}" finns inte.{suggestion(source, known)}')
    if asks:
        _begin(settled)
    title, document = options.get("title") or given.title, None
    sections = {answer.section: answer for answer in given.sections}
    activities = {answer.activity: answer for answer in given.activities}
    try:
        title = title or _named(asks, "Planens titel", settled.title)
        if source not in known:
            document = (
                options.get("source_title")
                or given.document
                or _named(asks, "Dokumentets titel, som bland källorna", title)
            )
        if asks:
            _ask_sections(settled, sections)
        _ask_activities(settled, activities, asks=asks)
    except Stopped as stopped:
        kept = so_far(title, document, sections, activities)
        raise Interrupted(str(stopped), kept) from None
    return Answers(title, document, source, sections=sections, activities=activities), asks


def so_far(
    title: str | None,
    document: str | None,
    sections: Mapping[str, SectionAnswer],
    activities: Mapping[str, ActivityAnswer],
) -> RollAnswers:
    """What has been answered, as a file of answers has it."""
    return RollAnswers(
        title=title,
        document=document,
        sections=tuple(sections.values()),
        activities=tuple(activities.values()),
    )


def _begin(settled: Roll) -> None:
    plan = settled.earlier.record
    print(
        f"Planen för {settled.home.title} {plan.year} går vidare som {settled.place.title} "
        f"{settled.year}, ett utkast.\n"
        f"Först titeln, sedan texter som kan vara inaktuella, sist {len(plan.activities)} "
        "aktiviteter. Inget skrivs förrän du har svarat på allt. Enter väljer det som står inom "
        "hakparentes. Ctrl+C avbryter, och svaren sparas till nästa gång.",
        file=sys.stderr,
    )


def _named(asks: bool, question: str, proposed: str) -> str:  # noqa: FBT001 - one use
    return ask(question, proposed, _TEXT) if asks else proposed


def _ask_sections(settled: Roll, found: dict[str, SectionAnswer]) -> None:
    """Add what becomes of those sections that are to be looked at."""
    for index, section in enumerate(settled.earlier.record.sections):
        entry = stale.part(settled.earlier, "sections", index)
        is_shared = section.id in settled.structure
        if section.id in found or entry is None or not is_shared:
            continue
        if stale.in_section(settled.portal, settled.place.id, entry, settled.year):
            found[section.id] = roll_questions.section(settled, entry)


def _ask_activities(settled: Roll, found: dict[str, ActivityAnswer], *, asks: bool) -> None:
    """Add what becomes of each activity.

    Raises:
        Stopped: There is nobody to ask; it says how many answers are missing.
    """
    areas = {area.id: area.title for area in settled.portal.municipality(settled.place.id).areas}
    everything = settled.earlier.record.activities
    for index, activity in enumerate(everything):
        entry = stale.part(settled.earlier, "activities", index)
        if activity.id in found or entry is None:
            continue
        if not asks:
            found[activity.id] = ActivityAnswer(activity=activity.id, do="keep")
            continue
        where = f"{index + 1} av {len(everything)} · {areas.get(activity.area, activity.area)}"
        try:
            found[activity.id] = roll_questions.activity(settled, entry, where)
        except Stopped:
            left = sum(1 for one in everything if one.id not in found)
            raise Stopped(f"Svar saknas om {left} av {len(everything)} aktiviteter.") from None
