"""`planportal serve` shows the portal on this computer and shows a change without a restart."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT
from tests.ports import free_port

PATIENCE = 20.0
"""Seconds to wait for what should take one."""


@contextmanager
def serving(root: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """The address of the served portal at `root`, and the process; ended by its id."""
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "macros", "serve", "--port", str(port)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # Where tests run in the background, a shell has them ignore the interrupt that ends it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - no threads here
    ) as process:
        try:
            yield f"http://127.0.0.1:{port}", process
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


def refused(root: Path, port: int) -> subprocess.CompletedProcess[str]:
    """What the command says of a portal at `root` that it does not serve."""
    return subprocess.run(
        [sys.executable, "-m", "macros", "serve", "--port", str(port)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def read(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            text: str = answer.read().decode()
            return text
    except (urllib.error.URLError, ConnectionError):
        return ""


def wait_until(true: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


def test_a_change_is_shown_and_a_mistake_leaves_the_last_good_pages(tiny: Path) -> None:
    plan = tiny / "plans" / "exempel" / "nord" / "2022.yml"
    with serving(tiny) as (address, process):
        page = f"{address}/planer/exempel/nord/"
        assert wait_until(lambda: "Informera nyanställda." in read(page))
        # The browser learns of changes from a script that only the server adds.
        assert "livereload.js" in read(page)
        good = plan.read_text(encoding="utf-8")
        # The watcher looks once a second and tells changes by whole seconds.
        time.sleep(1.5)
        plan.write_text(good.replace("Informera nyanställda.", "Informera alla nya."))
        assert wait_until(lambda: "Informera alla nya." in read(page))
        time.sleep(1.5)
        plan.write_text(good.replace("text: Informera", "tekst: Informera"))
        time.sleep(3)
        assert "Informera alla nya." in read(page)
    assert process.returncode == 0
    assert "livereload" not in (tiny / "site" / "index.html").read_text(encoding="utf-8")
    assert list((tiny / "site").rglob("*.html.gz")) == []


def test_a_portal_with_a_mistake_and_no_site_is_not_served(tiny: Path) -> None:
    plan = tiny / "plans" / "exempel" / "nord" / "2022.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("text: Informera", "tekst: Informera"))
    done = refused(tiny, free_port())
    assert done.returncode == 1
    assert 'Okänt fält "tekst". Menade du "text"?' in done.stdout


def test_a_taken_port_is_told_in_a_sentence(tiny: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = refused(tiny, port)
    assert done.returncode == 1
    assert f"Porten {port} är upptagen." in done.stderr
    assert "Traceback" not in done.stderr
