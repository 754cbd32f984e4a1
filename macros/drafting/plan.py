"""A new plan, blank but for what every plan must say, its document and its page."""

import datetime as dt
from collections.abc import Iterator
from itertools import chain
from typing import Any

from macros.drafting.draft import Draft, Kind
from macros.drafting.places import PLACE
from macros.drafting.plan_pages import plan_pages
from macros.drafting.questions import Answers, Choices, Question, about
from macros.drafting.record import record
from macros.drafting.source import NEW, cited
from macros.drafting.source import questions as source_questions
from macros.drafting.words import PLAN_STATES
from macros.model.place import StructureSection
from macros.model.plan import Decision, Plan, PlanSection
from macros.pages import Pages
from macros.portal import Portal


def _year_fault(portal: Portal, answers: Answers, year: str) -> str | None:
    if int(year) in portal.place(answers["place"]).years:
        return f"Det finns redan en plan för {year} här. Välj ett annat år."
    return None


def _named(portal: Portal, answers: Answers, kind: str) -> Choices:
    """The municipality's records of a kind, with what they are called."""
    known = portal.known(kind, answers["place"]) or {}
    return {key: getattr(one, "title", None) or one.text for key, one in known.items()}


def _own_body(portal: Portal, answers: Answers) -> str:
    """The body that the plan must be of: the district's, or the only one that there is."""
    district = portal.place(answers["place"]).district
    bodies = list(_named(portal, answers, "body"))
    return district.record.body.id if district else "".join(bodies) if len(bodies) == 1 else ""


def _owner(portal: Portal, answers: Answers) -> str:
    title = _named(portal, answers, "body")[answers["body"]]
    return title[:1].upper() + title[1:]


def _document_id(_portal: Portal, answers: Answers) -> str:
    return f"{answers['place'].rpartition('/')[2]}-{answers['year']}"


def _known_document(portal: Portal, answers: Answers) -> str:
    """The document of the place and year, if somebody has listed it already."""
    document = _document_id(portal, answers)
    return document if document in (portal.known("document", "") or {}) else NEW


def _open_sections(portal: Portal, answers: Answers) -> list[StructureSection]:
    """The sections of the municipality's structure that nothing fills."""
    return [
        section
        for section in portal.municipality(answers["place"]).structure
        if not (section.shared_text or section.area or section.heading_only)
        and not (section.coordinator_duties and answers.get("coordinator_duty"))
        and not (section.situation and answers.get("shared_situation"))
    ]


def _section_fault(portal: Portal, answers: Answers, written: str) -> str | None:
    name, equals, text = written.partition("=")
    known = {section.id for section in portal.municipality(answers["place"]).structure}
    if not equals or name not in known:
        return f'"{written}" är inte AVSNITT=TEXT. Avsnitten heter {", ".join(sorted(known))}.'
    return _TEXT.wrong(portal, answers, text)


_TEXT = about(PlanSection, "text", required=True)


def _to_write(portal: Portal, answers: Answers) -> tuple[Question, ...]:
    """A question for each section that must have a text of the plan's own."""
    given = {written.partition("=")[0] for written in answers.get("section") or ()}
    return tuple(
        about(
            PlanSection,
            "text",
            name=_answer_to(section),
            title=section.title,
            help="Planens text i avsnittet, i ett stycke. Är den längre fyller du i filen sedan.",
            by_option=False,
        )
        for section in _open_sections(portal, answers)
        if section.id not in given
    )


def _answer_to(section: StructureSection) -> str:
    return f"section {section.id}"


QUESTIONS = (
    PLACE,
    about(Plan, "year", by_option=False).and_fault(_year_fault),
    about(Plan, "title"),
    about(
        Plan,
        "body",
        shown="ID",
        choices=lambda portal, answers: _named(portal, answers, "body"),
        proposed=_own_body,
    ),
    about(
        Plan,
        "areas",
        name="area",
        shown="ID",
        choices=lambda portal, answers: _named(portal, answers, "area"),
        proposed=lambda portal, answers: " ".join(_named(portal, answers, "area")),
        required=False,
    ),
    about(
        Plan,
        "coordinator_duties",
        name="coordinator_duty",
        shown="ID",
        choices=lambda portal, answers: _named(portal, answers, "coordinator-duty"),
    ),
    about(
        Plan,
        "shared_situations",
        name="shared_situation",
        shown="ID",
        choices=lambda portal, answers: _named(portal, answers, "situation"),
    ),
    about(Decision, "date", name="decision_date", title="Beslutsdag", shown="DAG"),
    about(Decision, "paragraph", name="decision_paragraph"),
    about(
        Plan,
        "state",
        PLAN_STATES,
        shown="LÄGE",
        help="Hur långt planen har kommit.",
        required=True,
        proposed=lambda _portal, answers: "decided" if _decision(answers) else "draft",
    ),
    *source_questions(
        {
            "source": _known_document,
            "id": _document_id,
            "title": lambda _portal, answers: str(answers["title"]),
            "owner": _owner,
            "year": lambda _portal, answers: str(answers["year"]),
            "short": lambda _portal, answers: f"planen {answers['year']}",
        }
    ),
    Question(
        name="section",
        title="Avsnitt",
        help="Planens egen text i ett avsnitt av kommunens struktur.",
        shown="AVSNITT=TEXT",
        required=False,
        many=True,
        is_asked=False,
        fault=_section_fault,
    ),
)


def _draft(portal: Portal, pages: Pages, answers: Answers) -> Draft:
    place, year = portal.place(answers["place"]), int(answers["year"])
    source, sources = cited(portal, answers)
    given: dict[str, Any] = {
        "title": answers["title"],
        "year": year,
        "body": answers["body"],
        "state": answers["state"],
        "decision": _decision(answers),
        "source": source,
        "areas": answers["area"],
        "coordinator_duties": answers["coordinator_duty"],
        "shared_situations": answers["shared_situation"],
        "sections": list(_sections(portal, answers)),
    }
    filled = {section["id"] for section in given["sections"]}
    missing = [one for one in _open_sections(portal, answers) if one.id not in filled]
    lines = [[f"# {one.title}", f"- id: {one.id}", "  text:"] for one in missing]
    waiting = {"sections": list(chain.from_iterable(lines))}
    name = f"{place.id}/{year}"
    left = (f"Lägg in planens aktiviteter i plans/{name}.yml.",)
    made = Draft({f"plans/{name}.yml": record(Plan, given, waiting)}, left=left)
    return made.joined(sources).joined(plan_pages(pages, place, year))


def _decision(answers: Answers) -> dict[str, object] | None:
    date, paragraph = answers.get("decision_date"), answers.get("decision_paragraph")
    if not (date or paragraph):
        return None
    day = dt.date.fromisoformat(date) if date else None
    return {"by": answers["body"], "date": day, "paragraph": paragraph}


def _sections(portal: Portal, answers: Answers) -> Iterator[dict[str, str]]:
    """Yields: the plan's own texts, in the order of the structure."""
    given = dict(written.split("=", 1) for written in answers["section"])
    for section in portal.municipality(answers["place"]).structure:
        if text := given.get(section.id) or answers.get(_answer_to(section)):
            yield {"id": section.id, "text": f"{text}\n"}


PLAN = Kind(
    name="plan",
    title="en plan",
    target="PLATS/ÅR",
    split=("place", "year"),
    examples=(
        "plan",
        "plan --from exempel/nord/2022 --year 2027",
        'plan exempel/syd/2027 --title "Syds stadsdelsnämnds handlingsplan 2027"',
    ),
    questions=QUESTIONS,
    draft=_draft,
    further=_to_write,
)
