"""Someone who reads the portal in a browser, and the widths at which the tests look at it."""

from http import HTTPStatus

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    expect,
)

WIDE, NARROW = 1280, 320
WIDTHS = (WIDE, NARROW)
STICKING_OUT = """() => [...document.querySelectorAll("article *")]
    .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width && box.height && (box.left < 0 || box.right > innerWidth);
    })
    .map((element) => element.outerHTML.slice(0, 100))"""

SCROLLS_SIDEWAYS = """() => {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth;
}"""

HREFS = "links => links.map((link) => link.getAttribute('href'))"


class Reader:
    """Opens pages, and notes what the browser complains of and asks for."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self._browser = browser
        self._origin = origin
        self._contexts: list[BrowserContext] = []

    @property
    def trespasses(self) -> list[str]:
        """What the policy stopped, and what led to another host."""
        signs = ("Content Security Policy", "leaves the portal")
        return [complaint for complaint in self.complaints if any(s in complaint for s in signs)]

    def open(  # noqa: PLR0913 - all that a browser can be set to
        self,
        address: str,
        *,
        width: int = WIDE,
        height: int = 800,
        javascript: bool = True,
        policy: bool = True,
        now: str | None = None,
        zone: str | None = None,
    ) -> Page:
        """Open an address of the portal in a browser of its own, with nothing kept from before.

        Args:
            address: Path from the portal's root.
            width: CSS pixels.
            height: CSS pixels.
            javascript: Whether scripts run.
            policy: Whether the browser obeys the server's Content-Security-Policy.
            now: The moment at which the page is read and stays, ISO with an offset.
            zone: The zone that the reader's computer is set to.
        """
        context = self._browser.new_context(
            base_url=self._origin,
            bypass_csp=not policy,
            java_script_enabled=javascript,
            locale="sv-SE",
            timezone_id=zone,
            viewport={"width": width, "height": height},
        )
        self._contexts.append(context)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(f"error: {error.error}"))
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)
        page = context.new_page()
        if now is not None:
            page.clock.set_fixed_time(now)
        page.goto(address)
        return page

    def open_until_ready(self, address: str, *, width: int = WIDE) -> Page:
        """Open an address and wait until the search, which is the last to load, has done so."""
        page = self.open(address, width=width)
        self.wait_until_ready(page)
        return page

    def wait_until_ready(self, page: Page) -> None:
        """Wait until the search has loaded its parts."""
        expect(page.locator(".md-search-result__meta")).to_have_text("Skriv sökord")

    def search(self, page: Page, words: str) -> None:
        """Open the search as a reader does at the page's width, and write."""
        glass = page.locator("label.md-header__button[for=__search]")
        field = page.locator(".md-search__input")
        (glass if glass.is_visible() else field).click()
        expect(field).to_be_focused()
        page.keyboard.type(words)

    def close(self) -> None:
        """Close everything that was opened."""
        for context in self._contexts:
            context.close()

    def _console(self, message: ConsoleMessage) -> None:
        self.complaints.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((f"{self._origin}/", "data:")):
            self.complaints.append(f"leaves the portal: {request.url}")

    def _failed(self, request: Request) -> None:
        # The browser asks for the icon on its own account, and drops it when the page is left.
        if not (request.url.endswith("/favicon.png") and request.failure == "net::ERR_ABORTED"):
            self.complaints.append(f"failed: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        # That a part is as it was, asked again after a while, is no complaint.
        if not response.ok and response.status != HTTPStatus.NOT_MODIFIED:
            path = response.url.removeprefix(self._origin)
            self.complaints.append(f"answer {response.status}: {path}")
