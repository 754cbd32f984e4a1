"""What somebody might write to make a page do something, and where it is written."""

import json
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.conftest import ROOT

PLAN, CONTACTS = "plans/exempel/nord/2022.yml", "plans/exempel/contacts.yml"
PAGE, SHARED = "content/kontakter/index.md", "content/texter/exempel/inledning.md"


@dataclass(frozen=True)
class Hostile:
    """One attempt.

    Attributes:
        at: Where it is written: in a text, prose, a contact's title, number, web address or id, in
            a page, its front matter or a shared text.
        put: What is written.
        refused: A part of the sentence that refuses it; None where it is harmless.
    """

    at: str
    put: str
    refused: str | None = None

    def write(self, root: Path) -> str:
        """Write it into a copy of the tiny portal; the file that it went into."""
        quoted = json.dumps(self.put)
        name, old, new = {
            "text": (PLAN, "text: Informera nyanställda.", f"text: {quoted}"),
            "prose": (PLAN, "Klotter förekom.", self.put),
            "title": (CONTACTS, "title: Socialjouren", f"title: {quoted}"),
            "number": (CONTACTS, "number: 08-465 004 12", f"number: {quoted}"),
            "web": (CONTACTS, "    source:", f"    web: {quoted}\n    source:"),
            "id": (CONTACTS, "id: socialjouren", f"id: {quoted}"),
            "page": (PAGE, "# Kontakter\n", f"# Kontakter\n\n{self.put}\n"),
            "front": (PAGE, "---\ntitle: Kontakter\n", f"---\n{self.put}\n"),
            "shared": (SHARED, "Nästa revidering", f"{self.put}\n\nNästa revidering"),
        }[self.at]
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        path.write_text(text.replace(old, new), encoding="utf-8")
        return name


def attempts() -> list[Hostile]:
    """All of tests/cases/hostile.yml."""
    text = (ROOT / "tests/cases/hostile.yml").read_text(encoding="utf-8")
    return [Hostile(**attempt) for attempt in yaml.safe_load(text)]
