"""Whoever is responsible for an activity can be asked about it."""

import re
from collections.abc import Iterator

from macros.pages import Pages
from macros.portal import Portal
from macros.portal.succession import is_earlier
from macros.problems import Problem

_EVERYBODY = re.compile(
    r"(?i)(?:alla|samtliga)(?: (?:berörda|enheter|medarbetare|verksamheter))?\.?"
)


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """En aktivitets ansvariga är någon, inte bara ”alla”.

    Det som är allas ansvar är ingens. Tidigare planer är historia.

    Godkänns: `as_written: Enhetschefer`; `as_written: Alla förskolechefer`.
    Råd: `as_written: Alla`. Planen kan vara beslutad så, och står då så till nästa.
    """
    for place in portal.places.values():
        for entry in place.plans.values():
            for index, activity in enumerate(entry.record.activities):
                who = activity.responsible
                if is_earlier(place, entry.record) or who is None:
                    continue
                if _EVERYBODY.fullmatch(who.as_written.strip()):
                    message = (
                        f'"{who.as_written}" är ingen att fråga. '
                        "Be nämnden att ange en roll i nästa plan."
                    )
                    yield entry.advice(("activities", index, "responsible", "as_written"), message)
