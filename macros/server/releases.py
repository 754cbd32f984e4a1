"""The releases on a web server, or in a folder: which is read, which are ready, which are kept.

The folder holds incoming/, releases/ and archive/, and two links, current and previous. A release
is copied out of incoming/ and not moved: what was verified are then the bytes that are served,
whatever an upload that is still at work does.
"""

import contextlib
import fcntl
import os
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from macros.server.manifest import ID, Refused, about, sums, verify

FOLDERS = {"incoming": 0o700, "releases": 0o755, "archive": 0o750}
"""With their modes: only what is ready is for the web server to read."""
READY = 5
"""Releases in releases/, with the live one; the rest are in archive/."""
PATIENCE = 10.0
"""Seconds to wait for whoever is publishing."""
FORGOTTEN = 7 * 86400
"""Seconds after which an upload that was never activated goes."""


def prepare(root: Path) -> str:
    """Make the folders that are missing.

    Returns:
        Nothing to say.
    """
    for name, mode in FOLDERS.items():
        (root / name).mkdir(exist_ok=True)
        (root / name).chmod(mode)
    return ""


def overview(root: Path) -> dict[str, object]:
    """What there is: the live release, what a rollback leads to, and the rest, newest first."""
    release = live(root)
    return {
        "current": release,
        "previous": live(root, "previous"),
        "revision": about(root / "releases" / release).get("revision") if release else None,
        "ready": _ids(root / "releases"),
        "archive": _ids(root / "archive"),
    }


def live(root: Path, link: str = "current") -> str | None:
    """The id of the release that a link leads to, if it leads to one."""
    try:
        target = (root / link).readlink()
    except FileNotFoundError:
        return None
    is_one = re.fullmatch(ID, target.name) and target == Path("releases", target.name)
    return target.name if is_one and (root / target).is_dir() else None


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[int]:
    """Hold a folder for one at a time. The kernel frees it when its holder dies, however it dies.

    Raises:
        Refused: Somebody else has it, and goes on having it.
    """
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise Refused("Någon annan publicerar just nu. Försök igen snart.") from None
                time.sleep(0.1)
        yield held
    finally:
        os.close(held)


def activate(root: Path, release: str, *, older: bool) -> str:
    """Verify a release, take it in if it is not here yet, and let it be read.

    Returns:
        What is live now, in Swedish.

    Raises:
        Refused: It is not whole, not what it says, or older than the live one.
    """
    _named(release)
    now = live(root)
    if now and release[:16] < now[:16] and not older:
        raise Refused(
            f"Utgåvan {release} är äldre än den som ligger ute, {now}. "
            "Ska den ut ändå, lägg till --older."
        )
    try:
        is_here = _at_hand(root, release)
    except Refused:
        kept = root / "releases" / release
        if release == now or not kept.is_dir() or not (root / "incoming" / release).is_dir():
            raise
        # A new upload takes the place of what is damaged.
        kept.rename(kept.with_name(f".deleting-{release}"))
        is_here = False
    if not is_here:
        _take_in(root, release)
    return _switch(root, release)


def rollback(root: Path, release: str | None = None) -> str:
    """Let the release before the live one be read again, or a named one, also from the archive.

    Returns:
        What is live now, in Swedish.

    Raises:
        Refused: There is none, or it is damaged.
    """
    now = live(root)
    # Both links lead to the same release where a switch was cut short.
    earlier = [each for each in _ids(root / "releases") if now and each < now]
    choices = [each for each in (live(root, "previous"), *earlier) if each and each != now]
    if release is None and not choices:
        raise Refused("Det finns ingen tidigare utgåva att gå tillbaka till.")
    chosen = choices[0] if release is None else release
    _named(chosen)
    if not _at_hand(root, chosen):
        raise Refused(f"Utgåvan {chosen} finns inte på webbservern.")
    return _switch(root, chosen)


def delete(root: Path, releases: list[str]) -> str:
    """Remove releases for good; the only way in which anything published is removed.

    Returns:
        What was removed, in Swedish.

    Raises:
        Refused: One of them is live or does not exist; none is removed then.
    """
    homes = {}
    for release in releases:
        _named(release)
        if release == live(root):
            raise Refused(f"Utgåvan {release} ligger ute. Publicera en annan först.")
        found = [root / home / release for home in FOLDERS]
        homes[release] = [path for path in found if path.is_dir()]
        if not homes[release]:
            raise Refused(f"Utgåvan {release} finns inte. Inget togs bort.")
    for release, paths in homes.items():
        if release == live(root, "previous"):
            (root / "previous").unlink()
        for path in paths:
            # A release is never half there: first it loses its name, then its files.
            path.rename(path.with_name(f".deleting-{release}"))
    _clear(root)
    return f"Borttaget: {', '.join(releases)}."


def _ids(folder: Path) -> list[str]:
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    return sorted((name for name in names if re.fullmatch(ID, name)), reverse=True)


def _named(release: str) -> None:
    if not re.fullmatch(ID, release):
        raise Refused("Så heter ingen utgåva.")


def _at_hand(root: Path, release: str) -> bool:
    """Whether a release is already here and whole; fetched from the archive if it lay there.

    Raises:
        Refused: It is damaged.
    """
    kept = root / "releases" / release
    old = root / "archive" / release
    here = kept if kept.is_dir() else old
    if not here.is_dir():
        return False
    verify(here, release)
    if here == old:
        old.rename(kept)
        _sync(kept.parent)
    return True


def _take_in(root: Path, release: str) -> None:
    """Copy a release out of incoming/ while its sums are compared; it gets its name when whole."""
    _clear(root)
    source, part = root / "incoming" / release, root / "releases" / f".part-{release}"
    if not source.is_dir() or source.is_symlink():
        raise Refused(f"Utgåvan {release} är inte uppladdad.")
    dates = _dates(root)
    try:
        for name, digest in verify(source, release, part).items():
            known = dates.get(name, {})
            date = known.get(digest, max([int(time.time()), *(day + 1 for day in known.values())]))
            os.utime(part / name, (date, date))
        # Written first and synced then: the disk is asked once for most of it.
        for folder, _, names in os.walk(part):
            for name in (*names, "."):
                _sync(Path(folder, name))
        part.rename(root / "releases" / release)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    _sync(root / "releases")


def _dates(root: Path) -> dict[str, dict[str, int]]:
    """When each file first had each content, by its name and sum, in seconds.

    The web server tells browsers by date and size whether what they have is still right, so that
    other content must have another date, and the same content keeps its own.
    """
    dates: dict[str, dict[str, int]] = {}
    for release in _ids(root / "releases"):
        folder = root / "releases" / release
        # A release that is damaged stops no other.
        with contextlib.suppress(Refused, OSError):
            for name, digest in sums(folder).items():
                dates.setdefault(name, {})[digest] = int((folder / name).stat().st_mtime)
    return dates


def _switch(root: Path, release: str) -> str:
    """Let a release be read; each link is replaced in one step, so there is always one of each."""
    now = live(root)
    if now != release:
        # In this order: a page of the release that was live still finds what belongs to it.
        for link, target in (("previous", now), ("current", release)):
            if target:
                fresh = root / f".{link}"
                fresh.unlink(missing_ok=True)
                fresh.symlink_to(f"releases/{target}")
                fresh.replace(root / link)
                _sync(root)
    told = f"Utgåvan {release} låg redan ute." if now == release else f"Nu ligger {release} ute."
    return told + _tidy(root, release)


def _tidy(root: Path, release: str) -> str:
    """Move what is no longer kept ready to the archive.

    Returns:
        What could not be done: the switch stands, whatever happens here.
    """
    try:
        shutil.rmtree(root / "incoming" / release, ignore_errors=True)
        for name in _ids(root / "incoming"):
            if (root / "incoming" / name).lstat().st_mtime < time.time() - FORGOTTEN:
                shutil.rmtree(root / "incoming" / name, ignore_errors=True)
        kept = {live(root), live(root, "previous")} - {None}
        for name in _ids(root / "releases"):
            if name not in kept and len(kept) < READY:
                kept.add(name)
            elif name not in kept:
                (root / "releases" / name).rename(root / "archive" / name)
    except OSError as error:
        return f" Äldre utgåvor kunde inte flyttas till arkivet: {error.strerror}."
    return ""


def _clear(root: Path) -> None:
    """Remove what a run that was cut short has left."""
    for home in FOLDERS:
        for path in (root / home).glob(".*-*"):
            shutil.rmtree(path, ignore_errors=True)


def _sync(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
