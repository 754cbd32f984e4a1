"""Support for those who are touched by violent extremism: `support.yml` of a municipality."""

from typing import Annotated, Literal

from macros.model.types import Flag, Id, Prose, Record, Reference, Text, info

ForWhom = Literal["relatives", "leaving", "affected", "professionals"]


class Difference(Record):
    """What one plan says otherwise than the others."""

    plan: Annotated[str, Reference("plan")] = info(
        "Plan", "Id för planen.", example="stockholm/skarholmen/2019"
    )
    text: Prose = info("Text", "Vad just den planen säger.")


class Support(Record):
    """One kind of support that a municipality's plans name."""

    id: Id = info("Id", "Kort namn som inte ändras; blir också adressen på sidan.")
    title: Text = info("Rubrik", "Stödets namn.")
    for_whom: tuple[ForWhom, ...] = info(
        "För vem", "relatives, leaving, affected eller professionals."
    )
    text: Prose = info("Text", "Vad stödet är, vem det är för och vad som gäller.")
    differences: tuple[Difference, ...] = info(
        "Skillnader", "Vad enskilda planer säger annorlunda.", default=()
    )
    contacts: tuple[Annotated[Id, Reference("contact")], ...] = info(
        "Kontakter", "Id för kontakterna, det viktigaste först.", default=()
    )
    missing: Text | None = info(
        "Saknas", "Vad källorna inte säger, och vem man kan fråga.", default=None
    )
    legal_note: Flag = info(
        "Juridik", "true om texten säger något om lag; då visas en varning.", default=False
    )
    sources: tuple[Annotated[Id, Reference("document")], ...] = info(
        "Källor", "Id för dokumenten som uppgifterna kommer från."
    )


class Supports(Record):
    """The support that a municipality's plans name."""

    support: tuple[Support, ...] = info("Stöd", "I den ordning de ska visas.")
