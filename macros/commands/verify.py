"""`planportal verify`: a round through the contacts, those whose check is oldest first."""

import argparse
import datetime as dt
import sys
from pathlib import Path

from macros import portal
from macros.commands import check
from macros.commands.round import Round
from macros.commands.signing import Signature
from macros.portal import NATION
from macros.problems import as_text, errors, suggestion
from macros.verifying.due import Due, due, months_before

MONTHS = 12
"""How old a check may be before a contact is asked about, if nothing else is said."""


DESCRIPTION = (
    "Visar en kontakt i taget och frågar om den stämmer, är ändrad eller borta.\n"
    "De som aldrig har kontrollerats kommer först. Varje svar sparas genast."
)
EXAMPLES = (
    "Exempel:\n"
    "  planportal verify                            alla vars kontroll är ett år gammal\n"
    "  planportal verify --place hassleholm         en kommuns, med dess distrikts\n"
    "  planportal verify --place national           112, 114 14 och hela landets\n"
    "  planportal verify --older-than 6 --limit 5   fem stycken, äldre än ett halvår\n"
    '  planportal verify --role samordnare --how "ringde numret"\n\n'
    "Skriv rollen hos den som kontrollerar, aldrig ett namn.\n"
    "Slutar med 0 också när du avslutar rundan, 1 vid fel i kontakterna, 2 vid fel användning."
)

_MOST = 4
"""How many digits a number of months or questions may have."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which options there are."""
    parser.add_argument("--place", metavar="PLATS", help="platsens id, eller national")
    parser.add_argument(
        "--older-than",
        type=_count,
        default=MONTHS,
        metavar="MÅNADER",
        help=f"hur gammal en kontroll ska vara för att göras om (förval: {MONTHS})",
    )
    parser.add_argument("--limit", type=_some, metavar="ANTAL", help="högst så många frågor")
    parser.add_argument("--role", metavar="ROLL", help="rollen hos den som kontrollerar")
    parser.add_argument("--how", metavar="HUR", help="hur det kontrolleras")


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > _MOST:
        raise argparse.ArgumentTypeError(f'"{text}" är inget antal. Skriv ett tal')
    return int(text)


def _some(text: str) -> int:
    if not _count(text):
        raise argparse.ArgumentTypeError("noll är ingen runda. Skriv ett tal från 1")
    return int(text)


def run(  # noqa: PLR0913 - the options of the command
    root: Path,
    *,
    place: str | None = None,
    older_than: int = MONTHS,
    limit: int | None = None,
    role: str | None = None,
    how: str | None = None,
) -> int:
    """Ask about the contacts of the project at `root`, one after the other.

    Each answer is written at once, so that a round can be left at any time.

    Args:
        root: The project's folder.
        place: The id of the place whose contacts are asked about, with those below it.
        older_than: How many months old a check is before its contact is asked about.
        limit: How many contacts are asked about at most.
        role: The role of the one who checks.
        how: How it is checked.

    Returns:
        0 when the round is done or left, 1 when contacts cannot be read, 2 for wrong use.
    """
    data = portal.load(root)
    within = None if place is None else place.strip("/")
    within = NATION if within == "national" else within
    if within is not None and within not in data.places:
        known = ["national", *filter(None, data.places)]
        print(f'Platsen "{place}" finns inte.{suggestion(within, known)}', file=sys.stderr)
        return 2
    # What a contact refers to is shown with it, so all of that has to be there.
    broken = [p for p in errors(check.found(root, data)) if p.file.endswith("/contacts.yml")]
    if broken:
        print(as_text(broken))
        print("Rätta kontakterna först.", file=sys.stderr)
        return 1
    signature = Signature(role, how)
    if wrong := signature.fault():
        print(wrong, file=sys.stderr)
        return 2
    today = dt.datetime.now(dt.UTC).astimezone().date()
    found = due(data, within, months_before(today, older_than))
    if not due(data, within, dt.date.max):
        print("Där finns inga kontakter. Prova utan --place.", file=sys.stderr)
        return 0
    if not found:
        print(f"Inget att fråga om: allt är kontrollerat{_since(older_than)}.", file=sys.stderr)
        return 0
    print(_introduction(found, limit), file=sys.stderr)
    return Round(root, data, signature, today).go(found[:limit], len(found))


def _since(months: int) -> str:
    return f" de senaste {months} månaderna" if months else " i dag"


def _introduction(found: list[Due], limit: int | None) -> str:
    never = sum(one.verified is None for one in found)
    contacts = "1 kontakt" if len(found) == 1 else f"{len(found)} kontakter"
    counted = f"{contacts} att kontrollera, {never or 'ingen'} av dem för första gången."
    asked = f" Du får frågor om de {limit} första." if limit and limit < len(found) else ""
    return f"{counted}{asked} Ring, mejla eller fråga, och svara sedan. Varje svar sparas genast."
