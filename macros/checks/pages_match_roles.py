"""Every role has its page, and every page under /ansvar/ its role."""

from collections.abc import Iterator

from macros.model.page import REFUSED
from macros.model.place import Municipality, Role
from macros.pages import Page, Pages, called_once
from macros.portal import NATION, Portal
from macros.problems import Problem
from macros.reading import Entry


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """Har kommunen en sida med roller har varje roll en egen sida, med rollens namn.

    Godkänns: rollen `skolan` i plans/exempel/municipality.yml med
    content/ansvar/exempel/skolan/index.md, som anropar `unit_duties("exempel/skolan")`.
    Stoppas: samma roll utan sidan, eller sidan utan rollen.
    """
    by_url = {page.url: page for page in pages.pages}
    # A page that cannot be read is there all the same.
    unreadable = {problem.file for problem in pages.problems}
    known: set[str] = set()
    for place in portal.children(NATION):
        home = f"/ansvar/{place.id}/"
        entry = place.municipality
        if entry is None:
            known |= {url for url in by_url if url.startswith(home)}
            continue
        roles = {f"{home}{role.id}/": role for role in entry.record.roles}
        known |= {home, *roles}
        if home in by_url:
            yield from called_once(by_url[home], "unit_list", place.id, "visa rollerna")
            yield from _roles_without_page(entry, home, {*by_url}, unreadable)
        for url, role in roles.items():
            if url in by_url:
                yield from _page_of_role(by_url[url], place.id, role)
    for url, page in by_url.items():
        if url.startswith("/ansvar/") and url not in {"/ansvar/", *known}:
            home = url.split("/")[2]
            message = (
                f"Sidan har ingen roll i plans/{home}/municipality.yml. "
                "Lägg till rollen, eller ta bort sidan."
            )
            yield Problem(page.file, 1, 1, message)


def _roles_without_page(
    entry: Entry[Municipality], home: str, there: set[str], unreadable: set[str]
) -> Iterator[Problem]:
    for index, role in enumerate(entry.record.roles):
        url = f"{home}{role.id}/"
        file = f"content{url}index.md"
        if url not in there and file not in unreadable:
            yield entry.problem(("roles", index, "id"), f"Rollen saknar sidan {file}. Skapa den.")


def _page_of_role(page: Page, home: str, role: Role) -> Iterator[Problem]:
    yield from called_once(page, "unit_duties", f"{home}/{role.id}", "visa rollen")
    if page.head.record.title != role.title and not set(role.title) & set(REFUSED):
        message = f'Sidan ska heta som rollen. Skriv "title: {role.title}".'
        yield page.head.problem(("title",), message)
