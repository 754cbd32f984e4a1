"""A new routine, its steps one after the other, and its page."""

from collections.abc import Iterator
from typing import Any

from macros.drafting import thin_pages
from macros.drafting.draft import Draft, Kind
from macros.drafting.names import id_fault, proposed
from macros.drafting.places import WITH_NATION, nation_or_place
from macros.drafting.questions import Answers, Choices, Question, about
from macros.drafting.record import record
from macros.drafting.source import cited
from macros.drafting.source import questions as source_questions
from macros.drafting.stopgap import answered_by_another
from macros.drafting.words import SITUATION_WORDS
from macros.model.routine import Routine, Step, StepContact
from macros.pages import Pages
from macros.portal import Portal

_WORDS_OF_AN_ID = 2


def _id_fault(portal: Portal, answers: Answers, name: str) -> str | None:
    return id_fault(name, nation_or_place(portal, answers["place"]).routines)


def _contacts(portal: Portal, answers: Answers) -> Choices:
    place = nation_or_place(portal, answers["place"])
    return {one.id: f"{home.title}: {one.title}" for home, one in portal.contacts(place.id)}


_STEPS = Question(
    name="steps",
    title="Steg",
    help="Stegen i ordning.",
    many=True,
    parts=(
        about(Step, "text", name="step"),
        about(StepContact, "contact", shown="ID", required=False, choices=_contacts),
        about(Step, "missing", when=lambda _portal, answers: not answers.get("contact")),
    ),
)

QUESTIONS = (
    WITH_NATION,
    about(Routine, "title"),
    about(
        Step,
        "id",
        help="Rutinens id: dess fil och adress.",
        by_option=False,
        proposed=lambda _portal, answers: proposed(answers["title"]),
        fault=_id_fault,
    ),
    about(Routine, "situations", SITUATION_WORDS, name="situation", shown="SITUATION"),
    about(Routine, "trigger"),
    _STEPS,
    *source_questions(),
)


def _draft(portal: Portal, _pages: Pages, answers: Answers) -> Draft:
    place = nation_or_place(portal, answers["place"])
    name, title = answers["id"], answers["title"]
    source, sources = cited(portal, answers)
    given = {
        "title": title,
        "situations": answers["situation"],
        "trigger": answers["trigger"],
        "steps": list(_steps(answers["steps"])),
        "sources": [source],
    }
    routine = f"{place.folder}/{name}"
    heading, menu = title, title
    if place.id:
        heading, menu = f"{title}: {place.title}", f"{place.title}: {title[:1].lower()}{title[1:]}"
    call = thin_pages.call("routine", routine)
    made = Draft(
        {
            f"plans/{place.folder}/routines/{name}.yml": record(Routine, given),
            f"content/rutiner/{routine}/index.md": thin_pages.page(menu, heading, call),
        }
    )
    return made.joined(sources).joined(answered_by_another(portal, place, given["situations"]))


def _steps(answered: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yields: the steps, each with an id made of its first words."""
    taken: set[str] = set()
    for number, step in enumerate(answered, 1):
        words = proposed(step["step"]).split("-")[:_WORDS_OF_AN_ID]
        name = "-".join(words) or "steg"
        name = f"{name}-{number}" if name in taken else name
        taken.add(name)
        contact = step.get("contact")
        yield {
            "id": name,
            "text": step["step"],
            "contacts": [{"contact": contact}] if contact else [],
            "missing": step.get("missing"),
            # As a text: so the flag stands in the other routines.
            "last": "true" if number == len(answered) else "",
        }


ROUTINE = Kind(
    name="routine",
    title="en rutin",
    target="PLATS/ID",
    split=("place", "id"),
    examples=(
        "routine",
        (
            'routine exempel/uthyrning --title "Uthyrning av en lokal" --situation advice '
            '--trigger "När någon vill hyra." --step "Ring växeln." --contact vaxeln '
            "--source nord-2022"
        ),
    ),
    questions=QUESTIONS,
    draft=_draft,
)
