"""A link to the portal's own pages leads to a page that exists."""

import posixpath
from collections.abc import Iterator
from typing import get_args

from macros.model.fields import marked
from macros.model.markup import link_targets
from macros.model.types import PortalAddress
from macros.pages import Pages, address
from macros.portal import Portal
from macros.portal.texts import prose
from macros.problems import Problem, suggestion

_ADDRESS = get_args(PortalAddress)[1]


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """En länk inom portalen leder till en sida som finns.

    En sida länkar till en annan sidas fil eller till en adress, en uppgift i plans/ till en adress.
    Avsnitt (`#…`) kontrolleras när sidorna byggs.

    Godkänns: `[Kontakter](../kontakter/index.md)` på en sida; `link: /kontakter/` i nyheterna.
    Stoppas: `[kontakter](/kontakt/)` och `link: /kontakt/` när ingen sida har den adressen.
    """
    files = {page.file for page in pages.pages}
    # A page that cannot be read has an address all the same.
    files |= {problem.file for problem in pages.problems}
    addresses = {address(file) for file in files}
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
    yield from _in_data(portal, addresses)


def _in_data(portal: Portal, addresses: set[str]) -> Iterator[Problem]:
    for _, entry in portal.entries():
        for path, _, target in marked(entry.record, _is_address):
            if _is_dead(target.partition("#")[0], addresses):
                yield entry.problem(path, _message(target, target, addresses))
        for _, scalar in prose(entry):
            for offset, target in link_targets(scalar.text):
                if _is_dead(target.partition("#")[0], addresses):
                    line, column = scalar.position(offset)
                    yield Problem(entry.file, line, column, _message(target, target, addresses))


def _is_address(mark: object) -> bool | None:
    return mark == _ADDRESS or None


def _is_dead(target: str, addresses: set[str]) -> bool:
    return target.startswith("/") and target not in addresses


def _message(written: str, target: str, known: set[str]) -> str:
    hint = suggestion(target, known) or " Rätta eller ta bort den."
    return f"Länken {written} leder ingenstans.{hint}"
