"""Mistakes made in the real data: where a case wants one, and what the check says of it.

A case finds its place by what stands around it, never by a line's number, so that a coordinator's
own change leaves it right.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros import checks, pages
from macros.fragments import PARAMETERS
from macros.pages import Pages
from macros.portal import Portal
from macros.portal.files import parsed, written
from macros.portal.loading import link
from macros.problems import Problem
from macros.reading import data_files
from macros.source import place

TODAY = dt.date(2026, 11, 21)

MARKS = "①②③④⑤"
_REST = "…"

Places = dict[str, tuple[int, int]]


class Project:
    """A copy of the real project, read once: of one with a mistake, that file alone is read again.

    Attributes:
        root: Its folder.
        anyway: What the check says of it as it is.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        paths, self._others = data_files(root, "plans")
        self._files = {name: parsed(written(path, name), name) for name, path in paths.items()}
        self._pages = pages.load(root, PARAMETERS)
        self.anyway = checks.run(link(self._files, self._others), self._pages, TODAY)

    def told(self, name: str, data: bytes, today: dt.date = TODAY) -> list[Problem]:
        """What the check says, besides what it says anyway, where a file holds these bytes."""
        return list(self._besides(checks.run(*self._with(name, data), today)))

    def refused(self, name: str, data: bytes) -> bool:
        """Whether a file with these bytes cannot be read, so that nothing is known of it."""
        plans, site = self._with(name, data)
        return any(problem.file == name for problem in (*plans.problems, *site.problems))

    def _with(self, name: str, data: bytes) -> tuple[Portal, Pages]:
        path = self.root / name
        before = path.read_bytes()
        path.write_bytes(data)
        try:
            if name in self._files:
                files = {**self._files, name: parsed(written(path, name), name)}
                return link(files, self._others), self._pages
            return link(self._files, self._others), pages.load(self.root, PARAMETERS)
        finally:
            path.write_bytes(before)

    def _besides(self, found: list[Problem]) -> Iterator[Problem]:
        left = Counter((p.file, p.message) for p in self.anyway)
        for problem in found:
            # Not by its line, which may have moved.
            left[problem.file, problem.message] -= 1
            if left[problem.file, problem.message] < 0:
                yield problem


def mutated(text: str, case: dict[str, Any]) -> tuple[str, Places]:
    """The text with the mistake of a case, and the line and column of each mark in it.

    Args:
        text: What the file says.
        case: With the keys `after`, `find`, `replace` and `text` of tests/test_mutations.py.
    """
    if "text" in case:
        return _unmarked(case["text"]), _places(case["text"])
    after = case.get("after", "")
    places: Places = {}
    start = 0
    if after:
        start = _only(text, _unmarked(after))
        places = _places(text[:start] + after)
        start += len(_unmarked(after))
    pattern = _pattern(case["find"])
    found = pattern.search(text, start)
    assert found, f"{case['find']!r} does not stand there after {after!r}"
    assert after or len(pattern.findall(text)) == 1, f"{case['find']!r} stands there twice"
    new = case.get("replace", "")
    for rest in found.groups():
        new = new.replace(_REST, rest, 1)
    places |= _places(text[: found.start()] + new)
    return text[: found.start()] + _unmarked(new) + text[found.end() :], places


def seen(text: str, marked: str) -> Places:
    """Where the marks in a part of a text stand, which stands there once without them."""
    return _places(text[: _only(text, _unmarked(marked))] + marked)


def _places(marked: str) -> Places:
    """The line and column of each mark, as they are without the marks."""
    return {
        mark: place(_unmarked(marked), len(_unmarked(marked[: marked.index(mark)])))
        for mark in MARKS
        if mark in marked
    }


def _unmarked(text: str) -> str:
    return re.sub(f"[{MARKS}]", "", text)


def _only(text: str, part: str) -> int:
    found = list(_pattern(part).finditer(text))
    assert len(found) == 1, f"{part!r} stands there {len(found)} times"
    return found[0].start()


def _pattern(part: str) -> re.Pattern[str]:
    """The words as such, not the beginning of a longer one; `…` is the rest of a line."""
    end = r"(?![\w-])" if part[-1].isalnum() else ""
    return re.compile("([^\n]*)".join(map(re.escape, part.split(_REST))) + end)
