"""What axe-core holds against a page as it is shown: WCAG 2.2 AA, in both colour schemes."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

# What European law asks for is WCAG 2.1 AA; 2.2 is what the portal promises.
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
SCHEMES = {"light": "default", "dark": "slate"}


def violations(page: Page) -> list[str]:
    """What axe holds against the page as it is shown now."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def in_both_schemes(page: Page) -> dict[str, list[str]]:
    """What axe holds against the page in the colours for day and for night."""
    found = {}
    for scheme, name in SCHEMES.items():
        # Without motion, colours do not fade: what is measured is what stays.
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)
        found[scheme] = violations(page)
    return found
