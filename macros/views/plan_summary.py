"""A plan's facts: who decided what and when, and what the document leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.plan import Decision, Plan
from macros.portal import Place, Portal
from macros.views import wording
from macros.views.wording import NOT_STATED


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


def view(portal: Portal, plan_id: str) -> Summary:
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
        ("Följs upp under", plan.goal, inferred("goal")),
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
