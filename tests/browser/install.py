"""Sees to it that there is a Chromium for the tests in a browser; `make test` runs it first."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = (
    "Testerna i webbläsare behöver Chromium: installera paketet chromium, eller Google Chrome, "
    "så att chromium, chromium-browser eller google-chrome finns i PATH."
)


def find() -> str | None:
    """The path of the first browser in PATH that the tests can use."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def main() -> int:
    """Install a browser where none is found and that can be done without asking.

    Returns:
        0 when there is a browser, 1 when someone must install one.
    """
    if find():
        return 0
    apt_get = shutil.which("apt-get")
    if apt_get and os.geteuid() == 0 and Path("/etc/debian_version").is_file():
        print("Ingen Chromium finns i PATH. Installerar paketet chromium …", flush=True)  # noqa: T201 - a command speaks
        if install(apt_get) and find():
            return 0
    print(MISSING, file=sys.stderr)  # noqa: T201 - a command speaks
    return 1


def install(apt_get: str) -> bool:
    """Install Debian's own Chromium; whether that went well."""
    # Without this a package's question would stop the installation for ever.
    silent = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    commands = (["update"], ["install", "-y", "--no-install-recommends", "chromium"])
    return all(
        subprocess.run([apt_get, *words], env=silent, check=False).returncode == 0
        for words in commands
    )


if __name__ == "__main__":
    sys.exit(main())
