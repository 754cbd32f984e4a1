"""Small figures in a situation report are marked, so that they can be withheld until reviewed."""

import re
from collections.abc import Iterator

from macros.model.markup import FIGURE
from macros.model.plan import PlanSection
from macros.model.situation import Situation
from macros.pages import Pages
from macros.portal import Portal
from macros.portal.texts import prose
from macros.problems import Problem

_NUMBER = re.compile(r"(?<![\w.,:/])(två|tre|fyra|ett par|[1-4])(?![\w:/]|[.,]\d)", re.IGNORECASE)
_NOUN = (
    r"(?:person|individ|händelse|ärende|anmälan|orosanmälan|anmälning|rapport|klistermärke|demonstration"
    r"|brott|incident"
    r"|man|kvinna|pojke|flicka|barn|elev|ungdom|gripen|dömd|dåd|avhoppare|anhörig|återvändare|affisch|flygblad|symbol|hot|fall)"
)
_ONE = re.compile(
    rf"(?<!\w)(en|ett|enda)\s+(?!handfull|fåtal|grupp)(?:\w+\s+)?\w*{_NOUN}\w*", re.IGNORECASE
)


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Ett tal från ett till fyra om personer eller händelser är märkt med [[ ]].

    Gäller lägesbilder och planens egna avsnitt. Talet visas som ”färre än fem” tills
    `figures_reviewed` är ifyllt.

    Godkänns: `Förvaltningen fick [[fyra]] orosanmälningar.`
    Stoppas: `Förvaltningen fick fyra orosanmälningar.`
    """
    for _, entry in portal.entries():
        for record, scalar in prose(entry):
            own = isinstance(record, PlanSection) and record.title is not None
            if not (own or isinstance(record, Situation)):
                continue
            # Blanked out, not removed, so that positions still hold.
            text = FIGURE.sub(lambda m: " " * len(m[0]), scalar.text)
            for match in sorted(
                [*_NUMBER.finditer(text), *_ONE.finditer(text)], key=lambda m: m.start()
            ):
                message = (
                    f'"{match[0]}" kan peka ut någon. Skriv talet inom [[ ]], '
                    "till exempel [[tre]] ärenden, eller skriv om utan tal."
                )
                yield Problem(entry.file, *scalar.position(match.start()), message)
