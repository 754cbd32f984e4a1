"""The comments on GitLab's open merge requests, in a pipeline on schedule of the default branch."""

from collections.abc import Iterator, Mapping
from typing import Any

from posting.harmless import MARKER
from posting.host import Host, HostError
from posting.wording import MOST, comment

JOB = "data"
FILE = "build/comment.md"
_ENDED = {"success", "failed"}


def post_all(host: Host, project: int, branch: str) -> Iterator[str]:
    """Renew the comment on each open merge request into a branch whose pipeline has ended.

    Args:
        host: GitLab's API.
        project: The project's number.
        branch: The default branch.

    Yields:
        What was done with each, for the log.

    Raises:
        HostError: In the end, if one could not be done; the others are.
    """
    me = host.ask("user")["id"]
    home, failed = f"projects/{project}", []
    for row in host.pages(f"{home}/merge_requests", state="opened", target_branch=branch):
        number = int(row["iid"])
        try:
            yield f"!{number}: {_post(host, home, number, me)}"
        except HostError as error:
            failed.append(f"!{number}: {error}")
    if failed:
        raise HostError("\n".join(failed))


def _post(host: Host, home: str, number: int, me: int) -> str:
    request = f"{home}/merge_requests/{number}"
    whole = host.ask(request)
    pipeline = whole["head_pipeline"]
    if not pipeline or pipeline["sha"] != whole["sha"] or pipeline["status"] not in _ENDED:
        return "kontrollen av den senaste versionen är inte klar."
    text = comment(
        _left(host, pipeline), _files(host, request), pipeline["web_url"], pipeline["sha"]
    )
    for note in host.pages(f"{request}/notes"):
        if note["author"]["id"] == me and note["body"].startswith(MARKER):
            if note["body"].strip() == text.strip():
                return "kommentaren är redan ny."
            host.tell("PUT", f"{request}/notes/{note['id']}", {"body": text})
            return "kommentaren är förnyad."
    host.tell("POST", f"{request}/notes", {"body": text})
    return "har fått en kommentar."


def _left(host: Host, pipeline: Mapping[str, Any]) -> bytes | None:
    """The text that the newest job of a pipeline has left, if any that we may read.

    The pipeline of a request from a fork belongs to the fork.
    """
    home = f"projects/{int(pipeline['project_id'])}"
    try:
        jobs = list(host.pages(f"{home}/pipelines/{int(pipeline['id'])}/jobs"))
    except HostError:
        return None
    found = max((int(job["id"]) for job in jobs if job["name"] == JOB), default=None)
    if found is None:
        return None
    try:
        return host.fetch(f"{home}/jobs/{found}/artifacts/{FILE}", MOST)
    except HostError:
        return None


def _files(host: Host, request: str) -> list[str]:
    """The files that a request changes; where GitLab does not list all of them, one unknown."""
    try:
        rows = list(host.pages(f"{request}/diffs"))
    except HostError:
        return ["?"]
    return [row[name] for row in rows for name in ("old_path", "new_path")]
