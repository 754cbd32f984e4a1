"""Each key does its one thing over a real sshd that would let in anything, and nothing else."""

import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server import made
from tests.server.sshd import Sshd

RELEASE = f"{made.DAYS[0]}-0123456789ab"
RSYNC = "rsync --server -re.iLsfxCIvu"


@pytest.fixture
def canary(sshd: Sshd) -> Iterator[Path]:
    """A file that no attempt may make; nor may one change what is on the server."""
    path = sshd.folder / "canary"
    before = tree(sshd.root)
    yield path
    assert not path.exists()
    assert tree(sshd.root) == before


def tree(root: Path) -> list[str]:
    return sorted(str(path) for path in root.rglob("*") if path.name != "log")


BOTH = {
    "a shell": "",
    "a command": "{touch}",
    "a shell's command": "sh -c '{touch}'",
    "scp, old way, to": "scp -t {folder}",
    "scp, old way, from": "scp -f {root}/log",
    "sftp": "/usr/lib/openssh/sftp-server",
    "internal-sftp": "internal-sftp",
    "the program itself": "{program} {root} list",
    "by hand": "delete {release}",
    "the key's own word": "control",
    "the other key's word": "upload",
    "rsync as a daemon": "rsync --server --daemon .",
    "rsync as a daemon with settings": "rsync --daemon --config={folder}/rsyncd.conf",
    "rsync that reads": "rsync --server --sender -re.iLsfxCIvu . {release}/",
    "rsync that reads all": "rsync --server --sender -vlogDtpre.iLsfxCIvu . .",
    "python": "python3 -c 'import os; os.system(\"{touch}\")'",
    "git": "git-upload-pack '{root}'",
    "true": "true",
}
CONTROL = {
    "a second command": "list;{touch}",
    "a second command on condition": "list && {touch}",
    "a pipe": "list | {touch}",
    "a second line": "list\n{touch}",
    "a line break": "list\n",
    "a command within": "activate $({touch})",
    "backquotes": "activate `{touch}`",
    "a redirection": "list > {canary}",
    "no id": "activate",
    "a path": "activate ../../etc",
    "a path after an id": "activate {release}/../..",
    "two ids": "activate {release} {release}",
    "an option too many": "activate {release} --older --force",
    "an option first": "activate --older {release}",
    "a rollback to a path": "rollback ../archive",
    "another manifest": "manifest {release}",
    "capitals": "LIST",
    "spaces": "list ",
    "an id with other digits": "activate ٢٠261119T080000Z-0123456789ab",
    "an upload": RSYNC + " . {release}/",
    "folders": "prepare",
}
UPLOAD = {
    "a second command": RSYNC + " . {release}/;{touch}",
    "a second line": RSYNC + " . {release}/\n{touch}",
    "a command within": RSYNC + " . $({touch})/",
    "backquotes": RSYNC + " . `{touch}`/",
    "all of incoming": RSYNC + " . .",
    "incoming by its name": RSYNC + " . ",
    "a folder of another name": RSYNC + " . current/",
    "a folder in a release": RSYNC + " . {release}/om/",
    "a release itself": RSYNC + " . ../releases/{release}/",
    "a way round": RSYNC + " . {release}/../../releases/",
    "an absolute path": RSYNC + " . {root}/releases/",
    "two goals": RSYNC + " . {release}/ {release}/",
    "links": "rsync --server -rle.iLsfxCIvu . {release}/",
    "devices": "rsync --server -rDe.iLsfxCIvu . {release}/",
    "all that -a means": "rsync --server -logDtpre.iLsfxCIvu . {release}/",
    "paths of its own": "rsync --server -rRe.iLsfxCIvu . {release}/",
    "arguments later": "rsync --server -rse.iLsfxCIvu",
    "a log file": RSYNC + " --log-file={canary} . {release}/",
    "a backup folder": RSYNC + " --backup-dir=../releases . {release}/",
    "a temporary folder": RSYNC + " --temp-dir=../releases . {release}/",
    "another release's files": RSYNC + " --link-dest=../../releases . {release}/",
    "a list of files": RSYNC + " --files-from={root}/log . {release}/",
    "in place": RSYNC + " --inplace . {release}/",
    "a device written to": RSYNC + " --write-devices . {release}/",
    "memory without end": RSYNC + " --max-alloc=0 . {release}/",
    "another rsync": "{folder}/rsync --server -re.iLsfxCIvu . {release}/",
    "an activation": "activate {release}",
    "a list": "list",
}
ATTEMPTS = {
    **{f"upload: {what}": ("upload", text) for what, text in (BOTH | UPLOAD).items()},
    **{f"control: {what}": ("control", text) for what, text in (BOTH | CONTROL).items()},
}


@pytest.fixture(scope="module")
def connected(sshd: Sshd) -> Iterator[None]:
    """One connection for each key: most of an attempt's time would go to making its own."""
    masters = [
        subprocess.Popen(
            [*sshd.ssh(key, "-M", "-N", "-S", key_socket(key)), sshd.address], cwd=sshd.folder
        )
        for key in ("upload", "control")
    ]
    end = time.monotonic() + 10
    while len(list(sshd.folder.glob("*.socket"))) < len(masters) and time.monotonic() < end:
        time.sleep(0.02)
    yield
    for master in masters:
        master.terminate()
        master.wait()


def key_socket(key: str) -> str:
    return f"{key}.socket"


@pytest.mark.usefixtures("connected")
@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_any_other_command_is_refused(sshd: Sshd, canary: Path, attempt: str) -> None:
    words = {
        "touch": f"touch {canary}",
        "canary": canary,
        "folder": sshd.folder,
        "root": sshd.root,
        "release": RELEASE,
        "program": sshd.folder / "system/usr/local/lib/planportal/planportal-server",
    }
    key, text = ATTEMPTS[attempt]
    done = sshd.ask(key, text.format(**words), "-S", key_socket(key))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith("Den här nyckeln får ")


def run(words: list[str], folder: Path | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        words,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("key", ["upload", "control"])
def test_nothing_is_forwarded_and_no_terminal_given(sshd: Sshd, canary: Path, key: str) -> None:
    with socket.socket() as inner:
        inner.bind(("127.0.0.1", 0))
        inner.listen()
        goal = f"127.0.0.1:{inner.getsockname()[1]}"
        there = run([*sshd.ssh(key, "-W", goal), sshd.address])
        assert "administratively prohibited" in there.stderr
        inner.settimeout(0.1)
        with pytest.raises(TimeoutError):
            inner.accept()
    failing = ("-N", "-o", "ExitOnForwardFailure=yes")
    back = run([*sshd.ssh(key, *failing, "-R", f"0:{goal}"), sshd.address])
    assert (back.returncode, "forwarding failed" in back.stderr) == (255, True)
    terminal = run([*sshd.ssh(key, "-tt"), sshd.address, f"touch {canary}"])
    assert "PTY allocation request failed" in terminal.stderr
    granted = run([*sshd.ssh(key, "-v", "-A"), sshd.address, "x"]).stderr
    options = [line for line in granted.splitlines() if "key options:" in line]
    assert options
    assert {line.rpartition("key options: ")[2] for line in options} == {"command"}


@pytest.mark.parametrize("key", ["upload", "control"])
def test_no_file_comes_or_goes_by_sftp_or_scp(sshd: Sshd, canary: Path, key: str) -> None:
    batch = sshd.folder / "batch"
    batch.write_text(f"put {batch} {canary}\nget {sshd.root}/log {canary}\n")
    own = [*sshd.ssh(key)[1:-2], "-o", f"UserKnownHostsFile={sshd.folder}/known_hosts"]
    own[own.index("-p")] = "-P"
    assert run(["sftp", *own, "-b", str(batch), sshd.address]).returncode != 0
    for way in ([], ["-O"]):
        assert run(["scp", *own, *way, str(batch), f"{sshd.address}:{canary}"]).returncode != 0
        assert (
            run(["scp", *own, *way, f"{sshd.address}:{sshd.root}/log", str(canary)]).returncode != 0
        )
    assert run([*sshd.ssh(key, "-s"), sshd.address, "sftp"]).returncode == 2


@pytest.mark.parametrize("key", ["upload", "control"])
def test_what_a_client_sets_in_the_environment_reaches_nothing(
    sshd: Sshd, canary: Path, key: str
) -> None:
    hostile = {
        "BASH_ENV": f"$(touch {canary})",
        "ENV": f"$(touch {canary})",
        "LC_ALL": f"$(touch {canary})",
        "LD_PRELOAD": str(sshd.folder / "x.so"),
        "PYTHONPATH": str(sshd.folder),
        "PYTHONSTARTUP": str(sshd.folder / "sitecustomize.py"),
        "SSH_ORIGINAL_COMMAND": "delete x",
    }
    for name in ("sitecustomize", "os", "zipfile"):
        (sshd.folder / f"{name}.py").write_text(f"open({str(canary)!r}, 'w')\n")
    options = [f'-oSetEnv={name}="{value}"' for name, value in hostile.items()]
    done = run([*sshd.ssh(key, *options), sshd.address, "x"])
    assert done.returncode == 2


@pytest.mark.usefixtures("connected")
def test_rsync_itself_reads_nothing_and_writes_nowhere_else(sshd: Sshd, canary: Path) -> None:
    here = sshd.folder / "here"
    here.mkdir()
    (here / "file").write_text("x")
    (here / "link").symlink_to("/etc/passwd")
    for key in ("upload", "control"):
        shell = ["-e", " ".join(sshd.ssh(key, "-S", key_socket(key)))]
        for options, source, goal in (
            (["-r"], f"{sshd.address}:", str(here)),
            (["-r"], f"{sshd.address}:{sshd.root}/", str(here)),
            (["-a"], f"{here}/", f"{sshd.address}:{RELEASE}/"),
            (["-r"], f"{here}/", f"{sshd.address}:"),
            (["-r"], f"{here}/", f"{sshd.address}:../releases/{RELEASE}/"),
            (["-r"], f"{here}/", f"{sshd.address}:{sshd.root}/releases/"),
            (["-r"], f"{here}/", f"{sshd.address}::incoming/"),
            (
                ["-r", f"--rsync-path=touch {canary}; rsync"],
                f"{here}/",
                f"{sshd.address}:{RELEASE}/",
            ),
            (["-r", "--mkpath"], f"{here}/", f"{sshd.address}:{RELEASE}/a/b/"),
        ):
            done = run(["rsync", *shell, *options, source, goal], sshd.folder)
            assert done.returncode != 0, options
    assert sorted(path.name for path in here.iterdir()) == ["file", "link"]


def test_each_key_does_its_one_thing(sshd: Sshd) -> None:
    release = made.release(sshd.folder / "release")
    shell = ["-e", " ".join(sshd.ssh("upload"))]
    goal = f"{sshd.address}:{release}/"
    done = run(["rsync", "-r", "--checksum", "--delete", *shell, f"{sshd.folder}/release/", goal])
    assert done.returncode == 0, done.stderr
    assert sshd.ask("control", f"activate {release}").stderr == f"Nu ligger {release} ute.\n"
    assert made.is_whole(sshd.root / "current")
    assert f'"current": "{release}"' in sshd.ask("control", "list").stdout
    listed = (sshd.folder / "release" / "manifest.sha256").read_text()
    assert sshd.ask("control", "manifest").stdout == listed


def test_a_strange_key_is_not_let_in(sshd: Sshd) -> None:
    done = sshd.ask("stranger", "list")
    assert done.returncode == 255
    assert "Permission denied" in done.stderr


def test_the_log_names_the_keys_role_and_no_person(sshd: Sshd) -> None:
    sshd.ask("control", "namn@dator")
    last = (sshd.root / "log").read_text().splitlines()[-1]
    assert last.partition(" ")[2] == "control - refused"
    keys = next((sshd.folder / "system").rglob("authorized_keys")).read_text()
    assert "namn@dator" not in keys
