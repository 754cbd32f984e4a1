"""A real Chromium that searches a served site; nothing is kept from one visit to the next."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import programs
from tests.browser.conftest import ARGUMENTS

_ASKING = (Path(__file__).parent / "asking.js").read_text(encoding="utf-8")

_OPENED = """async () => {
    const there = () => window.bench.first;
    while (!there()) await new Promise((resolve) => setTimeout(resolve, 5));
    return await there();
}"""

# As worker.js loads it, step by step.
_STEPS = """async () => {
    const start = performance.now();
    const answer = await fetch("/search/index.json");
    const text = await answer.text();
    const fetched = performance.now();
    const data = JSON.parse(text);
    const parsed = performance.now();
    prepared(data);
    const end = performance.now();
    return { fetch: fetched - start, parse: parsed - fetched, prepare: end - parsed };
}"""


@dataclass(frozen=True)
class Answer:
    """What came of one query; milliseconds.

    Attributes:
        since_opened: From the start of the navigation to the list shown.
        answered: From the message sent to the answer received.
        shown: From the message sent to the list shown.
        hits: Pages at the top of the list; the theme shows ten before one scrolls.
    """

    query: str
    since_opened: float
    answered: float
    shown: float
    hits: int


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser.

    Raises:
        RuntimeError: None is installed.
    """
    path = programs.CHROMIUM.find()
    if path is None:
        raise RuntimeError(programs.CHROMIUM.missing)
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=ARGUMENTS) as browser,
    ):
        yield browser


@contextmanager
def opened(
    browser: Browser, address: str, first: str, *, after: int = 0
) -> Iterator[tuple[Page, Answer]]:
    """A page opened by someone who has seen nothing of the site, and the answer to a first query.

    Args:
        browser: Where.
        address: The whole address.
        first: What is typed.
        after: How long the page is read before that, milliseconds from when its script has run.
    """
    context: BrowserContext = browser.new_context(locale="sv-SE")
    try:
        page = context.new_page()
        told = json.dumps({"first": first, "after": after})
        page.add_init_script(f"window.benchFirst = {told};\n{_ASKING}")
        page.goto(address, wait_until="commit")
        yield page, _answer(page.evaluate(_OPENED))
    finally:
        context.close()


def ask(page: Page, queries: Sequence[str]) -> list[Answer]:
    """The answers to queries typed one after the other on an open page."""
    return [_answer(told) for told in page.evaluate("all => bench.askAll(all)", list(queries))]


def loading(page: Page) -> dict[str, float]:
    """The milliseconds of each step of loading our index, once more in the page's worker."""
    found: dict[str, float] = page.workers[0].evaluate(_STEPS)
    return found


def memory(browser: Browser) -> float:
    """MB that the largest of the browser's pages holds, its worker with it; 0 where not to be had.

    One page is open when this is asked.
    """
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    sizes = [_resident(one["id"]) for one in told["processInfo"] if one["type"] == "renderer"]
    return max(sizes, default=0)


def _resident(process: int) -> float:
    status = Path(f"/proc/{process}/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0)


def _answer(told: dict[str, Any]) -> Answer:
    return Answer(
        query=told["query"],
        since_opened=told["shown"],
        answered=told["answered"] - told["sent"],
        shown=told["shown"] - told["sent"],
        hits=told["hits"],
    )
