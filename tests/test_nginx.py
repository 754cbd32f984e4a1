"""The web server hands out the live release, whole, with every header, and nothing else."""

import gzip
import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.finishing.policy import HEADERS
from tests.browser.serving import running
from tests.conftest import ROOT

FILES = {
    "index.html": "<h1>Första</h1>",
    "om/index.html": "<h1>Om</h1>",
    "404.html": "<h1>Sidan finns inte</h1>",
    "assets/stylesheets/page.0123abcd.css": "p { color: red }",
    "assets/javascripts/bundle.a5f9d56c.min.js": "'use strict';",
    "assets/javascripts/bundle.a5f9d56c.min.js.map": "{}",
    "assets/images/logo.png": "png",
    "assets/images/figure.0a1b2c3d.svg": "<svg/>",
    "search/index.json": "{}",
    "manifest.sha256": "0  x",
    "release.json": "{}",
    ".git/config": "hemligt",
    "om/.htaccess": "hemligt",
}
SOUGHT = "hemligt"
ACCESS = "planportal__.access.log"


def write(release: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = release / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder of two releases, of which the first has an asset that the second lacks."""
    write(tmp_path / "releases/a", FILES | {"assets/stylesheets/page.aaaaaaaa.css": "old"})
    write(tmp_path / "releases/b", FILES)
    packed = tmp_path / "releases/b/om/index.html.gz"
    packed.write_bytes(gzip.compress(FILES["om/index.html"].encode(), mtime=0))
    (tmp_path / "current").symlink_to("releases/b")
    (tmp_path / "previous").symlink_to("releases/a")
    return tmp_path


@pytest.fixture
def server(root: Path) -> Iterator[str]:
    """The host and port of nginx on them."""
    with running(root) as origin:
        yield origin.removeprefix("http://")


def ask(
    server: str, address: str, method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, str]:
    connection = http.client.HTTPConnection(server, timeout=5)
    try:
        connection.putrequest(method, address, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer, answer.read().decode("latin-1")
    finally:
        connection.close()


ANSWERS = {
    "/": (200, "no-cache"),
    "/om/": (200, "no-cache"),
    "/om": (301, "no-cache"),
    "/release.json": (200, "no-cache"),
    "/assets/images/logo.png": (200, "no-cache"),
    "/assets/stylesheets/page.0123abcd.css": (200, "public, max-age=31536000, immutable"),
    "/assets/javascripts/bundle.a5f9d56c.min.js": (200, "public, max-age=31536000, immutable"),
    "/search/index.json": (200, "no-cache"),
    # Only the release before has it: somebody has that one's page open.
    "/assets/stylesheets/page.aaaaaaaa.css": (200, "public, max-age=31536000, immutable"),
    # A name that leads nowhere must not be remembered as leading nowhere.
    "/assets/stylesheets/page.bbbbbbbb.css": (404, "no-cache"),
    "/saknas/": (404, "no-cache"),
    "/assets/": (404, "no-cache"),
    "/404.html": (404, "no-cache"),
    "/manifest.sha256": (404, "no-cache"),
    "/manifest%2Esha256": (404, "no-cache"),
    "//manifest.sha256": (404, "no-cache"),
    "/assets/javascripts/bundle.a5f9d56c.min.js.map": (404, "no-cache"),
    "/om/index.html.gz": (404, "no-cache"),
    "/.git/config": (404, "no-cache"),
    "/%2egit/config": (404, "no-cache"),
    "/om/.htaccess": (404, "no-cache"),
    "/assets/../.git/config": (404, "no-cache"),
    "/../previous/index.html": (400, None),
    "/assets/%2e%2e/%2e%2e/previous/index.html": (400, None),
}


@pytest.mark.parametrize("address", ANSWERS)
def test_each_address_gets_its_answer_with_every_header(server: str, address: str) -> None:
    answer, text = ask(server, address)
    status, keep = ANSWERS[address]
    assert answer.status == status
    assert answer.getheader("Server") == "nginx"
    assert SOUGHT not in text
    # What is no address at all is answered before any site is chosen.
    if keep is not None:
        given = {name: answer.getheader(name) for name in HEADERS}
        assert given == HEADERS
        assert answer.headers.get_all("Cache-Control") == [keep]
    if status == http.HTTPStatus.NOT_FOUND:
        assert "Sidan finns inte" in text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PURGE"])
def test_only_reading_is_allowed(server: str, method: str) -> None:
    answer, _ = ask(server, "/", method)
    assert answer.status == http.HTTPStatus.METHOD_NOT_ALLOWED
    # nginx itself refuses TRACE, before it looks at the site's settings.
    if method != "TRACE":
        assert answer.getheader("Allow") == "GET, HEAD"
        assert answer.getheader("Content-Security-Policy") == HEADERS["Content-Security-Policy"]


def test_a_head_has_the_headers_and_no_body(server: str) -> None:
    answer, text = ask(server, "/", "HEAD")
    assert (answer.status, text) == (200, "")
    assert answer.getheader("Allow") is None


def test_a_folder_without_a_slash_leads_to_the_folder_on_whichever_host(server: str) -> None:
    assert ask(server, "/om")[0].getheader("Location") == "/om/"


def test_a_packed_twin_is_sent_to_whoever_can_unpack_it(server: str) -> None:
    answer, text = ask(server, "/om/", Accept_Encoding="gzip")
    assert answer.getheader("Content-Encoding") == "gzip"
    assert answer.getheader("Vary") == "Accept-Encoding"
    assert gzip.decompress(text.encode("latin-1")).decode() == FILES["om/index.html"]
    answer, text = ask(server, "/om/")
    assert answer.getheader("Content-Encoding") is None
    assert text == FILES["om/index.html"]


def test_an_unchanged_page_is_not_sent_again(server: str) -> None:
    mark = ask(server, "/")[0].getheader("ETag")
    assert mark is not None
    assert ask(server, "/", If_None_Match=mark)[0].status == http.HTTPStatus.NOT_MODIFIED


def test_a_switch_is_seen_by_the_next_question(root: Path, server: str) -> None:
    write(root / "releases/c", {"index.html": "<h1>Andra</h1>"})
    assert "Första" in ask(server, "/")[1].encode("latin-1").decode()
    (root / "next").symlink_to("releases/c")
    os.replace(root / "next", root / "current")  # noqa: PTH105 - the call that the server makes
    assert "Andra" in ask(server, "/")[1]


def test_no_log_keeps_what_was_searched_for_or_who_asked(root: Path, server: str) -> None:
    for address in (f"/?q={SOUGHT}", f"/saknas/?q={SOUGHT}", f"/om?q={SOUGHT}"):
        ask(server, address, Referer=f"http://x/?q={SOUGHT}", User_Agent=SOUGHT)
    ask(server, f"/?q={SOUGHT}", "POST")
    ask(server, f"/.git/?q={SOUGHT}")
    (root / "releases/b/om/index.html").unlink()
    ask(server, f"/om/?q={SOUGHT}")
    # nginx writes the line after the answer.
    end = time.monotonic() + 5
    while (root / ACCESS).read_text().count("\n") < 6 and time.monotonic() < end:
        time.sleep(0.05)
    logs = {log.name: log.read_text() for log in root.glob("*.log")}
    assert logs[ACCESS].count("\n") == 6
    assert [name for name, text in logs.items() if SOUGHT in text or "127.0.0.1" in text] == []


def test_a_site_for_other_networks_is_closed_to_this_one(root: Path) -> None:
    with running(root, allow=["192.0.2.0/24"]) as origin:
        answer, text = ask(origin.removeprefix("http://"), "/")
    assert answer.status == http.HTTPStatus.FORBIDDEN
    assert "Första" not in text.encode("latin-1").decode()
    assert answer.getheader("Content-Security-Policy") == HEADERS["Content-Security-Policy"]


def test_a_site_for_this_network_is_open_to_it(root: Path) -> None:
    with running(root, allow=["192.0.2.0/24", "127.0.0.0/8"]) as origin:
        assert ask(origin.removeprefix("http://"), "/")[0].status == http.HTTPStatus.OK


def command(*options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "macros", "nginx", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_prints_the_settings() -> None:
    done = command("--name", "planer.exempel.se", "--root", "/srv/planportal")
    assert (done.returncode, done.stderr) == (0, "")
    assert "    root /srv/planportal/current;\n" in done.stdout
    assert "ssl" not in done.stdout
    assert "{" + "{" not in done.stdout


def test_a_certificate_makes_it_https_alone() -> None:
    files = ("--certificate", "/etc/a.pem", "--key", "/etc/a.key")
    done = command("--name", "a", "--root", "/srv/p", "--listen", "443", *files)
    assert "    listen 443 ssl;\n" in done.stdout
    assert 'Strict-Transport-Security "max-age=31536000" always;' in done.stdout


@pytest.mark.parametrize(
    "options",
    [
        ("--name", "a;b"),
        ("--name", "a b"),
        ("--root", "srv/p"),
        ("--root", "/srv/p;}"),
        ("--root", "/srv/p\n"),
        ("--listen", "80;"),
        ("--allow", "alla"),
        ("--allow", "10.0.0.1/8"),
        ("--certificate", "/etc/a.pem"),
        ("--logs", "/var/log/a b"),
    ],
)
def test_what_would_mean_something_else_in_the_settings_is_refused(
    options: tuple[str, str],
) -> None:
    done = command("--name", "a", "--root", "/srv/p", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
