"""The routine of a new municipality, until it has its own: 112 in danger, and whom to ask.

The guide answers whatever a reader is worried about, so somebody must be named from the first day.
Nothing is said that the portal does not know.
"""

from typing import get_args

from macros.drafting import thin_pages
from macros.drafting.draft import Draft
from macros.drafting.record import record
from macros.model.routine import Routine, Situation
from macros.portal import NATION, Place, Portal
from macros.portal.answers import answers
from macros.source.editing import tree, value, written

NAME = "rutin-saknas"


def stopgap(portal: Portal, place: str, title: str, ask: str) -> Draft:
    """The routine for what no national one answers; nothing in a portal without routines."""
    unanswered = [one for one in get_args(Situation) if not answers(portal, NATION, one)]
    if not unanswered or not any(place.routines for place in portal.places.values()):
        return Draft({})
    emergency = [c.id for _, c in portal.contacts(NATION) if c.kind == "emergency"]
    call = [{"contact": contact} for contact in emergency[:1]]
    given = {
        "title": "Rutinen saknas i portalen",
        "situations": unanswered,
        "trigger": "När du är orolig, eller när något har hänt.",
        "steps": [
            {"id": "fara", "text": "Ring 112 om någon är i fara nu.", "contacts": call},
            {
                "id": "fraga",
                "text": f"Fråga {ask} vad du ska göra.",
                "missing": f"Portalen har ingen rutin från {title} än. Fråga {ask}.",
                "last": "true",
            },
        ],
        "sources": [],
    }
    routine = f"{place}/{NAME}"
    heading = f"Rutinen saknas i portalen: {title}"
    page = thin_pages.page(f"{title}: rutinen saknas", heading, thin_pages.call("routine", routine))
    return Draft(
        {
            f"plans/{place}/routines/{NAME}.yml": record(Routine, given),
            f"content/rutiner/{routine}/index.md": page,
        }
    )


def answered_by_another(portal: Portal, place: Place, situations: list[str]) -> Draft:
    """What becomes of the stopgap when a routine of the place answers some of its situations."""
    entry = place.routines.get(NAME)
    if entry is None or not set(situations) & set(entry.record.situations):
        return Draft({})
    left = [one for one in entry.record.situations if one not in situations]
    changed = tree(portal.texts[entry.file])
    changed["situations"] = value(left)
    told = (
        f"Alla situationer har en rutin nu. Ta bort {entry.file} och "
        f"content/rutiner/{place.folder}/{NAME}/."
    )
    return Draft({}, {entry.file: written(changed)}, () if left else (told,))
