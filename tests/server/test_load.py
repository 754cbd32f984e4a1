"""Whoever reads while something is published gets whole pages, and nothing is missing."""

import hashlib
import http.client
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.browser.serving import running
from tests.server import made

CLIENTS = 4
READING = 0.004
"""Seconds between a page and what it fetches, as a browser has them."""
ASSET = re.compile(r'"(assets/[^"]+)"')


@dataclass
class Client:
    """Loads the page and then what it names, again and again.

    Attributes:
        loads: Pages that were loaded with all their parts.
        wrong: Each answer that was not 200, by address.
        mixed: Loads that got a part of another release, by the page's release and the part's.
    """

    host: str
    loads: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    mixed: Counter[tuple[str, str]] = field(default_factory=Counter)
    releases: set[str] = field(default_factory=set)

    def read(self, until: threading.Event) -> None:
        """Load until told to stop."""
        while not until.is_set():
            page = self._get("/")
            release = page.partition("\n")[0]
            self.releases.add(release)
            time.sleep(READING)
            for address in ASSET.findall(page):
                part = self._get(f"/{address}")
                if part and part != release:
                    self.mixed[release, part] += 1
            self.loads += 1

    def _get(self, address: str) -> str:
        connection = http.client.HTTPConnection(self.host, timeout=10)
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        if answer.status != http.HTTPStatus.OK:
            self.wrong[f"{answer.status} {address}"] += 1
            return ""
        return text


def publish(root: Path, number: int) -> str:
    """Publish a release of which each part says its number; its id."""
    word = f"utgåva {number}"
    digest = hashlib.sha256(word.encode()).hexdigest()[:8]
    named = f'{word}\n<link href="assets/own.{digest}.css"><img src="assets/images/logo.svg">\n'
    pages = {
        "index.html": named,
        "404.html": "Sidan finns inte.\n",
        f"assets/own.{digest}.css": word,
        "assets/images/logo.svg": word,
    }
    loose = root / "incoming" / "loose"
    release = made.release(loose, pages, f"20261121T{number:06d}Z")
    loose.rename(root / "incoming" / release)
    done = made.server(root, "activate", release)
    assert done.returncode == 0, done.stderr
    return release


def load(root: Path, publishes: int, rollbacks: int) -> tuple[list[Client], int]:
    """Publish and roll back while clients read; the clients, and how often another went live."""
    publish(root, 0)
    stop = threading.Event()
    with running(root) as origin:
        clients = [Client(origin.removeprefix("http://")) for _ in range(CLIENTS)]
        threads = [threading.Thread(target=client.read, args=(stop,)) for client in clients]
        for thread in threads:
            thread.start()
        try:
            for number in range(1, publishes + 1):
                time.sleep(0.3)
                publish(root, number)
                if number % (publishes // rollbacks) == 0:
                    time.sleep(0.3)
                    assert made.server(root, "rollback").returncode == 0
            time.sleep(0.3)
        finally:
            stop.set()
            for thread in threads:
                thread.join()
    return clients, publishes + rollbacks


def judge(clients: list[Client], changes: int, publishes: int) -> None:
    """Nothing was missing, and no client met a switch in the middle of a page more than once."""
    loads = sum(client.loads for client in clients)
    mixed = [max(client.mixed.values(), default=0) for client in clients]
    print(f"{loads} page loads, {changes} switches, mixed loads by client: {mixed}")  # noqa: T201 - the figures
    assert [dict(client.wrong) for client in clients] == [{}] * len(clients)
    assert max(mixed) <= 1
    assert all(client.loads > changes for client in clients)
    assert len(set().union(*(client.releases for client in clients))) == publishes + 1


def test_a_few_publishes_under_load_lose_nothing(root: Path) -> None:
    judge(*load(root, publishes=4, rollbacks=2), publishes=4)


@pytest.mark.soak
def test_twenty_publishes_and_five_rollbacks_under_load_lose_nothing(root: Path) -> None:
    judge(*load(root, publishes=20, rollbacks=5), publishes=20)
