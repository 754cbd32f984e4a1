"""All files of a plan that goes on into a new year, and what in them is to be read again."""

from collections.abc import Iterator

from macros.drafting import rolled_follow_up, rolled_pages, rolled_plan, stale
from macros.drafting.adding import with_record
from macros.drafting.draft import Draft
from macros.drafting.plan_pages import plan_pages
from macros.drafting.roll import Answers, Roll
from macros.model.document import Document
from macros.model.plan import Plan
from macros.pages import Pages
from macros.portal import NATION
from macros.portal.files import SOURCES
from macros.problems import Problem
from macros.reading import read_yaml


def draft(roll: Roll, content: Pages, answers: Answers) -> Draft:
    """The texts of all files.

    Raises:
        RefusedError: A file cannot be read as it stands.
    """
    made = Draft(
        {file(roll): rolled_plan.text(roll, answers)},
        rolled_pages.relinked(roll, content, _gone(roll, answers)),
    )
    made = made.joined(plan_pages(content, roll.place, roll.year))
    if answers.document is not None:
        made = made.joined(_sources(roll, answers, answers.document))
    if (outcomes := rolled_follow_up.text(roll, answers)) is not None:
        files = {rolled_follow_up.file(roll): outcomes}
        is_there = rolled_follow_up.file(roll) in roll.portal.texts
        made = made.joined(Draft({}, files) if is_there else Draft(files))
    return made


def file(roll: Roll) -> str:
    """The new plan's file."""
    return f"plans/{roll.plan_id}.yml"


def flagged(roll: Roll, content: Pages, answers: Answers, made: Draft) -> list[Problem]:
    """What is to be read again: in the new files, with its lines there, and where others link."""
    name = file(roll)
    entry = read_yaml(made.new[name], name, Plan)
    return [
        *stale.in_plan(roll.portal, roll.place.id, entry, roll.year),
        *_known(roll, answers),
        *rolled_pages.misnamed(roll, content),
    ]


def _known(roll: Roll, answers: Answers) -> Iterator[Problem]:
    """Yields: where a follow-up has said already what became of an activity that ends now."""
    for name, line in rolled_follow_up.reported(roll).items():
        answer = answers.activities.get(name)
        if answer is not None and answer.do in {"done", "drop"}:
            message = (
                f'Här står redan något om "{name}". Det står kvar. '
                "Se efter att det stämmer med ditt svar."
            )
            yield Problem(rolled_follow_up.file(roll), line, 5, message, "warning")


def _gone(roll: Roll, answers: Answers) -> list[str]:
    """The ids on the earlier plan's page that the new plan's does not have."""
    if not roll.place.years:
        return []
    shown = roll.place.plans.get(roll.place.years[0])
    if shown is None:
        return []
    plan = shown.record
    reports = [*plan.shared_situations, *(report.id for report in plan.situations)]
    stays = {name for name, one in answers.activities.items() if one.do in {"keep", "change"}}
    return [
        *(f"lage-{name}" for name in reports),
        *(f"aktivitet-{a.id}" for a in plan.activities if a.id not in stays),
    ]


def _sources(roll: Roll, answers: Answers, title: str) -> Draft:
    """The sources with the document of the new plan."""
    body = roll.body[1]
    document = {
        "id": answers.source,
        "title": title,
        "owner": _owner(roll) or body[:1].upper() + body[1:],
        "year": roll.year,
        "short": f"planen {roll.year}",
    }
    text = with_record(roll.portal, SOURCES, "documents", Document, document)
    return Draft({}, {SOURCES: text})


def _owner(roll: Roll) -> str | None:
    """Who gave out the earlier plan's document, where the place is the same."""
    known = roll.portal.known("document", NATION) or {}
    before: Document | None = known.get(roll.earlier.record.source)
    return before.owner if before and roll.place is roll.home else None
