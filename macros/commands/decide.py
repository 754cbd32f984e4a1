"""`planportal decide`: freeze a plan as it was decided, so that a later change is seen."""

import sys
from collections.abc import Iterable
from pathlib import Path

from macros import portal
from macros.model.correction import Corrections
from macros.model.decided import Decided, decision, fingerprint
from macros.model.markup import text_faults
from macros.model.plan import Plan
from macros.portal import NATION, Portal
from macros.problems import as_text, suggestion
from macros.views import wording


def run(root: Path, plans: Iterable[str], reason: str | None = None) -> int:
    """Freeze plans of the project at `root`.

    Args:
        root: The project's folder.
        plans: Their ids: "stockholm/skarholmen/2019".
        reason: Why a frozen plan has changed without a new decision or erratum; it is kept.

    Returns:
        0 when all are frozen, 1 when one may not be, 2 when one does not exist.
    """
    data = portal.load(root)
    if reason is not None and (not reason.strip() or any(text_faults(reason))):
        print("Skälet är tomt eller har tecken som inte får stå i en text.", file=sys.stderr)
        return 2
    return max([_decide(root, data, name.strip("/"), reason) for name in plans], default=0)


def _decide(root: Path, data: Portal, name: str, reason: str | None) -> int:
    known = {f"{place.id}/{year}": place for place in data.places.values() for year in place.years}
    if name not in known:
        print(f"Planen {name} finns inte.{suggestion(name, known)}", file=sys.stderr)
        return 2
    place, year = known[name], int(name.rpartition("/")[2])
    file = f"plans/{name}.decided"
    broken = [p for p in data.problems if p.file in {f"plans/{name}.yml", file}]
    if broken:
        print(as_text(broken))
        return 1
    plan, before = place.plans[year].record, place.decided.get(year)
    if plan.state and plan.is_draft:
        print(
            f"{name} är inte beslutad än: läget är {wording.STATES[plan.state].lower()} (state: "
            f"{plan.state}). Fyll i decision och byt till state: decided, och kör sedan kommandot.",
            file=sys.stderr,
        )
        return 1
    kept = before.record if before else None
    now = Decided(
        fingerprint=fingerprint(plan),
        decision=decision(plan),
        errata=_errata(data, plan),
        reasons=(*(kept.reasons if kept else ()), *((" ".join(reason.split()),) if reason else ())),
    )
    if kept and kept.fingerprint == now.fingerprint:
        print(f"{name} är redan fryst, och oförändrad.", file=sys.stderr)
        return 0
    if kept and not _is_allowed(kept, now):
        print(
            f"{name} är beslutad och har ändrats, men utan nytt beslut och utan ny rättelse för "
            "dokumentet i plans/corrections.yml. Ångra ändringen, lägg till det som fattas, "
            'eller säg varför: --reason "Portalen återgav raden fel".',
            file=sys.stderr,
        )
        return 1
    (root / file).write_text(_written(now), encoding="utf-8")
    print(f"{name} är fryst: {file}. Lägg till filen i ändringsförslaget.", file=sys.stderr)
    return 0


def _is_allowed(before: Decided, now: Decided) -> bool:
    """Whether a decided plan may differ: decided anew, corrected, or with a reason."""
    return (
        before.decision != now.decision
        or not set(now.errata) <= set(before.errata)
        or before.reasons != now.reasons
    )


def _errata(data: Portal, plan: Plan) -> tuple[str, ...]:
    """The ids of what is known to be wrong in the plan's document."""
    corrections = data.place(NATION).record(Corrections)
    errata = corrections.errata if corrections else ()
    return tuple(erratum.id for erratum in errata if plan.source in erratum.documents)


def _written(decided: Decided) -> str:
    lines = [
        "# Så lyder planen enligt beslutet. Filen skrivs av planportal decide, aldrig för hand.",
        f"fingerprint: {decided.fingerprint}",
    ]
    if decided.decision:
        lines.append(f"decision: {_quoted(decided.decision)}")
    for field, values in (("errata", decided.errata), ("reasons", decided.reasons)):
        if values:
            lines += [f"{field}:", *(f"  - {_quoted(value)}" for value in values)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A text of one line in YAML, whatever signs it holds."""
    return "'" + text.replace("'", "''") + "'"
