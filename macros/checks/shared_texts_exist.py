"""Every shared text that a structure names is there, and every one that is there is used."""

from collections.abc import Iterator

from macros.pages import TEXTS, Pages
from macros.portal import Portal
from macros.problems import Problem, suggestion


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """Varje gemensam text som strukturen nämner finns, och ingen ligger kvar oanvänd.

    Godkänns: `shared_text: texter/exempel/ansvar.md` med den filen.
    Stoppas: samma rad utan filen; en fil som ingen struktur nämner.
    """
    unreadable = {problem.file.removeprefix("content/") for problem in pages.problems}
    used: set[str] = set()
    whole = all(place.complete for place in portal.places.values())
    for place in portal.places.values():
        if place.municipality is None:
            continue
        for index, section in enumerate(place.municipality.record.structure):
            name = section.shared_text
            if name is None:
                continue
            used.add(name)
            if name not in pages.texts and name not in unreadable:
                hint = suggestion(name, pages.texts) or " Skapa den."
                message = f"Filen content/{name} finns inte.{hint}"
                yield place.municipality.problem(("structure", index, "shared_text"), message)
    for name, text in pages.texts.items():
        if whole and name not in used:
            message = (
                f"Ingen struktur använder texten. Ange {name} i municipality.yml, "
                f"eller flytta filen från {TEXTS}."
            )
            yield Problem(text.file, 1, 1, message)
