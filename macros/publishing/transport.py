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

_NO_CONNECTION = 255
"""What ssh ends with when it is not the command that failed."""
_PERCENT = re.compile(r"(\d+)%")
_OPTIONS = (
    *("BatchMode=yes", "IdentitiesOnly=yes", "StrictHostKeyChecking=yes", "ConnectTimeout=10"),
    *("ServerAliveInterval=15", "ServerAliveCountMax=4", "ClearAllForwardings=yes"),
)


class NotDoneError(Exception):
    """The target could not be reached, or refused; the message says why in Swedish."""


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
            command = [*_ssh(ssh, ssh.control_key), f"{ssh.user}@{ssh.host}", " ".join(words)]
        else:
            command = [sys.executable, "-m", "macros.server", str(self._folder), *words]
        done = _run(command)
        if ssh and done.returncode == _NO_CONNECTION:
            raise NotDoneError(_unreachable(ssh, done.stderr))
        if done.returncode:
            raise NotDoneError(done.stderr.strip() or f"Målet svarade med {done.returncode}.")
        return done.stdout, done.stderr.strip()

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
        if ssh := self.target.ssh:
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
                    raise NotDoneError(_not_uploaded(process.returncode, said.read()))
        except FileNotFoundError:
            raise NotDoneError("rsync finns inte på den här datorn. Installera rsync.") from None

    @property
    def _folder(self) -> Path:
        return (self.root / Path(self.target.folder or "").expanduser()).resolve()


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


def _unreachable(ssh: Ssh, said: str) -> str:
    last = said.strip().rpartition("\n")[2]
    return f"Det gick inte att nå {ssh.host} med ssh: {last or 'inget svar'}."


def _not_uploaded(code: int, said: str) -> str:
    if "No space left" in said or "Disk quota" in said:
        return "Disken på webbservern är full. Det som ligger ute är orört."
    if "Read-only file system" in said or "Permission denied (13)" in said:
        return "Det går inte att skriva på webbservern. Det som ligger ute är orört."
    # The program's own words come first; rsync's follow, in English.
    return f"Det gick inte att ladda upp: {said.strip() or code}\nDet som ligger ute är orört."
