"""A file's bytes as text that holds no sign which a reader could not see."""

import codecs
import unicodedata
from collections.abc import Iterator

from macros.problems import Problem
from macros.source.nodes import Unreadable


def decode(data: bytes, name: str) -> str:
    r"""A file's bytes as text: UTF-8, with or without a byte order mark, line ends as `\n`.

    Args:
        data: The whole file.
        name: What problems call it: its path from the project's root.

    Raises:
        Unreadable: Not UTF-8, or signs that nobody can see.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Unreadable(
            Problem(name, 1, 1, "Filen är sparad som UTF-16. Spara om den som UTF-8."),
        )
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = place(before, len(before))
        message = "Tecknet är inte UTF-8 (kanske Latin-1). Spara om filen som UTF-8."
        raise Unreadable(Problem(name, line, column, message)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    hidden = list(_hidden(text, name))
    if hidden:
        raise Unreadable(*hidden)
    return text


def _hidden(text: str, name: str) -> Iterator[Problem]:
    """Yields: one problem per sign that cannot be seen, or that turns the text around."""
    if text.replace("\n", "").replace("\u00a0", "").isprintable():
        return
    for offset, sign in enumerate(text):
        if sign.isprintable() or sign in "\n\t\u00a0\u202f\u2009":
            continue
        kind = unicodedata.category(sign)
        if kind in {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}:
            line, column = place(text, offset)
            message = f"Osynligt tecken (U+{ord(sign):04X}). Ta bort det och skriv om ordet."
            yield Problem(name, line, column, message)


def place(text: str, offset: int) -> tuple[int, int]:
    """The 1-based line and column of a 0-based offset."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1
