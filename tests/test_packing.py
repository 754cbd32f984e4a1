"""The packed forms hold the same texts, and the same text is packed alike whenever it is."""

import datetime as dt
import gzip
import sys
from pathlib import Path

import brotli
import pytest

from macros.finishing import packing
from macros.finishing.release import Version

VERSION = Version(None, changed=False, date=dt.datetime(2026, 11, 21, tzinfo=dt.UTC))
TEXT = "<p>Är du orolig? Ring 112 om läget är akut.</p>\n" * 50


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "mapp" / "index.html"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_the_packed_forms_hold_the_text(page: Path, tmp_path: Path) -> None:
    assert packing.finish(tmp_path, VERSION) == []
    assert names(tmp_path) == ["index.html", "index.html.br", "index.html.gz"]
    packed = (page.with_name(f"index.html.{form}").read_bytes() for form in ("gz", "br"))
    assert gzip.decompress(next(packed)).decode() == TEXT
    assert brotli.decompress(next(packed)).decode() == TEXT


def test_a_packed_form_tells_neither_time_nor_name_nor_system(page: Path, tmp_path: Path) -> None:
    assert packing.finish(tmp_path, VERSION) == []
    packed = page.with_name("index.html.gz").read_bytes()
    # No flags, so no name; no time; nothing of the level; on an unknown system.
    assert packed[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"


def test_what_would_not_be_smaller_and_pictures_are_not_packed(tmp_path: Path) -> None:
    (tmp_path / "kort.txt").write_text("kort", encoding="utf-8")
    (tmp_path / "bild.png").write_text(TEXT, encoding="utf-8")
    assert packing.finish(tmp_path, VERSION) == []
    assert names(tmp_path) == ["bild.png", "kort.txt"]


def test_the_packed_site_map_of_the_engine_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "sitemap.xml.gz").write_bytes(gzip.compress(TEXT.encode(), mtime=86400))
    assert packing.finish(tmp_path, VERSION) == []
    assert (tmp_path / "sitemap.xml.gz").read_bytes()[4:8] == bytes(4)


def test_without_the_library_there_is_only_gzip(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "find_spec", lambda _: None)
    monkeypatch.setitem(sys.modules, "brotli", None)
    assert packing.finish(tmp_path, VERSION) == []
    assert names(page.parent) == ["index.html", "index.html.gz"]
