"""A plan's sections: what is done, the situation, then the rest in the structure's order."""

import dataclasses
from collections.abc import Iterator, Mapping

from macros.model.markup import with_figures
from macros.model.place import StructureSection
from macros.model.plan import Plan, PlanSection
from macros.pages import SHARED_FIELDS, SharedField, SharedText
from macros.portal import Place, Portal
from macros.views import activities, corrections, edit, forum_figure, guideline, situations, wording
from macros.views.corrections import Doubts
from macros.views.section import DONE, Section, filled, marks

SHARED = "Gemensam text"
LOCAL = "Lokal text"
ADDED = "Gemensam text med lokalt tillägg"


def doubts(portal: Portal, plan_id: str) -> Doubts:
    """What is unclear in the plan and about its district, wrong, or said in two ways."""
    place, plan = portal.plan(plan_id)
    about = place.district.record.uncertainties if place.district else ()
    return corrections.doubts(portal, plan.source, (*plan.uncertainties, *about))


def view(portal: Portal, texts: Mapping[str, SharedText], plan_id: str) -> list[Section]:
    """The plan's sections in the order in which readers need them.

    First the activities, area by area, then the situation reports, then the rest of the structure
    with the plan's own sections put in where they belong.
    """
    place, plan = portal.plan(plan_id)
    structure = portal.municipality(place.id).structure
    given = {section.id: section for section in plan.sections}
    values = _values(portal, place, plan)
    made = {
        part.id: _from_structure(portal, place, plan, part, given.get(part.id), texts, values)
        for part in structure
        if part.area is None or part.area in plan.areas
    }
    areas = [part.id for part in structure if part.area and part.id in made]
    reports = [part.id for part in structure if part.situation]
    rest = [section for i, section in made.items() if i not in {*areas, *reports}]
    for own in (section for section in plan.sections if section.id not in made):
        # Each stands after those put in before it at the same place, as the file has them; after
        # one that has been moved up, it comes first of the rest.
        after = next((i for i, section in enumerate(rest) if section.id == own.after), -1)
        rest.insert(after + 1, _own(portal, place, plan, own))
    return [
        *_raised(DONE, done(plan), [made[i] for i in areas]),
        *(made[i] for i in reports),
        *(situations.of_plan(portal, plan_id) if reports else ()),
        *rest,
    ]


def shared(portal: Portal, texts: Mapping[str, SharedText], municipality_id: str) -> list[Section]:
    """The shared texts of a municipality once, with words in brackets where plans fill in."""
    values = {field: f"[{words}]" for field, words in SHARED_FIELDS.items()}
    return [
        Section(
            id=part.id,
            title=part.title,
            marks=marks(part.level),
            guideline=guideline.links(portal, municipality_id, part.guideline),
            shared=filled(texts[part.shared_text], values) if part.shared_text else None,
            edit=edit.file(portal, f"content/{part.shared_text}") if part.shared_text else None,
            law="planerna" if part.legal_note else None,
        )
        for part in portal.municipality(municipality_id).structure
        if part.shared_text or part.heading_only
    ]


def done(plan: Plan) -> str:
    """The heading over the activities: a plan of mere proposals says nothing that is to be done."""
    commitments = {activity.commitment for activity in plan.activities}
    return "Det här föreslås" if commitments == {"forslag"} else "Det här ska göras"


def _raised(heading_id: str, title: str, areas: list[Section]) -> Iterator[Section]:
    """Yields: a heading and the areas under it, or nothing where a plan announces no area."""
    if areas:
        yield Section(heading_id, title, marks("1"))
    for area in areas:
        yield dataclasses.replace(area, marks=marks("2"))


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
    elif own.text or (part.coordinator_duties and plan.coordinator_duties):
        origin = LOCAL
    duties = plan.coordinator_duties if part.coordinator_duties else ()
    return Section(
        id=part.id,
        title=part.title,
        marks=marks(part.level),
        origin=origin,
        guideline=guideline.links(portal, place.id, (*part.guideline, *own.guideline)),
        shared=filled(texts[shared], values) if shared else None,
        text=_text(own),
        duties=tuple(portal.find("coordinator-duty", i, place.id).text for i in duties),
        figure=forum_figure.figure(portal, place.id) if part.figure else None,
        omitted=own.omitted,
        edit=_edit(portal, place, plan, part, shared),
        withheld=_withheld(own),
        law=wording.whose(plan) if part.legal_note or own.legal_note else None,
        activities=tuple(activities.view(portal, place, plan, part.area)) if part.area else None,
    )


def _own(portal: Portal, place: Place, plan: Plan, section: PlanSection) -> Section:
    return Section(
        id=section.id,
        title=str(section.title),
        marks=marks(section.level or "2"),
        origin=LOCAL if section.text else None,
        guideline=guideline.links(portal, place.id, section.guideline),
        text=_text(section),
        omitted=section.omitted,
        edit=edit.item(portal, place.plans[plan.year], "sections", section),
        withheld=_withheld(section),
        law=wording.whose(plan) if section.legal_note else None,
    )


def _edit(
    portal: Portal, place: Place, plan: Plan, part: StructureSection, shared: str | None
) -> str | None:
    """Where what the plan has in a section of the structure is edited: in its file or the shared.

    The plan's own words come first, and activities are edited one by one.
    """
    entry = place.plans[plan.year]
    own = next((one for one in plan.sections if one.id == part.id), None)
    if own is not None:
        return edit.item(portal, entry, "sections", own)
    if shared:
        return edit.file(portal, f"content/{shared}")
    if part.coordinator_duties and plan.coordinator_duties:
        return edit.part(portal, entry, "coordinator_duties")
    return None


def _text(section: PlanSection) -> str | None:
    text = section.text or section.addition
    return with_figures(text, reviewed=False) if text else None


def _withheld(section: PlanSection) -> bool:
    text = section.text or section.addition or ""
    return text != with_figures(text, reviewed=False)


def _values(portal: Portal, place: Place, plan: Plan) -> dict[SharedField, str]:
    return {
        "title": plan.title,
        "year": str(plan.year),
        "body": portal.find("body", plan.body, place.id).title,
        "district": place.title,
        "goal": plan.goal or "ett mål som inte framgår av dokumentet",
        "next_revision": plan.next_revision.as_written
        if plan.next_revision
        else "en tid som inte framgår av dokumentet",
    }
