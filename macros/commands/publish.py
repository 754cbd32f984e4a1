"""`planportal publish`: build, verify, upload and let it be read, or nothing of it."""

import argparse
import contextlib
import fcntl
import json
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.commands import build, diff, version
from macros.commands.revision import NoRevisionError, commit
from macros.finishing.release import Version
from macros.problems import as_text
from macros.publishing import readers
from macros.publishing.faults import UNTOUCHED
from macros.publishing.targets import NoTargetError, chosen
from macros.publishing.transport import NotDoneError, Overview, Transport
from macros.server.manifest import Refused, about, listed, verify
from macros.source import Unreadable

SHOWN = 30
"""Pages that are named one by one."""
DESCRIPTION = (
    "Kontrollerar, bygger, laddar upp och byter utgåva på målet.\n"
    "Går något fel ligger det som läses kvar som det var."
)
EXAMPLES = (
    "Exempel:\n"
    "  planportal publish --dry-run     säg vad läsarna skulle märka, publicera inget\n"
    "  planportal publish               till det första målet i publish.yml\n"
    "  planportal publish prov          till målet prov\n\n"
    "Ångra med planportal rollback.\n"
    "Slutar med 0 när utgåvan ligger ute och adressen visar den, 1 när något gick fel, 2 vid fel\n"
    "användning. Det sista som skrivs säger om det som ligger ute är orört."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be written after the command."""
    parser.add_argument("target", metavar="MÅL", nargs="?", help="ett id i publish.yml")
    parser.add_argument(
        "--dry-run", action="store_true", help="säg bara vad som skulle ändras för läsarna"
    )
    parser.add_argument("--older", action="store_true", help="även om det som ligger ute är nyare")
    parser.add_argument(
        "--changed", action="store_true", help="även om mappen har ändringar som inte finns i git"
    )


def run(
    root: Path,
    target: str | None = None,
    *,
    dry_run: bool = False,
    older: bool = False,
    changed: bool = False,
) -> int:
    """Publish the project at `root` to a target of publish.yml.

    Args:
        root: The project.
        target: The target's id; None for the first.
        dry_run: To say what readers would meet, and change nothing but site/.
        older: To let a release be read that is older than the live one.
        changed: To publish what git does not have.

    Returns:
        0 when it is read, 1 when the live release is as it was or does not show, 2 when there is
        no such target.
    """
    try:
        transport = Transport(chosen(root, target), root)
        with _alone(root):
            return _publish(root, transport, dry_run=dry_run, older=older, changed=changed)
    except NoTargetError as error:
        print(error, file=sys.stderr)
        return 2
    except Unreadable as error:
        print(as_text(error.problems))
        return 2
    except (NotDoneError, Refused, version.NoDateError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\nAvbrutet. {UNTOUCHED}", file=sys.stderr)
        return 1


def _publish(root: Path, transport: Transport, *, dry_run: bool, older: bool, changed: bool) -> int:
    _step(1, f"Frågar {transport.named} vad som ligger ute …")
    before = transport.overview()
    refused = _refused(version.of(root), before, older=older, changed=changed)
    if refused and not dry_run:
        raise NotDoneError(refused)
    _step(2, "Kontrollerar och bygger …")
    if build.run(root, transport.target.audience):
        return 1
    site = root / "site"
    release = str(about(site).get("id"))
    files = verify(site, release)
    if dry_run:
        _tell(root, transport, before, files)
        stopped = f" En publicering skulle stoppas. {refused}" if refused else ""
        print(f"Inget är publicerat.{stopped}", file=sys.stderr)
        return 0
    send(transport, site, release, older=older)
    code = confirm(transport, release)
    if before.current and before.current != release:
        print(f"Ångra: planportal rollback {transport.target.id}")
    return code


def _refused(built: Version, before: Overview, *, older: bool, changed: bool) -> str:
    """Why the version is not to be published unless that is asked for; known before the build."""
    if built.changed and not changed:
        return (
            "Mappen har ändringar som inte finns i git. Lägg in dem i git och kör om, "
            "eller publicera ändå med --changed."
        )
    if before.current and f"{built.date:%Y%m%dT%H%M%SZ}" < before.current[:16] and not older:
        return (
            f"Versionen här är äldre än den som ligger ute, {before.current}. Hämta den senaste "
            "med git pull, eller publicera ändå med --older."
        )
    return ""


def send(transport: Transport, site: Path, release: str, *, older: bool) -> None:
    """Upload a release, and let it be read once the target has verified it.

    Raises:
        NotDoneError: The target refused it, or was not reached; the live release is as it was.
    """
    _step(3, f"Laddar upp {release} …")
    transport.upload(site, release, _progress)
    _step(4, "Kontrollerar på målet och byter utgåva …")
    print(transport.switch("activate", release, *(["--older"] if older else []))[1], flush=True)


def confirm(transport: Transport, release: str) -> int:
    """Ask the live address which release it shows, where the settings have one.

    Returns:
        0 when it is the one that was asked for or there is no address, 1 otherwise.
    """
    address = transport.target.address
    if address is None:
        return 0
    print(f"Frågar {address} …", file=sys.stderr)
    try:
        with urllib.request.urlopen(f"{address.rstrip('/')}/release.json", timeout=10) as answer:  # noqa: S310 - the model lets in http and https alone
            shown = json.loads(answer.read(10_000)).get("id")
    except KeyboardInterrupt:
        print(f"\nAvbrutet. {release} ligger ute.", file=sys.stderr)
        return 1
    except (urllib.error.URLError, OSError, ValueError, AttributeError) as error:
        why = getattr(error, "code", None) or getattr(error, "reason", error)
        print(
            f"{release} ligger ute, men {address} svarar inte med den: {why}. "
            "Kontrollera adressen i publish.yml, och att nginx är i gång.",
            file=sys.stderr,
        )
        return 1
    if shown != release:
        print(
            f"{release} ligger ute, men {address} visar {shown}. "
            "Kontrollera adressen i publish.yml, och --root för planportal nginx.",
            file=sys.stderr,
        )
        return 1
    print(f"{address} visar {release}.", file=sys.stderr)
    return 0


def _tell(root: Path, transport: Transport, before: Overview, files: Mapping[str, str]) -> None:
    """Say what readers would meet that they do not meet today."""
    text = transport.control("manifest")[0]
    live = listed(text) if text else {}
    pages, others = readers.pages(live, files), readers.files(live, files)
    for title, names in (
        ("Nya sidor", pages.added),
        ("Ändrade sidor", pages.changed),
        ("Borttagna sidor", pages.removed),
    ):
        if names:
            print(f"{title}: {len(names)}")
            print("\n".join(f"  {name}" for name in names[:SHOWN]))
            print(f"  och {len(names) - SHOWN} till\n" * (len(names) > SHOWN), end="")
    counts = (len(others.added), len(others.changed), len(others.removed))
    print("Övriga filer: {} nya, {} ändrade, {} borttagna.".format(*counts))
    if before.revision:
        try:
            live_commit = commit(root, before.revision)
        except NoRevisionError as error:
            print(error)
        else:
            print("\nDet som ligger ute, och det som skulle publiceras:")
            diff.run(root, live_commit[:12])


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Hold the project for one publisher: another's build would take the place of site/.

    Raises:
        NotDoneError: Another is publishing from this folder.
    """
    held = os.open(root, os.O_RDONLY)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise NotDoneError("Någon annan publicerar från den här mappen just nu.") from None
        yield
    finally:
        os.close(held)


def _step(number: int, text: str) -> None:
    print(f"{number}/4 {text}", file=sys.stderr, flush=True)


def _progress(per_cent: int) -> None:
    if sys.stderr.isatty():
        print(f"\r    {per_cent} %", end="\n" * (per_cent == 100), file=sys.stderr, flush=True)  # noqa: PLR2004 - all of it
