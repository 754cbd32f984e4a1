"""No personal identity number gets in: not in a value, a comment, a text or a file's name."""

from collections.abc import Iterator

from macros.model.identity import Kind, hidden, identity_numbers
from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem, Severity
from macros.source import place

_MESSAGES: dict[Kind, str] = {
    "certain": (
        'Ett personnummer eller samordningsnummer: "{}". Ta bort det. Det ligger kvar i '
        "ändringsförslagets historik: be en utvecklare att ta bort det också där."
    ),
    "phone": (
        '"{}" är ett telefonnummer eller ett personnummer. Är det ett telefonnummer skriver du '
        "det med bindestreck och mellanslag, till exempel 070-174 06 05."
    ),
    "slip": (
        '"{}" ser ut som ett personnummer, men kontrollsiffran stämmer inte. '
        "Ta bort det om det gäller en person."
    ),
    "masked": (
        '"{}" ser ut som ett personnummer med dolda siffror. Ta bort det: '
        "födelsedagen kan räcka för att veta vem det är."
    ),
}


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """Inget personnummer eller samordningsnummer står i någon fil.

    Hela filen genomsöks, också kommentarer, och alla sätt att skriva: tio eller tolv siffror,
    bindestreck av alla slag, mellanslag. Felraden visar bara de två första siffrorna.

    Godkänns: telefonnummer med bindestreck och mellanslag, diarienummer, datum,
    organisationsnummer.
    Stoppas: ett personnummer eller samordningsnummer.
    Råd: ett nummer med överstrukna siffror, ett med fel kontrollsiffra, och tio siffror som börjar
    med 0. De kan vara något annat, och det ser en människa.
    """
    for file, text in (*portal.texts.items(), *pages.written.items()):
        for found in identity_numbers(text):
            message = _MESSAGES[found.kind].format(hidden(text[found.start : found.end]))
            line, column = place(text, found.start)
            severity: Severity = "error" if found.kind == "certain" else "warning"
            yield Problem(file, line, column, message, severity)
        if any(found.kind == "certain" for found in identity_numbers(file)):
            message = "Ett personnummer eller samordningsnummer i filens namn. Döp om filen."
            yield Problem(file, 1, 1, message)
