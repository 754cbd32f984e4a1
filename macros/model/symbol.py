"""Symbols, signs, numbers and marks that public guidance names: `plans/national/symbols.yml`."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator

from macros.model.contact import Audience
from macros.model.types import DoneDate, Id, Record, Text, WebAddress, fault, info

Environment = Literal["white-power", "autonomous", "islamist"]


def _path(value: str) -> str:
    if not re.fullmatch(r"[Mm][MmLlHhVvCcSsQqTtAaZz0-9 .,-]+", value):
        raise fault(
            "Teckningen går inte att läsa. Skriv en SVG-bana som börjar med M, "
            'till exempel "M32 58V9M14 27L32 9L50 27".'
        )
    return value


PathData = Annotated[Text, AfterValidator(_path)]
"""One path as SVG writes it, on a field of 64 by 64: letters for strokes, and numbers."""


class Drawing(Record):
    """A plain drawing of a symbol, on a field of 64 by 64."""

    lines: tuple[PathData, ...] = info("Linjer", "Banor som dras som streck.", default=())
    areas: tuple[PathData, ...] = info("Ytor", "Banor som fylls.", default=())


class SymbolSource(Record):
    """A page that was read and that says so of the symbol."""

    title: Text = info("Titel", "Sidans titel.")
    owner: Text = info("Utgivare", "Vem som står bakom sidan.")
    address: WebAddress = info("Adress", "Sidans adress.")
    retrieved: DoneDate = info("Läst", "Dagen då sidan lästes.")
    says: Text = info("Säger", "Vad sidan säger om symbolen, med egna ord.")
    language: Text = info("Språk", "Sidans språk, till exempel sv eller en.", default="sv")


class Symbol(Record):
    """One symbol: how it looks, what it can mean, and what else it can mean."""

    id: Id = info("Id", "Kort namn som inte ändras; blir också adressen på sidan.")
    title: Text = info("Namn", "Symbolens namn.")
    kind: Literal["symbol", "sign", "number", "mark"] = info(
        "Slag", "symbol, sign (handtecken), number eller mark (kläder, kodord och annat)."
    )
    environments: tuple[Environment, ...] = info("Miljöer", "Miljöerna som källorna nämner.")
    description: Text = info("Utseende", "Hur den ser ut, så att den känns igen utan bild.")
    drawing: Drawing | None = info(
        "Teckning", "En enkel teckning, om den hjälper. Aldrig en logotyp.", default=None
    )
    meaning: Text = info("Betydelse", "Vad den står för i miljön, enligt källorna.")
    other_meanings: Text = info("Andra betydelser", "Oskyldiga och andra betydelser.")
    faith: Text | None = info("Tro", "Sammanhanget, om det är ett trostecken.", default=None)
    audience: Audience = info("Målgrupp", "Vem som får se posten.", default="staff")
    sources: tuple[SymbolSource, ...] = info("Källor", "Sidor som har lästs.")


class NotSupported(Record):
    """A symbol that was looked for, and why it is not in the reference."""

    title: Text = info("Namn", "Symbolens namn.")
    why: Text = info("Varför", "Varför den inte är med.")


class Symbols(Record):
    """The reference of symbols."""

    symbols: tuple[Symbol, ...] = info("Symboler", "I den ordning de ska visas.")
    not_supported: tuple[NotSupported, ...] = info(
        "Utan stöd", "Symboler som ingen läst källa stöder.", default=()
    )
