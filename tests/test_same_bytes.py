"""The same version gives the same release, whoever builds it, where and when."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from macros.finishing.release import MANIFEST
from tests.conftest import ROOT, copy_project
from tests.test_diff import git
from tests.test_release import verify

ONE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "UMASK": "0077"}
OTHER = {"TZ": "America/Anchorage", "LC_ALL": "sv_SE.UTF-8", "PYTHONHASHSEED": "2", "UMASK": "0002"}
OTHER |= {"SOURCE_DATE_EPOCH": "86400", "COLUMNS": "40", "HOME": "/finns-inte"}


def built(saved: Path, folder: Path, settings: dict[str, str]) -> Path:
    """The site that a fresh clone gives in a process of its own."""
    git(saved, "clone", "--quiet", str(saved), str(folder))
    old = float(settings["PYTHONHASHSEED"]) * 86400 * 1000
    for path in folder.rglob("*"):
        os.utime(path, (old, old))
    done = subprocess.run(
        ["sh", "-c", 'umask "$UMASK" && exec "$0" -m macros build', sys.executable],  # noqa: S607
        cwd=folder,
        env={**os.environ, **settings, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_two_clones_of_one_version_give_the_same_bytes(tmp_path: Path) -> None:
    saved = copy_project(tmp_path / "här")
    (saved / ".gitignore").write_text((ROOT / ".gitignore").read_text())
    git(saved, "init", "--quiet")
    git(saved, "add", ".")
    git(saved, "commit", "--quiet", "--message", "Allt")
    one = built(saved, tmp_path / "ett", ONE)
    other = built(saved, tmp_path / "en annan dator" / "två", OTHER)
    lines, others = ((site / MANIFEST).read_bytes().splitlines() for site in (one, other))
    assert set(lines) ^ set(others) == set()
    assert lines == others
    for site in (one, other):
        assert verify(site).returncode == 0
        modes = {oct(path.stat().st_mode) for path in (site, *site.rglob("*"))}
        assert modes == {"0o40755", "0o100644"}
        text = "".join(path.read_text("utf-8") for path in site.rglob("*.html"))
        assert str(tmp_path) not in text


CLOCK = {"now", "today", "utcnow", "time", "localtime", "gmtime"}
MAKE_PAGES = ("model", "portal", "pages", "views", "comparing", "search", "finishing")


def clock_readers() -> Iterator[str]:
    macros = ROOT / "macros"
    rooms = [path for room in MAKE_PAGES for path in (macros / room).rglob("*.py")]
    for path in [*rooms, *(macros / f"{name}.py" for name in ("fragments", "render", "reading"))]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            # The name of a module or a class, and what is asked of it: `dt.datetime.now`.
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in CLOCK
            ):
                yield path.relative_to(macros).as_posix()


def test_nothing_that_makes_pages_reads_the_clock_but_where_no_version_is_told() -> None:
    assert list(clock_readers()) == ["views/opening.py"]
