"""What stands between double braces on a page: calls and fields, and nothing that could run."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.problems import Problem, suggestion
from macros.source import Unreadable, place

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
"""A macro's parameters, each with what it refers to."""


@dataclass(frozen=True)
class Call:
    """One macro call on a page: its name, its arguments by parameter, and where it stands."""

    macro: str
    arguments: Mapping[str, str]
    line: int
    column: int


@dataclass(frozen=True)
class Expression:
    """A `{{ … }}`: what it says as a syntax tree, and where it stands."""

    node: nodes.Expr
    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True)
class Parsed:
    """What a text's braces hold, the problems found on the way, and the text without them."""

    expressions: list[Expression]
    problems: list[Problem]
    text: str
    """The text with every expression blanked out, as long as before."""


_SHAPES = {
    "municipality": "kommun",
    "place": "kommun/distrikt",
    "plan": "kommun/distrikt/år",
    "unit": "kommun/roll",
}
"""What an argument looks like, by what it refers to."""

_ENVIRONMENT = Environment(autoescape=True)
_OPENING = re.compile(r"\{\{|\{%|\{#")
_ONLY_CALLS = (
    "Programkod är inte tillåten i en sida. "
    'Skriv bara ett makro med text inom citattecken, till exempel {{ contact_list("stockholm") }}.'
)


def parse(name: str, text: str) -> Parsed:
    """The expressions of a text; statements, comments and what is no expression are problems."""
    expressions: list[Expression] = []
    problems: list[Problem] = []
    blank = text
    position = 0
    while match := _OPENING.search(text, position):
        start = match.start()
        line, column = place(text, start)
        end = text.find("}}", start)
        trimmed = text[start + 2 : start + 3] in {"-", "+"} or text[end - 1 : end] in {"-", "+"}
        if match[0] != "{{" or end < 0 or trimmed:
            problems.append(Problem(name, line, column, _ONLY_CALLS))
            # What follows cannot be told apart from the code: one problem a place is enough.
            stop = text.find("%}" if match[0] == "{%" else "#}", start)
            end = stop if stop >= 0 else text.find("\n", start)
            end = len(text) - 2 if end < 0 else end
        else:
            try:
                expressions.append(
                    Expression(_expression(text[start : end + 2]), start, end + 2, line, column)
                )
            except TemplateSyntaxError:
                problems.append(Problem(name, line, column, _ONLY_CALLS))
        position = max(end + 2, start + 2)
        blank = blank[:start] + re.sub(r"[^\n]", " ", blank[start:position]) + blank[position:]
    return Parsed(expressions, problems, blank)


def _expression(source: str) -> nodes.Expr:
    """The one expression of a template that holds nothing else."""
    body = _ENVIRONMENT.parse(source).body
    output = body[0] if len(body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise TemplateSyntaxError("not one expression", 1)
    return output.nodes[0]


def as_call(name: str, expression: Expression, macros: Mapping[str, Parameters]) -> Call:
    """The expression as a call of a known macro with literal texts.

    Raises:
        Unreadable: It is anything else.
    """
    node, line, column = expression.node, expression.line, expression.column
    if isinstance(node, nodes.Name) and node.name in macros:
        message = f"Makrot saknar parenteser. Skriv {_written(node.name, macros[node.name])}."
        raise Unreadable(Problem(name, line, column, message))
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
        hint = suggestion(macro, macros) or " De som finns räknas upp i CONTRIBUTING.md."
        raise Unreadable(Problem(name, line, column, f'Det finns inget makro "{macro}".{hint}'))
    values = [a.value for a in node.args if isinstance(a, nodes.Const)]
    if len(values) != len(macros[macro]):
        message = f"Fel antal värden i makrot. Skriv {_written(macro, macros[macro])} med rätt id."
        raise Unreadable(Problem(name, line, column, message))
    return Call(macro, dict(zip(macros[macro], values, strict=True)), line, column)


def _written(macro: str, parameters: Parameters) -> str:
    """A macro's call with the shapes of its arguments."""
    arguments = ", ".join(f'"{_SHAPES[parameter]}"' for parameter in parameters)
    return f"{{{{ {macro}({arguments}) }}}}"


def as_field(name: str, expression: Expression) -> SharedField:
    """The expression as a field that a shared text may fill in.

    Raises:
        Unreadable: It is anything else, such as a method of the plan.
    """
    node = expression.node
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        for field in SHARED_FIELDS:
            if node.node.name == "plan" and node.attr == field:
                return field
    fields = ", ".join(f"plan.{field}" for field in SHARED_FIELDS)
    message = f"Det här kan inte fyllas i. Skriv ett av: {fields}."
    raise Unreadable(Problem(name, expression.line, expression.column, message))
