"""A real sshd on this computer alone, with keys of its own, set up as the web server is."""

import getpass
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.commands import server_setup
from tests import programs
from tests.ports import free_port

ALIVE = 10.0
"""Seconds to wait for the server to answer."""
CONFIGURATION = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
PidFile none
AuthorizedKeysFile {keys}
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
AllowTcpForwarding yes
AllowAgentForwarding yes
AllowStreamLocalForwarding yes
GatewayPorts yes
X11Forwarding yes
PermitTTY yes
PermitTunnel yes
PermitUserRC yes
AcceptEnv LANG LC_*
Subsystem sftp internal-sftp
MaxStartups 100
LogLevel VERBOSE
"""
"""It lets in all that sshd can let in: what is refused is refused by the keys alone."""


@dataclass(frozen=True)
class Sshd:
    """A running server.

    Attributes:
        folder: With the keys `upload` and `control`, and `known_hosts`.
        root: Where the releases are.
        port: Where it listens.
    """

    folder: Path
    root: Path
    port: int

    def ssh(self, key: str, *options: str) -> list[str]:
        """The client, with that key and nothing of the user's own."""
        known = f"UserKnownHostsFile={self.folder}/known_hosts"
        own = ("-F", "none", "-i", str(self.folder / key), "-p", str(self.port))
        wanted = ("IdentitiesOnly=yes", "BatchMode=yes", "StrictHostKeyChecking=yes", known)
        return ["ssh", *own, *(word for each in wanted for word in ("-o", each)), *options]

    @property
    def address(self) -> str:
        """Who is asked."""
        return f"{getpass.getuser()}@127.0.0.1"

    def ask(self, key: str, command: str, *options: str) -> "subprocess.CompletedProcess[str]":
        """What the server answers to a command, given as it stands."""
        return subprocess.run(
            [*self.ssh(key, *options), "--", self.address, command],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=60,
        )

    def settings(self, address: str = "") -> str:
        """What `publish.yml` says of it."""
        return (
            "targets:\n"
            "  - id: skarp\n"
            "    audience: staff\n"
            + (f"    address: {address}\n" if address else "")
            + "    ssh:\n"
            "      host: 127.0.0.1\n"
            f"      port: {self.port}\n"
            f"      user: {getpass.getuser()}\n"
            f"      upload_key: {self.folder}/upload\n"
            f"      control_key: {self.folder}/control\n"
            f"      known_hosts: {self.folder}/known_hosts\n"
        )


def key(path: Path) -> str:
    """Make a key in a file; its public half."""
    words = ("-q", "-t", "ed25519", "-N", "", "-C", "namn@dator", "-f", str(path))
    subprocess.run(["ssh-keygen", *words], check=True)  # noqa: S607 - as the system has it
    return path.with_name(f"{path.name}.pub").read_text(encoding="utf-8")


@contextmanager
def running(folder: Path) -> Iterator[Sshd]:
    """A server that `planportal server-setup` has made ready, until it is ended by its id."""
    daemon = programs.SSHD.find()
    for program in (programs.SSHD, programs.RSYNC):
        if program.find() is None:
            pytest.fail(program.missing, pytrace=False)
    for name in ("upload", "control", "stranger"):
        key(folder / name)
    public = key(folder / "host")
    below = folder / "system"
    below.mkdir()
    files = ([str(folder / "upload.pub")], [str(folder / "control.pub")])
    assert server_setup.run(folder, *files, folder="/srv", below=str(below), yes=True) == 0
    port = free_port()
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{port} {public}", encoding="utf-8")
    keys = below / server_setup.HOME / ".ssh" / "authorized_keys"
    configuration = folder / "sshd_config"
    configuration.write_text(CONFIGURATION.format(port=port, folder=folder, keys=keys))
    if os.geteuid() == 0:
        # Debian's service makes it; without it sshd as root does not start.
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    with subprocess.Popen(
        [str(daemon), "-D", "-f", configuration, "-E", folder / "sshd.log"]
    ) as process:
        try:
            _wait(port, process)
            yield Sshd(folder, below / "srv", port)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(ALIVE)


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + ALIVE
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    pytest.fail("sshd did not start", pytrace=False)
