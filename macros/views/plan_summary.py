"""A plan's facts: who decided what and when, and what the document leaves out."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from macros.model.plan import Change, Decision, Plan, Validity
from macros.portal import Place, Portal, succession
from macros.portal.succession import is_earlier, plan_address, predecessor
from macros.views import edit, places, plan_sections, tasks, wording
from macros.views.section import DONE
from macros.views.wording import NOT_STATED


@dataclass(frozen=True)
class Fact:
    """One labelled fact about a plan; `note` says how sure it is."""

    label: str
    words: str
    note: str | None = None


@dataclass(frozen=True)
class Due:
    """Whether the revision is overdue, for either case: the day of reading decides.

    Attributes:
        last: The last day on which the plan is not overdue.
        plain: What holds on any day, for readers without JavaScript and on paper.
    """

    last: dt.date
    plain: str
    late: str
    early: str


@dataclass(frozen=True)
class Summary:
    """What the reader must know of a plan before anything else."""

    document: str
    draft: str | None
    """That nobody has decided the plan, or None."""
    due: Due | None
    facts: tuple[Fact, ...]
    links: tuple[tuple[str, str, str], ...]
    """Words before the link, the link's words and its address: predecessors, successors, years."""
    jumps: tuple[tuple[str, str], ...]
    """Words and address of what readers look for: parts of the page, and what units are to do."""
    edit: str | None = None
    """The address where the plan's file is edited, or None where no host is set."""


def view(
    portal: Portal, plan_id: str, addresses: Collection[str], *, shows_changes: bool = False
) -> Summary:
    """The facts of a plan, those that the document leaves out said to be missing.

    Args:
        portal: All the data.
        plan_id: Such as "stockholm/skarholmen/2019".
        addresses: Those of the pages that there are.
        shows_changes: Whether the plan's page says what is new since the one before it.
    """
    place, plan = portal.plan(plan_id)
    earlier = predecessor(portal, place, plan) if shows_changes else None
    document = portal.document(plan.source)
    return Summary(
        document.title,
        _DRAFTS.get(plan.state or ""),
        None if is_earlier(place, plan) else _due(plan),
        tuple(_facts(portal, place, plan)),
        tuple(_links(portal, place, plan)),
        (
            *_jumps(portal, place, plan, addresses),
            *([(f"Vad är nytt sedan {earlier[1].year}", "#nytt")] if earlier else []),
        ),
        edit=edit.part(portal, place.plans[plan.year]),
    )


def _jumps(
    portal: Portal, place: Place, plan: Plan, addresses: Collection[str]
) -> Iterator[tuple[str, str]]:
    structure = portal.municipality(place.id).structure
    if any(part.area in plan.areas for part in structure):
        yield plan_sections.done(plan), f"#{DONE}"
    for part in structure:
        if part.situation:
            yield part.title, f"#{part.id}"
    yield "Det här är osäkert i planen", "#osakert"
    units = f"/ansvar/{place.id.partition('/')[0]}/"
    if units in addresses:
        yield "Vad ska min enhet göra?", units


def _due(plan: Plan) -> Due | None:
    """When the plan is overdue, or its fixed period is over; None where no written time says so.

    A year counts as kept until its end, since no document gives the day of its report.
    """
    following, valid = plan.next_revision, plan.valid
    if following is None or (following.date is None and following.year is None):
        return _period(valid) if valid else None
    last = following.date or dt.date(following.year or 0, 12, 31)
    when = wording.day(following.date or following.year or 0)
    return Due(
        last=last,
        plain=f"Planen skulle revideras {when}. Jämför med dagens datum.",
        late=f"Försenad: planen skulle revideras {when}. Portalen har ingen nyare plan.",
        early=f"Inte försenad: planen ska revideras {when}.",
    )


def _period(valid: Validity) -> Due | None:
    """When a plan with a fixed period is over; None where it holds until further notice."""
    if valid.until is None:
        return None
    words = wording.validity(valid)
    return Due(
        last=dt.date(valid.until, 12, 31) if isinstance(valid.until, int) else valid.until,
        plain=f"Planen gäller {words}. Jämför med dagens datum.",
        late=f"Planens tid har gått ut: den gällde {words}. Portalen har ingen nyare plan.",
        early=f"Planen gäller {words}.",
    )


_DRAFTS = {
    "draft": "Det här är ett utkast. Planen är inte beslutad och kan ändras.",
    "referral": "Planen är ute på remiss. Den är inte beslutad och kan ändras.",
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
    always: list[tuple[str, str | None, str | None]] = [
        ("Planens år", str(plan.year), inferred("year")),
        ("Organ", bodies(plan.body), inferred("body")),
        ("Beslutad", decided(plan.decision) or ("inte än" if plan.is_draft else None), None),
        *_coordinator(portal, place),
        ("Diarienummer", ", ".join(plan.reference_numbers), None),
        ("Giltighet", wording.validity(plan.valid) if plan.valid else None, inferred("valid")),
        (
            "Nästa revidering",
            following.as_written if following else None,
            (following.uncertain if following else None) or inferred("next_revision"),
        ),
        ("Följs upp av", bodies(*plan.followed_up_by), None),
    ]
    if district is not None and (district.police_area or district.body.is_local):
        always.insert(2, ("Polisområde", district.police_area, None))
    if approved is not None:
        when = wording.day(approved.date) if approved.date else f"datum {NOT_STATED}"
        always.insert(4, ("Godkänns av", f"{bodies(approved.by)}, {when}", approved.conditions))
    if "title" in plan.inferred:
        always.insert(0, ("Titel", plan.title, inferred("title")))
    stated = [
        ("Läge", wording.STATES.get(plan.state or ""), inferred("state")),
        ("Ersätter", decided(plan.replaces), None),
        ("Först antagen", decided(plan.first_adopted), None),
        ("Gäller för", plan.applies_to, None),
        ("Gemensam med", _parties(portal, plan), None),
        ("Dokumentslag", plan.document_class, None),
        ("Revideras", plan.revision_cycle, None),
        ("Revideras av", bodies(*plan.revised_by), None),
        ("Följs upp under", plan.goal, inferred("goal")),
        *(("Ändring", _change(change), None) for change in plan.changes),
    ]
    for label, words, note in (*always, *(fact for fact in stated if fact[1])):
        shown = wording.capital(words or NOT_STATED)
        # A sentence stands by itself, a few words in brackets.
        sentence = note is not None and note.endswith(".")
        yield Fact(label, f"{shown}. {note}") if sentence else Fact(label, shown, note)


def _coordinator(portal: Portal, place: Place) -> Iterator[tuple[str, str, str | None]]:
    """Yields: who coordinates, and the number or that none is known, where the data has one."""
    coordinator = tasks.coordinator(portal, place)
    if coordinator is not None:
        where = f", {coordinator.where}" if coordinator.where else ""
        contact = (
            portal.find("contact", coordinator.contact, place.id) if coordinator.contact else None
        )
        number = (
            f"{contact.title}: {wording.telephone(contact.phones[0].number)}"
            if contact and contact.phones
            else None
        )
        yield "Samordnas av", f"{coordinator.title}{where}", number or "inget nummer i källorna"


def _parties(portal: Portal, plan: Plan) -> str | None:
    """The other municipalities with the same plan, each with its own decision."""
    words = []
    for party in plan.shared_with:
        day = wording.day(party.date) if party.date else None
        said = ", ".join(filter(None, [party.by, day, party.paragraph]))
        name = portal.place(party.municipality).title
        words.append(f"{name} ({said})" if said else name)
    return "; ".join(words) or None


def _change(change: Change) -> str:
    """One entry of the plan's own log: `version 2, 3 maj 2017: …`."""
    version = f"version {change.version}" if change.version else None
    when = wording.day(change.when) if change.when else None
    before = ", ".join(filter(None, [version, when]))
    return f"{before}: {change.text}" if before else change.text


def _links(portal: Portal, place: Place, plan: Plan) -> Iterator[tuple[str, str, str]]:
    if (heir := succession.heir(portal, place)) is not place:
        sure = " enligt portalens slutsats" if succession.is_inferred(place) else ""
        yield f"Distriktet har{sure} gått upp i", heir.title, f"/planer/{heir.id}/"
    for other in succession.merged(portal, place):
        sure = " (slutsats)" if succession.is_inferred(other) else ""
        for year in other.years:
            yield f"Tidigare{sure}:", f"{other.title} {year}", plan_address(other, year)
    for party in plan.shared_with:
        other = portal.place(party.municipality)
        yield "Planen gäller också i:", other.title, f"/planer/{other.id}/"
    for owner, common, _ in places.shared_plans(portal, place.id) if "/" not in place.id else ():
        yield "Gemensam plan:", common.title, plan_address(owner, common.year)
    for year in place.years:
        if year != plan.year:
            which = "Tidigare plan:" if year < plan.year else "Nyare plan:"
            other_plan = place.plans.get(year)
            mark = " (utkast)" if other_plan and other_plan.record.is_draft else ""
            yield which, f"{year}{mark}", plan_address(place, year)
