"""`python3 -m posting github` and `gitlab`: what the two hosts' machines set, and the way in."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from posting import github, gitlab
from posting.host import Host, HostError


def main(arguments: list[str]) -> int:
    """Post on a host.

    Returns:
        0 when all is done, 1 when the host did not answer as it should, 2 for wrong use.
    """
    hosts = {"github": _github, "gitlab": _gitlab}
    try:
        (name,) = arguments
        told = hosts[name]()
    except (KeyError, ValueError) as error:
        print(f"Kör make post-github eller make post-gitlab. Saknas: {error}", file=sys.stderr)
        return 2
    try:
        for line in told:
            print(line)
    except HostError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _github() -> Iterator[str]:
    host = Host(
        os.environ["GITHUB_API_URL"], "Authorization", f"Bearer {os.environ['GITHUB_TOKEN']}"
    )
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))

    def told() -> Iterator[str]:
        yield github.post(host, event)

    return told()


def _gitlab() -> Iterator[str]:
    host = Host(os.environ["CI_API_V4_URL"], "PRIVATE-TOKEN", os.environ["PLANPORTAL_TOKEN"])
    return gitlab.post_all(host, int(os.environ["CI_PROJECT_ID"]), os.environ["CI_DEFAULT_BRANCH"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
