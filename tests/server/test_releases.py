"""A release is read when it is whole and not before, and what was read can be read again."""

import fcntl
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.server import releases
from macros.server.__main__ import main
from macros.server.manifest import Refused
from tests.conftest import ROOT
from tests.server import made
from tests.server.made import DAYS, is_whole, page, server, uploaded


def activated(root: Path, text: str, day: str) -> str:
    release = uploaded(root, text, day)
    done = server(root, "activate", release)
    assert (done.returncode, done.stderr) == (0, f"Nu ligger {release} ute.\n")
    return release


def target(link: Path) -> str:
    return str(link.readlink())


def test_a_release_that_is_whole_is_read(root: Path) -> None:
    release = activated(root, "08-465 004 01", DAYS[0])
    assert target(root / "current") == f"releases/{release}"
    assert is_whole(root / "current")
    assert not (root / "incoming" / release).exists()
    modes = {path.stat().st_mode & 0o777 for path in (root / "current").rglob("*")}
    assert modes == {0o755, 0o644}


def test_the_one_before_stays_for_pages_that_are_open(root: Path) -> None:
    first = activated(root, "08-465 004 01", DAYS[0])
    second = activated(root, "08-465 004 02", DAYS[1])
    assert target(root / "previous") == f"releases/{first}"
    assert target(root / "current") == f"releases/{second}"
    assert page(root) == "Ring 08-465 004 02.\n"


def test_activating_what_is_live_changes_nothing(root: Path) -> None:
    activated(root, "08-465 004 01", DAYS[0])
    second = activated(root, "08-465 004 02", DAYS[1])
    done = server(root, "activate", second)
    assert (done.returncode, done.stderr) == (0, f"Utgåvan {second} låg redan ute.\n")
    assert page(root, "previous") == "Ring 08-465 004 01.\n"


def test_a_rollback_leads_back_and_forth(root: Path) -> None:
    for text, day in (("ett", DAYS[0]), ("två", DAYS[1])):
        activated(root, text, day)
    started = time.process_time()
    assert server(root, "rollback").returncode == 0
    assert time.process_time() - started < 1
    assert (page(root), page(root, "previous")) == ("Ring ett.\n", "Ring två.\n")
    assert server(root, "rollback").returncode == 0
    assert page(root) == "Ring två.\n"


def test_a_rollback_leads_to_a_named_release_also_from_the_archive(root: Path) -> None:
    made_ = [activated(root, f"{n}", f"202611{n:02}T080000Z") for n in range(1, 8)]
    listed = json.loads(server(root, "list").stdout)
    assert listed["ready"] == made_[:1:-1]
    assert listed["archive"] == made_[1::-1]
    assert server(root, "rollback", made_[0]).returncode == 0
    assert page(root) == "Ring 1.\n"
    assert page(root, "previous") == "Ring 7.\n"


def test_a_rollback_that_was_cut_short_can_be_done_again(root: Path) -> None:
    for text, day in zip(("ett", "två", "tre"), DAYS, strict=True):
        activated(root, text, day)
    (root / "previous").unlink()
    (root / "previous").symlink_to(target(root / "current"))
    assert server(root, "rollback").returncode == 0
    assert page(root) == "Ring två.\n"


def test_where_nothing_was_read_before_there_is_no_way_back(root: Path) -> None:
    only = activated(root, "ett", DAYS[0])
    for words in (("rollback",), ("rollback", f"{DAYS[1]}-{only[-12:]}")):
        done = server(root, *words)
        assert done.returncode == 1
        assert done.stderr.endswith("Det som ligger ute är orört.\n")
    assert page(root) == "Ring ett.\n"


def test_a_damaged_release_is_not_gone_back_to(root: Path) -> None:
    first = activated(root, "ett", DAYS[0])
    activated(root, "två", DAYS[1])
    (root / "releases" / first / "index.html").write_text("Ring 0ett.\n")
    assert "'index.html' är ändrad" in server(root, "rollback").stderr
    assert page(root) == "Ring två.\n"
    # Nor does it stop the next one.
    (root / "releases" / first / "manifest.sha256").unlink()
    activated(root, "tre", DAYS[2])


def test_a_damaged_release_is_mended_by_uploading_it_again(root: Path) -> None:
    first = activated(root, "ett", DAYS[0])
    activated(root, "två", DAYS[1])
    (root / "releases" / first / "index.html").write_text("Ring 0ett.\n")
    assert uploaded(root, "ett", DAYS[0]) == first
    assert server(root, "activate", first, "--older").returncode == 0
    assert page(root) == "Ring ett.\n"
    assert is_whole(root / "current")


def test_an_older_release_waits_to_be_told(root: Path) -> None:
    activated(root, "två", DAYS[1])
    older = uploaded(root, "ett", DAYS[0])
    assert "är äldre än den som ligger ute" in server(root, "activate", older).stderr
    assert page(root) == "Ring två.\n"
    assert server(root, "activate", older, "--older").returncode == 0
    assert page(root) == "Ring ett.\n"


def test_what_has_changed_has_another_date_and_what_has_not_keeps_its_own(root: Path) -> None:
    """A web server compares date and size, and whole seconds: all of this happens in one."""
    dates = {}
    for text, day in (
        ("08-465 004 01", DAYS[0]),
        ("08-465 004 02", DAYS[1]),
        ("08-465 004 01", DAYS[2]),
    ):
        release = activated(root, text, day)
        dates[day] = {
            name: int((root / "releases" / release / name).stat().st_mtime) for name in made.PAGES
        }
    first, second, third = dates.values()
    assert first["index.html"] != second["index.html"]
    assert first["om/index.html"] == second["om/index.html"]
    assert third == first


def edit(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(text, encoding="utf-8")


def linked(folder: Path) -> None:
    (folder / "om" / "index.html").unlink()
    (folder / "om" / "index.html").symlink_to("/etc/passwd")


def linked_folder(folder: Path) -> None:
    (folder / "om").rename(folder.parent / "elsewhere")
    (folder / "om").symlink_to(folder.parent / "elsewhere")


def replaced_by(make: Callable[[Path], object]) -> Callable[[Path], object]:
    def replace(folder: Path) -> None:
        (folder / "404.html").unlink()
        make(folder / "404.html")

    return replace


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        os.chdir(path.parent)
        bound.bind(path.name)


def manifest(change: Callable[[str], str]) -> Callable[[Path], object]:
    def rewrite(folder: Path) -> None:
        path = folder / "manifest.sha256"
        path.write_text(change(path.read_text()))

    return rewrite


WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "a digit": (edit("index.html", "Ring 08-465 004 02.\n"), "'index.html' är ändrad"),
    "a file less": (lambda folder: (folder / "404.html").unlink(), "'404.html' saknas"),
    "a file more": (edit("extra.html", ""), "'extra.html' hör inte dit"),
    "half a file": (edit("index.html", "Ring 08"), "'index.html' är ändrad"),
    "no manifest": (lambda folder: (folder / "manifest.sha256").unlink(), "saknas eller går inte"),
    "half a manifest": (manifest(lambda text: text[: len(text) // 2]), "är skadad"),
    "an empty manifest": (manifest(lambda _text: ""), "är skadad"),
    "a file twice": (manifest(lambda text: text + text.split("\n")[0] + "\n"), "är skadad"),
    "a way out": (manifest(lambda text: text + "0" * 64 + "  ../../log\n"), "'../../log' saknas"),
    "an absolute path": (
        manifest(lambda text: text + "0" * 64 + "  /etc/passwd\n"),
        "'/etc/passwd' saknas",
    ),
    "a link": (linked, "'om/index.html' är en länk"),
    "a linked folder": (linked_folder, "'om' är en länk"),
    "a fifo": (replaced_by(os.mkfifo), "'404.html' är en länk eller specialfil"),
    "a socket": (replaced_by(listening), "'404.html' är en länk eller specialfil"),
    "a folder for a file": (replaced_by(Path.mkdir), "'404.html' saknas"),
    "a hidden file": (edit(".htaccess", ""), "'.htaccess' är inte tillåtet"),
    "rsync's leftovers": (edit("om/.index.html.AbC123", ""), "är inte tillåtet"),
    "a line break": (edit("a\nb.html", ""), r"'a\nb.html' är inte tillåtet"),
    "a control sign": (edit("a\x1b[2Jb.html", ""), "är inte tillåtet"),
    "a sign that turns the text": (edit("a\u202eb.html", ""), r"'a\u202eb.html' är inte tillåtet"),
    "a backslash": (edit("..\\x.html", ""), "är inte tillåtet"),
    "another id": (edit("release.json", "{}"), "'release.json' är ändrad"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_whole_is_refused(root: Path, name: str) -> None:
    live = activated(root, "ett", DAYS[0])
    release = uploaded(root, "08-465 004 01", DAYS[1])
    spoil, reason = WRONG[name]
    spoil(root / "incoming" / release)
    done = server(root, "activate", release)
    assert done.returncode == 1
    assert reason in done.stderr
    assert done.stderr.endswith("Det som ligger ute är orört.\n")
    assert target(root / "current") == f"releases/{live}"
    assert [path.name for path in (root / "releases").iterdir()] == [live]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a device")
def test_a_device_is_refused(root: Path) -> None:
    release = uploaded(root)
    path = root / "incoming" / release / "404.html"
    path.unlink()
    os.mknod(path, 0o020666, os.makedev(1, 5))
    assert "specialfil" in server(root, "activate", release).stderr


def test_a_release_that_claims_another_id_is_refused(root: Path) -> None:
    release = uploaded(root)
    false = f"{DAYS[1]}-{release[-12:]}"
    (root / "incoming" / release).rename(root / "incoming" / false)
    assert f"inte den som den säger, {false}" in server(root, "activate", false).stderr
    # The sums agree with each other, and not with the name.
    (root / "incoming" / false).rename(root / "incoming" / release)
    (root / "incoming" / release / "index.html").write_text("Ring 0.\n")
    assert made.seal(root / "incoming" / release) != release
    assert "inte den som den säger" in server(root, "activate", release).stderr


def test_a_release_without_a_first_page_is_refused(root: Path) -> None:
    release = made.release(root / "incoming" / "loose", {"om/index.html": "Om.\n"})
    (root / "incoming" / "loose").rename(root / "incoming" / release)
    assert server(root, "activate", release).stderr.startswith("Utgåvan har ingen startsida")


@pytest.mark.parametrize("name", ["", "..", "../../etc", "current", "20261121", "-rf", "a\nb"])
def test_what_is_no_id_is_refused(root: Path, name: str) -> None:
    for word in ("activate", "rollback", "delete"):
        done = server(root, word, name)
        assert (done.returncode, done.stderr) == (
            1,
            "Så heter ingen utgåva. Det som ligger ute är orört.\n",
        )


def test_only_one_at_a_time(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(releases, "PATIENCE", 0.2)
    held = os.open(root, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    with (
        pytest.raises(Refused, match="Någon annan publicerar just nu"),
        releases.locked(root),
    ):
        pass
    os.close(held)
    with releases.locked(root):
        pass


def test_only_a_named_release_is_deleted_and_never_the_live_one(root: Path) -> None:
    first = activated(root, "ett", DAYS[0])
    second = activated(root, "två", DAYS[1])
    waiting = uploaded(root, "tre", DAYS[2])
    assert "ligger ute" in server(root, "delete", first, second).stderr
    assert "finns inte" in server(root, "delete", first, f"{DAYS[2]}-{first[-12:]}").stderr
    assert (root / "releases" / first).is_dir()
    done = server(root, "delete", first, waiting)
    assert done.stderr == f"Borttaget: {first}, {waiting}.\n"
    assert sorted(path.name for path in root.rglob("2026*")) == [second]
    assert not (root / "previous").is_symlink()
    assert page(root) == "Ring två.\n"


def test_what_lay_for_a_week_without_being_read_goes(root: Path) -> None:
    forgotten = uploaded(root, "noll", DAYS[0])
    os.utime(root / "incoming" / forgotten, (0, 0))
    activated(root, "ett", DAYS[1])
    assert list((root / "incoming").iterdir()) == []


def test_the_log_says_when_by_which_key_what_and_how_it_went(root: Path) -> None:
    release = activated(root, "ett", DAYS[0])
    server(root, "activate", f"{DAYS[2]}-{'0' * 12}")
    second = activated(root, "två", DAYS[1])
    server(root, "rollback")
    server(root, "rollback", second)
    server(root, "list")
    lines = [line.split(" ", 1) for line in (root / "log").read_text().splitlines()]
    assert [words for _, words in lines] == [
        f"local activate {release} ok",
        f"local activate {DAYS[2]}-{'0' * 12} refused",
        f"local activate {second} ok",
        f"local rollback {release} ok",
        f"local rollback {second} ok",
    ]


def test_whoever_asked_may_be_gone(root: Path) -> None:
    words = [sys.executable, "-m", "macros.server", str(root), "prepare"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        words, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_root_leaves_nothing_in_anothers_folder(root: Path) -> None:
    os.chown(root, 65534, 65534)
    done = server(root, "activate", f"{DAYS[0]}-{'0' * 12}")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Kör som den som äger mappen: sudo -u planportal …\n"
    assert not (root / "log").exists()


def test_wrong_words_are_told_in_swedish(root: Path) -> None:
    assert main([]) == 2
    for words in ((), ("remove",), ("activate",), ("activate", "a", "b"), ("rollback", "a", "b")):
        done = server(root, *words)
        assert done.returncode == 2
        assert done.stderr.startswith("Skriv mappen och ett av ")
