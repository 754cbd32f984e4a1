"""content/ as parsed pages and shared texts: which macros they call, and that they do nothing else.

The page engine's templates are not sandboxed and its Markdown does not escape, so all that is not
text, a macro call with literal arguments, or (in shared text) a declared field is refused here.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.model.markup import link_targets, markdown_faults, prose_faults
from macros.model.page import PageHead
from macros.problems import Problem, suggestion
from macros.reading import Entry, data_files, read_text, read_yaml
from macros.source import Unreadable

TEXTS = "content/texter/"

SharedField = Literal["title", "year", "body", "district", "goal", "next_revision"]
SHARED_FIELDS: Mapping[SharedField, str] = {
    "title": "planens titel",
    "year": "planens år",
    "body": "nämnden",
    "district": "distriktet",
    "goal": "planens mål",
    "next_revision": "den tid som planen anger",
}
"""What a shared text may fill in from the plan, with the words that stand for it elsewhere."""

Parameters = Mapping[str, str]
Rule = Callable[[str], Iterator[tuple[int, str]]]


@dataclass(frozen=True)
class Call:
    """One macro call on a page: its name, its arguments by parameter, and where it stands."""

    macro: str
    arguments: Mapping[str, str]
    line: int
    column: int


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
        path = self.file.removeprefix("content/").removesuffix(".md").removesuffix("index")
        return f"/{path.strip('/')}/".replace("//", "/")


@dataclass(frozen=True)
class SharedText:
    """A text that plans share: prose, with the places where a plan's own values go."""

    file: str
    parts: tuple[str | tuple[SharedField], ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Pages:
    """All of content/, and the problems of what may not be published."""

    pages: tuple[Page, ...]
    texts: Mapping[str, SharedText]
    problems: tuple[Problem, ...]


def load(root: Path, macros: Mapping[str, Parameters]) -> Pages:
    """The pages of the project at `root`.

    Args:
        root: The project's folder.
        macros: What a page may call: for each name its parameters and what they refer to.
    """
    files, problems = data_files(root, "content", ".md")
    pages: list[Page] = []
    texts: dict[str, SharedText] = {}
    for name, path in files.items():
        try:
            text = read_text(path, name)
            if name.startswith(TEXTS):
                texts[name.removeprefix("content/")] = shared_text(name, text)
            else:
                pages.append(page(name, text, macros))
        except Unreadable as error:
            problems.extend(error.problems)
    return Pages(tuple(pages), texts, tuple(sorted(problems)))


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
        raise Unreadable(Problem(name, 1, 1, message))
    try:
        head = read_yaml(match[1], name, PageHead, first_line=2)
    except Unreadable as error:
        problems.extend(error.problems)
    # The head is blanked out, so that positions in the body are positions in the file.
    body = "\n" * match[0].count("\n") + text[match.end() :]
    found = _parse(name, body)
    problems.extend(found.problems)
    calls = []
    for expression in found.expressions:
        try:
            calls.append(_call(name, expression, macros))
        except Unreadable as error:
            problems.extend(error.problems)
    problems.extend(_markup(name, found.text, (markdown_faults, _brace_faults)))
    if problems or head is None:
        raise Unreadable(*sorted(problems))
    return Page(name, head, tuple(calls), _links(found.text), text.count("\n"))


def shared_text(name: str, text: str) -> SharedText:
    """One shared text.

    Raises:
        Unreadable: With every problem of the text.
    """
    found = _parse(name, text)
    problems = found.problems + list(_markup(name, found.text, (prose_faults, _brace_faults)))
    parts: list[str | tuple[SharedField]] = []
    end = 0
    for expression in found.expressions:
        try:
            field = _field(name, expression)
        except Unreadable as error:
            problems.extend(error.problems)
            continue
        parts += [text[end : expression.start], (field,)]
        end = expression.end
    if problems:
        raise Unreadable(*sorted(problems))
    return SharedText(name, (*parts, text[end:]), _links(found.text))


@dataclass(frozen=True)
class _Expression:
    """A `{{ … }}`: what it says as a syntax tree, and where it stands."""

    node: nodes.Expr
    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True)
class _Parsed:
    expressions: list[_Expression]
    problems: list[Problem]
    text: str
    """The text with every expression blanked out, as long as before."""


_SHAPES = {
    "municipality": "kommun",
    "place": "kommun/distrikt",
    "plan": "kommun/distrikt/år",
}
"""What an argument looks like, by what it refers to."""

_ENVIRONMENT = Environment(autoescape=True)
_OPENING = re.compile(r"\{\{|\{%|\{#")
_ONLY_CALLS = (
    "Programkod är inte tillåten i en sida. "
    'Skriv bara ett makro med text inom citattecken, till exempel {{ contact_list("stockholm") }}.'
)


def _parse(name: str, text: str) -> _Parsed:
    expressions: list[_Expression] = []
    problems: list[Problem] = []
    blank = text
    position = 0
    while match := _OPENING.search(text, position):
        start = match.start()
        line, column = _place(text, start)
        end = text.find("}}", start)
        if match[0] != "{{" or end < 0:
            problems.append(Problem(name, line, column, _ONLY_CALLS))
            # What follows cannot be told apart from the code: one problem a place is enough.
            stop = text.find("%}" if match[0] == "{%" else "#}", start)
            end = stop if stop >= 0 else text.find("\n", start)
            end = len(text) - 2 if end < 0 else end
        else:
            try:
                expressions.append(
                    _Expression(_expression(text[start : end + 2]), start, end + 2, line, column)
                )
            except TemplateSyntaxError:
                problems.append(Problem(name, line, column, _ONLY_CALLS))
        position = max(end + 2, start + 2)
        blank = blank[:start] + re.sub(r"[^\n]", " ", blank[start:position]) + blank[position:]
    return _Parsed(expressions, problems, blank)


def _expression(source: str) -> nodes.Expr:
    """The one expression of a template that holds nothing else."""
    body = _ENVIRONMENT.parse(source).body
    output = body[0] if len(body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise TemplateSyntaxError("not one expression", 1)
    return output.nodes[0]


def _call(name: str, expression: _Expression, macros: Mapping[str, Parameters]) -> Call:
    node, line, column = expression.node, expression.line, expression.column
    if (
        not isinstance(node, nodes.Call)
        or not isinstance(node.node, nodes.Name)
        or node.dyn_args is not None
        or node.dyn_kwargs is not None
        or not all(isinstance(a, nodes.Const) and isinstance(a.value, str) for a in node.args)
        or node.kwargs
    ):
        raise Unreadable(Problem(name, line, column, _ONLY_CALLS))
    macro = node.node.name
    if macro not in macros:
        hint = suggestion(macro, macros) or f" Makron som finns: {', '.join(sorted(macros))}."
        raise Unreadable(Problem(name, line, column, f'Det finns inget makro "{macro}".{hint}'))
    values = [a.value for a in node.args if isinstance(a, nodes.Const)]
    if len(values) != len(macros[macro]):
        arguments = ", ".join(f'"{_SHAPES[parameter]}"' for parameter in macros[macro])
        message = f"Fel antal värden i makrot. Skriv {{{{ {macro}({arguments}) }}}} med rätt id."
        raise Unreadable(Problem(name, line, column, message))
    return Call(macro, dict(zip(macros[macro], values, strict=True)), line, column)


def _field(name: str, expression: _Expression) -> SharedField:
    node = expression.node
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        for field in SHARED_FIELDS:
            if node.node.name == "plan" and node.attr == field:
                return field
    fields = ", ".join(f"plan.{field}" for field in SHARED_FIELDS)
    message = f"Det här kan inte fyllas i. En gemensam text kan fylla i: {fields}."
    raise Unreadable(Problem(name, expression.line, expression.column, message))


def _brace_faults(text: str) -> Iterator[tuple[int, str]]:
    """Yields: one fault per brace that is not a heading's own id, such as `## Titel { #titel }`."""
    ids = {m.start(1) for m in re.finditer(r"^#{1,6} .*(\{ #[a-z0-9-]+ \})$", text, re.MULTILINE)}
    for match in re.finditer(r"\{", text):
        if match.start() not in ids:
            yield (
                match.start(),
                "Klamrar är inte tillåtna. Ta bort dem; bara en rubrik får ha { #id }.",
            )


def _markup(name: str, text: str, rules: Iterable[Rule]) -> Iterator[Problem]:
    seen = set()
    for rule in rules:
        for offset, message in rule(text):
            if offset not in seen:
                seen.add(offset)
                yield Problem(name, *_place(text, offset), message)


def _links(text: str) -> tuple[Link, ...]:
    return tuple(Link(target, *_place(text, at)) for at, target in link_targets(text))


def _place(text: str, offset: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1
