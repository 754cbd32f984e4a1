"""Serves a built portal with the real web server, set up as `planportal nginx` says."""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.commands import nginx
from tests import programs
from tests.ports import free_port

LEVEL = 6
PATIENCE = 10.0
"""Seconds to wait for the server to start or end."""

# As little as nginx needs, so that nothing around the portal's settings makes them work.
AROUND = """\
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx.error.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    log_format asked $request_uri;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True)
class Portal:
    """The served portal: where it is, its files, and the server's own folder, with its logs."""

    origin: str
    site: Path
    folder: Path

    @property
    def asked(self) -> list[str]:
        """Every address that it was asked for, whole."""
        return (self.folder / "asked").read_text(encoding="utf-8").splitlines()


@contextmanager
def serve(site: Path, *, compressed: bool = False) -> Iterator[Portal]:
    """Serve a built portal on this computer, on a port that is free.

    Args:
        site: The built portal.
        compressed: Whether what has no compressed twin is compressed when it is asked for.
    """
    with tempfile.TemporaryDirectory(prefix="nginx") as name:
        folder = Path(name)
        (folder / "current").symlink_to(site)
        with running(folder, compressed=compressed) as origin:
            yield Portal(origin, site, folder)


@contextmanager
def running(folder: Path, *, compressed: bool = False, **options: object) -> Iterator[str]:
    """Run nginx on the releases in a folder, with its logs beside them; ended by its id.

    Args:
        folder: Where `current` and `previous` are.
        compressed: As for `serve`.
        options: For the portal's settings.

    Yields:
        Where it listens.
    """
    program = programs.NGINX.find()
    if program is None:
        pytest.fail(programs.NGINX.missing, pytrace=False)
    port = free_port()
    chosen = {"name": "_", "root": folder, "logs": folder, "listen": f"127.0.0.1:{port}"} | options
    settings = nginx.settings(**chosen)  # type: ignore[arg-type]
    # A second log, of whole addresses: the portal's own must not keep them.
    settings = _instead(
        settings, "    access_log", f"    access_log {folder}/asked asked;\n    access_log"
    )
    if compressed:
        types = "text/css application/javascript application/json image/svg+xml"
        packed = f"gzip on; gzip_comp_level {LEVEL}; gzip_types {types};"
        settings = _instead(settings, "gzip off;", packed)
    # Where tests run as root, nginx would read as somebody who may not enter the tests' folders.
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(user=user, folder=folder), encoding="utf-8")
    (folder / "site.conf").write_text(settings, encoding="utf-8")
    command = [program, "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    with (folder / "said").open("w+b") as said, subprocess.Popen(command, stderr=said) as process:
        try:
            _wait_for(process, port, folder / "said")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _wait_for(process: "subprocess.Popen[bytes]", port: int, said: Path) -> None:
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        with socket.socket() as knocking:
            if knocking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    pytest.fail(f"nginx did not start: {said.read_text(encoding='utf-8')}")


def _instead(settings: str, old: str, new: str) -> str:
    assert settings.count(old) == 1, old
    return settings.replace(old, new)
