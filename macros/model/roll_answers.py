"""What a coordinator says of each activity and section of a plan that goes on into a new year.

The same whether it is answered in the terminal or in a file.
"""

from typing import Literal

from macros.model.plan import FollowUp, Responsible, Schedule
from macros.model.types import Id, Record, Text, info

Emptied = Literal["responsible", "schedule", "follow_up"]


class ActivityAnswer(Record):
    """What becomes of one activity; what is not given stays as it is."""

    activity: Id = info("Aktivitet", "Aktivitetens id.")
    do: Literal["keep", "change", "done", "drop"] = info(
        "Gör så här", "keep: behåll, change: ändra, done: genomförd, drop: utgår."
    )
    why: Text | None = info("Skäl", "Varför den utgår.", default=None)
    evidence: Text | None = info("Underlag", "Var det syns att den är genomförd.", default=None)
    text: Text | None = info("Text", "Den nya texten.", default=None)
    responsible: Responsible | None = info("Ansvarig", "Den nya ansvariga.", default=None)
    schedule: Schedule | None = info("Tidplan", "Den nya tidplanen.", default=None)
    follow_up: FollowUp | None = info("Uppföljning", "Den nya uppföljningen.", default=None)
    without: tuple[Emptied, ...] = info(
        "Utan", "Det som raden inte har längre: responsible, schedule, follow_up.", default=()
    )


class SectionAnswer(Record):
    """What becomes of one section of the plan's own."""

    section: Id = info("Avsnitt", "Avsnittets id.")
    do: Literal["keep", "drop"] = info("Gör så här", "keep: behåll, drop: ta bort.")


class RollAnswers(Record):
    """All answers; what is not in them is asked for."""

    title: Text | None = info("Titel", "Den nya planens titel.", default=None)
    document: Text | None = info("Dokument", "Titeln på dokumentet för planen.", default=None)
    sections: tuple[SectionAnswer, ...] = info("Avsnitt", "Ett svar för varje.", default=())
    activities: tuple[ActivityAnswer, ...] = info("Aktiviteter", "Ett svar för varje.")
