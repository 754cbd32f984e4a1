"""Terms with what they mean, and words that lead to them: `plans/national/glossary.yml`."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator

from macros.model.routine import Situation
from macros.model.types import Id, PortalAddress, Record, Reference, Text, fault, info

_MINIMUM = 2


def _search_word(value: str) -> str:
    composed = unicodedata.normalize("NFC", value)
    plain = " ".join(composed.split()).lower()
    if len(plain) < _MINIMUM:
        raise fault("Ett sökord har minst två tecken. Skriv ett längre, eller ta bort raden.")
    if not re.fullmatch(r"[^\W_]+([ -][^\W_]+)*", plain):
        raise fault(
            "Ett sökord har bara bokstäver, siffror, bindestreck och mellanslag. "
            "Skriv varje sökord på en egen rad."
        )
    if composed != plain:
        raise fault(
            f'Skriv sökordet så här: "{plain}". Små bokstäver, ett mellanslag mellan orden '
            "och inget före eller efter."
        )
    return plain


SearchWord = Annotated[str, AfterValidator(_search_word)]
"""One or several words that somebody types: lower case, with single spaces between them."""


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


class LeadsTo(Record):
    """One thing that search words lead to: a single one of these."""

    contact: Annotated[str | None, Reference("any-contact")] = info(
        "Kontakt",
        "Id för kontakten. En kontakt på en plats skrivs med platsen först.",
        example="hassleholm/sociala-jouren",
        default=None,
    )
    situation: Situation | None = info(
        "Situation",
        "En situation som rutiner svarar på. Leder till svaret i guiden och till rutinerna.",
        default=None,
    )
    term: Annotated[Id | None, Reference("term")] = info(
        "Ord", "Id för ordet i ordlistan.", example="vit-makt-miljon", default=None
    )
    symbol: Annotated[Id | None, Reference("symbol")] = info(
        "Symbol", "Id för symbolen.", example="hakkors", default=None
    )
    page: PortalAddress | None = info(
        "Sida",
        "Adressen i portalen, med avsnitt om det behövs.",
        example="/symboler/#hitta",
        default=None,
    )


class SearchWords(Record):
    """Words that readers search with, and what they then should find."""

    words: tuple[SearchWord, ...] = info(
        "Sökord", "Vad den som söker skriver, med små bokstäver.", example="nynazist"
    )
    leads_to: tuple[LeadsTo, ...] = info("Leder till", "Det viktigaste först.")


class Glossary(Record):
    """The words of the plans, and those that readers search with."""

    terms: tuple[Term, ...] = info("Ord", "I bokstavsordning.")
    search_words: tuple[SearchWords, ...] = info(
        "Sökord",
        "Ord som inte står på sidorna men som läsare söker på. De visas inte i ordlistan.",
        default=(),
    )
