"""Forms that a reader fills in on a page: `plans/national/forms.yml`."""

from typing import Annotated

from macros.model.types import Id, Record, Reference, Text, Whole, info


class FormField(Record):
    """One question of a form: answered in the reader's own words, or by choosing."""

    id: Id = info("Id", "Kort namn som inte ändras inom blanketten.")
    label: Text = info("Fråga", "Frågan som läsaren svarar på.")
    help: Text = info("Hjälp", "Vad som hör hit, och hur man skriver utan att peka ut någon.")
    rows: Whole = info(
        "Rader", "Hur många rader svaret får. Raderna ritas också på papper.", default=1, gt=0
    )
    options: tuple[Text, ...] = info(
        "Val", "Svar att kryssa för, flera går bra. Utelämna om läsaren ska skriva.", default=()
    )


class Form(Record):
    """One form: which it stands for, and what it asks."""

    id: Id = info("Id", "Kort namn som inte ändras.", example="avidentifierad-information")
    title: Text = info("Namn", "Namnet så som dokumenten har det.")
    fields: tuple[FormField, ...] = info("Frågor", "I den ordning de ska visas.")
    sources: tuple[Annotated[Id, Reference("document")], ...] = info(
        "Källor", "Id för dokumenten som nämner blanketten."
    )


class Forms(Record):
    """The forms of the portal."""

    forms: tuple[Form, ...] = info("Blanketter", "En post för varje blankett.")
