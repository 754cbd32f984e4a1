"""Small figures in a situation report are marked, so that they can be withheld until reviewed."""

import re
from collections.abc import Iterator

from macros.model.markup import FIGURE
from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem
from macros.source import Mapping, Scalar, Sequence

_NUMBER = re.compile(r"(?<![\w.,:/-])(två|tre|fyra|ett par|[1-4])(?![\w:/-]|[.,]\d)", re.IGNORECASE)
_NOUN = (
    r"(?:person|individ|händelse|ärende|anmälan|orosanmälan|anmälning|rapport|klistermärke|demonstration"
    r"|brott|incident|avhoppare|anhörig|återvändare|affisch|flygblad|symbol|hot|fall)"
)
_ONE = re.compile(
    rf"(?<!\w)(en|ett|enda)\s+(?!handfull|fåtal|grupp)(?:\w+\s+)?\w*{_NOUN}\w*", re.IGNORECASE
)


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """A figure of one to four persons or events, in digits or words, is written `[[tre]] ärenden`.

    Holds for sections with a period. Shown as "färre än fem" until `figures_reviewed` is filled in.

    Passes: `Förvaltningen fick [[fyra]] orosanmälningar.`
    Fails: `Förvaltningen fick fyra orosanmälningar.`
    """
    for place in portal.places.values():
        for entry in place.plans.values():
            for index, section in enumerate(entry.record.sections):
                if section.period is None or section.text is None:
                    continue
                # Blanked out, not removed, so that positions still hold.
                text = FIGURE.sub(lambda m: " " * len(m[0]), section.text)
                for match in sorted(
                    [*_NUMBER.finditer(text), *_ONE.finditer(text)], key=lambda m: m.start()
                ):
                    message = (
                        f'"{match[0]}" kan peka ut någon. Skriv talet inom [[ ]], '
                        "till exempel [[tre]] ärenden, eller skriv om utan tal."
                    )
                    line, column = _position(entry.node, index, match.start())
                    yield Problem(entry.file, line, column, message)


def _position(node: Mapping, index: int, offset: int) -> tuple[int, int]:
    sections = node.items["sections"]
    section = sections.items[index] if isinstance(sections, Sequence) else None
    scalar = section.items["text"] if isinstance(section, Mapping) else None
    if not isinstance(scalar, Scalar):
        return node.line, node.column
    return scalar.position(offset)
