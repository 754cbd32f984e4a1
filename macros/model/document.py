"""The source documents that facts come from: `plans/sources.yml`."""

from macros.model.types import DoneDate, Id, Record, Text, Year, info


class Document(Record):
    """A document that the portal renders or quotes facts from."""

    id: Id = info("Id", "Kort namn som inte ändras.", example="hassleholm-2022")
    title: Text = info("Titel", "Dokumentets titel.")
    owner: Text = info("Utgivare", "Vem som gav ut dokumentet.", example="Hässleholms kommun")
    year: Year = info("År", "Året som dokumentet gäller.")
    short: Text = info(
        "Kort namn", "Så som sidan kallar det mitt i en mening.", example="planen 2022"
    )
    reference_numbers: tuple[Text, ...] = info("Diarienummer", "Alla nummer.", default=())
    retrieved: DoneDate | None = info("Hämtat", "Dagen då dokumentet hämtades.", default=None)


class Sources(Record):
    """All source documents."""

    documents: tuple[Document, ...] = info("Dokument", "Källorna, en post var.")
