"""A plan's sections in the structure's order, with the plan's own put in where they belong."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.markup import with_figures
from macros.model.place import StructureSection
from macros.model.plan import Plan, PlanSection
from macros.pages import SHARED_FIELDS, SharedField, SharedText
from macros.portal import Place, Portal
from macros.views import activities
from macros.views.activities import ActivityRow
from macros.views.wording import NOT_STATED

SHARED = "Gemensam text"
LOCAL = "Lokal text"
ADDED = "Gemensam text med lokalt tillägg"


@dataclass(frozen=True)
class Section:
    """One section of a plan's page.

    Attributes:
        marks: Heading marks in Markdown: "##" for level 1.
        origin: Which kind of text it is, or None under a mere heading.
        shared: The shared text's source with the plan's values, or None.
        law: Whose words on law these are ("planen från 2019"), or None where they are not on law.
        activities: None where the section lists none; () where the area is announced and empty.
    """

    id: str
    title: str
    marks: str
    origin: str | None = None
    shared: tuple[str | tuple[str], ...] | None = None
    text: str | None = None
    omitted: str | None = None
    withheld: bool = False
    law: str | None = None
    activities: tuple[ActivityRow, ...] | None = None


def uncertainties(portal: Portal, plan_id: str) -> list[str]:
    """What is unclear in the plan and about its district, in sentences."""
    place, plan = portal.plan(plan_id)
    return [*plan.uncertainties, *(place.district.record.uncertainties if place.district else ())]


def view(portal: Portal, texts: Mapping[str, SharedText], plan_id: str) -> list[Section]:
    """The plan's sections: the structure's, with the plan's own put in where they belong."""
    place, plan = portal.plan(plan_id)
    municipality = portal.municipality(place.id)
    given = {section.id: section for section in plan.sections}
    values = _values(portal, place, plan)
    found = [
        _from_structure(portal, place, plan, part, given.get(part.id), texts, values)
        for part in municipality.structure
        if part.area is None or part.area in plan.areas
    ]
    known = {part.id for part in municipality.structure}
    for own in (section for section in plan.sections if section.id not in known):
        # Each stands after those put in before it at the same place, as the file has them.
        at = next(i for i, section in enumerate(found) if section.id == own.after) + 1
        found.insert(at, _own(plan, own))
    return found


def shared(portal: Portal, texts: Mapping[str, SharedText], municipality_id: str) -> list[Section]:
    """The shared texts of a municipality once, with words in brackets where plans fill in."""
    values = {field: f"[{words}]" for field, words in SHARED_FIELDS.items()}
    return [
        Section(
            id=part.id,
            title=part.title,
            marks=_marks(part.level),
            shared=_filled(texts[part.shared_text], values) if part.shared_text else None,
            law="planerna" if part.legal_note else None,
        )
        for part in portal.municipality(municipality_id).structure
        if part.shared_text or part.heading_only
    ]


def _from_structure(  # noqa: PLR0913, PLR0917 - one call, one section
    portal: Portal,
    place: Place,
    plan: Plan,
    part: StructureSection,
    own: PlanSection | None,
    texts: Mapping[str, SharedText],
    values: Mapping[SharedField, str],
) -> Section:
    own = own or PlanSection.model_validate({"id": part.id})
    shared = part.shared_text if own.text is None and own.omitted is None else None
    origin = None
    if shared:
        origin = ADDED if own.addition else SHARED
    elif own.text:
        origin = LOCAL
    return Section(
        id=part.id,
        title=f"{part.title}, {own.period}" if own.period else part.title,
        marks=_marks(part.level),
        origin=origin,
        shared=_filled(texts[shared], values) if shared else None,
        text=_text(own),
        omitted=own.omitted,
        withheld=_withheld(own),
        law=f"planen från {plan.year}" if part.legal_note or own.legal_note else None,
        activities=tuple(activities.view(portal, place, plan, part.area)) if part.area else None,
    )


def _own(plan: Plan, section: PlanSection) -> Section:
    return Section(
        id=section.id,
        title=f"{section.title}, {section.period}" if section.period else str(section.title),
        marks=_marks(section.level or "2"),
        origin=LOCAL if section.text else None,
        text=_text(section),
        omitted=section.omitted,
        withheld=_withheld(section),
        law=f"planen från {plan.year}" if section.legal_note else None,
    )


def _text(section: PlanSection) -> str | None:
    text = section.text or section.addition
    return with_figures(text, reviewed=section.figures_reviewed is not None) if text else None


def _withheld(section: PlanSection) -> bool:
    text = section.text or section.addition or ""
    return section.figures_reviewed is None and text != with_figures(text, reviewed=False)


def _marks(level: str) -> str:
    return "#" * (int(level) + 1)


def _values(portal: Portal, place: Place, plan: Plan) -> dict[SharedField, str]:
    return {
        "title": plan.title,
        "year": str(plan.year),
        "body": portal.find("body", plan.body, place.id).title,
        "district": place.title,
        "goal": plan.goal or f"ett mål som {NOT_STATED}",
        "next_revision": plan.next_revision.as_written
        if plan.next_revision
        else f"en tid som {NOT_STATED}",
    }


def _filled(text: SharedText, values: Mapping[SharedField, str]) -> tuple[str | tuple[str], ...]:
    """The text's parts; a plan's value stays apart in a tuple, so that rendering can escape it."""
    return tuple(part if isinstance(part, str) else (values[part[0]],) for part in text.parts)
