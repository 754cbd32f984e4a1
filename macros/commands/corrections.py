"""What is changed in a contact, asked field by field."""

import sys
from collections.abc import Callable

from macros.commands.asking import ask, choose_several
from macros.commands.standing import Standing
from macros.drafting.values import fault_of
from macros.model.contact import Contact, Email, Phone
from macros.model.identity import identity_numbers
from macros.model.types import Record
from macros.verifying.changes import Changes

GONE = "-"
"""What is answered where there is no longer anything."""

_TEXTS = {"hours": "Öppettider", "web": "Webb", "when": "När", "title": "Namn"}
_REQUIRED = {"when", "title"}


def corrected(one: Standing) -> Changes | None:
    """Ask what is changed in a contact, and to what.

    Returns:
        The contact with the answers, or None where nothing in it can be changed here.

    Raises:
        Stopped: There is nobody to answer.
    """
    chosen = choose_several("Vad är ändrat?", _choices(one.contact), required=True)
    if "other" in chosen:
        print(f"  Resten ändrar du i filen: {one.where()}", file=sys.stderr)
    if "opening" in chosen:
        print(f"  Klockslagen ändrar du i filen: {one.where('opening')}", file=sys.stderr)
    changes = Changes(one.file.text, one.index, one.contact)
    by_answer = [field for field in chosen if field not in {"other", "opening"}]
    for field in sorted(by_answer, key=_order):
        changes = _asked(changes, field)
    if not by_answer:
        print("  Svara på frågan igen när det är gjort.", file=sys.stderr)
        return None
    return changes


def _choices(contact: Contact) -> dict[str, str]:
    phones = {f"phones-{n}": f"Nummer: {p.number}" for n, p in enumerate(contact.phones)}
    emails = {f"emails-{n}": f"E-post: {e.address}" for n, e in enumerate(contact.emails)}
    texts = {
        field: f"{label}: {getattr(contact, field) or 'saknas'}" for field, label in _TEXTS.items()
    }
    if contact.opening:
        del texts["hours"]
        texts = {"opening": "Öppettider i klockslag", **texts}
    return {**phones, **emails, **texts, "other": "Något annat"}


def _order(field: str) -> tuple[str, int]:
    """Numbers and addresses from the last one: taking one out moves none to be asked for."""
    name, _, at = field.partition("-")
    return name, -int(at or 0)


def _asked(changes: Changes, field: str) -> Changes:
    name, _, number = field.partition("-")
    if name == "phones":
        return _part(changes, name, int(number), ("number", Phone, "as_written"), "Nytt nummer")
    if name == "emails":
        return _part(changes, name, int(number), ("address", Email, "doubtful"), "Ny adress")
    before = getattr(changes.contact, name)
    may_go = name not in _REQUIRED and before
    new = ask(
        f"{_TEXTS[name]}{f' ({GONE} om det inte finns längre)' if may_go else ''}",
        fault=_fault(Contact, name, before or "", GONE if may_go else ""),
    )
    return changes.with_field(name, "" if may_go and new == GONE else new)


def _part(
    changes: Changes, name: str, at: int, holding: tuple[str, type[Record], str], question: str
) -> Changes:
    field, model, stale = holding
    before = getattr(getattr(changes.contact, name)[at], field)
    new = ask(
        f"{question} i stället för {before} ({GONE} om det inte finns längre)",
        fault=_fault(model, field, before, GONE),
    )
    if new == GONE:
        return changes.without_part(name, at)
    return changes.with_part(name, at, field, new, stale)


def _fault(model: type[Record], field: str, before: str, gone: str) -> Callable[[str], str | None]:
    valid = fault_of(model.model_fields[field].rebuild_annotation())

    def fault(answer: str) -> str | None:
        if not answer:
            return "Svaret saknas. Skriv ett."
        if answer == gone:
            return None
        if answer == before:
            return "Det är samma som förut. Skriv det nya."
        if any(found.kind == "certain" for found in identity_numbers(answer)):
            return "Det ser ut som ett personnummer. Det får inte stå i portalen."
        return valid(answer)

    return fault
