"""Each mistake in tests/cases/mutations/, made in the real data, is told at its place.

A case makes one mistake in one file of the project. Its keys:

- `file`: the file.
- `after`: words that stand there once, such as the id of the record; left out where `find` does.
- `find`: the first place after that; `…` is the rest of a line. `replace`: what stands there
  instead, with `…` for the same rest; left out where the words are taken away.
- `text`: what the whole file says instead, of which the case then knows everything.
- `places`: words of other files, by file, where a problem is told too.
- `today`: the day of the check, else TODAY.
- `problems`: every line that `planportal check` then prints besides what it prints anyway.

The marks ①②③ in `after`, `replace`, `text` and `places` are not in the file. They say what place
is meant: `①` after a file's name in a problem stands for line and column, elsewhere for the line.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.model.follow_up import Outcomes
from macros.portal.files import FILES, model_of
from macros.problems import as_text
from tests.conftest import copy_project
from tests.mutating import TODAY, Places, Project, mutated, seen

CASES = sorted((Path(__file__).parent / "cases" / "mutations").glob("*.yml"))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(copy_project(tmp_path_factory.mktemp("ett projekt") / "portalen"))


def expected(case: dict[str, Any], places: dict[tuple[str, str], tuple[int, int]]) -> list[str]:
    """The lines of a case with its marks filled in."""
    lines = []
    for written in case["problems"]:
        file, _, message = written.partition(":")
        for (where, mark), (line, column) in places.items():
            if where == file:
                message = re.sub(f"^{mark}", f"{line}:{column}", message).replace(mark, str(line))
        lines.append(f"{file}:{message}")
    return lines


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_mistake_in_the_real_data_is_told_at_its_place(path: Path, project: Project) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = (project.root / case["file"]).read_text(encoding="utf-8")
    changed, marks = mutated(text, case)
    places = _by_file(case["file"], marks)
    for name, words in case.get("places", {}).items():
        places |= _by_file(name, seen((project.root / name).read_text(encoding="utf-8"), words))
    found = project.told(case["file"], changed.encode(), case.get("today", TODAY))
    assert as_text(found).splitlines() == expected(case, places)


def _by_file(name: str, marks: Places) -> dict[tuple[str, str], tuple[int, int]]:
    return {(name, mark): place for mark, place in marks.items()}


def test_there_are_mistakes_in_each_kind_of_file() -> None:
    files = {yaml.safe_load(path.read_text(encoding="utf-8"))["file"] for path in CASES}
    there = {model for _, model in FILES if model is not Outcomes}
    assert len(CASES) >= 60
    assert there <= {model_of(file) for file in files}
    assert any(file.startswith("content/") for file in files)
