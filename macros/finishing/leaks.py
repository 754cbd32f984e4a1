"""Nothing that an audience may not see stands in what is built for them, in any file.

The last look before a release for some: by then the portal has been filtered and pages left out, so
whatever is found here got in by a way that nobody thought of.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from macros.model.types import Record
from macros.pages import Page, Pages
from macros.portal import Portal

RUN = 8
"""Words that a sentence must have to be told from one that just anybody writes."""

_END = re.compile(r"[.!?:;]\s|\n")
_WORD = re.compile(r"\w+")
_PHONE = re.compile(r"\+?\d[\d\s()/-]{4,}\d")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_READ = {".html", ".json", ".xml", ".txt", ".js", ".css", ".svg"}


def finish(
    site: Path, whole: Portal, seen: Portal, content: Pages, pages: Iterable[Page]
) -> list[str]:
    """Search every file of the built folder for what was withheld.

    Args:
        site: The built folder.
        whole: Everything in plans/.
        seen: What the readers may see of it.
        content: Everything in content/.
        pages: The pages that they may see.

    Returns:
        A complaint for each file in which something was found.
    """
    pages = tuple(pages)
    visible = set().union(*map(_parts, _records(seen, pages)))
    # A page that says a withheld number has not made it everybody's.
    visible |= set().union(*(_runs(_words(text)) for text in _prose(content, pages)))
    everything = _signs(
        (*_records(whole, content.pages), *_prose(content, content.pages)),
    )
    withheld = {sign: parts for sign, parts in everything.items() if not parts <= visible}
    complaints = []
    for path in sorted(path for path in site.rglob("*") if path.suffix in _READ):
        there = _parts(_text(path))
        if found := next((sign for sign, parts in withheld.items() if parts <= there), None):
            complaints.append(
                f"site/{path.relative_to(site).as_posix()}: Här står något som läsarna inte får "
                f"se: ”{found}”. Ändra målgruppen (audience) på sidan eller i uppgiften."
            )
    return complaints


def _signs(texts: Iterable[str]) -> dict[str, set[str]]:
    """What gives texts away, each with the parts that a page must have to hold it.

    They are whole sentences, telephone numbers, and e-mail addresses.
    """
    found = {}
    for text in texts:
        for sentence in _END.split(text):
            words = _words(sentence)
            if len(words) >= RUN:
                found[" ".join(words)] = _runs(words)
        found |= {number: {number} for number in _numbers(text)}
    return dict(sorted(found.items()))


def _parts(text: str) -> set[str]:
    return _runs(_words(text)) | set(_numbers(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: list[str]) -> set[str]:
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _numbers(text: str) -> Iterator[str]:
    """Yields: each telephone number as digits in Swedish order, and each e-mail address."""
    for number in _PHONE.findall(text):
        digits = re.sub(r"\D", "", re.sub(r"^(?:\+|00)46[\s()]*0?", "0", number))
        # Other rows of digits name standards and decisions.
        if digits.startswith("0"):
            yield digits
    for address in _ADDRESS.findall(text):
        yield address.casefold()


def _prose(content: Pages, pages: Iterable[Page]) -> Iterator[str]:
    """Yields: what stands on some pages, without what their macros put there."""
    for page in pages:
        yield _CALL.sub(" ", content.written[page.file])


def _records(portal: Portal, pages: Iterable[Page]) -> Iterator[str]:
    """Yields: every text of a portal; of plans, only of those that some pages show."""
    plans = {call.arguments.get("plan") for page in pages for call in page.calls}
    for place in portal.places.values():
        entries = (*place.files.values(), *place.follow_ups.values(), *place.routines.values())
        records = [entry.record for entry in entries if entry]
        records += [p.record for year, p in place.plans.items() if f"{place.id}/{year}" in plans]
        for record in records:
            yield from _leaves(record)


def _leaves(value: Any) -> Iterator[str]:  # noqa: ANN401 - a record, or what is in one
    """Yields: every text in a record."""
    if isinstance(value, Record):
        value = dict(value)
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _leaves(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _leaves(item)


def _text(path: Path) -> str:
    """What stands in a file, with what its tags carry."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        return " \n ".join(_leaves(json.loads(text)))
    if path.suffix != ".html":
        return html.unescape(text)
    tree = LexborHTMLParser(text)
    carried = [value or "" for node in tree.css("*") for value in node.attributes.values()]
    return " \n ".join([tree.root.text(separator=" ") if tree.root else "", *carried])
