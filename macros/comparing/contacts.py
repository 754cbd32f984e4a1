"""What differs between the contacts of a place: numbers first, since somebody may call them."""

from collections.abc import Iterable, Iterator

from macros.comparing.change import Change
from macros.comparing.fields import field_changes
from macros.comparing.pairing import pairs, reordered
from macros.comparing.side import Side, number
from macros.model.contact import Contact, Phone
from macros.views import wording


def contact_changes(
    sides: tuple[Side, Side], where: str, before: Iterable[Contact], after: Iterable[Contact]
) -> Iterator[Change]:
    """Yields: per contact, that it is new or gone, or its numbers, its check, then the rest."""
    old, new = tuple(before), tuple(after)
    for pair in pairs(old, new, key=lambda contact: contact.id):
        was, now = pair.before, pair.after
        if was is not None and now is not None:
            yield from _numbers(where, was, now)
            yield from _check(sides, where, was, now)
            yield from field_changes(
                sides,
                was,
                now,
                group="contacts",
                where=where,
                about=now.title,
                skip=("phones", "verified"),
            )
        elif now is not None:
            numbers = tuple(map(number, now.phones))
            words = f": {wording.joined(list(numbers))}" if numbers else ", utan nummer"
            says = f"Ny kontakt, {now.title}{words}."
            yield Change("contacts", "contact-new", where, now.title, says, after=numbers)
        elif was is not None:
            numbers = tuple(map(number, was.phones))
            had = f" Numret var {wording.joined(list(numbers))}." if numbers else ""
            says = f"Kontakten {was.title} är borttagen.{had}"
            yield Change("contacts", "contact-gone", where, was.title, says, before=numbers)
    if reordered(old, new, lambda contact: contact.id):
        titles = tuple(contact.title for contact in new)
        says = "Kontakterna har fått en annan ordning."
        yield Change("contacts", "order-changed", where, "", says, after=titles)


def _numbers(where: str, was: Contact, now: Contact) -> Iterator[Change]:
    def change(kind: str, says: str, gone: list[Phone], new: list[Phone]) -> Change:
        before, after = (tuple(map(number, phones)) for phones in (gone, new))
        return Change("contacts", kind, where, now.title, f"{now.title}: {says}", before, after)

    gone = [p for p in was.phones if _digits(p) not in map(_digits, now.phones)]
    new = [p for p in now.phones if _digits(p) not in map(_digits, was.phones)]
    # A number without a new check is one that the page still says the plan gives.
    unchecked = " Ingen har kontrollerat det." if was.verified == now.verified else ""
    if len(gone) == len(new) == 1:
        words = f"numret är ändrat från {number(gone[0])} till {number(new[0])}.{unchecked}"
        yield change("number-changed", words, gone, new)
    else:
        for phone in gone:
            yield change("number-gone", f"numret {number(phone)} är borttaget.", [phone], [])
        for phone in new:
            words = f"nytt nummer, {number(phone)}.{unchecked}"
            yield change("number-new", words, [], [phone])
    if reordered(was.phones, now.phones, _digits):
        words = f"numren har bytt plats. Först står nu {number(now.phones[0])}."
        yield change("number-order", words, list(was.phones), list(now.phones))
    before = {_digits(phone): phone for phone in was.phones}
    for phone in now.phones:
        other = before.get(_digits(phone))
        if other is not None and other != phone:
            words = f"det som står vid numret {number(phone)} är ändrat."
            yield change("number-note", words, [other], [phone])


def _check(sides: tuple[Side, Side], where: str, was: Contact, now: Contact) -> Iterator[Change]:
    if was.verified == now.verified:
        return
    before, after = (
        () if contact.verified is None else (side.words(contact.verified),)
        for side, contact in zip(sides, (was, now), strict=True)
    )
    if not after:
        kind, words = "check-gone", "räknas inte längre som kontrollerad"
    elif before:
        kind, words = "check-new", f"är kontrollerad igen, {after[0]}"
    else:
        kind, words = "check-new", f"är kontrollerad, {after[0]}"
    yield Change("contacts", kind, where, now.title, f"{now.title} {words}.", before, after)


def _digits(phone: Phone) -> str:
    return wording.telephone_link(phone.number)
