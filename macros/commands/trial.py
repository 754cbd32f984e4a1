"""What the check would say of another text in a file, before it is written."""

import shutil
import sys
import tempfile
from pathlib import Path

from macros import portal
from macros.commands import check
from macros.problems import Problem


def found_anew(root: Path, name: str, text: str) -> list[Problem]:
    """The problems that a project would have with a text in one of its files, and has not now.

    Args:
        root: The project's folder.
        name: The file in plans/.
        text: The text that it would have.
    """
    print("Prövar ändringen …", file=sys.stderr)
    before = check.found(root, portal.load(root))
    known = {(problem.file, problem.message) for problem in before}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / "plans", copy / "plans", symlinks=True)
        (copy / name).write_text(text, encoding="utf-8")
        after = check.found(root, portal.load(copy))
    return [problem for problem in after if (problem.file, problem.message) not in known]
