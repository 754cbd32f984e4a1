"""One contact as it stands in its file right now."""

from dataclasses import dataclass
from pathlib import Path

from macros.commands.replacing import Held, held
from macros.model.contact import Contact, Contacts
from macros.portal import Place
from macros.reading import Entry, read_yaml


@dataclass(frozen=True)
class Standing:
    """A contact, its place, and its file as it was read.

    Attributes:
        index: Which of the file's contacts it is.
    """

    place: Place
    file: Held
    entry: Entry[Contacts]
    index: int

    @property
    def contact(self) -> Contact:
        """The contact itself."""
        return self.entry.record.contacts[self.index]

    def where(self, *field: str | int) -> str:
        """File and line of the contact, or of a field of it: `plans/x/contacts.yml:12`."""
        return f"{self.entry.file}:{self.entry.line(('contacts', self.index, *field))}"


def standing(root: Path, place: Place, contact: str) -> Standing | None:
    """A contact by its id; None where its file has it no longer.

    Raises:
        Unreadable: The file has mistakes.
        OSError: It cannot be read.
    """
    name = f"plans/{place.folder}/contacts.yml"
    file = held(root, name)
    entry = read_yaml(file.text, name, Contacts)
    ids = [one.id for one in entry.record.contacts]
    return Standing(place, file, entry, ids.index(contact)) if contact in ids else None
