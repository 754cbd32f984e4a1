"""The measurements of one size: both searches in turn, on pages of the same build."""

import gzip
import shutil
import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from tests.bench.measure import BUILD, module
from tests.bench.rounds import step
from tests.bench.search import browser as reader
from tests.bench.search.browser import Answer
from tests.bench.search.queries import CLASSES, FIRST
from tests.browser import serving

READ = 5_000
"""How long somebody reads before searching, milliseconds."""

_PARTS = ("/search/", "/workers/", "/lunr/")
"""What the addresses of a search's own files have in them."""


@dataclass
class Engine:
    """What was measured of one search; times in milliseconds, one for each round.

    Attributes:
        files: The search's files that the first query needs, each with its bytes raw and gzipped.
        first: From the start of the navigation to the first hits, for a query typed at once.
        later: From the query sent to the first hits, for a page that was read first.
        answers: By query.
        memory: MB after all queries.
    """

    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    memory: list[float] = field(default_factory=list)

    def query(self, name: str) -> float:
        """The median time from a query sent to the list shown."""
        return median(answer.shown for answer in self.answers[name])

    def least(self, name: str) -> float:
        """The least such time of all rounds, which other work on the machine disturbs least."""
        return min(answer.shown for answer in self.answers[name])

    def answered(self, name: str) -> float:
        """The same to the answer received: the worker's own time, and its messages'."""
        return median(answer.answered for answer in self.answers[name])


@dataclass
class Size:
    """What was measured at one size.

    Attributes:
        plans: Plan pages; `pages` counts all pages.
        step: Seconds of the finishing step on search.
        loading: Milliseconds of the steps of loading our index, one for each round.
    """

    plans: int
    pages: int
    step: float = 0
    ours: Engine = field(default_factory=Engine)
    stock: Engine = field(default_factory=Engine)
    loading: dict[str, list[float]] = field(default_factory=dict)


def measure(folder: Path, plans: int, rounds: int, *, read: int = READ) -> Size:
    """Make a portal with this many plan pages in `folder`, build it and search it.

    Args:
        folder: Empty.
        plans: How many plan pages.
        rounds: How often each site is opened and asked everything.
        read: How long a page is read before it is searched, milliseconds.

    Raises:
        RuntimeError: The build failed, or there is no browser.
        playwright.sync_api.Error: A search gave no answer.
    """
    size = build(folder, plans)
    search(folder, size, rounds, read=read)
    return size


def build(folder: Path, plans: int) -> Size:
    """Make both sites: the theme's search is at work until the finishing steps."""
    project = folder / "ours"
    project.mkdir()
    pages = step(project, "generate", str(project), str(plans))["pages"]
    _say(f"{plans} plans: built in {module(BUILD, project).seconds:.0f} s")
    shutil.copytree(project / "site", folder / "stock")
    return Size(plans, pages, step(project, "finish", str(project))["macros.finishing.search"])


def search(folder: Path, size: Size, rounds: int, *, read: int = READ) -> None:
    """Open and search both sites in turn, and add what was measured."""
    address = _address(folder / "ours")
    with ExitStack() as stack:
        ours, stock = (
            stack.enter_context(serving.serve(site, compressed=True))
            for site in (folder / "ours/site", folder / "stock")
        )
        browser = stack.enter_context(reader.chromium())
        pair = [(ours, size.ours), (stock, size.stock)]
        for served, engine in pair:
            engine.files = _files(browser, served, address)
        for number in range(rounds):
            # Every other round the other way round, so that neither gains by coming second.
            for served, engine in pair if number % 2 == 0 else reversed(pair):
                first = FIRST[number % len(FIRST)]
                _round(browser, f"{served.origin}{address}", engine, first, read)
            for name, took in _loading(browser, f"{ours.origin}{address}").items():
                size.loading.setdefault(name, []).append(took)
            times = ", ".join(f"{engine.first[-1]:.0f}" for _, engine in pair)
            _say(f"{size.plans} plans, round {number + 1}: first hits after {times} ms")


def _address(project: Path) -> str:
    """A page that is as large whatever the portal's size: whom to call at a district."""
    pages = (project / "content/vid-oro").glob("*/*/index.md")
    return f"/{min(pages).parent.relative_to(project / 'content').as_posix()}/"


def _round(browser: Browser, address: str, engine: Engine, first: str, read: int) -> None:
    with reader.opened(browser, address, first, after=read) as (_, answer):
        engine.later.append(answer.shown)
    with reader.opened(browser, address, first) as (page, found):
        engine.first.append(found.since_opened)
        for answer in reader.ask(page, [query for listed in CLASSES.values() for query in listed]):
            engine.answers.setdefault(answer.query, []).append(answer)
        engine.memory.append(reader.memory(browser))


def _loading(browser: Browser, address: str) -> dict[str, float]:
    with reader.opened(browser, address, FIRST[0]) as (page, _):
        return reader.loading(page)


def _files(browser: Browser, served: serving.Portal, address: str) -> dict[str, tuple[int, int]]:
    """What the search fetches for a first query; the visit also warms the server."""
    before = len(served.asked)
    with reader.opened(browser, f"{served.origin}{address}", FIRST[0]):
        asked = [path for path in served.asked[before:] if any(part in path for part in _PARTS)]
    return {path: _sizes(served.site / path.lstrip("/")) for path in dict.fromkeys(asked)}


def _sizes(file: Path) -> tuple[int, int]:
    data = file.read_bytes()
    return len(data), len(gzip.compress(data, serving.LEVEL))


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
