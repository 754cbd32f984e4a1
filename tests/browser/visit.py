"""One look at a page, with all that the tests of every kind of page ask: each is opened once."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser import wcag
from tests.browser.reader import HREFS, NARROW, SCROLLS_SIDEWAYS, STICKING_OUT, Reader

# All that is said to anyone: text, whether it is shown yet or not; the attributes that browsers and
# screen readers read out; what style sheets add. What is marked as another language is meant so.
SAID = r"""() => {
    const foreign = "script, style, noscript, [lang]:not([lang=sv])";
    const attributes = ["aria-label", "aria-description", "title", "placeholder", "alt"];
    const said = [document.title];
    said.push(document.querySelector("meta[name=description]")?.content ?? "");
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        if (!texts.currentNode.parentElement.closest(foreign)) said.push(texts.currentNode.data);
    }
    for (const element of document.body.querySelectorAll("*")) {
        if (element.closest(foreign)) continue;
        for (const name of attributes) said.push(element.getAttribute(name) ?? "");
        for (const place of ["::before", "::after"]) {
            said.push(getComputedStyle(element, place).content);
        }
    }
    return said.map((words) => words.replace(/\s+/g, " ").trim()).filter(Boolean);
}"""

# What scripts add or word anew is left out: the buttons that search and copy, or turn keys off,
# whether a plan is overdue or a contact open, how the form is filled in, and that a place can be
# remembered and its numbers printed.
WORDS = """(article) => {
    const form = ":is(.plan-information_form__scripted, .plan-information_form__unscripted)";
    const place = "[data-plan-remember], [data-plan-print]";
    const buttons = ":is(.plan-search_button, .plan-search_shortcuts, .plan-copy__button)";
    const scripted = `${buttons}, [data-plan-due], [data-plan-opening], ${form}, ${place}`;
    for (const part of article.querySelectorAll(scripted)) part.remove();
    return article.innerText;
}"""

SIZES = """() => [...new Set([...document.querySelectorAll("article *")]
    .filter((one) => one.checkVisibility() && [...one.childNodes]
        .some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .map((one) => parseFloat(getComputedStyle(one).fontSize)))]"""

# WCAG 1.4.12. A sheet made by script is not stopped by the policy, as one in a tag would be.
SPACING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * {
            line-height: 1.5 !important;
            letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important;
        }
        p { margin-bottom: 2em !important; }
    `);
    document.adoptedStyleSheets = [sheet];
}"""

# Words that are shown and do not have room where they are. What is one pixel large is meant for
# ears only. The words are asked for last: of each element, they would take minutes.
CUT_OFF = """() => [...document.querySelectorAll("body *")]
    .filter((element) => {
        const shown = { opacityProperty: true, visibilityProperty: true };
        if (!element.checkVisibility(shown) || element.clientWidth <= 1) return false;
        const { overflowX, overflowY } = getComputedStyle(element);
        const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
        const overflows = (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1)
            || (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1);
        return overflows && element.innerText?.trim();
    })
    .map((element) => element.outerHTML.replace(/\\s+/g, " ").slice(0, 200))"""

LEADS_ABOUT = (
    ".md-header, .md-sidebar, .md-footer, .md-skip, .md-top, .md-search, .headerlink, "
    # The form is for printing: what is filled in stays.
    "article button, article input:not(.plan-information_form input), article select"
)
BEGINNINGS = "parts => parts.map((part) => part.outerHTML.slice(0, 80))"


@dataclass(frozen=True)
class Unscripted:
    """What a page is without scripts.

    Attributes:
        text: The words of the article, as shown, but for those of scripts: what is hidden is not
            there.
        numbers: The addresses of the article's links that make a call.
    """

    text: list[str]
    numbers: list[str]


@dataclass(frozen=True)
class Visit(Unscripted):
    """What one look at a page gave.

    Attributes:
        complaints: What the browser complained of.
        scrolls_sideways: Whether the page is wider than the window.
        sticking_out: The beginnings of the article's elements that are.
        said: Everything that the page says to eyes and ears.
        sizes: The sizes of the article's text, in CSS pixels.
        lost_when_spaced: What cannot be seen with the text set as wide as a reader may want it.
        lost_at_400_percent: The same, as much enlarged as a reader may want it.
        violations: What axe holds against the page, in both colour schemes.
        printed: What is printed and only leads about.
    """

    complaints: list[str]
    scrolls_sideways: bool
    sticking_out: list[str]
    said: list[str]
    sizes: set[float]
    lost_when_spaced: list[str]
    lost_at_400_percent: list[str]
    violations: dict[str, list[str]]
    printed: list[str]


Visits = Callable[[str, int], Visit]


def without_scripts(page: Page) -> Unscripted:
    """Look at a page that is open where no script runs."""
    return Unscripted(_text(page), _numbers(page))


def look(reader: Reader, page: Page, address: str) -> Visit:
    """Go to an address in an open page and look at it.

    What only looks comes first, and last what takes parts out of the page.
    """
    before = len(reader.complaints)
    page.goto(address)
    reader.wait_until_ready(page)
    return Visit(
        complaints=reader.complaints[before:],
        scrolls_sideways=page.evaluate(SCROLLS_SIDEWAYS),
        sticking_out=page.evaluate(STICKING_OUT),
        said=page.evaluate(SAID),
        sizes=set(page.evaluate(SIZES)),
        numbers=_numbers(page),
        lost_when_spaced=_when_spaced(page),
        lost_at_400_percent=_at_400_percent(page),
        violations=wcag.in_both_schemes(page),
        printed=_printed(page),
        text=_text(page),
    )


def _text(page: Page) -> list[str]:
    words: str = page.locator("article").evaluate(WORDS)
    return words.split()


def _numbers(page: Page) -> list[str]:
    numbers: list[str] = page.locator("article a[href^='tel:']").evaluate_all(HREFS)
    return numbers


def _when_spaced(page: Page) -> list[str]:
    page.evaluate(SPACING)
    found = _lost(page)
    page.evaluate("() => { document.adoptedStyleSheets = []; }")
    return found


def _at_400_percent(page: Page) -> list[str]:
    before = page.viewport_size
    assert before
    # What is left in CSS pixels of a window of 1280 by 1024.
    page.set_viewport_size({"width": NARROW, "height": 256})
    found = _lost(page)
    page.set_viewport_size(before)
    return found


def _lost(page: Page) -> list[str]:
    """What a reader of the page as it is shown now cannot see, or must scroll sideways to see."""
    sideways = ["scrolls sideways"] if page.evaluate(SCROLLS_SIDEWAYS) else []
    return [*sideways, *page.evaluate(STICKING_OUT), *page.evaluate(CUT_OFF)]


def _printed(page: Page) -> list[str]:
    page.emulate_media(media="print", color_scheme="light", reduced_motion="reduce")
    found: list[str] = page.locator(f":is({LEADS_ABOUT}):visible").evaluate_all(BEGINNINGS)
    page.emulate_media(media="screen", color_scheme="null", reduced_motion="null")
    return found
