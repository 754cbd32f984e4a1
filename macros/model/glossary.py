"""Terms and abbreviations with what they mean: `plans/national/glossary.yml`."""

from typing import Annotated

from macros.model.types import Id, Record, Reference, Text, info


class Term(Record):
    """A term or an abbreviation that stands in the plans."""

    id: Id = info("Id", "Kort namn som inte ändras; blir också adressen på sidan.")
    title: Text = info("Ord", "Ordet eller förkortningen som visas.", example="VBE")
    forms: tuple[Text, ...] = info(
        "Förkortningar",
        "Varje sätt att skriva förkortningen; de förklaras där de står på en sida.",
        default=(),
    )
    short: Text = info(
        "I korthet", "Uttydningen i högst tolv ord.", example="våldsbejakande extremism"
    )
    meaning: Text = info("Betydelse", "Vad det betyder, i en eller ett par meningar.")
    synonyms: tuple[Text, ...] = info("Andra ord", "Ord för samma sak.", default=())
    uncertain: Text | None = info("Osäkert", "Vad som är oklart, och varför.", default=None)
    sources: tuple[Annotated[Id, Reference("document")], ...] = info(
        "Källor", "Id för dokumenten där ordet står."
    )


class Glossary(Record):
    """The words of the plans."""

    terms: tuple[Term, ...] = info("Ord", "I bokstavsordning.")
