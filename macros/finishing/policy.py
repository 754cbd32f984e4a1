"""What a browser may do on the portal's pages: the headers, and that each page can live with them.

The few scripts that the theme writes into every page are let through by their hashes. Those are
pinned here and compared with each build: with a new version of the theme the web server must be
told, or its policy stops the page's scripts.
"""

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from macros.portal import Portal

SCRIPTS = (
    # Where the site lies and what is stored, the colours, and the place that an address names.
    "exqRXrW/0laiImCrTE8a70vxyyY10FJVIppytLf/dbY=",
    "DrEMJJ29sL7vIloQzly+VUGMxKcBTMII+OfW7Y8AkG4=",
    "/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8=",
)
"""SHA-256 in base64 of the theme's scripts in the pages."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        " ".join(("script-src 'self'", *(f"'sha256-{script}'" for script in SCRIPTS))),
        "style-src 'self'",
        # The theme's style sheet holds its icons as data.
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""The Content-Security-Policy; style set by scripts through the DOM is not stopped by it."""

_NEVER = ("camera", "display-capture", "fullscreen", "geolocation", "microphone", "payment", "usb")

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Copying a number is the one thing that is asked for.
    "Permissions-Policy": ", ".join([*(f"{name}=()" for name in _NEVER), "clipboard-write=(self)"]),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    # For browsers that do not know frame-ancestors.
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
"""What each answer carries, also one that says no."""

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)<[/]script\s*>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"""\btype\s*=\s*["']?application/json\b""", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_IN_A_TAG = re.compile(r"<style\b|<[a-z][^>]*\s(?:style|on[a-z]+)\s*=", re.IGNORECASE)


def finish(site: Path, _portal: Portal) -> list[str]:
    """Compare the scripts in the pages with those that are let through.

    Returns:
        A complaint for each page that the policy would break, and one where a hash is not needed.
    """
    complaints = []
    met: set[str] = set()
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        own = set(_inline(text))
        met |= own
        name = f"site/{page.relative_to(site).as_posix()}"
        if own - set(SCRIPTS):
            complaints.append(
                f"{name}: Ett skript på sidan stoppas av webbserverns regler. "
                "Är temat nytt? Läs om policy i HACKING.md."
            )
        if found := _IN_A_TAG.search(text):
            complaints.append(
                f"{name}: Webbserverns regler stoppar {found[0][:60]!r}. "
                "Lägg stilen i en egen fil i overrides/."
            )
    if met and set(SCRIPTS) - met:
        complaints.append(
            "Webbserverns regler släpper igenom ett skript som ingen sida har. "
            "Är temat nytt? Läs om policy i HACKING.md."
        )
    return complaints


def _inline(text: str) -> Iterator[str]:
    """Yields: the hash of each script that stands in a page; blocks of data run nowhere."""
    for attributes, script in _SCRIPT.findall(text):
        if not _SOURCE.search(attributes) and not _DATA.search(attributes):
            yield base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
