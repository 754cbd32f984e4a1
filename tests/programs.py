"""Sees to it that the programs are there that tests need; `make test` runs it first."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Program:
    """A program that tests run as it is.

    Attributes:
        names: What it may be called; the first that is found is used.
        package: Debian's package that has it.
        missing: What to do where it cannot be installed, in Swedish.
    """

    names: tuple[str, ...]
    package: str
    missing: str

    def find(self) -> str | None:
        """The path of the first that is there; servers lie where not every user's PATH leads."""
        path = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin"
        return next(
            (found for name in self.names if (found := shutil.which(name, path=path))), None
        )


CHROMIUM = Program(
    ("chromium", "chromium-browser", "google-chrome"),
    "chromium",
    "Testerna i webbläsare behöver Chromium: installera paketet chromium, eller Google Chrome, "
    "så att chromium, chromium-browser eller google-chrome finns i PATH.",
)
SSHD = Program(
    ("sshd",),
    "openssh-server",
    "Testerna av publiceringen behöver sshd: installera paketet openssh-server.",
)
RSYNC = Program(
    ("rsync",), "rsync", "Testerna av publiceringen behöver rsync: installera paketet rsync."
)
NGINX = Program(
    ("nginx",),
    "nginx-light",
    "Testerna i webbläsare behöver webbservern nginx: installera paketet nginx-light.",
)
PROGRAMS = {"chromium": CHROMIUM, "sshd": SSHD, "rsync": RSYNC, "nginx": NGINX}


def main(names: list[str]) -> int:
    """Install the named programs, or all, where they are missing and nobody need be asked.

    Returns:
        0 when they are there, 1 when someone must install one.
    """
    wanted = [PROGRAMS[name] for name in names or PROGRAMS]
    missing = [program for program in wanted if not program.find()]
    apt_get = shutil.which("apt-get")
    if missing and apt_get and os.geteuid() == 0 and Path("/etc/debian_version").is_file():
        packages = [program.package for program in missing]
        print(f"Installerar det som testerna behöver: {', '.join(packages)} …", flush=True)  # noqa: T201 - a command speaks
        install(apt_get, packages)
    still = [program.missing for program in missing if not program.find()]
    if still:
        print("\n".join(still), file=sys.stderr)  # noqa: T201 - a command speaks
    return 1 if still else 0


def install(apt_get: str, packages: list[str]) -> bool:
    """Install Debian's own packages; whether that went well."""
    # Without this a package's question would stop the installation for ever.
    silent = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    commands = (["update"], ["install", "-y", "--no-install-recommends", *packages])
    return all(
        subprocess.run([apt_get, *words], env=silent, check=False).returncode == 0
        for words in commands
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
