"""The comment on a GitHub pull request, after the run that checked it."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from posting.harmless import MARKER
from posting.host import PAGE, Host, HostError
from posting.wording import MOST, comment

ARTEFACT = "comment"
FILE = "comment.md"
MOST_ZIP = 1_000_000
POSTER = "github-actions[bot]"
"""Whoever has the token of a workflow; nobody else can write as it."""


def post(host: Host, event: Mapping[str, Any]) -> str:
    """Renew the comment on the pull request that a run belongs to.

    Args:
        host: GitHub's API.
        event: What GitHub says of the run (`workflow_run`, completed). It is no part of the
            request; what the request leaves in its artefact names no number here.

    Returns:
        What was done, for the log.
    """
    run, repository = event["workflow_run"], event["repository"]
    if run["event"] != "pull_request" or run["head_repository"] is None:
        return "Körningen hör inte till något ändringsförslag."
    home = f"repos/{repository['full_name']}"
    number = _number(host, home, run, repository["default_branch"])
    if number is None:
        return "Förslaget är stängt, har fått en nyare version eller gäller en annan gren."
    text = comment(
        _left(host, home, run["id"]), _files(host, home, number), run["html_url"], run["head_sha"]
    )
    for found in host.pages(f"{home}/issues/{number}/comments"):
        author = found["user"] and found["user"]["login"]
        if author == POSTER and found["body"].startswith(MARKER):
            host.tell("PATCH", f"{home}/issues/comments/{found['id']}", {"body": text})
            return f"Kommentaren på #{number} är förnyad."
    host.tell("POST", f"{home}/issues/{number}/comments", {"body": text})
    return f"#{number} har fått en kommentar."


def _number(host: Host, home: str, run: Mapping[str, Any], branch: str) -> int | None:
    """The open request whose newest commit the run checked.

    Asked for by its branch: the event names no request from a fork, and the list of a commit's
    requests has none either.
    """
    source = run["head_repository"]
    head = f"{source['owner']['login']}:{run['head_branch']}"
    for request in host.pages(f"{home}/pulls", state="open", head=head, base=branch):
        theirs = request["head"]
        if (
            theirs["sha"] == run["head_sha"]
            and theirs["repo"]
            and theirs["repo"]["id"] == source["id"]
            and request["base"]["ref"] == branch
        ):
            return int(request["number"])
    return None


def _left(host: Host, home: str, run: int) -> bytes | None:
    """The text that the run has left, if it has left any that can be read."""
    # A run that was made again leaves one more of the same name.
    listed = host.ask(f"{home}/actions/runs/{run}/artifacts", name=ARTEFACT, per_page=PAGE)
    newest = max(listed["artifacts"], key=lambda artefact: int(artefact["id"]), default=None)
    if newest is None or newest["expired"] or newest["size_in_bytes"] > MOST_ZIP:
        return None
    packed = host.fetch(f"{home}/actions/artifacts/{newest['id']}/zip", MOST_ZIP)
    return None if packed is None else _unpacked(packed)


def _unpacked(packed: bytes) -> bytes | None:
    """The one file that is looked for; however much it unpacks to, no more than a sign too many."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as files, files.open(FILE) as file:
            return file.read(MOST + 1)
    except Exception:  # noqa: BLE001 - a made-up archive can set off nearly any
        return None


def _files(host: Host, home: str, number: int) -> list[str]:
    """The files that a request changes; where GitHub does not list all of them, one unknown."""
    try:
        rows = list(host.pages(f"{home}/pulls/{number}/files"))
    except HostError:
        return ["?"]
    return [row[name] for row in rows for name in ("filename", "previous_filename") if name in row]
