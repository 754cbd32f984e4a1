"""Forums where bodies meet about violent extremism: `forums.yml` of a municipality."""

from typing import Annotated, Literal

from macros.model.types import Id, Record, Reference, Text, info

ForumLevel = Literal["international", "national", "region", "city", "municipality", "district"]


class Forum(Record):
    """One network, group or meeting; what no document says of it is left out."""

    id: Id = info("Id", "Kort namn som inte ändras; blir också adressen på sidan.")
    title: Text = info("Namn", "Forumets namn.")
    level: ForumLevel = info("Nivå", "Var forumet verkar.")
    districts: tuple[Annotated[Id, Reference("district")], ...] = info(
        "Distrikt", "Id för distrikten, om forumet bara finns där.", default=()
    )
    purpose: Text = info("Syfte", "Vad forumet är till för.")
    convenor: Text | None = info("Sammankallar", "Vem som kallar eller leder.", default=None)
    members: tuple[Text, ...] = info("Deltar", "De som deltar.", default=())
    interval: Text | None = info("Hur ofta", "Hur ofta det möts.", default=None)
    receives: Text | None = info("Tar emot", "Vad forumet får in.", default=None)
    reports: Text | None = info("Lämnar", "Vad forumet för vidare, och till vem.", default=None)
    stage: Text | None = info(
        "Steg", "Steget i kommunens samverkansfigur.", example="Selektiv gruppnivå", default=None
    )
    feeds: tuple[Annotated[Id, Reference("forum")], ...] = info(
        "Går vidare till", "Id för forumen som får informationen härifrån.", default=()
    )
    uncertain: Text | None = info("Osäkert", "Vad som är oklart om forumet.", default=None)
    sources: tuple[Annotated[Id, Reference("document")], ...] = info(
        "Källor", "Id för dokumenten som nämner forumet."
    )


class Forums(Record):
    """The forums of a municipality."""

    forums: tuple[Forum, ...] = info("Forum", "Forumen i den ordning de ska visas.")
