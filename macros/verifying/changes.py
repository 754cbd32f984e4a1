"""What is changed in one contact: its text in the file, and the record that it must then be."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from macros.model.contact import Contact, Contacts, Verified
from macros.reading import Entry, read_yaml
from macros.source import Unreadable
from macros.verifying.edits import NotByUs, with_value, without


@dataclass(frozen=True)
class Changes:
    """A contact on its way to another: the file's text so far, and what it is to say.

    Attributes:
        text: The text of the whole file.
        index: Which of the file's contacts it is.
        contact: What is to be read where it stands, once the text is written.
    """

    text: str
    index: int
    contact: Contact

    def verified(self, day: dt.date, role: str, how: str) -> "Changes":
        """With a check of this day."""
        said = {"date": day, "role": role, "how": how}
        path = ("contacts", self.index, "verified")
        text = self.text
        if self.contact.verified is None:
            text = with_value(text, path, said)
        else:
            for name, words in said.items():
                text = with_value(text, (*path, name), words)
        return replace(self, text=text, contact=self._with(verified=Verified.model_validate(said)))

    def with_field(self, name: str, new: str) -> "Changes":
        """With another text in a field; without the field, if there is no text."""
        path = ("contacts", self.index, name)
        text = with_value(self.text, path, new) if new else without(self.text, path)
        return replace(self, text=text, contact=self._with(**{name: new or None}))

    def with_part(self, name: str, at: int, field: str, new: str, stale: str) -> "Changes":
        """With another number or address, and without what was said of the one before.

        Args:
            name: The list that it stands in: phones or emails.
            at: Which of the list it is.
            field: What holds it there.
            new: The number or address.
            stale: The field that holds for the one before alone.
        """
        path = ("contacts", self.index, name, at)
        text = with_value(self.text, (*path, field), new)
        parts = list(getattr(self.contact, name))
        if getattr(parts[at], stale) is not None:
            text = without(text, (*path, stale))
        parts[at] = parts[at].model_copy(update={field: new, stale: None})
        return replace(self, text=text, contact=self._with(**{name: tuple(parts)}))

    def without_part(self, name: str, at: int) -> "Changes":
        """Without one of the numbers or addresses; without the list, if it was the only one."""
        parts = list(getattr(self.contact, name))
        path = ("contacts", self.index, name)
        text = without(self.text, (*path, at) if len(parts) > 1 else path)
        del parts[at]
        return replace(self, text=text, contact=self._with(**{name: tuple(parts)}))

    def _with(self, **fields: Any) -> Contact:  # noqa: ANN401 - by field
        return self.contact.model_copy(update=fields)

    def is_all(self, entry: Entry[Contacts]) -> bool:
        """Whether the text says what it is to say of the contact, and all else as it did.

        Args:
            entry: The file before.
        """
        before = entry.record.contacts
        expected = (*before[: self.index], self.contact, *before[self.index + 1 :])
        return _says(self.text, entry.file, expected)


def without_contact(entry: Entry[Contacts], text: str, index: int) -> str | None:
    """The text of a file without one of its contacts; None where only a person can take it out."""
    rest = [contact for at, contact in enumerate(entry.record.contacts) if at != index]
    if not rest:
        return None
    try:
        changed = without(text, ("contacts", index))
    except NotByUs:
        return None
    return changed if _says(changed, entry.file, tuple(rest)) else None


def _says(text: str, file: str, contacts: tuple[Contact, ...]) -> bool:
    try:
        return read_yaml(text, file, Contacts).record.contacts == contacts
    except Unreadable:
        return False
