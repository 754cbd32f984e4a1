"""`planportal server-setup`: what the web server needs to take in releases, said before it is done.

Everything but the releases belongs to root: not even a hole in rsync could change the keys or the
program that they lead to.
"""

import argparse
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import macros.server
from macros.commands.asking import Stopped, confirm
from macros.commands.parser import Parser
from macros.server.releases import FOLDERS

USER = "planportal"
FOLDER = "/srv/planportal"
PROGRAM = "usr/local/lib/planportal/planportal-server"
HOME = "var/lib/planportal"
NEEDED = ("/usr/bin/python3", "/usr/bin/rsync", "/usr/bin/rrsync")
_KEY = re.compile(
    r"((?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)"
    r"|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com) [A-Za-z0-9+/]+={0,3})(?: [^\n]*)?\n?"
)
_PATH = re.compile(r"/[A-Za-z0-9._/-]*")
_LAUNCHER = "import sys\nfrom macros.server.__main__ import main\nsys.exit(main(sys.argv[1:]))\n"

DESCRIPTION = (
    "Säger först vad som ska göras och frågar sedan. Körs som root på webbservern.\n"
    "Den ena nyckeln får bara ladda upp, den andra bara byta utgåva."
)
EXAMPLES = (
    "Exempel, först på datorn som publicerar och sedan på webbservern:\n"
    "  ssh-keygen -t ed25519 -N '' -f ~/.ssh/planportal-upload\n"
    "  ssh-keygen -t ed25519 -N '' -f ~/.ssh/planportal-control\n"
    "  scp ~/.ssh/planportal-*.pub webb.example.org:\n"
    "  planportal server-setup --upload-key planportal-upload.pub"
    " --control-key planportal-control.pub\n\n"
    "På en webbserver utan projektets paket, i en kopia av projektet:\n"
    "  python3 -m macros.commands.server_setup, med samma val"
)


class WrongUseError(Exception):
    """It cannot be set up like this; the message says why in Swedish."""


@dataclass(frozen=True)
class Step:
    """One thing that is done on the server: what is said of it, and what does it."""

    says: str
    do: Callable[[], object]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be written after the command."""
    for role, what in (("upload", "ladda upp"), ("control", "byta utgåva")):
        parser.add_argument(
            f"--{role}-key",
            required=True,
            action="append",
            metavar="FIL",
            help=f"fil med en publik nyckel som får {what}; flera går bra",
        )
    parser.add_argument(
        "--root",
        dest="folder",
        default=FOLDER,
        metavar="MAPP",
        help=f"mappen med utgåvorna (förval: {FOLDER})",
    )
    parser.add_argument(
        "--below",
        default="/",
        metavar="MAPP",
        help="gör allt under en mapp i stället, utan egen användare, för att prova",
    )
    parser.add_argument("--yes", action="store_true", help="fråga inte")


def run(  # noqa: PLR0913 - the options there are
    root: Path,  # noqa: ARG001 - every command gets it
    upload_key: Sequence[str],
    control_key: Sequence[str],
    folder: str = FOLDER,
    below: str = "/",
    *,
    yes: bool = False,
) -> int:
    """Say what will be done on this computer, ask, and do it.

    Args:
        root: The project.
        upload_key: Files with the public keys that may write to incoming/.
        control_key: Files with the public keys that may activate and roll back.
        folder: Where the releases are to be.
        below: The system's root; another for a trial, where all belongs to whoever runs it.
        yes: Not to ask.

    Returns:
        0 done, 1 not done, 2 wrong use.
    """
    try:
        steps = planned(upload_key, control_key, Path(below), folder)
    except WrongUseError as error:
        print(error, file=sys.stderr)
        return 2
    print("Det här görs på den här datorn:")
    for number, step in enumerate(steps, 1):
        print(f"  {number}. {step.says}")
    try:
        agreed = yes or confirm("Ska det göras?")
    except Stopped:
        agreed = False
    if not agreed:
        print("Inget är gjort. Kör om och svara ja, eller lägg till --yes.", file=sys.stderr)
        return 1
    try:
        for step in steps:
            step.do()
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"Det gick inte: {error}. Rätta felet och kör om.", file=sys.stderr)
        return 1
    print(
        "Klart. Sedan nginx: planportal nginx --help. När publish.yml är skriven, prova från "
        "datorn som publicerar: planportal rollback --list",
        file=sys.stderr,
    )
    return 0


def planned(
    upload_key: Sequence[str], control_key: Sequence[str], below: Path, folder: str
) -> list[Step]:
    """The steps, in order; each can be done again.

    Raises:
        WrongUseError: A key, a path or this computer is not what it must be.
    """
    below = below.resolve()
    is_real = below == Path("/")
    releases = below / folder.lstrip("/")
    if not folder.startswith("/") or not _PATH.fullmatch(str(releases)) or ".." in folder:
        raise WrongUseError("Mappen ska börja med / och får inte ha mellanslag eller andra tecken.")
    missing = [path for path in NEEDED if not Path(path).is_file()]
    if missing:
        raise WrongUseError(
            f"Det här saknas: {', '.join(missing)}. Installera paketen python3 och rsync."
        )
    if is_real and os.geteuid() != 0:
        raise WrongUseError("Kör kommandot som root, på webbservern.")
    program, home = below / PROGRAM, below / HOME
    lines = key_lines(upload_key, control_key, f"{program} {releases}")
    keys = home / ".ssh" / "authorized_keys"
    owner = USER if is_real else None
    steps = [
        Step(
            f"Programmet som tar emot: {program} (root, 755)",
            lambda: _write(program, archive(), 0o755),
        ),
        Step(
            f"Mappen {releases} ({owner or 'du'}, 755) med "
            + ", ".join(f"{name}/ ({mode:o})" for name, mode in FOLDERS.items()),
            lambda: _folders(releases, program, owner),
        ),
        Step(
            f"Nycklarna, i {keys} (root, 644):\n" + "".join(f"       {line}\n" for line in lines),
            lambda: _write(keys, "".join(f"{line}\n" for line in lines).encode(), 0o644),
        ),
    ]
    user = Step(
        f"Användaren {USER}, utan lösenord, med hemmappen {home} (root, 755)",
        lambda: _user(home),
    )
    return [user, *steps] if is_real else steps


def key_lines(upload_key: Sequence[str], control_key: Sequence[str], program: str) -> list[str]:
    """What `authorized_keys` is to hold.

    A key's own comment is left out: it often names whoever made the key.

    Raises:
        WrongUseError: A file holds no public key, or a key is there twice.
    """
    lines, seen = [], set()
    for role, files in (("upload", upload_key), ("control", control_key)):
        for file in files:
            try:
                found = _KEY.fullmatch(Path(file).expanduser().read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError):
                found = None
            if found is None:
                raise WrongUseError(f"{file} är ingen fil med en publik nyckel, en enda rad.")
            if found[1] in seen:
                raise WrongUseError(f"Nyckeln i {file} står två gånger. Gör en för varje uppgift.")
            seen.add(found[1])
            lines.append(f'restrict,command="{program} {role}" {found[1]} planportal-{role}')
    return lines


def archive() -> bytes:
    """The server's room as one program that needs nothing but the system's Python."""
    data = io.BytesIO(b"#!/usr/bin/python3 -I\n")
    data.seek(0, io.SEEK_END)
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("__main__.py", _LAUNCHER)
        packed.writestr("macros/__init__.py", "")
        for path in sorted(Path(next(iter(macros.server.__path__))).glob("*.py")):
            packed.writestr(f"macros/server/{path.name}", path.read_bytes())
    return data.getvalue()


def _user(home: Path) -> None:
    known = subprocess.run(["/usr/bin/id", USER], capture_output=True, check=False)
    if known.returncode:
        # Debian's sshd lets nobody in whose password is locked; "*" is none, and not locked.
        words = ("--system", "--user-group", "--shell", "/bin/sh", "--password", "*")
        subprocess.run(["/usr/sbin/useradd", *words, "--home-dir", str(home), USER], check=True)


def _folders(folder: Path, program: Path, owner: str | None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    command = [str(program), str(folder), "prepare"]
    if owner is None:
        subprocess.run(command, check=True)
        return
    shutil.chown(folder, owner, owner)
    # As the owner: root would follow a link that the owner had put there.
    subprocess.run(command, check=True, user=owner, group=owner, extra_groups=())


def _write(path: Path, data: bytes, mode: int) -> None:
    """Write a file whole or not at all, in folders that only root may change."""
    for folder in reversed(path.parents):
        if not folder.exists():
            folder.mkdir()
            folder.chmod(0o755)
    fresh = path.with_name(f".{path.name}")
    fresh.write_bytes(data)
    fresh.chmod(mode)
    fresh.replace(path)


if __name__ == "__main__":
    # On a web server there is no more than Debian's Python.
    parser = Parser(prog="server-setup", description=DESCRIPTION, epilog=EXAMPLES)
    add_arguments(parser)
    sys.exit(run(Path.cwd(), **vars(parser.parse_args())))
