"""The built portal, served, and a reader of it."""

from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import programs
from tests.browser import kinds, serving
from tests.browser.reader import Reader
from tests.browser.visit import Visit, Visits, look

# Playwright gives a list of its own, which this one replaces.
LEFT_OUT = (
    # Two parts of the address bar, for which each page that is opened would start a process.
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    # What the browser would ask of its maker on its own account.
    *("AimEnabled", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints"),
    "PreconnectToSearch",
    # What makes it look elsewhere first, or show a page later.
    *("HttpsUpgrades", "PaintHolding"),
)
ARGUMENTS = [
    f"--disable-features={','.join(LEFT_OUT)}",
    # The tests also run as root, in containers, where Chromium's own sandbox does not start.
    "--no-sandbox",
    "--disable-gpu",
    # The same, outside that list.
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name is looked up: what tries to leave this computer fails, and the test with it.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def portal(site: Path) -> Iterator[serving.Portal]:
    """The real portal, served."""
    with serving.serve(site) as served:
        yield served


@pytest.fixture(scope="session")
def pages(portal: serving.Portal) -> tuple[str, ...]:
    """Addresses of pages that together show each kind."""
    return kinds.kinds(portal.site)


# Once a module, not a session: Playwright keeps an event loop running meanwhile, and a test
# elsewhere that starts one of its own would fail.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser; without one the tests fail, since a skipped test looks like a passed one."""
    path = programs.CHROMIUM.find()
    if path is None:
        pytest.fail(programs.CHROMIUM.missing, pytrace=False)
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=ARGUMENTS) as browser,
    ):
        yield browser


@pytest.fixture
def reader(chromium: Browser, portal: serving.Portal) -> Iterator[Reader]:
    """Someone who opens pages of the portal, and uses it within the web server's policy.

    So each function that any test walks through is one that the policy lets work.
    """
    someone = Reader(chromium, portal.origin)
    yield someone
    someone.close()
    assert someone.trespasses == []


@pytest.fixture(scope="module")
def visit(chromium: Browser, portal: serving.Portal) -> Iterator[Visits]:
    """What a look at a page gives; each page is looked at once, however many tests ask.

    One page of the browser goes from address to address: a new one for each would take longer
    to open than the look itself.
    """
    with closing(Reader(chromium, portal.origin)) as someone:

        @cache
        def page(width: int) -> Page:
            return someone.open_until_ready("/", width=width)

        @cache
        def once(address: str, width: int) -> Visit:
            return look(someone, page(width), address)

        yield once
