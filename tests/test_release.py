"""A built site is a release: its sums hold, and the same version gives the same bytes."""

import datetime as dt
import json
import os
import stat
import subprocess
from pathlib import Path

import pytest

from macros.commands import build
from macros.finishing import release
from macros.finishing.release import Version

VERSION = Version(
    "0123456789" * 4, changed=False, date=dt.datetime(2026, 11, 21, 11, 39, 26, 0, dt.UTC)
)


def folder(root: Path) -> Path:
    site = root / "site"
    (site / "å-sida").mkdir(parents=True)
    (site / "index.html").write_bytes(b"<p>start</p>\n")
    (site / "tema.min.js.map").write_bytes(b"{}")
    (site / "a-sida.html").write_bytes(b"<p>a</p>\n")
    (site / "å-sida" / "index.html").write_bytes(b"<p>en sida med mellanslag</p>\n")
    (site / "å-sida" / "en bild.png").write_bytes(b"\x89PNG")
    return site


def verify(site: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", release.MANIFEST],  # noqa: S607 - as there
        cwd=site,
        env={**os.environ, "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )


def names(site: Path) -> list[bytes]:
    lines = (site / release.MANIFEST).read_bytes().splitlines()
    return [line.partition(b"  ")[2] for line in lines]


def test_the_manifest_names_every_file_but_itself_in_the_order_of_bytes(tmp_path: Path) -> None:
    site = folder(tmp_path)
    assert release.finish(site, VERSION) == []
    assert names(site) == [
        b"a-sida.html",
        b"index.html",
        b"release.json",
        "å-sida/en bild.png".encode(),
        "å-sida/index.html".encode(),
    ]


def test_sha256sum_verifies_the_manifest_and_finds_a_changed_file(tmp_path: Path) -> None:
    site = folder(tmp_path)
    assert release.finish(site, VERSION) == []
    done = verify(site)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (site / "index.html").write_bytes(b"<p>START</p>\n")
    assert verify(site).stdout == "index.html: FAILED\n"


def test_the_id_is_the_date_and_what_all_other_files_hold(tmp_path: Path) -> None:
    site = folder(tmp_path / "ett")
    assert release.finish(site, VERSION) == []
    about = json.loads((site / release.ABOUT).read_bytes())
    assert about["id"].startswith("20261121T113926Z-")
    assert len(about["id"]) == len("20261121T113926Z-") + 12
    assert {key: about[key] for key in ("revision", "changed", "date")} == {
        "revision": "0123456789" * 4,
        "changed": False,
        "date": "2026-11-21T11:39:26Z",
    }
    same, other = folder(tmp_path / "två"), folder(tmp_path / "tre")
    (other / "index.html").write_bytes(b"<p>annat</p>\n")
    assert release.finish(same, VERSION) == release.finish(other, VERSION) == []
    assert json.loads((same / release.ABOUT).read_bytes()) == about
    assert json.loads((other / release.ABOUT).read_bytes())["id"] != about["id"]


def test_the_rights_of_the_files_do_not_depend_on_who_builds(tmp_path: Path) -> None:
    site = folder(tmp_path)
    site.chmod(0o700)
    (site / "index.html").chmod(0o600)
    (site / "å-sida").chmod(0o775)
    assert release.finish(site, VERSION) == []
    assert stat.S_IMODE(site.stat().st_mode) == 0o755
    modes = {path.is_dir(): stat.S_IMODE(path.stat().st_mode) for path in site.rglob("*")}
    assert modes == {True: 0o755, False: 0o644}


@pytest.mark.parametrize("name", ["a\\b.png", "a\nb.png", "a\rb.png"])
def test_a_name_that_sha256sum_writes_in_another_way_is_refused(tmp_path: Path, name: str) -> None:
    site = folder(tmp_path)
    (site / name).write_bytes(b"")
    (complaint,) = release.finish(site, VERSION)
    assert "har ett tecken som inte kan publiceras" in complaint
    assert not (site / release.MANIFEST).exists()


@pytest.mark.parametrize("name", [release.MANIFEST, release.ABOUT])
def test_a_file_of_the_content_with_a_name_of_the_release_is_refused(
    tmp_path: Path, name: str
) -> None:
    site = folder(tmp_path)
    (site / name).write_bytes(b"eget")
    assert release.finish(site, VERSION) == [
        f"content/{name}: Så heter en fil som bygget själv skriver. Byt namn."
    ]
    assert (site / name).read_bytes() == b"eget"


def test_a_built_portal_is_a_release(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.run(tiny) == 0
    assert verify(tiny / "site").returncode == 0
    about = json.loads((tiny / "site" / release.ABOUT).read_bytes())
    assert f"Utgåva {about['id']}." in capsys.readouterr().err
