"""One section of a page: its heading, and all that can stand under it."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.pages import SharedField, SharedText
from macros.views.activities import ActivityRow
from macros.views.forum_figure import ForumFigure

DONE = "det-har-ska-goras"
"""The anchor of a plan's activities, which no section of a structure has."""


@dataclass(frozen=True)
class Section:
    """One section of a plan's page.

    Attributes:
        marks: Heading marks in Markdown: "##" for level 1.
        origin: Which kind of text it is, or None under a mere heading.
        guideline: Words and addresses of the paragraphs of the guideline that it hangs on.
        shared: The shared text's source with the plan's values, or None.
        duties: The coordinator's duties in the plan's order.
        parts: Label and prose of a situation report: method, what was reported and so on.
        sources: The sources that a situation report names.
        withheld: Whether small figures are hidden in it.
        law: Whose words on law these are ("planen från 2019"), or None where they are not on law.
        edit: The address where its text is edited, or None where no host is set.
        elsewhere: Whether its text is at home on another page, where search finds it.
        activities: None where the section lists none; () where the area is announced and empty.
    """

    id: str
    title: str
    marks: str
    origin: str | None = None
    guideline: tuple[tuple[str, str], ...] = ()
    shared: tuple[str | tuple[str], ...] | None = None
    text: str | None = None
    duties: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    figure: ForumFigure | None = None
    omitted: str | None = None
    withheld: bool = False
    law: str | None = None
    elsewhere: bool = False
    edit: str | None = None
    activities: tuple[ActivityRow, ...] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under its heading."""
        return not (
            self.origin
            or self.omitted
            or self.duties
            or self.guideline
            or self.parts
            or self.figure
            or self.activities is not None
        )


def marks(level: str) -> str:
    """The heading marks of a level: `##` for "1"."""
    return "#" * (int(level) + 1)


def filled(text: SharedText, values: Mapping[SharedField, str]) -> tuple[str | tuple[str], ...]:
    """The text's parts; a plan's value stays apart in a tuple, so that rendering can escape it."""
    return tuple(part if isinstance(part, str) else (values[part[0]],) for part in text.parts)
