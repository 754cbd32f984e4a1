"""The document that a record comes from: one that is known, or a new one in plans/sources.yml."""

from collections.abc import Callable, Mapping

from macros.drafting.adding import with_record
from macros.drafting.draft import Draft
from macros.drafting.names import id_fault
from macros.drafting.names import proposed as slug
from macros.drafting.questions import Answers, Choices, Question, about
from macros.model.document import Document, Sources
from macros.portal import NATION, Portal
from macros.portal.files import SOURCES

NEW = "ny"
"""Stands for a document that plans/sources.yml does not have yet."""

_Proposed = Callable[[Portal, Answers], str]


def questions(proposed: Mapping[str, _Proposed] | None = None) -> tuple[Question, ...]:
    """What is asked about the document.

    Args:
        proposed: What is proposed for `source` itself, and for the fields of a new document.
    """
    found = {
        "id": lambda _portal, answers: slug(answers["source_title"]),
        "short": lambda _portal, answers: f"dokumentet {answers['source_year']}",
        **(proposed or {}),
    }

    def is_new(_portal: Portal, answers: Answers) -> bool:
        return bool(answers.get("source") == NEW)

    def source(portal: Portal, answers: Answers) -> str:
        if answers.get("source_title"):
            return NEW
        return found["source"](portal, answers) if "source" in found else ""

    def asked(field: str, words: str, shown: str = "TEXT") -> Question:
        return about(
            Document,
            field,
            name=f"source_{field}",
            title=f"Källans {words}",
            shown=shown,
            when=is_new,
            proposed=found.get(field),
        )

    return (
        Question(
            name="source",
            title="Källa",
            help="Dokumentet som uppgifterna står i.",
            shown="ID",
            choices=_choices,
            proposed=source,
        ),
        asked("title", "titel"),
        asked("owner", "utgivare"),
        asked("year", "år", "ÅR"),
        asked("id", "id", "ID").and_fault(
            lambda portal, _answers, name: id_fault(name, _documents(portal))
        ),
        asked("short", "korta namn"),
    )


def cited(portal: Portal, answers: Answers) -> tuple[str, Draft]:
    """The id of the document, and what becomes of plans/sources.yml."""
    if answers["source"] != NEW:
        return answers["source"], Draft({})
    fields = ("id", "title", "owner", "year", "short")
    given = {field: answers[f"source_{field}"] for field in fields}
    given["year"] = int(given["year"])
    text = with_record(portal, SOURCES, "documents", Document, given)
    if SOURCES in portal.texts:
        return given["id"], Draft({}, {SOURCES: text})
    return given["id"], Draft({SOURCES: text})


def _documents(portal: Portal) -> Choices:
    sources = portal.place(NATION).record(Sources)
    return {one.id: one.title for one in sources.documents} if sources else {}


def _choices(portal: Portal, _answers: Answers) -> Choices:
    return {**_documents(portal), NEW: "Ett dokument som inte står här"}
