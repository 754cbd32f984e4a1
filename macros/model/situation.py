"""Situation reports: what was reported about a period, how, and what was made of it.

What the plans of a municipality share stands once in its `situations.yml`; what is local stands in
the plan.
"""

from typing import Annotated, Literal

from macros.model.review import Reviewed
from macros.model.types import Flag, Id, Prose, Record, Reference, Text, info

Level = Literal["international", "national", "city", "local"]


class Situation(Record):
    """One report on the situation: history, in past tense, with its period in the heading."""

    id: Id = info("Id", "Kort namn som inte ändras; blir också adressen på sidan.")
    title: Text = info("Rubrik", "Vad lägesbilden handlar om.", example="Resande till Syrien")
    level: Level = info("Nivå", "international, national, city eller local.")
    period: Text = info("Period", "Tiden som lägesbilden gäller.", example="2018")
    method: Prose | None = info("Metod", "Hur uppgifterna samlades in.", default=None)
    reported: Prose | None = info("Det som rapporterades", "Vad som kom fram.", default=None)
    analysis: Prose | None = info("Analys", "Hur uppgifterna bedömdes.", default=None)
    trend: Prose | None = info("Utveckling", "Vad som ökade, minskade eller bestod.", default=None)
    sources: tuple[Text, ...] = info("Källor", "Källorna som planen anger.", default=())
    figures_reviewed: Reviewed | None = info(
        "Siffror granskade", "Fyll i när små tal får visas.", default=None
    )
    legal_note: Flag = info(
        "Juridik", "true om texten säger något om lag; då visas en varning.", default=False
    )


class Situations(Record):
    """What the plans of a municipality share about the situation: `situations.yml`."""

    source: Annotated[Id, Reference("document")] = info("Källa", "Id för dokumentet som de står i.")
    situations: tuple[Situation, ...] = info("Lägesbilder", "I den ordning de ska visas.")
