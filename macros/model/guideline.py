"""A municipality's guideline that its plans hang on: `guideline.yml`.

Each orientation, target area, paragraph and duty has an id, which is also its address, so that a
plan's section can point at the very paragraph that it hangs on.
"""

from typing import Annotated, Literal

from macros.model.types import Date, Flag, Id, Prose, Record, Reference, Text, info


class GuidelineDuty(Record):
    """One thing that the guideline lays upon one body or function."""

    id: Id = info("Id", "Kort namn som inte ändras; blir också adressen på sidan.")
    role: Annotated[Id, Reference("role")] = info("Ansvarig", "Id för rollen som har uppgiften.")
    text: Text = info("Uppgift", "Vad den ska göra, med egna ord; börjar med ett verb.")
    uncertain: Text | None = info("Osäkert", "Vad som är oklart om uppgiften.", default=None)


class Orientation(Record):
    """One of the guideline's overall orientations."""

    id: Id = info("Id", "Kort namn som inte ändras; blir också adressen på sidan.")
    title: Text = info("Namn", "Inriktningens namn.")
    text: Prose = info("Text", "Vad riktlinjerna säger om den.")
    duties: tuple[GuidelineDuty, ...] = info("Uppgifter", "Det som någon ska göra.", default=())


class TargetArea(Record):
    """One of the areas of measures: its goal, and whom it is for."""

    id: Id = info("Id", "Kort namn som inte ändras; blir också adressen på sidan.")
    title: Text = info("Namn", "Åtgärdsområdets namn.")
    goal: Prose = info("Mål", "Målet, med egna ord.")
    groups: tuple[Text, ...] = info("Målgrupper", "Dem som insatserna gäller.")


class GuidelineSection(Record):
    """One section of the guideline: its text, and what it lays upon whom."""

    id: Id = info("Id", "Kort namn som inte ändras; blir också adressen på sidan.")
    title: Text = info("Rubrik", "Rubriken som visas.")
    level: Literal["1", "2"] = info("Nivå", "1 för huvudavsnitt, 2 för avsnitt under ett sådant.")
    text: Prose | None = info("Text", "Vad avsnittet säger, med egna ord.", default=None)
    duties: tuple[GuidelineDuty, ...] = info("Uppgifter", "Det som någon ska göra.", default=())
    holds: Literal["orientations", "target-areas"] | None = info(
        "Visar", "orientations eller target-areas om de ska visas här.", default=None
    )
    legal_note: Flag = info(
        "Juridik", "true om texten säger något om lag; då visas en varning.", default=False
    )


class GuidelineDecision(Record):
    """Who decided the guideline and when; its `source` if it is not the guideline itself."""

    by: Annotated[Id, Reference("body")] = info("Beslutad av", "Id för organet som beslutade.")
    when: Text = info("När", "Tiden så noga som källan anger den.", example="maj 2016")
    date: Date | None = info("Datum", "Dagen, om den är känd.", default=None)
    according_to: Text = info("Enligt", "Var uppgiften står.")


class Guideline(Record):
    """A guideline of a municipality."""

    title: Text = info("Titel", "Riktlinjernas titel.")
    source: Annotated[Id, Reference("document")] = info("Källa", "Id för dokumentet.")
    dated: Text = info("Daterad", "Tiden som står på omslaget.", example="april 2016")
    decision: GuidelineDecision | None = info("Beslut", "Om det är känt.", default=None)
    uncertainties: tuple[Text, ...] = info("Osäkert", "Vad som är oklart.", default=())
    orientations: tuple[Orientation, ...] = info("Inriktningar", "I dokumentets ordning.")
    target_areas: tuple[TargetArea, ...] = info("Åtgärdsområden", "I dokumentets ordning.")
    sections: tuple[GuidelineSection, ...] = info("Avsnitt", "I dokumentets ordning.")
