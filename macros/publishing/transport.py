"""How releases and words get to a target: rsync and ssh, or the same program run here."""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.model.target import Ssh, Target
from macros.publishing.faults import UNTOUCHED, lost, no_key, not_let_in, not_uploaded

_NO_CONNECTION = 255
"""What ssh ends with when it is not the command that failed."""
_PERCENT = re.compile(r"(\d+)%")
_OPTIONS = (
    *("BatchMode=yes", "IdentitiesOnly=yes", "StrictHostKeyChecking=yes", "ConnectTimeout=10"),
    *("ServerAliveInterval=15", "ServerAliveCountMax=4", "ClearAllForwardings=yes"),
)


class NotDoneError(Exception):
    """The target could not be reached, or refused; the message says why in Swedish."""


class NoAnswerError(NotDoneError):
    """The connection was lost: what was asked for may be done."""


@dataclass(frozen=True)
class Overview:
    """What there is at a target: the keys of `macros.server.releases.overview`."""

    current: str | None
    previous: str | None
    revision: str | None
    ready: Sequence[str]
    archive: Sequence[str]


@dataclass(frozen=True)
class Transport:
    """The way to one target.

    Attributes:
        target: Where it leads.
        root: The project's folder, from which a target that is a folder is named.
    """

    target: Target
    root: Path

    @property
    def named(self) -> str:
        """The target as it is shown: `skarp (webb.example.org)`."""
        ssh = self.target.ssh
        return f"{self.target.id} ({ssh.host if ssh else self._folder})"

    def control(self, *words: str) -> tuple[str, str]:
        """Ask the program at the target for something.

        Returns:
            What it answered, and what it said in Swedish.

        Raises:
            NotDoneError: It refused, or could not be asked.
        """
        ssh = self.target.ssh
        if ssh:
            _has("control_key", ssh.control_key)
            command = [*_ssh(ssh, ssh.control_key), f"{ssh.user}@{ssh.host}", " ".join(words)]
        else:
            command = [sys.executable, "-m", "macros.server", str(self._folder), *words]
        done = _run(command)
        if ssh and done.returncode == _NO_CONNECTION:
            why = not_let_in(ssh, ssh.control_key, done.stderr)
            raise NotDoneError(why) if why else NoAnswerError(lost(ssh, done.stderr))
        if done.returncode:
            raise NotDoneError(done.stderr.strip() or f"Målet svarade med {done.returncode}.")
        return done.stdout, done.stderr.strip()

    def switch(self, *words: str) -> tuple[str, str]:
        """Ask the program at the target to let another release be read.

        Returns:
            What it answered, and what it said in Swedish.

        Raises:
            NotDoneError: It refused, or it is not known whether it was done.
        """
        doubt = f"Se vad som ligger ute: planportal rollback {self.target.id} --list"
        try:
            return self.control(*words)
        except KeyboardInterrupt:
            raise NotDoneError(f"\nAvbrutet. Bytet kan ändå ha skett. {doubt}") from None
        except NoAnswerError as error:
            raise NotDoneError(f"{error}\nHar bytet ändå skett? {doubt}") from None

    def overview(self) -> Overview:
        """What there is at the target; the folders that it needs are made where it is a folder.

        Raises:
            NotDoneError: It could not be asked.
        """
        if not self.target.ssh:
            if not self._folder.is_dir():
                raise NotDoneError(f"Mappen {self._folder} finns inte. Skapa den.")
            self.control("prepare")
        try:
            return Overview(**json.loads(self.control("list")[0]))
        except (TypeError, ValueError):
            raise NotDoneError("Målet svarade inte som väntat. Kör server-setup där.") from None

    def upload(self, site: Path, release: str, progress: Callable[[int], None]) -> None:
        """Copy a release to incoming/ at the target; what is already there is compared by content.

        Args:
            site: The release's folder.
            release: Its id.
            progress: Is told how many per cent are done, now and then.

        Raises:
            NotDoneError: Not all of it got there.
        """
        command = ["rsync", "-r", "--checksum", "--delete", "--info=progress2"]
        ssh = self.target.ssh
        if ssh:
            _has("upload_key", ssh.upload_key)
            command += ["--timeout=60", "-e", shlex.join(_ssh(ssh, ssh.upload_key))]
            goal = f"{ssh.user}@{ssh.host}:{release}/"
        else:
            goal = f"{self._folder}/incoming/{release}/"
        try:
            with (
                # Not a pipe, which would fill up while the progress is read.
                tempfile.TemporaryFile("w+") as said,
                subprocess.Popen(
                    [*command, "--", f"{site}/", goal],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=said,
                    text=True,
                ) as process,
            ):
                for line in process.stdout or ():
                    for per_cent in _PERCENT.findall(line):
                        progress(int(per_cent))
                if process.wait():
                    said.seek(0)
                    words = said.read()
                    if ssh and (why := not_let_in(ssh, ssh.upload_key, words)):
                        raise NotDoneError(f"{why} {UNTOUCHED}")
                    raise NotDoneError(not_uploaded(process.returncode, words))
        except FileNotFoundError:
            raise NotDoneError("rsync finns inte på den här datorn. Installera rsync.") from None

    @property
    def _folder(self) -> Path:
        return (self.root / Path(self.target.folder or "").expanduser()).resolve()


def _has(field: str, key: str) -> None:
    """See that a key is there; its public half alone is enough where an agent has the other.

    Raises:
        NotDoneError: It is not.
    """
    path = Path(key).expanduser()
    if not path.is_file() and not path.with_name(f"{path.name}.pub").is_file():
        raise NotDoneError(no_key(field, key))


def _ssh(ssh: Ssh, key: str) -> list[str]:
    options = list(_OPTIONS)
    if ssh.known_hosts:
        # ssh takes a path with a space for two, unless it stands in quotes.
        options.append(f'UserKnownHostsFile="{Path(ssh.known_hosts).expanduser()}"')
    words = [word for option in options for word in ("-o", option)]
    return ["ssh", "-T", "-p", str(ssh.port), "-i", str(Path(key).expanduser()), *words]


def _run(command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    ours = str(Path(__file__).parent.parent.parent)
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": ours},
        )
    except FileNotFoundError:
        raise NotDoneError(f"{command[0]} finns inte på den här datorn. Installera det.") from None
