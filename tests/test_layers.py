"""Data flows one way through the house: a module imports only from the rooms to its left."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

MACROS = Path(__file__).parent.parent / "macros"
ROOMS = [
    *("problems", "source", "model", "refusals", "reading", "portal", "pages", "checks", "views"),
    *("comparing", "drafting", "verifying", "render", "fragments", "search", "schema"),
    *("finishing", "server", "publishing", "commands", "__main__", "__init__"),
]
MODULES = sorted(MACROS.rglob("*.py"))


def room(path: Path) -> int:
    first = path.relative_to(MACROS).parts[0].removesuffix(".py")
    return ROOMS.index(first)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(MACROS).as_posix())
def test_a_module_imports_nothing_to_its_right(path: Path) -> None:
    for name in imports(path):
        if name.startswith("macros."):
            assert ROOMS.index(name.split(".")[1]) <= room(path), f"{path.name} imports {name}"


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("yaml", {"source"}),
        ("ruamel", {"source"}),
        ("mkdocs", {"commands"}),
        ("brotli", {"finishing"}),
        ("jinja2", {"pages", "render"}),
        ("markdown", {"render"}),
        ("nh3", {"render"}),
        ("livereload", {"commands"}),
        ("phonenumbers", {"model", "views"}),
        ("idna", {"model"}),
        ("personnummer", {"model"}),
        ("holidays", {"views"}),
        ("selectolax", {"finishing", "search"}),
        ("snowballstemmer", {"search"}),
        ("sphinx", {"search"}),
    ],
)
def test_a_library_is_met_in_its_own_rooms_only(library: str, rooms: set[str]) -> None:
    met = {
        ROOMS[room(path)]
        for path in MODULES
        for name in imports(path)
        if name.split(".")[0] == library
    }
    assert met == rooms


def test_the_server_imports_nothing_but_itself_and_the_standard_library() -> None:
    for path in MACROS.joinpath("server").glob("*.py"):
        for name in imports(path):
            ours = name.startswith("macros.server.")
            assert ours or name.split(".")[0] in sys.stdlib_module_names, f"{path.name}: {name}"


def test_only_commands_and_the_server_print() -> None:
    for path in MODULES:
        calls = [n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Call)]
        prints = any(isinstance(c.func, ast.Name) and c.func.id == "print" for c in calls)
        assert not prints or ROOMS[room(path)] in {"server", "commands", "__main__"}, path.name


def test_no_module_holds_html() -> None:
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert "</" not in node.value, f"{path.name}: {node.value[:40]}"


def test_every_module_says_what_it_is_in_its_first_line() -> None:
    for path in MODULES:
        assert path.read_text(encoding="utf-8").startswith('"""'), path.name
