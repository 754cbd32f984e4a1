"""Whatever happens to a file, it is either valid or a problem with a place: never a traceback.

A hundred random mutations of the real data in `make test`, two thousand in `make soak`.
"""

import random
from collections.abc import Callable

import pytest

from macros import pages
from macros.fragments import PARAMETERS
from macros.model.contact import Contacts
from macros.model.place import Municipality
from macros.model.plan import Plan
from macros.model.types import Record
from macros.reading import read_yaml
from macros.source import Unreadable, decode
from tests.conftest import ROOT

FILES: list[tuple[str, type[Record]]] = [
    ("plans/hassleholm/2022.yml", Plan),
    ("plans/hassleholm/contacts.yml", Contacts),
    ("plans/national/contacts.yml", Contacts),
    ("plans/stockholm/municipality.yml", Municipality),
    ("plans/stockholm/skarholmen/2019.yml", Plan),
]
ODD = "{}[]()<>&*!|>%@`'\"#:-?,\\\t\n\0 \u202e\ufeff\u2028åÄ0~"
SIGNS = [*ODD, "- ", ": ", " #", "---\n"]


def cut(random_: random.Random, data: bytes) -> bytes:
    start, end = sorted(random_.sample(range(len(data)), 2))
    return data[:start] + data[min(end, start + random_.randrange(1, 200)) :]


def insert(random_: random.Random, data: bytes) -> bytes:
    at = random_.randrange(len(data))
    sign: bytes = random_.choice(SIGNS).encode()
    return data[:at] + sign * random_.randrange(1, 4) + data[at:]


def flip(random_: random.Random, data: bytes) -> bytes:
    at = random_.randrange(len(data))
    return data[:at] + bytes([random_.randrange(256)]) + data[at + 1 :]


def swap_lines(random_: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    first, second = random_.sample(range(len(lines)), 2)
    lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


def indent(random_: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = random_.randrange(len(lines))
    lines[at] = b" " * random_.randrange(1, 5) + lines[at].lstrip()
    return b"\n".join(lines)


MUTATIONS: list[Callable[[random.Random, bytes], bytes]] = [cut, insert, flip, swap_lines, indent]


def mutate(seed: int) -> None:
    random_ = random.Random(seed)  # noqa: S311 - chance, not secrecy
    name, model = random_.choice(FILES)
    data = (ROOT / name).read_bytes()
    for _ in range(random_.randrange(1, 4)):
        data = random_.choice(MUTATIONS)(random_, data)
    try:
        read_yaml(decode(data, name), name, model)
    except Unreadable as error:
        assert error.problems
        lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        for problem in error.problems:
            assert 1 <= problem.line <= lines.count("\n") + 1, problem
            assert problem.column >= 1, problem
            assert problem.message.endswith((".", "?")), problem


def mutate_page(seed: int) -> None:
    random_ = random.Random(seed)  # noqa: S311 - chance, not secrecy
    data = (ROOT / "content" / "index.md").read_bytes()
    for _ in range(random_.randrange(1, 4)):
        data = random_.choice(MUTATIONS)(random_, data)
    try:
        pages.page("content/index.md", decode(data, "content/index.md"), PARAMETERS)
    except Unreadable as error:
        assert error.problems


@pytest.mark.parametrize("seed", range(100))
def test_a_mutated_file_is_valid_or_a_problem(seed: int) -> None:
    mutate(seed)
    mutate_page(seed)


@pytest.mark.soak
@pytest.mark.parametrize("start", range(0, 2000, 100))
def test_two_thousand_mutated_files_are_valid_or_problems(start: int) -> None:
    for seed in range(start, start + 100):
        mutate(1_000_000 + seed)
        mutate_page(1_000_000 + seed)
