"""What a decided plan says does not change without a decision or a correction."""

from collections.abc import Iterator

from macros.model.decided import fingerprint
from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """En fryst plan är som den beslutades: det säger fingeravtrycket i `<år>.decided`.

    `planportal decide` fryser en plan, och fryser den på nytt efter ett nytt beslut, en rättelse i
    plans/corrections.yml eller med ett skäl. Det som sägs efter beslutet får ändras: godkännande,
    läge, det som är osäkert och granskade siffror.

    Godkänns: en plan med det fingeravtryck som ligger bredvid den.
    Stoppas: samma plan med en annan text i en aktivitet; ett fingeravtryck utan plan.
    Råd: en beslutad plan som inte är fryst. Den är rätt så länge ingen ändrar den. Ett utkast med
    ett beslut: läget kan vara glömt.
    """
    for place in portal.places.values():
        for year, entry in place.plans.items():
            plan, frozen = entry.record, place.decided.get(year)
            name = f"{place.id}/{year}"
            if frozen is not None and frozen.record.fingerprint != fingerprint(plan):
                message = (
                    "Planen är beslutad och fryst, men har ändrats. Ångra ändringen. Är den rätt: "
                    "skriv en rättelse i plans/corrections.yml, eller det nya beslutet här, "
                    f"och kör planportal decide {name}."
                )
                yield entry.problem((), message)
            settled = plan.decision or plan.state in {"decided", "approved", "replaced"}
            if settled and f"plans/{name}.decided" not in portal.texts:
                message = (
                    f"Planen är beslutad men inte fryst. Kör planportal decide {name}. "
                    "Då säger kontrollen till om någon ändrar den."
                )
                if plan.is_draft:
                    message = (
                        "Planen har ett beslut, men sidan säger att den inte är beslutad. "
                        f"Byt till state: decided. Kör sedan planportal decide {name}."
                    )
                yield entry.advice(("decision",) if plan.decision else ("state",), message)
        for year, left in place.decided.items():
            if year not in place.years:
                yield left.problem((), f"Det finns ingen plan för {year} här. Ta bort filen.")
