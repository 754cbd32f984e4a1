"""An abbreviation has one meaning: no two words of the glossary claim the same form."""

import re
from collections.abc import Iterator

from macros.model.glossary import Glossary
from macros.pages import Pages
from macros.portal import NATION, Portal
from macros.problems import Problem

_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,}|[A-ZÅÄÖ]\w{1,2}[A-ZÅÄÖ]")
"""VBE and SoL, but not ReAgera, which is a name."""


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """En förkortning har en enda betydelse.

    Godkänns: `title: VBE` med `forms: [VBE]`.
    Stoppas: `title: VBE` utan `forms`, för då förklaras VBE ingenstans; två ord med formen `VB`.
    """
    entry = portal.place(NATION).entry(Glossary)
    if entry is None:
        return
    owners: dict[str, str] = {}
    for index, term in enumerate(entry.record.terms):
        if _ABBREVIATION.fullmatch(term.title) and term.title not in term.forms:
            message = (
                f'Förkortningen "{term.title}" förklaras inte på sidorna. '
                'Lägg till den under "forms".'
            )
            yield entry.problem(("terms", index, "title"), message)
        for at, form in enumerate(term.forms):
            owner = owners.setdefault(form, term.id)
            if owner != term.id:
                message = (
                    f'Förkortningen "{form}" hör redan till "{owner}". '
                    "En förkortning kan bara ha en betydelse: ta bort den ena."
                )
                yield entry.problem(("terms", index, "forms", at), message)
