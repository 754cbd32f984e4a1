"""A plan ready to print: its facts, its sections in the structure's order, its activities."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.model.markup import with_figures
from macros.model.place import Municipality, StructureSection
from macros.model.plan import Activity, Decision, Plan, PlanSection
from macros.pages import SHARED_FIELDS, SharedField, SharedText
from macros.portal import Place, Portal
from macros.views import wording

NOT_STATED = "framgår inte av dokumentet"
SHARED = "Gemensam text"
LOCAL = "Lokal text"
ADDED = "Gemensam text med lokalt tillägg"


@dataclass(frozen=True)
class Fact:
    """One labelled fact about a plan; `note` says how sure it is."""

    label: str
    words: str
    note: str | None = None


@dataclass(frozen=True)
class Summary:
    """What the reader must know of a plan before anything else."""

    document: str
    facts: tuple[Fact, ...]
    links: tuple[tuple[str, str, str], ...]
    """Words before the link, the link's words and its address: predecessors, successors, years."""


@dataclass(frozen=True)
class ActivityRow:
    """One activity: what the row says, and None where it says nothing."""

    id: str
    text: str
    commitment: str | None
    responsible: str | None
    schedule: str | None
    schedule_written: str | None
    follow_up: str | None
    carried_from: str | None
    uncertain: str | None


@dataclass(frozen=True)
class Section:
    """One section of a plan's page.

    Attributes:
        marks: Heading marks in Markdown: "##" for level 1.
        origin: Which kind of text it is, or None under a mere heading.
        shared: The shared text's source with the plan's values, or None.
        law: The year of the plan's words on law, or None where it says nothing of law.
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
    law: int | None = None
    activities: tuple[ActivityRow, ...] | None = None


def summary(portal: Portal, plan_id: str) -> Summary:
    """The facts of a plan, those that the document leaves out said to be missing."""
    place, plan = portal.plan(plan_id)
    document = portal.document(plan.source)
    return Summary(
        document.title, tuple(_facts(portal, place, plan)), tuple(_links(portal, place, plan))
    )


_STATES = {
    "draft": "Utkast",
    "referral": "På remiss",
    "decided": "Beslutad",
    "approved": "Godkänd",
    "replaced": "Ersatt",
}


def _facts(portal: Portal, place: Place, plan: Plan) -> Iterator[Fact]:
    """Yields: what every plan page says, then what this document says beyond it."""

    def bodies(*ids: str) -> str:
        return wording.joined([portal.find("body", i, place.id).title for i in ids])

    def inferred(field: str) -> str | None:
        return "slutsats, står inte i dokumentet" if field in plan.inferred else None

    def decided(decision: Decision | None) -> str | None:
        return wording.decision(decision, bodies(decision.by)) if decision else None

    district = place.district.record if place.district else None
    approved, following = plan.approval, plan.next_revision
    always = [
        ("Planens år", str(plan.year), inferred("year")),
        ("Organ", bodies(plan.body), inferred("body")),
        ("Beslutad", decided(plan.decision), None),
        ("Diarienummer", ", ".join(plan.reference_numbers), None),
        ("Giltighet", wording.validity(plan.valid) if plan.valid else None, inferred("valid")),
        (
            "Nästa revidering",
            following.as_written if following else None,
            following.uncertain if following else None,
        ),
        ("Följs upp av", bodies(*plan.followed_up_by), None),
    ]
    if district is not None:
        always.insert(2, ("Polisområde", district.police_area, None))
    if approved is not None:
        when = wording.day(approved.date) if approved.date else f"datum {NOT_STATED}"
        always.insert(4, ("Godkänns av", f"{bodies(approved.by)}, {when}", approved.conditions))
    stated = [
        ("Läge", _STATES.get(plan.state or ""), inferred("state")),
        ("Ersätter", decided(plan.replaces), None),
        ("Först antagen", decided(plan.first_adopted), None),
        ("Gäller för", plan.applies_to, None),
        ("Dokumentslag", plan.document_class, None),
        ("Revideras", plan.revision_cycle, None),
        ("Revideras av", bodies(*plan.revised_by), None),
        ("Mål i budgeten", plan.goal, inferred("goal")),
    ]
    for label, words, note in (*always, *(fact for fact in stated if fact[1])):
        yield Fact(label, wording.capital(words or NOT_STATED), note)


def _links(portal: Portal, place: Place, plan: Plan) -> Iterator[tuple[str, str, str]]:
    home = place.id.rpartition("/")[0]
    if place.district is not None:
        district = place.district.record
        if district.successor:
            other = portal.place(f"{home}/{district.successor}")
            yield "Distriktet har gått upp i", other.title, f"/planer/{other.id}/"
        for predecessor in district.predecessors:
            other = portal.place(f"{home}/{predecessor}")
            yield "Tidigare:", other.title, f"/planer/{other.id}/"
    for index, year in enumerate(place.years):
        if year != plan.year:
            address = f"/planer/{place.id}/" + ("" if index == 0 else f"{year}/")
            yield "Annan plan:", str(year), address


def uncertainties(portal: Portal, plan_id: str) -> list[str]:
    """What is unclear in the plan and about its district, in sentences."""
    place, plan = portal.plan(plan_id)
    return [*plan.uncertainties, *(place.district.record.uncertainties if place.district else ())]


def sections(portal: Portal, texts: Mapping[str, SharedText], plan_id: str) -> list[Section]:
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


def shared_sections(
    portal: Portal, texts: Mapping[str, SharedText], municipality_id: str
) -> list[Section]:
    """The shared texts of a municipality once, with words in brackets where plans fill in."""
    values = {field: f"[{words}]" for field, words in SHARED_FIELDS.items()}
    return [
        Section(
            id=part.id,
            title=part.title,
            marks=_marks(part.level),
            shared=_filled(texts[part.shared_text], values) if part.shared_text else None,
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
        law=plan.year if part.legal_note or own.legal_note else None,
        activities=tuple(_activities(portal, place, plan, part.area)) if part.area else None,
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
        law=plan.year if section.legal_note else None,
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


def _activities(portal: Portal, place: Place, plan: Plan, area: str) -> Iterator[ActivityRow]:
    municipality = portal.municipality(place.id)
    ways = {way.id: way.title for way in municipality.follow_up_ways}
    for activity in plan.activities:
        if activity.area != area:
            continue
        when, after = activity.schedule, activity.follow_up
        worded = wording.schedule(when) if when else None
        earlier = portal.plan(activity.carried_from) if activity.carried_from else None
        yield ActivityRow(
            id=activity.id,
            text=activity.text,
            commitment=wording.COMMITMENTS[activity.commitment] if activity.commitment else None,
            responsible=_responsible(municipality, activity),
            schedule=wording.capital(worded) if worded else None,
            schedule_written=when.as_written if when and when.as_written != worded else None,
            follow_up=ways.get(after.way or "", f"Planen skriver ”{after.as_written}”")
            if after
            else None,
            carried_from=f"{earlier[0].title} {earlier[1].year}" if earlier else None,
            uncertain=activity.uncertain,
        )


def _responsible(municipality: Municipality, activity: Activity) -> str | None:
    if activity.responsible is None:
        return None
    roles = {role.id: role.title for role in municipality.roles}
    owners = "; ".join(roles[role] for role in activity.responsible.owners)
    consulted = "; ".join(roles[role] for role in activity.responsible.consulted)
    if not consulted:
        return owners
    return f"{owners}; i samråd med {consulted}" if owners else f"I samråd med {consulted}"
