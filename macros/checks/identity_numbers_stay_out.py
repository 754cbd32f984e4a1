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
    """No file of plans/ or content/ holds a personal identity or coordination number.

    All that stands in a file is searched, comments too, in any writing: ten or twelve digits, any
    dash, spaces. The library decides what is a number. A message shows its first two digits alone,
    since more people read the log of a check than the file.

    Only advice: a number with crossed-out digits, one whose check digit is wrong, and ten digits
    that begin with 0, which may be a phone number. They may be something else, and a person sees
    what.

    Passes: `number: 070-174 06 05`, `155-943/2015`, `period: 2019-05-01–2019-12-31`.
    Fails: `# 121212-1212`, `text: Ring 19121212 1212.`; with advice: `121212-XXXX`.
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
