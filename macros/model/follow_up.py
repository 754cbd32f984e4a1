"""What became of a place's activities in a year: `follow-up/<year>.yml` in the place's folder."""

from typing import Annotated, Literal

from macros.model.types import Id, Record, Reference, Text, info


class Outcome(Record):
    """What became of one activity in one year."""

    activity: Annotated[Id, Reference("activity")] = info(
        "Aktivitet", "Id för en aktivitet i någon av platsens planer.", example="skolprogram"
    )
    status: Literal["done", "ongoing", "not-done", "dropped"] = info(
        "Läge", "done: genomförd, ongoing: pågår, not-done: inte genomförd, dropped: utgår."
    )
    why: Text | None = info(
        "Skäl", "Varför aktiviteten inte blev av, eller varför den utgår.", default=None
    )
    evidence: Text | None = info(
        "Underlag", "Var det syns, till exempel en rapport. Aldrig namn på personer.", default=None
    )


class Outcomes(Record):
    """What became of the activities of one place in the year that the file is named by."""

    activities: tuple[Outcome, ...] = info("Aktiviteter", "De som har följts upp.")
