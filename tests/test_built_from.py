"""The portal says which version it is built from, where a page has the place for it."""

import datetime as dt
import re
from pathlib import Path

import pytest

from macros import portal
from macros.commands import build
from macros.finishing import built_from
from macros.finishing.release import Version
from macros.fragments import Fragments
from tests.conftest import TINY

DATE = dt.datetime(2026, 11, 21, 23, 30, tzinfo=dt.UTC)
COMMIT = "4f2a9c1d" * 5
CHANGED = "med ändringar som inte är sparade i git"
TAGS = re.compile(r"<[^>]+>")


def said(folder: Path, version: Version) -> str:
    place = Fragments(portal.load(TINY), {}).built_from()
    page = folder / "om" / "index.html"
    page.parent.mkdir()
    page.write_text(f"<h1>Om</h1>\n{place}<p>Mer.</p>\n", encoding="utf-8")
    assert built_from.finish(folder, version) == []
    _, sentence, *after = page.read_text(encoding="utf-8").splitlines()
    assert after == ["<p>Mer.</p>"]
    assert "hidden" not in sentence
    return TAGS.sub("", sentence)


@pytest.mark.parametrize(
    ("revision", "changed", "sentence"),
    [
        (COMMIT, False, "Byggd ur version 4f2a9c1 den 21 november 2026."),
        (
            COMMIT,
            True,
            f"Byggd ur version 4f2a9c1 den 21 november 2026, {CHANGED}.",
        ),
        (None, False, "Byggd den 21 november 2026."),
    ],
)
def test_a_page_says_the_version_and_its_day(
    tmp_path: Path, revision: str | None, sentence: str, *, changed: bool
) -> None:
    assert said(tmp_path, Version(revision, changed, DATE)) == sentence


def test_a_page_without_the_place_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_bytes(b"<p>start</p>\r\n")
    assert built_from.finish(tmp_path, Version(COMMIT, changed=False, date=DATE)) == []
    assert page.read_bytes() == b"<p>start</p>\r\n"


def test_the_place_on_a_built_page_is_filled(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(DATE.timestamp())))
    page = tiny / "content" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n{{ built_from() }}\n", encoding="utf-8")
    assert build.run(tiny) == 0
    html = (tiny / "site" / "index.html").read_text(encoding="utf-8")
    assert '<p class="plan-built_from" data-search-exclude>Byggd den 21 november 2026.</p>' in html
