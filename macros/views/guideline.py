"""A municipality's guideline as sections, and who answers to each of its paragraphs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.guideline import Guideline, GuidelineDuty
from macros.model.plan import Plan
from macros.portal import Place, Portal
from macros.portal.succession import plan_address
from macros.views import corrections, tasks, wording
from macros.views.corrections import Doubts
from macros.views.section import marks


@dataclass(frozen=True)
class Answer:
    """A section of a plan, or of all plans, that hangs on a paragraph."""

    words: str
    address: str


@dataclass(frozen=True)
class DutyRow:
    """One thing that the guideline lays upon somebody.

    Attributes:
        role: The role's id.
        who: The role's name, with its address under /ansvar/.
    """

    id: str
    text: str
    role: str
    who: str
    address: str
    uncertain: str | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class AreaRow:
    """One target area: its goal in Markdown, and whom it is for."""

    id: str
    title: str
    goal: str
    groups: tuple[str, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Part:
    """A section, orientation or target area of the guideline.

    Attributes:
        marks: Heading marks in Markdown: "##" for level 1.
        areas: The target areas, where the figure over them is to stand.
        law: Whose words on law these are, or None where they are not on law.
    """

    id: str
    title: str
    marks: str
    text: str | None
    duties: tuple[DutyRow, ...] = ()
    answers: tuple[Answer, ...] = ()
    areas: tuple[AreaRow, ...] = ()
    law: str | None = None


@dataclass(frozen=True)
class BodyDuties:
    """All that one body or function is to do."""

    id: str
    who: str
    address: str
    duties: tuple[DutyRow, ...]


@dataclass(frozen=True)
class GuidelinePage:
    """The whole guideline; `facts` are label and words."""

    title: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    bodies: tuple[BodyDuties, ...]
    doubts: Doubts


def links(portal: Portal, place_id: str, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Words and address of each paragraph that a section hangs on; a duty's first sentence."""
    home = place_id.partition("/")[0]
    found = [(i, portal.find("guideline", i, home)) for i in ids]
    return tuple(
        (
            wording.lead(part.text)[0].rstrip(".")
            if isinstance(part, GuidelineDuty)
            else part.title,
            f"/riktlinjer/{home}/#{i}",
        )
        for i, part in found
    )


def view(portal: Portal, municipality: str) -> GuidelinePage | None:
    """The guideline in the document's order, then who is to do what; None without one."""
    guideline = portal.place(municipality).record(Guideline)
    if guideline is None:
        return None
    answers = _answers(portal, municipality)
    parts = tuple(_parts(portal, municipality, guideline, answers))
    of_role: dict[str, list[DutyRow]] = {}
    for row in (row for part in parts for row in part.duties):
        of_role.setdefault(row.role, []).append(row)
    return GuidelinePage(
        title=guideline.title,
        facts=tuple(_facts(portal, municipality, guideline)),
        parts=parts,
        bodies=tuple(
            BodyDuties(role, *tasks.link(portal, municipality, role), tuple(rows))
            for role, rows in of_role.items()
        ),
        doubts=corrections.doubts(portal, guideline.source, guideline.uncertainties),
    )


def _facts(portal: Portal, municipality: str, guideline: Guideline) -> Iterator[tuple[str, str]]:
    document = portal.document(guideline.source)
    yield "Utgivare", document.owner
    yield "Daterad", guideline.dated
    decision = guideline.decision
    if decision is not None:
        body = portal.find("body", decision.by, municipality).title
        when = wording.day(decision.date) if decision.date else decision.when
        yield "Beslutad", f"{wording.capital(body)}, {when} ({decision.according_to})"
    yield "Diarienummer", ", ".join(document.reference_numbers) or wording.NOT_STATED


def _parts(
    portal: Portal, home: str, guideline: Guideline, answers: dict[str, tuple[Answer, ...]]
) -> Iterator[Part]:
    def rows(duties: Iterable[GuidelineDuty]) -> tuple[DutyRow, ...]:
        return tuple(
            DutyRow(
                duty.id,
                duty.text,
                duty.role,
                *tasks.link(portal, home, duty.role),
                uncertain=duty.uncertain,
                answers=answers.get(duty.id, ()),
            )
            for duty in duties
        )

    year = portal.document(guideline.source).year
    areas = tuple(
        AreaRow(area.id, area.title, area.goal, area.groups, answers.get(area.id, ()))
        for area in guideline.target_areas
    )
    for section in guideline.sections:
        yield Part(
            id=section.id,
            title=section.title,
            marks=marks(section.level),
            text=section.text,
            duties=rows(section.duties),
            answers=answers.get(section.id, ()),
            areas=areas if section.holds == "target-areas" else (),
            law=f"riktlinjerna från {year}" if section.legal_note else None,
        )
        if section.holds == "orientations":
            for one in guideline.orientations:
                found = answers.get(one.id, ())
                yield Part(one.id, one.title, marks("2"), one.text, rows(one.duties), found)


def _answers(portal: Portal, home: str) -> dict[str, tuple[Answer, ...]]:
    """Who answers to each paragraph: the plans' shared sections first, then single plans'."""
    found: dict[str, list[Answer]] = {}
    latest = list(_latest(portal, home))
    titles = {}
    for part in portal.municipality(home).structure:
        titles[part.id] = part.title
        for i in part.guideline:
            for place, plan in latest:
                found.setdefault(i, []).append(_answer(place, plan, part.title, part.id))
    for place, plan in latest:
        for section in plan.sections:
            title = section.title or titles[section.id]
            for i in section.guideline:
                found.setdefault(i, []).append(_answer(place, plan, title, section.id))
    return {i: tuple(answers) for i, answers in found.items()}


def _latest(portal: Portal, home: str) -> Iterator[tuple[Place, Plan]]:
    """Yields: the newest plan of the municipality and of each of its districts, if readable."""
    for place in (portal.place(home), *portal.children(home)):
        if place.years and place.years[0] in place.plans:
            yield place, place.plans[place.years[0]].record


def _answer(place: Place, plan: Plan, title: str, section_id: str) -> Answer:
    address = plan_address(place, plan.year)
    return Answer(f"{tasks.plan_title(place, plan)}: {title}", f"{address}#{section_id}")
