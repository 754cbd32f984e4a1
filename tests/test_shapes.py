"""Plans of other shapes than the five of the portal are held by the model, and read sensibly.

A case in tests/cases/shapes/ says how the tiny portal of tests/sites/liten/ is changed (`files`,
`change` and `remove`, as in tests/cases/messages/), what a reader finds on a page then (`says`, in
the article), what must not stand there (`never`), and where the page leads (`leads`). Pages that
the data calls for, and the case does not have, are written by `add_pages`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from macros import portal
from macros.commands import build
from macros.model.guideline import Guideline
from macros.portal import NATION, Place
from tests.articles import read_site
from tests.test_messages import arrange

CASES = sorted((Path(__file__).parent / "cases" / "shapes").glob("*.yml"))

HOLDS_WORDS = {"a", "caption", "dd", "dt", "li", "ol", "p", "span", "strong", "td", "th", "ul"}
"""Elements that are a fault where they hold nothing."""


def add_pages(root: Path) -> None:
    """Give each place, plan, guideline and role that has no page the thin page it calls for."""
    for place in portal.load(root).places.values():
        for address, title, calls in _pages(place) if place.id != NATION else ():
            path = root / "content" / address / "index.md"
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                lines = "\n\n".join(f"{{{{ {call} }}}}" for call in calls)
                path.write_text(f"---\ntitle: {title}\n---\n\n# {title}\n\n{lines}\n")


def _pages(place: Place) -> Iterator[tuple[str, str, list[str]]]:
    """Yields: address, title and macros of each page that a place calls for."""
    calls = [f'{macro}("{place.id}")' for macro in ("worry_guide", "contact_list")]
    yield f"vid-oro/{place.id}", place.title, calls
    for index, year in enumerate(place.years):
        address = f"planer/{place.id}" + ("" if index == 0 else f"/{year}")
        plan = f'"{place.id}/{year}"'
        yield address, place.title, [f"plan_summary({plan})", f"plan_sections({plan})"]
    if place.municipality is None:
        return
    if not place.years:
        yield f"planer/{place.id}", place.title, [f'district_list("{place.id}")']
    if place.record(Guideline) is not None:
        yield f"riktlinjer/{place.id}", place.title, [f'guideline("{place.id}")']
        yield f"ansvar/{place.id}", place.title, [f'unit_list("{place.id}")']
        for role in place.municipality.record.roles:
            unit = f"{place.id}/{role.id}"
            yield f"ansvar/{unit}", role.title, [f'unit_duties("{unit}")']


class Faults(HTMLParser):
    """Finds what no reader should meet: ids used twice, and boxes with nothing in them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._article = False
        self._open: list[tuple[str, int]] = []
        """Open elements of the article, each with how many words came before it."""
        self._words = 0
        self._heading: tuple[str, int] | None = None
        """The last heading, and how many words came before what stands under it."""
        self._ids: Counter[str] = Counter()
        self.feed(html)
        self.found += [f"id {i} stands twice" for i, count in self._ids.items() if count > 1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._ids.update(value for name, value in attrs if name == "id" and value)
        self._article |= tag == "article"
        if self._article and re.fullmatch("h[1-6]", tag):
            self._end_section(tag)
        if self._article and (tag in HOLDS_WORDS or re.fullmatch("h[1-6]", tag)):
            self._open.append((tag, self._words))

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._end_section("h1")
            self._article = False
        if self._open and self._open[-1][0] == tag:
            _, before = self._open.pop()
            if self._words == before:
                self.found.append(f"<{tag}> is empty, line {self.getpos()[0]}")
            if re.fullmatch("h[1-6]", tag):
                self._heading = (tag, self._words)

    def handle_data(self, data: str) -> None:
        self._words += len(data.split()) if self._article else 0

    def _end_section(self, following: str) -> None:
        """A heading with nothing under it is one over those below it, or a fault."""
        if self._heading and self._heading[1] == self._words and self._heading[0] >= following:
            self.found.append(f"nothing under <{self._heading[0]}>, line {self.getpos()[0]}")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_plan_of_this_shape_is_held_and_reads_sensibly(
    path: Path, tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    arrange(tiny, case)
    add_pages(tiny)
    assert build.run(tiny) == 0, capsys.readouterr().out
    built = {name: page for name, page in read_site(tiny).items() if name != "404.html"}
    for name, page in built.items():
        words = " ".join(page.words)
        assert not re.search(r"\b(None|Undefined)\b|[{}]|\(\)|, ,|\.\.|^,", words), name
        assert Faults((tiny / "site" / name).read_text(encoding="utf-8")).found == [], name
    for name, sentences in case["says"].items():
        words = " ".join(built[name].words)
        assert [sentence for sentence in sentences if sentence not in words] == [], words
    for name, sentences in case.get("never", {}).items():
        words = " ".join(built[name].words)
        assert [sentence for sentence in sentences if sentence in words] == [], words
    for name, addresses in case.get("leads", {}).items():
        assert [link for link in addresses if link not in built[name].links] == [], name


def test_at_least_ten_shapes_are_tried() -> None:
    assert len(CASES) >= 10


def test_an_empty_box_a_bare_heading_and_an_id_used_twice_are_faults() -> None:
    page = '<article><h1 id="a">A</h1><h2 id="a">B</h2><dl><dt>C</dt><dd> </dd></dl></article>'
    assert Faults(page).found == ["<dd> is empty, line 1", "id a stands twice"]
    assert Faults("<article><h1>A</h1><h2>B</h2><h2>C</h2>D</article>").found == [
        "nothing under <h2>, line 1"
    ]
