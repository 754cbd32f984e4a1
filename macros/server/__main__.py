"""The program on the web server, the only one behind both keys, with the standard library alone.

    planportal-server ROOT upload     behind the key that may only write to incoming/
    planportal-server ROOT control    behind the key that may only do what CONTROL lists
    planportal-server ROOT WORDS      by hand on the server, where releases can also be deleted

Answers go to stdout, sentences to stderr.
"""

import errno
import json
import os
import re
import sys
import time
from pathlib import Path
from typing import TextIO

from macros.server.manifest import ID, MANIFEST, Refused
from macros.server.releases import activate, delete, live, locked, overview, prepare, rollback

RRSYNC = "/usr/bin/rrsync"
CONTROL = re.compile(rf"list|manifest|activate {ID}(?: --older)?|rollback(?: {ID})?")
UPLOAD = re.compile(
    rf"rsync --server -[vrcz]+(?:e[0-9]*\.[A-Za-z]*)?(?: --timeout=[0-9]+| --delete)* \. {ID}/"
)
"""What `planportal publish` sends; no option for links, devices, other folders or own logs."""
UNLOGGED = (["list"], ["manifest"], ["prepare"])
"""What changes nothing that is read."""


def main(arguments: list[str]) -> int:
    """Do one thing, and write in the log that it was done.

    Returns:
        0 done, 1 refused and nothing changed, 2 no such words.
    """
    os.umask(0o022)
    role, root, words = _asked(arguments)
    if root.is_dir() and os.geteuid() == 0 != root.stat().st_uid:
        # What root makes here, the owner could not change later.
        print("Kör som den som äger mappen: sudo -u planportal …", file=sys.stderr)
        return 2
    what = " ".join(words[:1] + re.findall(ID, " ".join(words)))
    try:
        if role == "upload" and words:
            _note(root, f"{role} {what}", "begun")
            _upload(root)
        code, answer, told = _answer(root, words, role)
    except Refused as refused:
        code, answer, told = 1, "", f"{refused} Det som ligger ute är orört."
    except OSError as error:
        code, answer, told = 1, "", f"{_reason(error)} Det som ligger ute är orört."
    if words[:1] == ["rollback"] and not code:
        # Also where none was named.
        what = f"rollback {answer.strip()}"
    if (words or role != "local") and words not in UNLOGGED:
        told += _note(root, f"{role} {what or '-'}", "refused" if code else "ok")
    _say(answer, sys.stdout)
    _say(f"{told}\n" if told else "", sys.stderr)
    return code


def _say(text: str, stream: TextIO) -> None:
    """Print, also where whoever asked is gone: what was done is done, and ends as it went."""
    try:
        print(text, end="", file=stream, flush=True)
    except BrokenPipeError:
        # Python would try once more as it ends, and end with 120.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _asked(arguments: list[str]) -> tuple[str, Path, list[str]]:
    """By which key, of which folder and what; no words where that key may not ask for it."""
    root, *words = arguments or [""]
    if words not in (["control"], ["upload"]):
        return "local", Path(root), words
    asked = os.environ.get("SSH_ORIGINAL_COMMAND", "")
    allowed = CONTROL if words == ["control"] else UPLOAD
    return words[0], Path(root), asked.split(" ") if allowed.fullmatch(asked) else []


def _answer(root: Path, words: list[str], role: str) -> tuple[int, str, str]:
    """The exit code, what is printed, and what is said."""
    if words == ["list"]:
        return 0, json.dumps(overview(root)), ""
    if words == ["manifest"]:
        release = live(root)
        return 0, (root / "releases" / release / MANIFEST).read_text() if release else "", ""
    told = None
    if words:
        with locked(root):
            told = _changed(root, words, role)
    return (2, "", _WRONG[role]) if told is None else (0, f"{live(root) or ''}\n", told)


_WRONG = {
    "local": (
        "Skriv mappen och ett av de här: list, manifest, prepare, activate ID [--older], "
        "rollback [ID], delete ID …\n"
        "Exempel: planportal-server /srv/planportal delete 20261121T113926Z-0123456789ab"
    ),
    "control": "Den här nyckeln får inte göra det.",
    "upload": "Den här nyckeln får bara ladda upp.",
}


def _changed(root: Path, words: list[str], role: str) -> str | None:
    """Do what was asked, and say it; None where there is no such thing."""
    match words:
        case ["activate", release, *rest] if rest in ([], ["--older"]):
            return activate(root, release, older=bool(rest))
        case ["rollback", *releases] if len(releases) < 2:  # noqa: PLR2004 - one name at most
            return rollback(root, *releases)
        case ["delete", *releases] if releases and role == "local":
            return delete(root, releases)
        case ["prepare"] if role == "local":
            return prepare(root)
    return None


def _upload(root: Path) -> None:
    """Become rrsync, and then rsync, which holds the lock for as long as it lives."""
    incoming = root / "incoming"
    with locked(incoming) as held:
        os.set_inheritable(held, True)  # noqa: FBT003 - as the call is made
        # rrsync's own lock is let go when rrsync is killed, while its rsync goes on writing.
        words = [RRSYNC, "-wo", "-munge", "-no-lock", str(incoming)]
        asked = {"SSH_ORIGINAL_COMMAND": os.environ["SSH_ORIGINAL_COMMAND"]}
        os.execve(RRSYNC, words, {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **asked})  # noqa: S606 - a program and its words, no shell


def _reason(error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return "Disken på webbservern är full."
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return f"Det går inte att skriva på webbservern: {error.filename}."
    return f"Webbservern kunde inte läsa eller skriva: {error.strerror}, {error.filename}."


def _note(root: Path, what: str, result: str) -> str:
    """Write in the log when, which key, what, and how it went; nothing about anybody.

    Returns:
        What to say if the log could not be written: it stops nothing, least of all a rollback.
    """
    line = f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())} {what} {result}\n"
    try:
        log = os.open(root / "log", os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o640)
        try:
            os.write(log, line.encode())
        finally:
            os.close(log)
    except OSError as error:
        return f" Loggen kunde inte skrivas: {error.strerror}."
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
