"""What somebody may see names nothing that they may not see."""

from collections.abc import Iterator

from macros.model.contact import Audience, Contact
from macros.pages import Pages
from macros.portal import Place, Portal
from macros.portal.audience import AUDIENCE_NAMES, may_see
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """Det som någon får se nämner ingen kontakt och visar ingen rutin som de inte får se.

    Annars skulle den som läser bli hänvisad till ett nummer som inte står där. Målgruppen står i
    fältet `audience`: public är alla, staff personal och coordinator samordnare.

    Godkänns: en rutin för alla, vars steg har kontakter för alla.
    Stoppas: en rutin för alla, med en kontakt som bara är för personal.
    """
    for place in portal.places.values():
        yield from _routines(portal, place)
        yield from _contacts(portal, place)
    for page in pages.pages:
        for call in page.calls:
            routine = (portal.known("routine", "") or {}).get(call.arguments.get("routine", ""))
            if routine and not may_see(page.audience, routine.record.audience):
                yield page.head.problem(
                    ("audience",) if "audience" in page.head.node.items else (),
                    f"Sidan är för {AUDIENCE_NAMES[page.audience]}, men rutinen för "
                    f"{AUDIENCE_NAMES[routine.record.audience]}. Ge dem samma audience.",
                )


def _routines(portal: Portal, place: Place) -> Iterator[Problem]:
    known = portal.known("contact", place.id)
    for entry in place.routines.values():
        for number, step in enumerate(entry.record.steps):
            for index, named in enumerate(step.contacts):
                contact = (known or {}).get(named.contact)
                if contact and not may_see(entry.record.audience, contact.audience):
                    path = ("steps", number, "contacts", index, "contact")
                    yield entry.problem(path, _sentence("Rutinen", entry.record.audience, contact))


def _contacts(portal: Portal, place: Place) -> Iterator[Problem]:
    entry, known = place.contacts, portal.known("contact", place.id)
    for number, contact in enumerate(entry.record.contacts if entry else ()):
        named: list[tuple[tuple[str | int, ...], str | None]] = [
            (("instead",), contact.instead),
            (("call_first",), contact.call_first),
            *((("phones", index, "via"), phone.via) for index, phone in enumerate(contact.phones)),
        ]
        for path, other_id in named:
            other = (known or {}).get(other_id or "")
            if entry and other and not may_see(contact.audience, other.audience):
                message = _sentence("Kontakten", contact.audience, other)
                yield entry.problem(("contacts", number, *path), message)


def _sentence(what: str, audience: Audience, contact: Contact) -> str:
    return (
        f'{what} är för {AUDIENCE_NAMES[audience]}, men kontakten "{contact.id}" för '
        f"{AUDIENCE_NAMES[contact.audience]}. Ge dem samma audience, eller nämn en annan kontakt."
    )
