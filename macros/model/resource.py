"""Material and systems that the plans name: `resources.yml` of the nation or a municipality."""

from typing import Annotated, Literal

from macros.model.contact import Audience
from macros.model.types import (
    DoneDate,
    Id,
    PortalAddress,
    Record,
    Reference,
    Text,
    WebAddress,
    info,
)

ResourceKind = Literal[
    "web", "course", "guidance", "form", "system", "report", "book", "podcast", "film"
]


class Resource(Record):
    """Something to read, watch, attend, fill in or use."""

    id: Id = info("Id", "Kort namn som inte ändras; blir också adressen på sidan.")
    title: Text = info("Namn", "Namnet som visas.")
    kind: ResourceKind = info("Slag", "Vad det är; styr ordningen på sidan.")
    text: Text = info("Vad", "Vad det är och vem det är till för.")
    address: WebAddress | None = info(
        "Adress", "Webbadressen, om en källa anger en som går att följa.", default=None
    )
    as_written: Text | None = info(
        "Så står det", "Adressen så som planen skriver den, om den inte är en länk.", default=None
    )
    page: PortalAddress | None = info(
        "Sida", "Sidan i portalen där det finns.", example="/symboler/", default=None
    )
    owner: Text | None = info("Ansvarig", "Vem som står bakom.", default=None)
    retrieved: DoneDate | None = info("Hämtad", "Dagen då källan hämtade den.", default=None)
    audience: Audience = info("Målgrupp", "Vem som får se posten.", default="staff")
    uncertain: Text | None = info("Osäkert", "Vad som är oklart, och varför.", default=None)
    sources: tuple[Annotated[Id, Reference("document")], ...] = info(
        "Källor", "Id för dokumenten som nämner det."
    )


class Resources(Record):
    """The material of one scope."""

    resources: tuple[Resource, ...] = info("Material", "I den ordning det ska visas.")
