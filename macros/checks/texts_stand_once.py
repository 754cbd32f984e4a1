"""What two places say in the same words is said once, in a text that they share."""

import re
from collections.abc import Iterator

from macros.model.place import District
from macros.model.plan import Plan, PlanSection
from macros.pages import Pages
from macros.portal import Portal
from macros.portal.succession import is_earlier
from macros.portal.texts import worded
from macros.problems import Problem
from macros.reading import Entry
from macros.source import place

_FEWEST = 25
"""Words from which the same paragraph twice is no chance."""


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """Ett stycke på minst 25 ord står inte i två platsers planer, eller i en gemensam text också.

    Tidigare planer, lägesbilder och rutiner räknas inte.

    Godkänns: samma stycke i Nords planer 2022 och 2027.
    Råd: samma stycke som `text` i Nords plan och i Syds. Båda kan vara beslutade så.
    """
    seen: dict[str, str] = {}
    for text in pages.texts.values():
        written = pages.written[text.file]
        for offset, paragraph in _paragraphs(written):
            if paragraph in seen:
                yield Problem(
                    text.file, *place(written, offset), _message(seen[paragraph]), "warning"
                )
            seen.setdefault(paragraph, text.file)
    for entry in _plans(portal):
        for record, _, scalar in worded(entry):
            if not isinstance(record, PlanSection):
                continue
            for offset, paragraph in _paragraphs(scalar.text):
                first = seen.setdefault(paragraph, entry.file)
                if first != entry.file:
                    line, column = scalar.position(offset)
                    yield Problem(entry.file, line, column, _message(first), "warning")


def _plans(portal: Portal) -> Iterator[Entry[Plan]]:
    """Yields: the plans that are not history."""
    for scope in portal.places.values():
        if District in scope.files and scope.district is None:
            continue  # It may have merged, and all its plans be history.
        for entry in scope.plans.values():
            if not is_earlier(scope, entry.record):
                yield entry


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text):
        words = re.findall(r"\w+", match[0].casefold())
        if len(words) >= _FEWEST:
            yield match.start(), " ".join(words)


def _message(first: str) -> str:
    return f"Samma stycke står i {first}. Låt det stå en gång, i en text som båda delar."
