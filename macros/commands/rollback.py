"""`planportal rollback`: let an earlier release be read again, in seconds."""

import argparse
import re
import sys
from pathlib import Path

from macros.commands.publish import confirm
from macros.problems import as_text
from macros.publishing.faults import UNTOUCHED
from macros.publishing.targets import NoTargetError, chosen
from macros.publishing.transport import NotDoneError, Transport
from macros.server.manifest import ID
from macros.source import Unreadable

EXAMPLES = (
    "Exempel:\n"
    "  planportal rollback                                        till den förra\n"
    "  planportal rollback prov                                   på målet prov\n"
    "  planportal rollback --list                                 visa vad som finns\n"
    "  planportal rollback --to 20261121T113926Z-0123456789ab     till en bestämd\n\n"
    "Efter en ångring leder samma kommando tillbaka igen."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be written after the command."""
    parser.add_argument("target", metavar="MÅL", nargs="?", help="ett id i publish.yml")
    parser.add_argument("--to", metavar="UTGÅVA", help="utgåvans id")
    parser.add_argument(
        "--list", action="store_true", dest="listing", help="visa bara vilka utgåvor som finns"
    )


def run(
    root: Path,
    target: str | None = None,
    to: str | None = None,
    *,
    listing: bool = False,
) -> int:
    """Go back at a target of publish.yml.

    Args:
        root: The project.
        target: The target's id; None for the first.
        to: The release to go back to; None for the one before the live one.
        listing: Only to say which releases there are.

    Returns:
        0 when it is read, 1 when the live release is as it was or does not show, 2 when there is
        no such target, or no release could have that name.
    """
    try:
        transport = Transport(chosen(root, target), root)
        if listing:
            _list(transport)
            return 0
        release, told = transport.switch("rollback", *_words(transport, to))
        print(told)
        return confirm(transport, release.strip())
    except NoTargetError as error:
        print(error, file=sys.stderr)
        return 2
    except Unreadable as error:
        print(as_text(error.problems))
        return 2
    except NotDoneError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\nAvbrutet. {UNTOUCHED}", file=sys.stderr)
        return 1


def _words(transport: Transport, to: str | None) -> list[str]:
    """The release's id, if one is named.

    Raises:
        NoTargetError: No release could have that name.
    """
    if to and not re.fullmatch(ID, to):
        raise NoTargetError(
            f'Ingen utgåva heter "{to}". '
            f"Se vilka som finns: planportal rollback {transport.target.id} --list"
        )
    return [to] if to else []


def _list(transport: Transport) -> None:
    found = transport.overview()
    if not found.ready and not found.archive:
        print(f"Inget är publicerat på {transport.named} än.", file=sys.stderr)
    notes = {found.previous: "låg ute före den", found.current: "ligger ute"}
    for note, releases in (("redo", found.ready), ("i arkivet", found.archive)):
        for release in releases:
            print(f"{release}  {notes.get(release, note)}")
