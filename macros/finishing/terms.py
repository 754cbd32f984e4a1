"""Each abbreviation is explained where it stands, on every page, by the words of the glossary.

Only the text between an article's tags is touched; all else stays byte for byte.
"""

import html
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from macros.model.glossary import Glossary
from macros.portal import NATION, Portal
from macros.render import render

_ARTICLE = re.compile(r"<article\b[^>]*>(.*)<[/]article>", re.DOTALL)
_ATTRIBUTES = r"""[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*"""
_UNTOUCHED = "a|abbr|button|code|dfn|label|option|pre|script|style|summary|svg|textarea|title"
"""Elements that lead somewhere, explain the word themselves, or hold no prose."""


def finish(site: Path, portal: Portal) -> list[str]:
    """Explain the abbreviations on all pages.

    Returns:
        No complaints: what the glossary lacks is not for this step to say.
    """
    glossary = portal.place(NATION).record(Glossary)
    terms = glossary.terms if glossary else ()
    meanings = {html.escape(form): term.short for term in terms for form in term.forms}
    if not meanings:
        return []
    pattern = _pattern(meanings)
    for path in site.rglob("*.html"):
        # As bytes, since reading as text would change the ends of lines.
        before = path.read_bytes()
        after = _explained(before.decode(), pattern, meanings).encode()
        if after != before:
            path.write_bytes(after)
    return []


def _pattern(meanings: Mapping[str, str]) -> re.Pattern[str]:
    """What to stop at in an article: what is left alone, headings, tags, and abbreviations.

    The longest form comes first, so that a shorter one within it is not taken instead.
    """
    forms = "|".join(re.escape(form) for form in sorted(meanings, key=len, reverse=True))
    return re.compile(
        rf"<!--.*?-->"
        rf"|<(?P<untouched>{_UNTOUCHED})(?=[\s>]){_ATTRIBUTES}>.*?<[/](?P=untouched)\s*>"
        # A drawing that repeats the text beside it, hidden from screen readers.
        rf"|<figure{_ATTRIBUTES} data-plan-repeats{_ATTRIBUTES}>.*?<[/]figure>"
        rf"|<(?P<end>/?)(?P<heading>h[1-6])(?=[\s>]){_ATTRIBUTES}>"
        rf"|<[a-zA-Z/]{_ATTRIBUTES}>"
        rf"|(?<!\w)(?P<form>{forms})(?!\w)",
        re.DOTALL,
    )


def _explained(page: str, pattern: re.Pattern[str], meanings: Mapping[str, str]) -> str:
    article = _ARTICLE.search(page)
    if article is None:
        return page
    start, end = article.span(1)
    return page[:start] + pattern.sub(_Reader(meanings), article[1]) + page[end:]


class _Reader:
    """Goes through an article from its top, and remembers what it has explained.

    A term has one stop for the Tab key between two headings: the first. The others are explained
    by a click or a tap, and so are those in headings. The first on a page is explained in print,
    where the text does not do so itself.
    """

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._meanings = meanings
        self._in_heading = False
        self._on_page: set[str] = set()
        self._in_section: set[str] = set()

    def __call__(self, match: re.Match[str]) -> str:
        if match["heading"]:
            self._in_heading = not match["end"]
            self._in_section.clear()
        if not match["form"]:
            return match[0]
        meaning = self._meanings[match["form"]]
        stop = not self._in_heading and meaning not in self._in_section
        first = meaning not in self._on_page and not _is_spelt_out(match, meaning)
        self._in_section.add(meaning)
        self._on_page.add(meaning)
        return _marked(match["form"], meaning, first=first, stop=stop)


def _is_spelt_out(match: re.Match[str], meaning: str) -> bool:
    """Whether the text itself says it right beside: "våldsbejakande extremism (VBE)"."""
    reach = len(meaning) + 2
    before = match.string[max(0, match.start() - reach) : match.start()]
    after = match.string[match.end() : match.end() + reach]
    return meaning.casefold() in before.casefold() or meaning.casefold() in after.casefold()


@lru_cache(maxsize=1024)
def _marked(form: str, meaning: str, *, first: bool, stop: bool) -> str:
    """Kept, since the same few are printed thousands of times."""
    data = {"form": html.unescape(form), "short": meaning, "first": first, "stop": stop}
    return render("term.html", **data).strip()
