"""Pages and shared texts as they stand in content/, read and judged one by one."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.model.contact import Audience
from macros.model.markup import link_targets, markdown_faults, prose_faults
from macros.model.page import PageHead
from macros.pages import contributing, expressions
from macros.pages.expressions import Call, Parameters, SharedField
from macros.pages.pictures import pictures
from macros.portal.audience import may_see
from macros.problems import Problem
from macros.reading import Entry, data_files, read_text, read_yaml
from macros.source import Scalar, Unreadable, is_guessed, place

TEXTS = "content/texter/"
_NO_BRACES = (
    "Klamrar är inte tillåtna här. Ta bort dem, eller skriv två om det är ett makro. "
    "Bara en rubrik får ha { #id }."
)
Rule = Callable[[str], Iterator[tuple[int, str]]]


@dataclass(frozen=True)
class Link:
    """One link in a text: where it leads to, and where it stands."""

    target: str
    line: int
    column: int


@dataclass(frozen=True)
class Page:
    """One page that readers see."""

    file: str
    head: Entry[PageHead]
    calls: tuple[Call, ...]
    links: tuple[Link, ...]
    lines: int

    @property
    def url(self) -> str:
        """The page's address on the site: "/planer/stockholm/"."""
        return address(self.file)

    @property
    def audience(self) -> Audience:
        """Who may read it: whoever is worried needs no account."""
        default: Audience = "public" if self.url.startswith("/vid-oro/") else "staff"
        return self.head.record.audience or default


@dataclass(frozen=True)
class SharedText:
    """A text that plans share: prose, with the places where a plan's own values go."""

    file: str
    parts: tuple[str | tuple[SharedField], ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Pages:
    """All of content/, the problems of what may not be published, and the theme's own pictures.

    Attributes:
        pages: The pages that readers see.
        texts: The shared texts, by their paths below content/.
        problems: What is wrong with single files.
        pictures: The theme's own pictures.
        written: Each file as it was written, also those that may not be published.
        guide: The part of CONTRIBUTING.md that is a page as well.
    """

    pages: tuple[Page, ...]
    texts: Mapping[str, SharedText]
    problems: tuple[Problem, ...]
    pictures: frozenset[str]
    written: Mapping[str, str]
    guide: str

    def seen_by(self, audience: Audience) -> tuple[Page, ...]:
        """The pages that an audience may see."""
        return tuple(page for page in self.pages if may_see(audience, page.audience))


def address(file: str) -> str:
    """The address on the site of a page's file: "/planer/stockholm/"."""
    path = file.removeprefix("content/").removesuffix(".md").removesuffix("index")
    return f"/{path.strip('/')}/".replace("//", "/")


def load(root: Path, macros: Mapping[str, Parameters]) -> Pages:
    """The pages of the project at `root`.

    Args:
        root: The project's folder.
        macros: What a page may call: for each name its parameters and what they refer to.
    """
    files, problems = data_files(root, "content")
    pages: list[Page] = []
    texts: dict[str, SharedText] = {}
    written: dict[str, str] = {}
    for name, path in files.items():
        if not name.endswith(".md"):
            # The engine would publish it as it is, whatever it holds.
            message = "Bara sidor och texter i Markdown (.md) får ligga här. Flytta filen."
            problems.append(Problem(name, 1, 1, message))
            continue
        try:
            text = written[name] = read_text(path, name)
            if name.startswith(TEXTS):
                texts[name.removeprefix("content/")] = shared_text(name, text)
            else:
                pages.append(page(name, text, macros))
        except Unreadable as error:
            problems.extend(error.problems)
    found = tuple(sorted(problems))
    guide = contributing.guide(root)
    return Pages(tuple(pages), texts, found, pictures(root), written, guide)


def page(name: str, text: str, macros: Mapping[str, Parameters]) -> Page:
    """One page.

    Raises:
        Unreadable: With every problem of the page.
    """
    problems: list[Problem] = []
    head: Entry[PageHead] | None = None
    match = re.match(r"---\n(.*?\n)---\n", text, re.DOTALL)
    if match is None:
        message = 'Sidan saknar sidhuvud. Börja med "---", raden "title: …" och "---".'
        if text.startswith("---\n"):
            message = (
                'Sidhuvudet stängs aldrig. Skriv "---" på en egen rad efter sidhuvudets rader.'
            )
        raise Unreadable(Problem(name, 1, 1, message))
    try:
        head = read_yaml(match[1], name, PageHead, first_line=2)
    except Unreadable as error:
        problems.extend(error.problems)
    problems.extend(_head_faults(name, match[1], head))
    # The head is blanked out, so that positions in the body are positions in the file.
    body = "\n" * match[0].count("\n") + text[match.end() :]
    found = expressions.parse(name, body)
    problems.extend(found.problems)
    calls = []
    lines = body.split("\n")
    for expression in found.expressions:
        problems.extend(
            _not_alone(name, expression, body[expression.start : expression.end], lines)
        )
        try:
            calls.append(expressions.as_call(name, expression, macros))
        except Unreadable as error:
            problems.extend(error.problems)
    problems.extend(_markup(name, found.text, (markdown_faults, _brace_faults)))
    if problems or head is None:
        raise Unreadable(*sorted(problems))
    return Page(name, head, tuple(calls), _links(found.text), text.count("\n"))


def _head_faults(name: str, text: str, head: Entry[PageHead] | None) -> Iterator[Problem]:
    """Yields: a problem per line or value of the head that the engine would read otherwise.

    What it cannot read as a head becomes a part of the page, comments and all, and is rendered.
    """
    for number, line in enumerate(text.split("\n"), 2):
        if line.startswith(("#", "%", "...", "---")):
            yield Problem(name, number, 1, "Bara fält får stå i sidhuvudet. Ta bort raden.")
    for key, node in head.node.items.items() if head else ():
        if key in {"title", "description"} and isinstance(node, Scalar) and is_guessed(node):
            message = "Det här läses inte som text. Sätt värdet inom citattecken."
            yield Problem(name, node.line, node.column, message)


def _not_alone(
    name: str, expression: expressions.Expression, call: str, lines: list[str]
) -> Iterator[Problem]:
    """Yields: a problem if a call shares its line, or stands in a paragraph, list or quotation."""
    at = expression.line
    around = lines[at - 2 : at - 1] + lines[at : at + 1]
    if lines[at - 1].rstrip() != call or any(map(str.strip, around)):
        message = (
            "Makrot står inte ensamt på sin rad. "
            "Skriv det först på en egen rad, med tomma rader före och efter."
        )
        yield Problem(name, at, expression.column, message)


def shared_text(name: str, text: str) -> SharedText:
    """One shared text.

    Raises:
        Unreadable: With every problem of the text.
    """
    found = expressions.parse(name, text)
    problems = found.problems + list(_markup(name, found.text, (prose_faults, _brace_faults)))
    parts: list[str | tuple[SharedField]] = []
    end = 0
    for expression in found.expressions:
        try:
            field = expressions.as_field(name, expression)
        except Unreadable as error:
            problems.extend(error.problems)
            continue
        parts += [text[end : expression.start], (field,)]
        end = expression.end
    if problems:
        raise Unreadable(*sorted(problems))
    return SharedText(name, (*parts, text[end:]), _links(found.text))


def _brace_faults(text: str) -> Iterator[tuple[int, str]]:
    """Yields: one fault per brace that is not a heading's own id, such as `## Titel { #titel }`."""
    ids = {m.start(1) for m in re.finditer(r"^#{1,6} .*(\{ #[a-z0-9-]+ \})$", text, re.MULTILINE)}
    for match in re.finditer(r"\{", text):
        if match.start() not in ids:
            yield (
                match.start(),
                _NO_BRACES,
            )


def _markup(name: str, text: str, rules: Iterable[Rule]) -> Iterator[Problem]:
    seen = set()
    for rule in rules:
        for offset, message in rule(text):
            if offset not in seen:
                seen.add(offset)
                yield Problem(name, *place(text, offset), message)


def _links(text: str) -> tuple[Link, ...]:
    return tuple(Link(target, *place(text, at)) for at, target in link_targets(text))
