"""A contact that is no more: taken out where nothing refers to it, else told where it stands."""

import sys
from pathlib import Path

from macros import pages, portal
from macros.commands.asking import ask, choose
from macros.commands.replacing import replace
from macros.commands.standing import Standing
from macros.commands.trial import found_anew
from macros.fragments import PARAMETERS
from macros.problems import as_text, errors
from macros.verifying.changes import without_contact
from macros.verifying.mentions import Mention, mentions

_NOBODY = "-"


def retired(root: Path, one: Standing) -> str:
    """Ask where to turn instead of a contact, and why it is gone; take it out if nothing needs it.

    Returns:
        "gone" where it was taken out, "kept" where it has to stay for now.

    Raises:
        ChangedMeanwhile: Somebody else wrote in the file; nothing was written.
        Stopped: There is nobody to answer.
    """
    place, contact, data = one.place, one.contact, portal.load(root)
    others = {c.id: f"{c.title} ({p.title})" for p, c in data.contacts(place.id)}
    others.pop(contact.id, None)
    others[_NOBODY] = "Ingen av dem, eller vet inte"
    instead = choose("Vart ska man vända sig i stället?", others, _NOBODY)
    whom = "" if instead == _NOBODY else others[instead]
    written = pages.load(root, PARAMETERS).written
    if found := mentions(data, written, place, contact.id):
        _tell(found, contact.id, "" if instead == _NOBODY else instead)
        print(f"Kontakten står kvar så länge: {one.where()}", file=sys.stderr)
        return "kept"
    text = without_contact(one.entry, one.file.text, one.index)
    if text is None:
        print(f"Ta bort kontakten för hand: {one.where()}", file=sys.stderr)
        return "kept"
    if wrong := errors(found_anew(root, one.entry.file, text)):
        print(as_text(wrong))
        print(f"Utan kontakten blir det fel. Den står kvar: {one.where()}", file=sys.stderr)
        return "kept"
    why = ask(
        "Orsaken till att den inte finns kvar", fault=lambda why: None if why else "Skriv varför."
    )
    replace(one.file, text)
    reason = f"{contact.title} är borttagen: {why.rstrip('.')}."
    turn = f" Vänd dig till {whom}." if whom else ""
    print(f"Borttagen. Skriv i ändringsförslaget: {reason}{turn}", file=sys.stderr)
    return "gone"


def _tell(found: list[Mention], contact: str, instead: str) -> None:
    print("Kontakten går inte att ta bort än. Den nämns här:", file=sys.stderr)
    for mention in found:
        print(f"  {mention.file}:{mention.line}: {mention.words}", file=sys.stderr)
    do = f'Byt "{contact}" mot "{instead}" där' if instead else f'Ta bort "{contact}" där'
    print(
        f"{do}. Blir en rutin utan nummer? Skriv i den vad som saknas (missing). Gör det i dag: "
        "tills dess visas kontakten för den som är orolig. Kör sedan planportal verify igen.",
        file=sys.stderr,
    )
