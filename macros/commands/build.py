"""`planportal build`: check, build with the engine, finish, and swap in only when all went well."""

import json
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros import checks, pages, portal
from macros.commands import version
from macros.finishing import (
    accent,
    built_from,
    hashed_names,
    identity,
    leaks,
    links,
    packing,
    policy,
    release,
    search,
    search_words,
    terms,
    withdrawal,
)
from macros.finishing.release import Version
from macros.fragments import PARAMETERS
from macros.model.contact import Audience
from macros.model.identity import without_identity_numbers
from macros.pages import Pages
from macros.portal import Portal
from macros.portal.audience import AUDIENCE_NAMES, EVERYTHING, seen_by
from macros.problems import as_text, errors

FINISHING = (
    *(accent.finish, terms.finish, search.finish, hashed_names.finish),
    *(links.finish, search_words.finish, identity.finish, policy.finish),
)
"""In this order: what is made before what is checked."""

RELEASING = (built_from.finish, packing.finish, release.finish)
"""What makes a release of the pages when nothing is wrong with them, in this order."""


def run(root: Path, audience: Audience = EVERYTHING, *, pack: bool = True) -> int:
    """Build the project at `root` into its site/ folder.

    Args:
        root: The project.
        audience: Who is to read it; what is for a narrower one is left out.
        pack: Whether texts are also packed, as a release has them.

    Returns:
        0 when site/ is new, 1 when something was wrong and site/ is as it was.
    """
    started = time.monotonic()
    data = portal.load(root)
    content = pages.load(root, PARAMETERS)
    problems = checks.run(data, content)
    complaints = [as_text([problem]) for problem in errors(problems)]
    if not complaints:
        # Advice would drown what the build says, and a watching build says it again and again.
        advice = f" {len(problems)} råd: läs dem med planportal check." if problems else ""
        print(f"Inga fel i plans/ och content/.{advice} Bygger sidorna …", file=sys.stderr)
        try:
            readers = _Readers(data, content, audience)
            complaints = _build(root, readers, version.of(root), pack=pack)
        except version.NoDateError as error:
            complaints = [str(error)]
        except OSError as error:
            # Not the disk's: a template that is missing is one of these too, and our own fault.
            if error.errno is None:
                raise
            complaints = [
                f"Det gick inte att läsa eller skriva: {error.strerror}, {error.filename}."
            ]
    if complaints:
        print(without_identity_numbers("\n".join(complaints)))
        counted = f"{len(complaints)} fel. Sidorna byggdes inte. Förra site/ ligger kvar."
        print(counted, file=sys.stderr)
        return 1
    count = sum(1 for _ in (root / "site").rglob("*.html"))
    seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
    made = json.loads((root / "site" / release.ABOUT).read_bytes())["id"]
    whom = "" if audience == EVERYTHING else f" för {AUDIENCE_NAMES[audience]}"
    print(
        f"Klart: {count} sidor{whom} i site/ på {seconds} sekunder. Utgåva {made}.", file=sys.stderr
    )
    return 0


class _Readers:
    """Those who are to read what is built, and what they may see.

    Attributes:
        data: All of plans/ that they may see.
        gone: The files of the pages that they may not.
    """

    def __init__(self, whole: Portal, content: Pages, audience: Audience) -> None:
        self._whole, self._content = whole, content
        self.audience = audience
        self._pages = content.seen_by(audience)
        self.data = seen_by(whole, audience, (page.url for page in self._pages))
        kept = {page.file for page in self._pages}
        self.gone = [page.file for page in content.pages if page.file not in kept]

    def withdraw(self, site: Path) -> list[str]:
        """Cut the links to what was left out; what was wrong, if anything was."""
        return withdrawal.finish(site, self.data) if self.audience != EVERYTHING else []

    def leaks(self, site: Path) -> list[str]:
        """What got in all the same."""
        if self.audience == EVERYTHING:
            return []
        return leaks.finish(site, self._whole, self.data, self._content, self._pages)


def _build(root: Path, readers: _Readers, built: Version, *, pack: bool) -> list[str]:
    """Build, finish, make it a release and swap; what was wrong, if anything was."""
    site = root / "site"
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        return ["site är ingen vanlig mapp. Flytta undan den och bygg igen."]
    with tempfile.TemporaryDirectory(prefix=".site-", dir=root) as folder:
        fresh = Path(folder, "site")
        complaints = _engine(root, fresh, built, readers)
        complaints = complaints or readers.withdraw(fresh)
        for finish in FINISHING if not complaints else ():
            complaints += finish(fresh, readers.data)
        complaints = complaints or readers.leaks(fresh)
        for make in RELEASING if not complaints else ():
            if pack or make is not packing.finish:
                complaints += make(fresh, built)
        if not complaints:
            _swap(fresh, site)
    return complaints


def _engine(root: Path, target: Path, built: Version, readers: _Readers) -> list[str]:
    """Build with MkDocs in this process, so that the data is read once; what it complained of."""
    from mkdocs.commands.build import build  # noqa: PLC0415 - checks must work without the engine
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import Abort, ConfigurationError  # noqa: PLC0415
    from pathspec.gitignore import GitIgnoreSpec  # noqa: PLC0415

    complaints = _Complaints()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(complaints)
    logger.propagate = False
    try:
        with _dated(built):
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(target), strict=True)
            if readers.audience != EVERYTHING:
                config.extra["audience"] = readers.audience
                gone = [file.removeprefix("content") for file in readers.gone]
                excluded = config.exclude_docs or GitIgnoreSpec([])
                config.exclude_docs = excluded + GitIgnoreSpec.from_lines(gone)
            build(config)
    except (Abort, ConfigurationError, SystemExit) as error:
        complaints.lines.append(f"Sidbyggaren stannade: {error}")
    finally:
        logger.removeHandler(complaints)
    return complaints.lines


@contextmanager
def _dated(built: Version) -> Iterator[None]:
    """Tell whatever asks for the day of the build the version's, in the way that all tools read."""
    before = os.environ.get(version.EPOCH)
    os.environ[version.EPOCH] = str(int(built.date.timestamp()))
    try:
        yield
    finally:
        os.environ.pop(version.EPOCH)
        if before is not None:
            os.environ[version.EPOCH] = before


class _Complaints(logging.Handler):
    """Gathers the engine's warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"Sidbyggaren: {record.getMessage()}")


def _swap(fresh: Path, site: Path) -> None:
    """Put the fresh folder where the old one was; the old one comes back if that fails."""
    if not site.exists():
        fresh.rename(site)
        return
    old = fresh.with_name("old")
    site.rename(old)
    try:
        fresh.rename(site)
    except BaseException:
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)
