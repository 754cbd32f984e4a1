"""What became of an activity, year by year, in words; who may see that is decided here alone."""

from collections.abc import Iterator

from macros.model.follow_up import Outcome
from macros.model.plan import Plan
from macros.portal import Place
from macros.views import wording

_STATUSES = {
    "done": "genomförd",
    "ongoing": "pågår",
    "not-done": "inte genomförd",
    "dropped": "utgår",
}
_AFTERWARDS = {
    "done": "Genomförd {year}",
    "ongoing": "Pågick {year}",
    "not-done": "Inte genomförd {year}",
    "dropped": "Utgår",
}


def lines(place: Place, plan: Plan, activity_id: str) -> tuple[str, ...]:
    """`Uppföljning 2026: utgår. Skäl: …` for each year in which the plan was the newest."""
    return tuple(
        f"Uppföljning {year}: {words(outcome)}" for year, outcome in _met(place, plan, activity_id)
    )


def last(place: Place, plan: Plan, activity_id: str) -> str | None:
    """What last became of an activity under a plan: `Genomförd 2026.`, or None where none says."""
    met = list(_met(place, plan, activity_id))
    if not met:
        return None
    year, outcome = met[-1]
    said = _AFTERWARDS[outcome.status].format(year=year)
    return wording.stopped(f"{said}: {outcome.why}" if outcome.why else said)


def _met(place: Place, plan: Plan, activity_id: str) -> Iterator[tuple[int, Outcome]]:
    """Yields: year and outcome, from the plan's year until there is a newer plan, oldest first."""
    following = min((year for year in place.years if year > plan.year), default=10_000)
    for year, entry in sorted(place.follow_ups.items()):
        if plan.year <= year < following:
            yield from (
                (year, outcome)
                for outcome in entry.record.activities
                if outcome.activity == activity_id
            )


def words(outcome: Outcome) -> str:
    """What became of an activity, and why: `utgår. Skäl: skolan har lagts ned.`."""
    parts = [
        _STATUSES[outcome.status],
        f"Skäl: {outcome.why}" if outcome.why else "",
        f"Underlag: {outcome.evidence}" if outcome.evidence else "",
    ]
    return " ".join(wording.stopped(part) for part in parts if part)
