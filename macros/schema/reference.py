"""The field reference for coordinators, in Markdown: every field of every file, and every rule."""

import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Iterator, Mapping

from macros import checks
from macros.checks.references_exist import NAMES
from macros.schema.kinds import KINDS, Kind
from macros.schema.records import Node, records, without_null

_HEAD = """\
# Alla fält och regler

Här står vad varje fil i `plans/` kan innehålla, och sist vad kontrollen stoppar. Hur du gör en \
ändring steg för steg står i [CONTRIBUTING.md](../CONTRIBUTING.md). Sidan skrivs av \
`planportal schema`: ändra inte i den för hand.

Ett fält med ”ja” under Krävs måste finnas. Alla andra utelämnar du när källan inte säger \
något. *Egna fält* har en egen tabell längre ned, under fältets namn. *Text* är ett enda stycke, \
*löptext* får ha flera, med listor och länkar: se \
[Regler för hur du skriver](../CONTRIBUTING.md#regler-för-hur-du-skriver).
"""
_RULES = """\
## Regler

Utöver fälten kontrolleras det här. Det som stoppas måste rättas innan sidorna kan byggas. Ett råd \
stoppar inget.
"""
_PARTS = re.compile(r"\n(?=(?:Godkänns|Stoppas|Råd): )")


def reference() -> str:
    """The whole page."""
    parts = [_HEAD, *(f"- [{kind.title}](#{_anchor(kind.title)})" for kind in KINDS)]
    parts += ["- [Regler](#regler)", ""]
    for kind in KINDS:
        parts += _kind(kind)
    parts += [_RULES]
    for found in pkgutil.iter_modules(checks.__path__):
        rule = importlib.import_module(f"{checks.__name__}.{found.name}")
        parts += _rule(inspect.getdoc(getattr(rule, "check_on", None) or rule.check) or "")
    return "\n".join(parts).rstrip() + "\n"


def _anchor(title: str) -> str:
    """Where the git hosts put a heading."""
    return re.sub(r"[^\w-]", "", title.lower().replace(" ", "-"))


def _kind(kind: Kind) -> Iterator[str]:
    """Yields: the lines on one kind of file, its records in the order in which they are met."""
    whole, parts = records(kind.model)
    files = ", ".join(f"`{_path(glob)}`" for glob in kind.globs if not re.search("^!|/19", glob))
    yield f"## {kind.title}\n\n{files}\n"
    yield from _table(whole)
    met: dict[str, list[str]] = {}
    _meet(whole, parts, met)
    for name, fields in met.items():
        chosen = parts[name]["properties"].get("kind", {}).get("const")
        choice = f" med `kind: {chosen}`" if chosen else ""
        yield f"### Under {' och '.join(f'`{field}`' for field in fields)}{choice}\n"
        yield from _table(parts[name])


def _path(glob: str) -> str:
    """Where a file lies, as CONTRIBUTING.md writes it."""
    named = glob.replace("20*", "<år>").replace("follow-up/*", "follow-up/<år>")
    named = named.replace("routines/*", "routines/<namn>")
    return (
        named.replace("*/*/", "<kommun>/<distrikt>/").replace("**/", "…/").replace("*", "<kommun>")
    )


def _meet(record: Node, parts: Mapping[str, Node], met: dict[str, list[str]]) -> None:
    """Note by which fields each further record is reached, in the order of a file."""
    for field, node in record["properties"].items():
        for name in re.findall(r'"#/\$defs/(\w+)"', json.dumps(node)):
            fields = met.setdefault(name, [])
            if field not in fields:
                fields.append(field)
                _meet(parts[name], parts, met)


def _table(record: Node) -> Iterator[str]:
    yield "| Fält | Krävs | Vad du skriver | Vad det är |\n| --- | --- | --- | --- |"
    for name, node in record["properties"].items():
        required = "ja" if name in record.get("required", ()) else ""
        words = " ".join([f"{node['title']}.", node["description"], *_examples(node)])
        yield f"| `{name}` | {required} | {_what(without_null(node))} | {_cell(words)} |"
    yield ""


def _examples(node: Node) -> Iterator[str]:
    for example in node.get("examples", ()):
        yield f"Exempel: `{example}`."


def _what(node: Node) -> str:
    """Of what kind a value is, or which ones are allowed."""
    if "items" in node:
        return f"lista: {_what(node['items'])}"
    if "x-reference" in node:
        return f"id: {NAMES[node['x-reference']]}"
    if "const" in node or "enum" in node:
        return ", ".join(f"`{value}`" for value in node.get("enum", [node.get("const")]))
    return str(node.get("x-name") or ("text" if node.get("type") == "string" else "egna fält"))


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _rule(page: str) -> Iterator[str]:
    """Yields: the lines on one rule; its first sentence is the heading."""
    head, _, rest = page.partition("\n\n")
    yield f"### {_flowing(head).removesuffix('.')}\n"
    for paragraph in rest.split("\n\n"):
        for part in _PARTS.split(paragraph):
            label, colon, words = _flowing(part).partition(": ")
            listed = colon and label in {"Godkänns", "Stoppas", "Råd"}
            yield f"- **{label}:** {words}" if listed else f"{_flowing(part)}\n"
    yield ""


def _flowing(lines: str) -> str:
    return " ".join(lines.split())
