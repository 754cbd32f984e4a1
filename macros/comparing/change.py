"""One difference, worded; and in which group it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Group = Literal["contacts", "routines", "plans", "rest"]

GROUPS: Mapping[Group, str] = {
    "contacts": "Nummer och kontakter",
    "routines": "Rutiner",
    "plans": "Planer",
    "rest": "Övrigt",
}
"""What matters most to readers comes first."""


@dataclass(frozen=True)
class Change:
    """One difference.

    Attributes:
        kind: What it is, in a word that programs can sort by: "number-changed".
        where: The place, or the plan, that it belongs to; empty where the whole comparison does.
        about: The record that it is about: a contact's title, an activity's text.
        says: The whole sentence, with `about` in it.
        before: The values that are gone, as words.
        after: The values that are new, as words.
        listed: Whether the values are too long for the sentence and stand below it.
        anchor: Where the record stands on the page of the later plan, if it does.
    """

    group: Group
    kind: str
    where: str
    about: str
    says: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    listed: bool = False
    anchor: str = ""

    @property
    def sentence(self) -> str:
        """Where, and what is different there."""
        return f"{self.where}: {self.says}" if self.where else self.says
