"""Whatever happens to a file, it is valid or a problem with a place and a sentence: no traceback.

Files of the real data are changed at random, as text, as bytes and as fields, and checked with all
the rest. A hundred, the same each time, in `make test`; two thousand others in `make soak`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.problems import Problem
from tests.conftest import ROOT, copy_project
from tests.mutating import Project
from tests.wording import form_faults

Change = Callable[[bytes], bytes]

FILES = [
    path.relative_to(ROOT).as_posix()
    for folder in ("content", "plans")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.is_file() and not path.name.startswith(".")
]
ODD = "{}[]()<>&*!|>%@`'\"#:-?,\\\t\n\r\0 \u202e\ufeff\u2028\u00a0åÄ0~"
SIGNS = [
    *ODD,
    "- ",
    ": ",
    " #",
    "---\n",
    "\n\n",
    "[[",
    "]]",
    "{{ ",
    " }}",
    "{% if x %}",
    "<b>",
    "](x)",
]
VALUES = [
    *('""', "''", "[]", "{}", "- a", "a: b", "null", "~", "true", "ja", "0", "-1", "2022", "1e9"),
    *("2026-02-30", "2999-01-01", "24:00", "112", "08-465 004 12", "hassleholm/2022", "/symboler/"),
    *("https://www.example.org", "a@example.org", "#0b5c7a", "|", ">", "*a", "&a", "!a", "%", "@"),
    *(
        '"',
        "'",
        "å",
        "[[tre]]",
        "[[",
        "{{ plan.year }}",
        "<b>",
        "[a](/b/)",
        "19121212-1212",
        "x" * 5000,
    ),
]
PLACES = st.integers(0, 10**9)
"""A place in a file of whatever length: its remainder counts."""


def cut(at: int, length: int) -> Change:
    return lambda data: data[: at % len(data)] + data[at % len(data) + length :]


def insert(at: int, sign: bytes) -> Change:
    return lambda data: data[: at % len(data)] + sign + data[at % len(data) :]


def end(at: int) -> Change:
    return lambda data: data[: at % len(data)]


def line(at: int, change: Callable[[bytes], bytes]) -> Change:
    def changed(data: bytes) -> bytes:
        lines = data.split(b"\n")
        lines[at % len(lines)] = change(lines[at % len(lines)])
        return b"\n".join(lines)

    return changed


def swap(one: int, other: int) -> Change:
    def swapped(data: bytes) -> bytes:
        lines = data.split(b"\n")
        i, j = one % len(lines), other % len(lines)
        lines[i], lines[j] = lines[j], lines[i]
        return b"\n".join(lines)

    return swapped


def repeat(at: int, count: int) -> Change:
    def repeated(data: bytes) -> bytes:
        lines = data.split(b"\n")
        start = at % len(lines)
        return b"\n".join([*lines[: start + count], *lines[start:]])

    return repeated


def value(written: str) -> Callable[[bytes], bytes]:
    """Another value for the field, or the item, on a line."""
    return lambda old: (
        old[: max(old.find(b": "), old.find(b"- ")) + 2] + written.encode() if old.strip() else old
    )


def field(at: int, change: str, other: Any) -> Change:  # noqa: ANN401 - whatever YAML holds
    """One value of a YAML file taken away, doubled, renamed, or put in place of by another."""

    def changed(data: bytes) -> bytes:
        try:
            tree = yaml.load(data, Loader=yaml.CBaseLoader)  # noqa: S506 - makes texts of all
        except (yaml.YAMLError, UnicodeDecodeError):
            return data
        holders: list[tuple[Any, Any]] = []
        rest = [tree]
        while rest:
            node = rest.pop()
            keys = list(node) if isinstance(node, dict) else range(len(node))
            holders += [(node, key) for key in keys]
            rest += [node[key] for key in keys if isinstance(node[key], dict | list)]
        if not isinstance(tree, dict | list) or not holders:
            return data
        node, key = holders[at % len(holders)]
        if change == "take away":
            del node[key]
        elif change == "double" and isinstance(node, list):
            node.append(node[key])
        elif change == "rename" and isinstance(node, dict):
            node[f"{key}s"] = node.pop(key)
        elif change == "wrap":
            node[key] = [node[key]]
        else:
            node[key] = other
        return yaml.dump(
            tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6
        ).encode()

    return changed


CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(cut, PLACES, st.integers(1, 200)),
    st.builds(insert, PLACES, st.sampled_from(SIGNS).map(str.encode)),
    st.builds(insert, PLACES, st.binary(min_size=1, max_size=3)),
    st.builds(end, PLACES),
    st.builds(swap, PLACES, PLACES),
    st.builds(repeat, PLACES, st.integers(1, 12)),
    st.builds(line, PLACES, st.sampled_from(VALUES).map(value)),
    st.builds(line, PLACES, st.integers(0, 8).map(lambda n: lambda old: b" " * n + old.lstrip())),
    st.builds(
        field,
        PLACES,
        st.sampled_from(["take away", "double", "rename", "wrap", "replace"]),
        st.sampled_from([*VALUES, [], {}, ["a", "a"], {"a": "b"}, [{"id": "a"}], "", "a\n\nb"]),
    ),
)
SAME = settings(
    max_examples=100,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(copy_project(tmp_path_factory.mktemp("ett projekt") / "portalen"))


def lies_inside(problem: Problem, data: bytes) -> bool:
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return (
        1 <= problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1
    )


def check(project: Project, name: str, changes: list[Change]) -> None:
    data = (project.root / name).read_bytes()
    for change in changes:
        data = change(data) if data else data
    told = project.told(name, data)
    if project.refused(name, data):
        accused = [p for p in told if p.file != name and p.severity == "error"]
        assert not accused, "nothing else is wrong where one file cannot be read"
    for problem in told:
        path = Path(project.root / problem.file)
        if path.exists():
            assert lies_inside(problem, data if problem.file == name else path.read_bytes()), (
                problem
            )
        assert not form_faults(problem), problem


@SAME
@given(name=st.sampled_from(FILES), changes=st.lists(CHANGES, min_size=1, max_size=3))
def test_a_changed_file_is_valid_or_a_problem(
    project: Project, name: str, changes: list[Change]
) -> None:
    check(project, name, changes)


@pytest.mark.soak
@settings(SAME, max_examples=2000, derandomize=False, print_blob=True)
@given(name=st.sampled_from(FILES), changes=st.lists(CHANGES, min_size=1, max_size=3))
def test_two_thousand_changed_files_are_valid_or_problems(
    project: Project, name: str, changes: list[Change]
) -> None:
    check(project, name, changes)
