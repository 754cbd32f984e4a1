"""What has been said of activities in follow-ups since, activity by activity."""

from collections.abc import Iterator, Mapping

from macros.comparing.change import Change
from macros.model.follow_up import Outcome
from macros.portal import Place
from macros.views import outcomes


def outcome_changes(where: str, before: Place | None, after: Place | None) -> Iterator[Change]:
    """Yields: per activity and year, what is said anew, otherwise or no more, the newest first."""
    old, new = _said(before), _said(after)
    for year, activity in sorted({*old, *new}, key=lambda key: (-key[0], key[1])):
        was, now = old.get((year, activity)), new.get((year, activity))
        if was == now:
            continue
        text = _text(after or before, activity)
        words = [outcomes.words(one) if one else "" for one in (was, now)]
        says = f"Uppföljning {year} av ”{text}”: {words[1] or 'borttagen.'}"
        if was and now:
            says = f"{says} Förut: {words[0]}"
        values = [tuple(filter(None, [one])) for one in words]
        yield Change("plans", "follow-up", where, text, says, values[0], values[1])


def _said(place: Place | None) -> Mapping[tuple[int, str], Outcome]:
    """All outcomes of a place by year and activity."""
    return {
        (year, outcome.activity): outcome
        for year, entry in (place.follow_ups if place else {}).items()
        for outcome in entry.record.activities
    }


def _text(place: Place | None, activity_id: str) -> str:
    """What an activity says in the newest plan that has it."""
    texts = [
        activity.text
        for entry in (place.plans.values() if place else ())
        for activity in entry.record.activities
        if activity.id == activity_id
    ]
    return next(iter(texts), activity_id)
