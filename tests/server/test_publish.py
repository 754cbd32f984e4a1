"""The real commands publish the tiny portal to a real sshd, and take it back."""

import fcntl
import functools
import http.server
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.commands import publish, rollback
from macros.portal.audience import AUDIENCE_NAMES
from macros.publishing.targets import FILE, chosen
from macros.publishing.transport import NotDoneError, Transport
from tests.conftest import ROOT
from tests.server import made
from tests.server.made import DAYS, commit, is_whole, page
from tests.server.sshd import Sshd

SEND = """
import sys
from pathlib import Path
from macros.commands.publish import send
from macros.publishing.targets import chosen
from macros.publishing.transport import Transport
send(Transport(chosen(Path(sys.argv[1]), None), Path(sys.argv[1])), Path(sys.argv[2]), sys.argv[3],
     older=False)
"""
"""What `planportal publish` does after its build."""
NUMBER, OTHER = "08-465 004 12", "08-465 004 13"


def planportal(root: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "macros", *words],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def address(server: Sshd) -> Iterator[str]:
    """Where what is live is read."""
    handler = functools.partial(Quiet, directory=str(server.root / "current"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_address[1]}"
        web.shutdown()


def test_a_change_of_one_digit_is_published_and_taken_back(
    project: Path, server: Sshd, address: str
) -> None:
    contacts = project / "plans" / "exempel" / "contacts.yml"
    assert NUMBER in contacts.read_text(encoding="utf-8")

    first = planportal(project, "publish")
    assert first.returncode == 0, first.stderr
    assert f" sidor för {AUDIENCE_NAMES['staff']} i site/" in first.stderr
    assert re.fullmatch(r"Nu ligger 20261119T080000Z-[0-9a-f]{12} ute\.\n", first.stdout)
    assert [line[:4] for line in first.stderr.splitlines() if line[1:3] == "/4"] == [
        f"{step}/4 " for step in range(1, 5)
    ]
    assert is_whole(server.root / "current")

    contacts.write_text(contacts.read_text(encoding="utf-8").replace(NUMBER, OTHER))
    dirty = planportal(project, "publish")
    assert dirty.returncode == 1
    assert "Mappen har ändringar som inte finns i git." in dirty.stderr
    assert OTHER not in text(server.root)
    tried = planportal(project, "publish", "--dry-run")
    assert OTHER in tried.stdout.partition("till det som står i mappen nu")[2]
    assert "En publicering skulle stoppas. Mappen har ändringar som inte finns" in tried.stderr

    commit(project, "2026-11-20T08:00:00Z")
    (project / FILE).write_text(server.settings(address), encoding="utf-8")
    told = planportal(project, "publish", "--dry-run")
    assert told.returncode == 0, told.stderr
    assert "Ändrade sidor: " in told.stdout
    assert "  /kontakter/\n" in told.stdout
    assert OTHER in told.stdout.partition("till det som står i mappen nu")[2]
    assert told.stderr.endswith("Inget är publicerat.\n")
    assert OTHER not in text(server.root)

    second = planportal(project, "publish")
    assert second.returncode == 0, second.stderr
    assert second.stdout.endswith("Ångra: planportal rollback skarp\n")
    assert f"{address} visar 20261120T080000Z-" in second.stderr
    assert OTHER in text(server.root)
    assert is_whole(server.root / "current")

    subprocess.run(["git", "-C", project, "checkout", "-q", "HEAD~1"], check=True)  # noqa: S607
    older = planportal(project, "publish")
    assert older.returncode == 1
    assert "är äldre än den som ligger ute" in older.stderr
    assert OTHER in text(server.root)

    before = os.times()
    back = planportal(project, "rollback")
    after = os.times()
    # The processor's time: other work on the machine is not what is measured.
    assert sum(after[2:4]) - sum(before[2:4]) < 5
    assert back.returncode == 0, back.stderr
    assert back.stdout.startswith("Nu ligger 20261119T080000Z-")
    assert NUMBER in text(server.root)
    listed = planportal(project, "rollback", "--list").stdout.splitlines()
    assert [line.partition("  ")[2] for line in listed] == ["låg ute före den", "ligger ute"]
    named = planportal(project, "rollback", "--to", listed[0].split()[0])
    assert named.returncode == 0
    assert OTHER in text(server.root)


def text(root: Path) -> str:
    return (root / "current" / "kontakter" / "index.html").read_text(encoding="utf-8")


def test_a_folder_is_a_target_too(tmp_path: Path) -> None:
    settings = "targets:\n  - id: prov\n    audience: staff\n    folder: ../prov på riktigt\n"
    project, folder = tmp_path / "projekt", tmp_path / "prov på riktigt"
    release = made.release(project / "site")
    (project / FILE).write_text(settings, encoding="utf-8")
    there = Transport(chosen(project, "prov"), project)
    with pytest.raises(NotDoneError, match=r"^Mappen .* finns inte\. Skapa den\.$"):
        there.overview()
    folder.mkdir()
    assert there.overview().current is None
    publish.send(there, project / "site", release, older=False)
    assert there.overview().current == release
    assert is_whole(folder / "current")


def test_a_target_gets_what_its_readers_may_see(project: Path, tmp_path: Path) -> None:
    contacts = project / "plans/exempel/contacts.yml"
    text = contacts.read_text(encoding="utf-8")
    contacts.write_text(text.replace("    phones:", "    audience: coordinator\n    phones:", 1))
    commit(project, "2026-11-20T08:00:00Z")
    for audience, there in (("staff", False), ("coordinator", True)):
        folder = tmp_path / audience
        folder.mkdir()
        targets = f"targets:\n  - id: prov\n    folder: {folder}\n    audience: {audience}\n"
        (project / FILE).write_text(targets, encoding="utf-8")
        assert publish.run(project, changed=True) == 0
        found = (folder / "current/kontakter/index.html").read_text(encoding="utf-8")
        assert (NUMBER in found) is there


def test_a_mistake_in_the_data_publishes_nothing(project: Path, server: Sshd) -> None:
    contacts = project / "plans" / "exempel" / "contacts.yml"
    contacts.write_text(contacts.read_text(encoding="utf-8").replace("phones:", "fone:"))
    done = planportal(project, "publish", "--changed")
    assert done.returncode == 1
    assert 'Okänt fält "fone"' in done.stdout
    assert list((server.root / "incoming").iterdir()) == []


def transport(server: Sshd, folder: Path) -> Transport:
    (folder / FILE).write_text(server.settings(), encoding="utf-8")
    return Transport(chosen(folder, None), folder)


def test_equal_size_and_time_keep_no_old_number(server: Sshd, tmp_path: Path) -> None:
    site = tmp_path / "site"
    release = made.release(site)
    stale = server.root / "incoming" / release / "index.html"
    stale.parent.mkdir()
    stale.write_text((site / "index.html").read_text().replace("01", "09"))
    for path in (stale, site / "index.html"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    assert stale.stat().st_size == (site / "index.html").stat().st_size
    transport(server, tmp_path).upload(site, release, lambda _done: None)
    assert stale.read_text() == made.PAGES["index.html"]
    transport(server, tmp_path).control("activate", release)
    assert page(server.root) == made.PAGES["index.html"]


def test_keys_may_lie_where_a_path_holds_a_space(server: Sshd, tmp_path: Path) -> None:
    mine = tmp_path / "mina nycklar"
    mine.mkdir()
    for name in ("upload", "control", "known_hosts"):
        shutil.copy(server.folder / name, mine)
    settings = server.settings().replace(f"{server.folder}/", f"{mine}/")
    (tmp_path / FILE).write_text(settings, encoding="utf-8")
    there = Transport(chosen(tmp_path, None), tmp_path)
    release = made.release(tmp_path / "en utgåva")
    there.upload(tmp_path / "en utgåva", release, lambda _done: None)
    assert there.control("activate", release) == (f"{release}\n", f"Nu ligger {release} ute.")


def sending(server: Sshd, folder: Path, number: int) -> "subprocess.Popen[str]":
    """A publisher at work with a release of its own."""
    (folder / FILE).write_text(server.settings(), encoding="utf-8")
    site = folder / f"site-{number}"
    release = made.release(site, {**made.PAGES, "index.html": f"Ring {number}.\n"}, DAYS[number])
    command = [sys.executable, "-c", SEND, str(folder), str(site), release]
    return subprocess.Popen(
        command,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_publishers_at_a_time_do_not_mix(server: Sshd, tmp_path: Path) -> None:
    publishers = [sending(server, tmp_path, number) for number in range(3)]
    said = [publisher.communicate()[1] for publisher in publishers]
    assert publishers[2].returncode == 0, said[2]
    for publisher, text in zip(publishers, said, strict=True):
        assert publisher.returncode == 0 or "äldre än den som ligger ute" in text
    assert page(server.root) == "Ring 2.\n"
    assert is_whole(server.root / "current")
    # Where the newest came first, the others were refused, and nothing was there before it.
    others = [publisher.returncode for publisher in publishers[:2]]
    assert (server.root / "previous").exists() is (0 in others)
    assert 0 not in others or is_whole(server.root / "previous")


def test_a_publisher_waits_for_another_and_then_goes_on(server: Sshd, tmp_path: Path) -> None:
    held = [os.open(folder, os.O_RDONLY) for folder in (server.root, server.root / "incoming")]
    for lock in held:
        fcntl.flock(lock, fcntl.LOCK_EX)
    publisher = sending(server, tmp_path, 0)
    for lock in reversed(held):
        time.sleep(1)
        assert publisher.poll() is None
        assert not (server.root / "current").exists()
        os.close(lock)
    assert publisher.communicate()[1].endswith("byter utgåva …\n")
    assert is_whole(server.root / "current")


def test_another_publisher_in_the_same_folder_is_told(
    server: Sshd, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / FILE).write_text(server.settings(), encoding="utf-8")
    held = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    assert publish.run(tmp_path) == 1
    os.close(held)
    told = "Någon annan publicerar från den här mappen just nu.\n"
    assert capsys.readouterr().err == told


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (("/known_hosts", "/upload"), "Datorn står inte i known_hosts. Anslut en gång för hand, "),
        (("/known_hosts", "/changed"), "Datorn som svarar har en annan nyckel än den i known_host"),
        (("/upload\n", "/stranger\n"), "/stranger släpps inte in. Kontrollera filen, user i "),
        (("host: 127.0.0.1", "host: dator.invalid"), "Ingen dator med det namnet hittas. "),
        (("      port: ", "      port: 9 #"), "Inget svarar på port 9. Kontrollera port i publish"),
        (("/upload\n", "/open\n"), "Andra kan läsa nyckeln "),
    ],
)
def test_a_server_that_cannot_be_reached_is_told_with_what_to_do(
    server: Sshd, tmp_path: Path, wrong: tuple[str, str], says: str
) -> None:
    known = (server.folder / "known_hosts").read_text(encoding="utf-8").split()[0]
    other = (server.folder / "stranger.pub").read_text(encoding="utf-8")
    (server.folder / "changed").write_text(f"{known} {other}", encoding="utf-8")
    shutil.copy(server.folder / "upload", server.folder / "open")
    (server.folder / "open").chmod(0o644)
    settings = server.settings().replace("/control\n", "/upload\n").replace(*wrong)
    (tmp_path / FILE).write_text(re.sub(" *#.*", "", settings), encoding="utf-8")
    there = Transport(chosen(tmp_path, None), tmp_path)
    for ask in (
        there.overview,
        lambda: there.switch("rollback"),
        lambda: there.upload(tmp_path, f"{DAYS[0]}-{'0' * 12}", lambda _done: None),
    ):
        with pytest.raises(NotDoneError) as told:
            ask()
        assert str(told.value).startswith("Det gick inte att nå ")
        assert says in str(told.value)
        assert "Bytet" not in str(told.value)


def test_a_key_that_is_not_there_is_told(server: Sshd, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(server.settings().replace("/control\n", "/saknas\n"))
    there = Transport(chosen(tmp_path, None), tmp_path)
    with pytest.raises(NotDoneError, match=r"/saknas finns inte\. Kontrollera control_key i "):
        there.overview()


@pytest.fixture
def silent(server: Sshd, tmp_path: Path) -> Iterator[socket.socket]:
    """What listens and never says a word, as the target of `tmp_path`."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        settings = re.sub(r"port: \d+", f"port: {listening.getsockname()[1]}", server.settings())
        (tmp_path / FILE).write_text(settings, encoding="utf-8")
        yield listening


COMMANDS = "from pathlib import Path\nfrom macros.commands import publish, rollback\n"


@pytest.mark.parametrize(
    ("run", "says"),
    [
        ("publish.run(Path())", "Avbrutet. Det som ligger ute är orört.\n"),
        ("rollback.run(Path(), listing=True)", "Avbrutet. Det som ligger ute är orört.\n"),
        ("rollback.run(Path())", "Avbrutet. Bytet kan ändå ha skett. Se vad som ligger ute: "),
    ],
)
def test_ctrl_c_says_what_is_known_of_the_live_release(
    silent: socket.socket, tmp_path: Path, run: str, says: str
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", f"{COMMANDS}raise SystemExit({run})"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        process_group=0,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - no threads here
    ) as process:
        silent.settimeout(60)
        connection = silent.accept()[0]
        # To all of them, as a terminal does.
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate()[1]
        connection.close()
    assert process.returncode == 1
    assert says in said
    assert "Traceback" not in said


def test_a_switch_whose_answer_is_lost_is_in_doubt(silent: socket.socket, tmp_path: Path) -> None:
    def hang_up() -> None:
        silent.accept()[0].close()

    threading.Thread(target=hang_up, daemon=True).start()
    with pytest.raises(NotDoneError, match=r"Har bytet ändå skett\? Se vad som ligger ute: "):
        Transport(chosen(tmp_path, None), tmp_path).switch("rollback")


def test_a_name_that_no_release_has_is_told_before_the_server_is_asked(
    silent: socket.socket, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    silent.close()
    assert rollback.run(tmp_path, to="igår") == 2
    told = 'Ingen utgåva heter "igår". Se vilka som finns: planportal rollback skarp --list\n'
    assert capsys.readouterr().err == told


def test_an_empty_target_is_listed_with_a_sentence(
    server: Sshd, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / FILE).write_text(server.settings(), encoding="utf-8")
    assert rollback.run(tmp_path, listing=True) == 0
    assert capsys.readouterr().err == "Inget är publicerat på skarp (127.0.0.1) än.\n"


def test_a_live_address_that_does_not_show_the_release_is_told(
    server: Sshd, tmp_path: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    release = made.uploaded(server.root)
    other = f"{DAYS[1]}-{release[-12:]}"
    assert made.server(server.root, "activate", release).returncode == 0
    for shown, asked, code, says in (
        (address, release, 0, f"{address} visar {release}."),
        (address, other, 1, f"{other} ligger ute, men {address} visar {release}. Kontroll"),
        (f"{address}/om", release, 1, f"men {address}/om svarar inte med den: 404. Kontrollera"),
        ("http://127.0.0.1:9", release, 1, "men http://127.0.0.1:9 svarar inte med den: "),
    ):
        (tmp_path / FILE).write_text(server.settings(shown), encoding="utf-8")
        transport = Transport(chosen(tmp_path, None), tmp_path)
        assert publish.confirm(transport, asked) == code
        assert says in capsys.readouterr().err


FOLDER = "folder: x"
SSH = "ssh: {host: HOST, upload_key: a, control_key: b}"


def targets(*values: str) -> str:
    return "targets:\n" + "".join(f"  - {{id: a, {value}}}\n" for value in values)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ("", "publish.yml:1:1: "),
        ("targets: []\n", "Listan är tom. Skriv minst ett mål."),
        (targets("audience: staff"), "Skriv antingen ssh eller folder."),
        (targets(f"audience: staff, {FOLDER}, {SSH}"), "Skriv antingen ssh eller folder."),
        (targets(*[f"audience: staff, {FOLDER}"] * 2), 'publish.yml:3:10: Id "a" finns redan.'),
        (targets(FOLDER), '"audience"'),
        (targets(f"audience: staff, {SSH.replace('HOST', '-oProxy=x')}"), "är inget namn på en"),
        (targets("audience: staff, folde: x"), 'Okänt fält "folde".'),
    ],
)
def test_a_mistake_in_the_settings_is_a_sentence_with_its_line(
    tmp_path: Path, settings: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / FILE).write_text(settings, encoding="utf-8")
    for command in (publish.run, rollback.run):
        assert command(tmp_path) == 2
        said = capsys.readouterr()
        assert (said.err, says in said.out) == ("", True)


def test_a_target_that_is_not_there_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (publish.run, rollback.run):
        assert command(tmp_path) == 2
        assert capsys.readouterr().err.startswith("publish.yml saknas.")
    (tmp_path / FILE).write_text(targets(f"audience: staff, {FOLDER}"), encoding="utf-8")
    for command in (publish.run, rollback.run):
        assert command(tmp_path, "aa") == 2
        assert 'Menade du "a"?' in capsys.readouterr().err
