"""What `planportal diff` compares: two plans, two files or two revisions, read as two sides."""

import re
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from macros import pages, portal
from macros.commands import naming
from macros.commands.naming import WrongUseError
from macros.commands.revision import FOLDERS, NoRevisionError, commit, extract, fork
from macros.comparing import Report, Side, plan_changes, portal_changes, report, tally
from macros.fragments import PARAMETERS
from macros.portal import Portal
from macros.problems import Problem, suggestion
from macros.source import Unreadable

WORKING_TREE = "det som står i mappen nu"


def compare(root: Path, before: str | None, after: str | None) -> Report:
    """What differs between two plans, two files or two revisions of the project at `root`.

    Args:
        root: The project's folder.
        before: A plan's id, a file or a revision; None for the last commit.
        after: The same kind; None for what stands in the folder now.

    Raises:
        WrongUseError: The two cannot be compared.
        NoRevisionError: Git is missing, or knows no such revision.
        Unreadable: With the problems of a side that cannot be read, each with its side's name.
    """
    data = portal.load(root)
    names = [name for name in (before, after) if name is not None]
    plans = [_plan_id(root, data, name, names) for name in names]
    if len(names) == len(FOLDERS) and all(plans):
        return _plans(root, *(str(plan) for plan in plans))
    files = [Path(name) for name in names if Path(name).is_file()]
    if len(files) == len(FOLDERS):
        return _files(root, *files)
    if any(plans) or files:
        raise WrongUseError("Ange två planer, två filer eller två versioner, inte olika slag.")
    return _revisions(root, before or "HEAD", after, data)


def _plan_id(root: Path, data: Portal, name: str, names: list[str]) -> str | None:
    """The id of the plan that a name means.

    The second of two may be a year alone: that of another plan of the same place.

    Raises:
        WrongUseError: The name means several plans.
    """
    if name.isdigit() and len(names) == len(FOLDERS) and names[0] != name:
        first = naming.plan_id(root, data, names[0])
        name = f"{first.rpartition('/')[0]}/{name}" if first else name
    return naming.plan_id(root, data, name)


def _plans(root: Path, before: str, after: str) -> Report:
    """Two plans of the project, as it stands in the folder."""
    side = _read(root, "")
    places, years = zip(*(plan_id.rsplit("/", 1) for plan_id in (before, after)), strict=True)
    plans = [side.portal.plan(plan_id)[1] for plan_id in (before, after)]
    titles = [f"{side.portal.place(p).title} {y}" for p, y in zip(places, years, strict=True)]
    sides = side.at(places[0]), side.at(places[1])
    changes = plan_changes(sides, "", plans[0], plans[1], rolled=before != after)
    return report(titles, changes, tally(*plans))


def _files(root: Path, before: Path, after: Path) -> Report:
    """Two versions of a file: the whole project with the one in its place, and with the other.

    Raises:
        WrongUseError: Neither stands where the project has such a file.
    """
    places = [_place_in_project(root, path) for path in (after, before)]
    place = next(filter(None, places), None)
    if place is None:
        raise WrongUseError("En av filerna måste ligga i plans/ eller content/texter/ här.")

    names = before.name, after.name
    if before.name == after.name:
        names = before.as_posix(), after.as_posix()
    sides = [
        _apart(name, partial(_with_file, root, path, place))
        for name, path in zip(names, (before, after), strict=True)
    ]
    return report(names, portal_changes(*sides))


def _with_file(root: Path, path: Path, place: str, folder: Path) -> None:
    """Copy the data of the project into a folder, with a file in the place of one of its own."""
    for name in FOLDERS:
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name, symlinks=True)
    shutil.copyfile(path, folder / place)


def _place_in_project(root: Path, path: Path) -> str | None:
    """Where the project has a file, if it is one of its data."""
    if not path.resolve().is_relative_to(root.resolve()):
        return None
    name = path.resolve().relative_to(root.resolve()).as_posix()
    return name if name.startswith(tuple(f"{folder}/" for folder in FOLDERS)) else None


def _revisions(root: Path, before: str, after: str | None, data: Portal) -> Report:
    """Two revisions of the whole project, or one and what stands in the folder now.

    `main...B` is what has changed in B since it left main, whatever has come to main after that.
    """
    first, since_fork, second = before.partition("...")
    if since_fork and after is None:
        after = second or None
    titles, sides = [], []
    for revision in (first, after):
        if revision is None:
            titles.append(WORKING_TREE)
            sides.append(_read(root, ""))
            continue
        found = _commit(root, revision, data)
        if since_fork and not sides:
            found = fork(root, found, _commit(root, after or "HEAD", data))
        titles.append(revision if found.startswith(revision) else f"{revision} ({found[:7]})")
        sides.append(_apart(revision, partial(extract, root, found)))
    return report(titles, portal_changes(*sides))


def _commit(root: Path, revision: str, data: Portal) -> str:
    """The commit that a name means.

    Raises:
        NoRevisionError: Git is missing, or knows no such revision.
        WrongUseError: Git knows no such revision, and the name looks like that of a plan.
    """
    try:
        return commit(root, revision)
    except NoRevisionError:
        if re.fullmatch(r"[a-z0-9/-]+/\d{4}", revision):
            hint = suggestion(revision, naming.plans(data))
            raise WrongUseError(f'Ingen plan heter "{revision}".{hint}') from None
        raise


def _apart(name: str, fill: Callable[[Path], None]) -> Side:
    """A side that is filled into a folder of its own, which is gone once it has been read."""
    with tempfile.TemporaryDirectory(prefix="planportal-") as folder:
        fill(Path(folder))
        return _read(Path(folder), name)


def _read(root: Path, name: str) -> Side:
    """The data and the shared texts in a folder.

    Raises:
        Unreadable: With every problem, each file with the name of the side before it.
    """
    data, content = portal.load(root), pages.load(root, PARAMETERS)
    texts = (p for p in content.problems if p.file.startswith("content/texter/"))
    problems = [*data.problems, *texts]
    if problems:
        before = f"{name}: " if name else ""
        raise Unreadable(
            *(Problem(f"{before}{p.file}", p.line, p.column, p.message) for p in problems)
        )
    return Side(data, content.texts)
