"""No personal identity number stands in what is published, wherever it came from."""

import html
import re
from pathlib import Path

from macros.model.identity import hidden, identity_numbers
from macros.portal import Portal

_READ = {".html", ".json", ".xml", ".txt", ".csv", ".md", ".ics"}
"""What holds the portal's texts; scripts and style sheets are the theme's and ours."""

_INLINE = re.compile(r"<[/]?(?:a|abbr|b|bdi|code|em|i|mark|nobr|span|strong|wbr)\b[^<>]*>")
"""Tags inside a word or a number, which a reader does not see."""


def finish(site: Path, portal: Portal) -> list[str]:  # noqa: ARG001 - all steps look alike
    """Look for identity numbers in every page, and in the search's index.

    The files in plans/ and content/ have been searched by then. This finds a number that only came
    to be when a page was made: one written with codes for signs, or with marks inside.
    """
    complaints = []
    for path in sorted(site.rglob("*")):
        if path.suffix not in _READ or not path.is_file():
            continue
        name = path.relative_to(site).as_posix()
        text = path.read_text(encoding="utf-8")
        shown = _INLINE.sub("", html.unescape(text)) if path.suffix == ".html" else text
        found = {
            hidden(each[one.start : one.end])
            for each in (name, text, shown)
            for one in identity_numbers(each)
            if one.kind == "certain"
        }
        complaints += [
            f'{name}: Ett personnummer eller samordningsnummer: "{number}". '
            "Ta bort det ur texten som sidan är gjord av."
            for number in sorted(found)
        ]
    return complaints
