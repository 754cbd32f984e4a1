"""A link to the portal's own pages leads to a page that exists."""

import posixpath
from collections.abc import Iterator

from macros.model.markup import link_targets
from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem, suggestion
from macros.source import Mapping, Scalar, Sequence

_SECTION_TEXTS = ("text", "addition")


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """A page links to another page's file or to an address; data and shared texts to an address.

    Anchors are looked up in the built pages, since macros make most of them.

    Passes: `[Kontakter](../kontakter/index.md)` on a page; `[kontakter](/kontakter/)` in a plan.
    Fails: `[kontakter](/kontakt/)` where no page has that address.
    """
    files = {page.file for page in pages.pages}
    addresses = {page.url for page in pages.pages}
    unreadable = {problem.file for problem in pages.problems if problem.file not in files}
    if unreadable:
        # A page that cannot be read has an address all the same: nothing can be said.
        return
    for page in pages.pages:
        for link in page.links:
            target = link.target.partition("#")[0]
            if target.endswith(".md"):
                folder = posixpath.dirname(page.file)
                if posixpath.normpath(posixpath.join(folder, target)) not in files:
                    near = {posixpath.relpath(file, folder) for file in files}
                    message = _message(link.target, target, near)
                    yield Problem(page.file, link.line, link.column, message)
            elif _is_dead(target, addresses):
                message = _message(link.target, target, addresses)
                yield Problem(page.file, link.line, link.column, message)
    for text in pages.texts.values():
        for link in text.links:
            if _is_dead(link.target.partition("#")[0], addresses):
                message = _message(link.target, link.target, addresses)
                yield Problem(text.file, link.line, link.column, message)
    yield from _in_plans(portal, addresses)


def _in_plans(portal: Portal, addresses: set[str]) -> Iterator[Problem]:
    for place in portal.places.values():
        for entry in place.plans.values():
            for scalar in _prose(entry.node):
                for offset, target in link_targets(scalar.text):
                    if _is_dead(target.partition("#")[0], addresses):
                        line, column = scalar.position(offset)
                        message = _message(target, target, addresses)
                        yield Problem(entry.file, line, column, message)


def _prose(plan: Mapping) -> Iterator[Scalar]:
    sections = plan.items.get("sections")
    for section in sections.items if isinstance(sections, Sequence) else ():
        for name in _SECTION_TEXTS if isinstance(section, Mapping) else ():
            text = section.items.get(name) if isinstance(section, Mapping) else None
            if isinstance(text, Scalar):
                yield text


def _is_dead(target: str, addresses: set[str]) -> bool:
    return target.startswith("/") and target not in addresses


def _message(written: str, target: str, known: set[str]) -> str:
    hint = suggestion(target, known) or " Rätta eller ta bort den."
    return f"Länken {written} leder ingenstans.{hint}"
