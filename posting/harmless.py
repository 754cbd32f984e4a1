"""The text that a request's code has left, as lines that can do nothing but be read.

The request may have changed the code that wrote it. So each line is taken apart: what makes it a
heading or a point is known by its form, and all the rest is escaped anew, as plain text.
"""

import re
import unicodedata
from collections.abc import Iterator

MARKER = "<!-- planportal-comment -->"
"""Stands first in each comment of ours, unseen: by it and its author the comment is found again."""

MOST_BYTES = 262_144
MOST_SIGNS = 60_000
"""The host that takes least refuses more than 65,536."""

CUT = "Resten får inte plats här. Kör planportal diff för att se allt."

_FORM = re.compile(r"(#{2,3} |(?: {4})?- (?:\*[^\W_][\w ]{0,30}:\* )?|)\s*(.*)")
_INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!])|&(amp|lt|gt|#\d{1,3});")
_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!])")
_NAMED = {"amp": "&", "lt": "<", "gt": ">"}
_OTHER_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "~|=$^"})
# What the hosts make links and calls of by themselves; an invisible sign parts it.
_CALLS = re.compile(
    r"(?<=@)(?=\S)|(?<=[#!~%&$^])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=\bGH-)(?=\d)",
    re.IGNORECASE,
)


class RefusedError(Exception):
    """What was left is not a text of ours; the message says why in Swedish."""


def harmless(data: bytes) -> str:
    """The text without its marker, safe to post.

    Raises:
        RefusedError: It is too long, not UTF-8, without the marker, or empty.
    """
    if len(data) > MOST_BYTES:
        raise RefusedError(f"Texten är längre än {MOST_BYTES} byte.")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise RefusedError("Texten är inte UTF-8.") from None
    first, _, rest = text.partition("\n")
    if first != MARKER:
        raise RefusedError("Texten börjar inte med märket.")
    made = re.sub(r"\n{3,}", "\n\n", "\n".join(_lines(rest))).strip()
    if not made:
        raise RefusedError("Texten är tom.")
    if len(made) > MOST_SIGNS:
        kept, _, _ = made[:MOST_SIGNS].rpartition("\n")
        return f"{kept}\n\n{CUT}"
    return made


def plain(text: str) -> str:
    """A text that means itself in Markdown, on one line: no markup, link, call or command."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) not in _INVISIBLE)
    parted = _CALLS.sub("\u2060", " ".join(seen.split()))
    html = parted.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = _SIGNS.sub(r"\\\1", html).translate(_OTHER_SIGNS)
    # A line that begins with a slash is a command to GitLab.
    return f"&#47;{escaped[1:]}" if escaped.startswith("/") else escaped


def _lines(text: str) -> Iterator[str]:
    """Yields: each line in its form, escaped; what is indented under no point is a point itself."""
    before = ""
    for line in text.replace("\r", " ").replace("\t", " ").split("\n"):
        found = _FORM.fullmatch(line)
        form, rest = found.groups() if found else ("", line)
        made = plain(_ESCAPED.sub(_meant, rest))
        if not made:
            yield ""
            continue
        if form.startswith(" ") and "- " not in before:
            form = form.lstrip()
        before = form
        yield form + made


def _meant(escaped: re.Match[str]) -> str:
    """The sign that an escape of ours stands for."""
    if escaped[1]:
        return escaped[1]
    return _NAMED.get(escaped[2]) or chr(int(escaped[2][1:]))
