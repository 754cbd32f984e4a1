"""The call that a page of a plan, a role or a routine cannot do without."""

from collections.abc import Iterator

from macros.pages.content import Page
from macros.problems import Problem


def called_once(page: Page, macro: str, argument: str, does: str) -> Iterator[Problem]:
    """Yields: a problem unless the page calls a macro once, and with this argument.

    Args:
        page: The page that is to call it.
        macro: A macro with one parameter.
        argument: Such as "stockholm/skarholmen/2019".
        does: What the page then does, after "Sidan ska": "visa planen".
    """
    found = [list(call.arguments.values()) for call in page.calls if call.macro == macro]
    if found != [[argument]]:
        call = f'{{{{ {macro}("{argument}") }}}}'
        message = f"Sidan ska {does} en gång. Skriv {call} på en egen rad."
        yield Problem(page.file, 1, 1, message)
