"""What is wrong in the documents, and where they contradict each other: `plans/corrections.yml`."""

from typing import Annotated

from macros.model.types import Id, Record, Reference, Text, info


class Erratum(Record):
    """A slip in a document that could mislead a reader: what was written, and what is meant."""

    id: Id = info("Id", "Kort namn som inte ändras; blir också adressen på sidan.")
    documents: tuple[Annotated[Id, Reference("document")], ...] = info(
        "Dokument", "Id för dokumenten där det står."
    )
    written: Text = info("Så står det", "Orden så som dokumentet skriver dem.")
    meant: Text = info("Menas", "Vad som troligen menas, och vad portalen visar.")
    why: Text = info("Varför", "Varför portalen läser det så.")


class Contradiction(Record):
    """Something that the documents say in two ways: resolved with a reason, or open."""

    id: Id = info("Id", "Kort namn som inte ändras; blir också adressen på sidan.")
    title: Text = info("Rubrik", "Vad det handlar om.")
    documents: tuple[Annotated[Id, Reference("document")], ...] = info(
        "Dokument", "Id för dokumenten som säger olika."
    )
    text: Text = info("Motsägelsen", "Vad som står på de olika ställena.")
    resolved: Text | None = info(
        "Så gör portalen",
        "Vad portalen visar, och varför. Utelämna om frågan är öppen.",
        default=None,
    )
    ask: Text | None = info("Fråga", "Vem som kan svara, om frågan är öppen.", default=None)


class Corrections(Record):
    """Errata and contradictions of all documents."""

    errata: tuple[Erratum, ...] = info("Rättelser", "Fel som kan vilseleda.")
    contradictions: tuple[Contradiction, ...] = info("Motsägelser", "Lösta och öppna.")
