"""What ssh and rsync say in English when they do not get through, as what is wrong and what to do.

Not what the program on the web server says: that is in Swedish already.
"""

import re
from pathlib import Path

from macros.model.target import Ssh

UNTOUCHED = "Det som ligger ute är orört."
_SAID = (
    (
        "REMOTE HOST IDENTIFICATION HAS CHANGED",
        (
            "Datorn som svarar har en annan nyckel än den i known_hosts. "
            "Fråga den som sköter webbservern innan du ändrar något."
        ),
    ),
    (
        "Host key verification failed",
        (
            "Datorn står inte i known_hosts. Anslut en gång för hand, jämför fingeravtrycket med "
            "webbserverns och svara yes: {by_hand}"
        ),
    ),
    (
        "UNPROTECTED PRIVATE KEY FILE",
        "Andra kan läsa nyckeln {key}, så ssh använder den inte. Skriv: chmod 600 {key}",
    ),
    (
        r"Permission denied \([a-z]",
        (
            "Nyckeln {key} släpps inte in. Kontrollera filen, user i publish.yml och att "
            "server-setup kördes med {key}.pub."
        ),
    ),
    (
        "Could not resolve hostname",
        "Ingen dator med det namnet hittas. Kontrollera host i publish.yml, och nätet.",
    ),
    (
        "Connection refused",
        "Inget svarar på port {port}. Kontrollera port i publish.yml, och att ssh är i gång där.",
    ),
    (
        "connect to host .*: (Connection timed out|No route|Network is unreach)|during banner",
        "Inget svar på port {port}. Kontrollera host och port i publish.yml, och nätet.",
    ),
)
"""What ssh says before it is let in, and what it means; the first that fits."""
_FILE_FAULT = 11
"""What rsync ends with when a file could not be read or written."""


def no_key(field: str, key: str) -> str:
    """That a file with a key is not there."""
    return f"Nyckeln {key} finns inte. Kontrollera {field} i publish.yml."


def not_let_in(ssh: Ssh, key: str, said: str) -> str | None:
    """Why ssh was not let in with a key; None where that is not what happened.

    Args:
        ssh: Where it was to lead.
        key: The file with the key that was used.
        said: All that ssh said.
    """
    by_hand = f"ssh -p {ssh.port} {_known(ssh)}{ssh.user}@{ssh.host}"
    for pattern, meaning in _SAID:
        if re.search(pattern, said):
            why = meaning.format(key=key, port=ssh.port, by_hand=by_hand)
            return f"Det gick inte att nå {ssh.host} med ssh. {why}"
    return None


def lost(ssh: Ssh, said: str) -> str:
    """That the connection broke, or never came to be for a reason that is not known here."""
    last = said.strip().rpartition("\n")[2].rstrip(".")
    return f"Det gick inte att nå {ssh.host} med ssh: {last or 'inget svar'}."


def not_uploaded(code: int, said: str) -> str:
    """Why rsync did not copy all of a release."""
    if "No space left" in said or "Disk quota" in said:
        return f"Disken på webbservern är full. {UNTOUCHED}"
    if "Read-only file system" in said or "Permission denied (13)" in said:
        return f"Det går inte att skriva på webbservern. {UNTOUCHED}"
    if code == _FILE_FAULT and not said.strip():
        # The other side's words can be lost with the connection.
        return f"Webbservern kunde inte skriva filerna. Är disken full där? {UNTOUCHED}"
    # The program's own words come first; rsync's follow, in English.
    return f"Det gick inte att ladda upp: {said.strip() or code}\n{UNTOUCHED}"


def _known(ssh: Ssh) -> str:
    if ssh.known_hosts is None:
        return ""
    return f'-o UserKnownHostsFile="{Path(ssh.known_hosts).expanduser()}" '
