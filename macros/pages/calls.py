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
    found = [call for call in page.calls if call.macro == macro]
    right = f'{{{{ {macro}("{argument}") }}}}'
    if not found:
        message = f"Sidan ska {does}. Skriv {right} på en egen rad."
        yield Problem(page.file, 1, 1, message)
    elif list(found[0].arguments.values()) != [argument]:
        message = f"Sidan ska {does}. Skriv {right} här."
        yield Problem(page.file, found[0].line, found[0].column, message)
    for call in found[1:]:
        message = f"Sidan ska {does} en enda gång. Ta bort det ena makrot {macro}."
        yield Problem(page.file, call.line, call.column, message)
