"""Routines: what to do in which situation, step by step. One file each: `routines/<id>.yml`."""

from typing import Annotated, Literal

from macros.model.contact import Audience
from macros.model.review import Reviewed
from macros.model.types import Flag, Id, Record, Reference, Text, info

Situation = Literal[
    "danger",
    "child",
    "adult",
    "leaving",
    "relative",
    "threatened",
    "colleague",
    "graffiti",
    "school",
    "demonstration",
    "advice",
]
"""What a reader may be worried about, in the order in which the guide asks."""


class LegalNote(Record):
    """What a document says about law at a step; shown with a hedge until it is reviewed."""

    text: Text = info("Text", "Vad dokumentet säger, utan paragrafnummer.")
    concerns: Text = info("Gäller", "Vad det handlar om.", example="orosanmälan")
    source: Annotated[Id, Reference("document")] = info("Källa", "Id för dokumentet.")
    reviewed: Reviewed | None = info(
        "Granskad", "Fyll i när en jurist har granskat noten.", default=None
    )


class StepContact(Record):
    """A contact to call at a step, and when this one holds where there are several."""

    contact: Annotated[Id, Reference("contact")] = info("Kontakt", "Id för kontakten.")
    when: Text | None = info(
        "När", "När just den här kontakten gäller, om steget har flera.", default=None
    )


class Choice(Record):
    """Where a step leads on to when something holds: a later step, or another situation."""

    when: Text = info("Om", "Vad som gäller.", example="Läget är inte akut")
    to: Id | None = info("Till", "Id för steget som kommer då, i samma rutin.", default=None)
    situation: Situation | None = info(
        "Situation",
        "Situationen vars svar gäller då, i stället för ett steg.",
        default=None,
        example="child",
    )


class Step(Record):
    """One thing to do; without `next` the one after it in the file follows."""

    id: Id = info("Id", "Kort namn som inte ändras inom rutinen.")
    text: Text = info("Gör så här", "En eller två meningar som börjar med ett verb.")
    contacts: tuple[StepContact, ...] = info("Kontakter", "Den viktigaste först.", default=())
    missing: Text | None = info(
        "Saknas", "Numret eller svaret som ingen källa ger, och vem man frågar.", default=None
    )
    say: tuple[Text, ...] = info(
        "I samtalet", "Vad du berättar eller säger, i hela meningar.", default=()
    )
    avoid: tuple[Text, ...] = info(
        "Tänk på", "Vad du inte säger eller gör, som en hel mening med ”inte”.", default=()
    )
    write_down: tuple[Text, ...] = info(
        "Skriftligt", "Vad du antecknar, i hela meningar.", default=()
    )
    forms: tuple[Annotated[Id, Reference("resource")], ...] = info(
        "Blanketter", "Id för blanketter och system i resources.yml.", default=()
    )
    law: LegalNote | None = info("Juridik", "Vad källan säger om lag vid steget.", default=None)
    next: tuple[Choice, ...] = info(
        "Sedan", "Vart steget leder. Utelämna om nästa steg i filen alltid följer.", default=()
    )
    last: Flag = info("Sista", "true om rutinen slutar här.", default=False)


class Routine(Record):
    """What to do in one or several situations, where it holds."""

    title: Text = info("Rubrik", "Vad rutinen handlar om.")
    situations: tuple[Situation, ...] = info("Situationer", "De situationer den svarar på.")
    trigger: Text = info("När", "När rutinen gäller.")
    ask_place: Text | None = info(
        "Fråga om plats",
        "Frågan om vilken plats som avgör, till exempel var barnet bor.",
        default=None,
    )
    steps: tuple[Step, ...] = info("Steg", "I ordning, det viktigaste först.")
    afterwards: Text | None = info(
        "Efteråt", "Vad som händer sedan. Utelämna om ingen källa säger det.", default=None
    )
    uncertain: tuple[Text, ...] = info("Osäkert", "Vad som är oklart.", default=())
    audience: Audience = info("Målgrupp", "Vem som får se rutinen.", default="staff")
    sources: tuple[Annotated[Id, Reference("document")], ...] = info(
        "Källor", "Id för dokumenten som rutinen bygger på."
    )
