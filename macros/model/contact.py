"""Contacts: whom to call, when, and how sure the number is. One file a scope: `contacts.yml`."""

from typing import Annotated, Literal

from macros.model.opening import Opening
from macros.model.types import (
    DoneDate,
    EmailAddress,
    Flag,
    Id,
    PhoneNumber,
    Record,
    Reference,
    Text,
    WebAddress,
    info,
)

Audience = Literal["public", "staff", "coordinator"]

ContactKind = Literal[
    "emergency", "police", "social-services", "contact-centre", "coordinator", "support", "helpline"
]
"""In the order in which contacts are shown; only the first three answer "whom do I call now"."""


class Verified(Record):
    """That somebody has checked a contact: when, in which role, and how. Never a person's name."""

    date: DoneDate = info("Datum", "Dagen då uppgiften kontrollerades.", example="2026-11-20")
    role: Text = info("Roll", "Rollen hos den som kontrollerade, inte namnet.")
    how: Text = info("Hur", "Hur uppgiften kontrollerades, till exempel genom att ringa.")


class Phone(Record):
    """One number to a contact."""

    number: PhoneNumber = info("Nummer", "Numret så som det ska visas.", example="0451-26 70 00")
    as_written: Text | None = info(
        "Så står det", "Numret så som planen skriver det, om det skiljer sig.", default=None
    )
    via: Annotated[Id | None, Reference("contact")] = info(
        "Via", "Id för kontakten som numret går till, till exempel en växel.", default=None
    )
    personal: Flag = info(
        "Personlig mobil", "true om numret går till en enda person.", default=False
    )


class Email(Record):
    """One e-mail address to a contact; a doubtful one is shown and never made a link."""

    address: EmailAddress = info("Adress", "Adressen så som planen skriver den.")
    doubtful: Text | None = info(
        "Tveksam", "Varför adressen kan vara fel. Då görs den aldrig klickbar.", default=None
    )


class Note(Record):
    """A remark on a contact; an uncertain one says why."""

    text: Text = info("Text", "Anmärkningen, i en mening eller två.")
    uncertain: Text | None = info("Osäkert", "Vad som är osäkert och varför.", default=None)


class Contact(Record):
    """One function that can be called, written to or visited on the web."""

    id: Id = info("Id", "Kort namn som inte ändras.", example="mottagningsenheten")
    kind: ContactKind = info("Slag", "Vad kontakten är; styr ordningen på sidorna.")
    title: Text = info("Namn", "Namnet som visas.")
    organization: Text | None = info("Organisation", "Vem som driver verksamheten.", default=None)
    when: Text = info("När", "När man ska vända sig hit.")
    not_when: Text | None = info("När inte", "När man inte ska vända sig hit.", default=None)
    audience: Audience = info("Målgrupp", "Vem som får se kontakten.", default="staff")
    area: Text | None = info(
        "Område", "Var kontakten gäller, om det inte är hela området.", default=None
    )
    hours: Text | None = info(
        "Öppettider i ord",
        "Så som källan skriver dem, när den inte anger klockslag. Utelämna om de inte är kända.",
        default=None,
    )
    opening: tuple[Opening, ...] = info(
        "Öppettider", "Dagar och klockslag. Sidan säger då om det är öppet nu.", default=()
    )
    instead: Annotated[Id | None, Reference("contact")] = info(
        "Ring i stället", "Id för kontakten som ska ringas när det är stängt.", default=None
    )
    phones: tuple[Phone, ...] = info("Telefon", "Nummer, det viktigaste först.", default=())
    emails: tuple[Email, ...] = info("E-post", "E-postadresser.", default=())
    web: WebAddress | None = info("Webb", "Webbadress.", default=None)
    anonymous: Text | None = info("Anonymt", "Vad som gäller om du vill vara anonym.", default=None)
    cost: Text | None = info("Kostnad", "Vad samtalet kostar.", default=None)
    afterwards: Text | None = info("Efteråt", "Vad som händer efter samtalet.", default=None)
    call_first: Annotated[Id | None, Reference("contact")] = info(
        "Ring först", "Id för kontakten som ska ringas före den här.", default=None
    )
    notes: tuple[Note, ...] = info(
        "Anmärkningar", "Det som är oklart eller behöver sägas.", default=()
    )
    source: Annotated[Id, Reference("document")] = info(
        "Källa", "Id för dokumentet som anger uppgiften."
    )
    verified: Verified | None = info(
        "Kontrollerad", "Fyll i när någon har kontrollerat uppgiften.", default=None
    )


class Contacts(Record):
    """The contacts of one scope: the nation, a municipality or a district."""

    contacts: tuple[Contact, ...] = info("Kontakter", "Kontakterna i den ordning de ska visas.")
