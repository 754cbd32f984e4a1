"""What a municipality's guideline demands of a role and of those that it lies within."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.guideline import Guideline, GuidelineDuty
from macros.portal import Portal
from macros.views import tasks, wording
from macros.views.tasks import Link


@dataclass(frozen=True)
class Demand:
    """One duty: its first sentence, the rest, and its address in the guideline."""

    lead: str
    rest: str
    address: str
    uncertain: str | None


@dataclass(frozen=True)
class Demands:
    """What the guideline lays upon one body.

    Attributes:
        who: The body around the role, with its address; None where it is the role itself.
        law: Whose words on law stand in the duties ("riktlinjerna från 2016"), or None.
    """

    who: Link | None
    duties: tuple[Demand, ...]
    law: str | None


def count(portal: Portal, municipality: str) -> dict[str, int]:
    """How many duties each role that the guideline names has, by the role's id."""
    found: dict[str, int] = {}
    for duty, _ in _duties(portal.place(municipality).record(Guideline)):
        found[duty.role] = found.get(duty.role, 0) + 1
    return found


def of_role(
    portal: Portal, municipality: str, role: str, around: Iterable[str]
) -> tuple[Demands, ...]:
    """What is demanded of a role by name, then of those around it, the nearest first."""
    found = (_of_body(portal, municipality, i, own=i == role) for i in (role, *around))
    return tuple(demands for demands in found if demands.duties)


def _of_body(portal: Portal, municipality: str, role: str, *, own: bool) -> Demands:
    record = portal.place(municipality).record(Guideline)
    given = [(duty, legal) for duty, legal in _duties(record) if duty.role == role]
    on_law = record if any(legal for _, legal in given) else None
    home = f"/riktlinjer/{municipality}/"
    return Demands(
        who=None if own else tasks.link(portal, municipality, role),
        duties=tuple(
            Demand(*wording.lead(duty.text), f"{home}#{duty.id}", duty.uncertain)
            for duty, _ in given
        ),
        law=f"riktlinjerna från {portal.document(on_law.source).year}" if on_law else None,
    )


def _duties(record: Guideline | None) -> Iterator[tuple[GuidelineDuty, bool]]:
    """Yields: each duty in the order of the guideline's page, and whether its section is on law."""
    if record is None:
        return
    for section in record.sections:
        yield from ((duty, section.legal_note) for duty in section.duties)
        if section.holds == "orientations":
            yield from ((duty, False) for part in record.orientations for duty in part.duties)
