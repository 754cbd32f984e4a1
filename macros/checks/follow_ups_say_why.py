"""A follow-up says why an activity did not come about."""

from collections.abc import Iterator

from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem

_WORDS = {"not-done": "inte blev av", "dropped": "utgår"}


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """En uppföljning säger varför en aktivitet inte blev av eller utgår.

    Godkänns: `status: done`; `status: dropped` med raden `why: Skolan har lagts ned.`
    Stoppas: `status: dropped` eller `status: not-done` utan `why`.
    """
    for place in portal.places.values():
        for entry in place.follow_ups.values():
            for index, outcome in enumerate(entry.record.activities):
                if outcome.status in _WORDS and not outcome.why:
                    message = (
                        f"Uppföljningen säger inte varför aktiviteten {_WORDS[outcome.status]}. "
                        'Lägg till raden "why: …".'
                    )
                    yield entry.problem(("activities", index, "status"), message)
