"""A disk that is full or may only be read stops a release in a sentence, and not what is read.

The disk is a real one, in memory; whoever may not mount one cannot try this.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from macros.publishing.targets import FILE, chosen
from macros.publishing.transport import NotDoneError, Transport
from macros.server.releases import prepare
from tests.server import made
from tests.server.made import DAYS, is_whole, page, server, uploaded
from tests.server.sshd import Sshd

ORIGINAL = "Det som ligger ute är orört."


@contextmanager
def mounted(folder: Path, size: str) -> Iterator[None]:
    """A small disk at a folder."""
    words = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no disk of a given size can be mounted here: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S607 - as the system has it


def change(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True)  # noqa: S607


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A web server's folder on a disk of two megabytes, with a live release."""
    folder = tmp_path / "small"
    folder.mkdir()
    with mounted(folder, "2m"):
        prepare(folder)
        for text, day in (("ett", DAYS[0]), ("två", DAYS[1])):
            assert server(folder, "activate", uploaded(folder, text, day)).returncode == 0
        yield folder


def big(folder: Path, kilobytes: int) -> str:
    loose = folder / "incoming" / "loose"
    release = made.release(loose, {**made.PAGES, "bild.txt": "x" * kilobytes * 1024}, DAYS[2])
    loose.rename(folder / "incoming" / release)
    return release


def test_a_release_that_has_no_room_is_not_read(small: Path) -> None:
    release = big(small, 1_200)
    done = server(small, "activate", release)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Disken på webbservern är full. {ORIGINAL}")
    assert page(small) == "Ring två.\n"
    assert is_whole(small / "current")
    assert list((small / "releases").glob(".*")) == []
    change(small, "size=4m")
    assert server(small, "activate", release).returncode == 0


def test_a_full_disk_stops_no_rollback(small: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        (small / "incoming" / "rest").write_bytes(b"x" * 3_000_000)
    done = server(small, "rollback")
    assert done.returncode == 0, done.stderr
    assert page(small) == "Ring ett.\n"


def test_a_disk_that_may_only_be_read_changes_nothing(small: Path) -> None:
    release = big(small, 1)
    change(small, "ro")
    for words in (("activate", release), ("rollback",), ("delete", release)):
        done = server(small, *words)
        assert done.returncode == 1
        assert done.stderr.startswith("Det går inte att skriva på webbservern: ")
        assert f". {ORIGINAL}" in done.stderr
    assert page(small) == "Ring två.\n"
    change(small, "rw")
    assert server(small, "activate", release).returncode == 0


def test_an_upload_that_has_no_room_says_so(server: Sshd, tmp_path: Path) -> None:
    site = tmp_path / "site"
    release = made.release(site, {**made.PAGES, "bild.txt": "x" * 3_000_000})
    (tmp_path / FILE).write_text(server.settings(), encoding="utf-8")
    transport = Transport(chosen(tmp_path, None), tmp_path)
    with mounted(server.root, "2m"):
        prepare(server.root)
        with pytest.raises(NotDoneError, match=r"^(Disken.* full\.|Webb.* full där\?) "):
            transport.upload(site, release, lambda _done: None)
        with pytest.raises(NotDoneError, match=r"^Utgåvan är inte hel"):
            transport.control("activate", release)
        change(server.root, "size=8m")
        transport.upload(site, release, lambda _done: None)
        assert transport.control("activate", release)[1] == f"Nu ligger {release} ute."
        change(server.root, "ro")
        release = made.release(site, {**made.PAGES, "index.html": "Ring.\n"}, DAYS[1])
        with pytest.raises(NotDoneError, match=r"^Det går inte att skriva på webbservern\."):
            transport.upload(site, release, lambda _done: None)
