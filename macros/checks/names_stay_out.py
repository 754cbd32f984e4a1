"""No private person is named: advice, since a name cannot be told from other words.

To add a given name, write it in its list below. A name that is a word or a place as well, such as
Björn, Ask, Charlotta or Florens, warns in vain more often than not; leave such out.
"""

import re
from collections.abc import Iterator

from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem
from macros.source import place

GIVEN = """
    Abdi Abdirahman Abdullah Adam Agneta Ahmad Ahmed Aisha Albin Alexander Alexandra Alfred Ali
    Alice Alicia Alma Amanda Amina Amir Anders Andreas Anette Angelica Anita Ann Anna Anneli
    Annika Anton Arne Arvid Astrid Axel Barbro Bengt Benjamin Berit Bertil Birgitta Bo Britt
    Camilla Carina Carl Carolina Caroline Cecilia Charlie Christer Christian Christina Christoffer
    Clara Daniel David Dennis Ebba Edvin Elin Elias Elisabeth Ella Ellen Elsa Emil Emilia Emma
    Emelie Eric Erica Erik Erika Eva Fadi Fatima Fatma Felicia Felix Filip Fredrik Frida Gabriel
    Gerd Gun Gunilla Gunnar Gustaf Gustav Göran Hampus Hanna Hannah Hassan Hans Helen Helena Henrik
    Hugo Hussein Ibrahim Ida Inga Ingela Inger Ingrid Irene Isabella Isak Ismail Jakob Jan Jenny
    Jens Jessica Joakim Joel Johan Johanna Johannes John Jonas Jonathan Jonna Josef Josefin
    Josefine Julia Kajsa Karim Karin Karl Katarina Kenneth Kerstin Khadija Khaled Kjell Klara
    Kristina Kristoffer Lars Lena Leila Lennart Liam Lina Linda Linn Linnea Linus Lisa Lisbeth
    Lotta Louise Lovisa Lucas Ludvig Lukas Madeleine Magnus Mahmoud Maja Malin Marcus Margareta
    Maria Marianne Marie Markus Martin Maryam Matilda Mathias Mats Mattias Michael Mikael Moa
    Mohamed Mohammad Mohammed Monica Monika Muhammad Mustafa Nadia Nathalie Niclas Niklas Nils
    Noah Nora Olivia Olle Olof Omar Oscar Oskar Osman Otto Patricia Patrik Per Pernilla Peter
    Petra Pia Pontus Rasmus Rebecca Richard Rickard Robert Robin Roger Roland Rolf Ronja Rune
    Samir Samuel Sandra Sanna Sara Sebastian Simon Siv Sofia Sofie Stefan Stig Stina Sture Susanne
    Susanna Sven Svante Therese Thomas Tilda Tobias Tomas Tommy Tove Tuva Ulf Ulla Ulrika Urban
    Valter Vera Veronica Victor Viktor Viktoria Vilma Vincent Wilhelm William Yasmin Yusuf Yvonne
    Zahra Zainab Åke Åsa Örjan
    """
"""Given names that many in Sweden bear, of different origins."""

_GIVEN = frozenset(GIVEN.split())
_WORD = "[A-ZÅÄÖÉ][a-zåäöéüøæ]+"
_NAME = re.compile(
    rf"(?<![\w/@.-])({_WORD})(?=((?:-{_WORD})? (?:(?:von|van|de|la|al|el|bin|ibn|abu|af) )?"
    rf"(?!(?:Den|Det|Då|Han|Hon|När|Om|Som)\b)(?:[dDlLO]['’]|[Aa]l-)?{_WORD}))"
)

_CREDITS = re.compile(r"plans/(?:sources|corrections|(?:.*/)?(?:resources|symbols))\.yml")
"""Files that name documents, books and films, whose authors stand in their titles."""
_TITLE = re.compile(r"\s*(?:- )?(?:title|owner|written|meant): ")


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """Det som ser ut som en persons hela namn ska bort.

    Portalen nämner roller, inte personer. Bara ett förnamn ur listan, följt av ett ord med stor
    bokstav, räknas. Andra förnamn, och ett namn för sig, syns inte: inget mönster hittar alla. Den
    som har skrivit ett material eller ett dokument får stå i dess titel. Felraden utelämnar
    efternamnet.

    Godkänns: `text: Fråga samordnaren.`; `title: Boken, av Anna Exempelsson` i resources.yml.
    Råd: `text: Ring Anna Exempelsson.` Det kan vara en gata eller ett pris, och det ser en
    människa.
    """
    for file, text in (*portal.texts.items(), *pages.written.items()):
        for offset, message in named(text):
            start = text.rfind("\n", 0, offset) + 1
            if not (_CREDITS.fullmatch(file) and _TITLE.match(text, start)):
                yield Problem(file, *place(text, offset), message, "warning")


def named(text: str) -> Iterator[tuple[int, str]]:
    """Yields: the offset of each thing in a text that looks like a person, and the advice on it."""
    for match in _NAME.finditer(text):
        if match[1] in _GIVEN:
            given, _, family = f"{match[1]}{match[2]}".partition(" ")
            yield (
                match.start(),
                (
                    f'"{given} {family[0]}…" ser ut som namnet på en person. Skriv rollen i '
                    "stället, om det är en privatperson. Kontrollen hittar inte alla namn: läs "
                    "själv också."
                ),
            )
