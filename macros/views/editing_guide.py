"""The coordinators' guide as the portal's own page shows it: its parts, and where links lead."""

import re
from dataclasses import dataclass

from macros.pages.contributing import FILE
from macros.portal import Portal
from macros.views import edit

_PARTS = re.compile(r"^(##+) (.+)$", re.MULTILINE)
_CODE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(([^()\s]+)\)")
_PICTURES = "](overrides/"
_ASCII = str.maketrans("åäö", "aao")


@dataclass(frozen=True)
class GuidePart:
    """A heading of the guide, with what stands below it as Markdown.

    Attributes:
        marks: As many as the heading is deep: "##".
        title: The heading.
        id: Its anchor on the portal's page.
        text: With links and pictures as they lead from there.
    """

    marks: str
    title: str
    id: str
    text: str


@dataclass(frozen=True)
class EditingGuide:
    """The whole guide.

    Attributes:
        parts: One a heading.
        edit: Where the guide itself is edited; None where no page has the link "Redigera".
    """

    parts: tuple[GuidePart, ...]
    edit: str | None


def view(portal: Portal, guide: str) -> EditingGuide | None:
    """The guide, from its part of CONTRIBUTING.md; None where that is missing."""
    code = [match.span() for match in _CODE.finditer(guide)]
    heads = [m for m in _PARTS.finditer(guide) if not any(a < m.start() < b for a, b in code)]
    if not heads:
        return None
    ends = [*(head.start() for head in heads[1:]), len(guide)]
    ids = {_hosted(head[2]): _id(head[2]) for head in heads}
    parts = tuple(
        GuidePart(head[1], head[2], _id(head[2]), _led(guide[head.end() : end], ids).strip())
        for head, end in zip(heads, ends, strict=True)
    )
    return EditingGuide(parts, edit.file(portal, FILE))


def _led(text: str, ids: dict[str, str]) -> str:
    """What leads to another part of the guide leads there; of what leads out of it, the words."""

    def link(found: re.Match[str]) -> str:
        anchor = ids.get(found[2].removeprefix("#"))
        if anchor:
            return f"[{found[1]}](#{anchor})"
        return found[0] if found[2].startswith("https://") else found[1]

    return _LINK.sub(link, text).replace(_PICTURES, "](/")


def _hosted(title: str) -> str:
    """The anchor that git hosts give a heading."""
    return re.sub(r"[^\w-]", "", title.lower().replace(" ", "-"))


def _id(title: str) -> str:
    """The anchor on the portal's page: lower-case letters, digits and hyphens."""
    return _hosted(title).translate(_ASCII)
