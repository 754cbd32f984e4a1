"""The portal is loaded anew when a file's content changes, and finds the nearest answer."""

import os
from pathlib import Path

from macros import portal
from macros.portal import NATION


def test_an_unchanged_portal_is_kept_and_a_changed_one_is_not(tiny: Path) -> None:
    first = portal.load(tiny)
    assert portal.load(tiny) is first
    path = tiny / "plans" / "exempel" / "contacts.yml"
    stat = path.stat()
    # Same size and same time: only the content tells.
    path.write_text(path.read_text().replace("Socialjouren", "Socialjourem"))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    second = portal.load(tiny)
    assert second is not first
    assert second.find("contact", "socialjouren", "exempel").title == "Socialjourem"


def test_a_nearer_contact_hides_one_further_out(tiny: Path) -> None:
    near = (tiny / "plans" / "exempel" / "contacts.yml").read_text()
    (tiny / "plans" / "exempel" / "nord" / "contacts.yml").write_text(
        near.replace("title: Socialjouren", "title: Nords jour")
    )
    data = portal.load(tiny)
    assert data.find("contact", "socialjouren", "exempel/nord").title == "Nords jour"
    assert data.find("contact", "socialjouren", "exempel").title == "Socialjouren"
    assert set(data.known("contact", NATION) or ()) == {"larm"}


def test_references_are_not_judged_where_a_file_cannot_be_read(tiny: Path) -> None:
    (tiny / "plans" / "exempel" / "municipality.yml").write_text("title: [\n")
    data = portal.load(tiny)
    assert data.known("role", "exempel/nord") is None
    assert {problem.file for problem in data.problems} == {"plans/exempel/municipality.yml"}


def test_files_that_begin_with_a_dot_are_left_alone(tiny: Path) -> None:
    (tiny / "plans" / ".DS_Store").write_bytes(b"\0")
    (tiny / "plans" / ".git").mkdir()
    (tiny / "plans" / ".git" / "x.yml").write_text("x")
    assert portal.load(tiny).problems == ()
