"""The data as git has it at a revision, in a folder of its own: the working tree is not touched.

The files come from git's objects one by one and not by `git archive`, since a file that the
repository's attributes leave out of archives would be left out of the comparison too.
"""

import subprocess
from pathlib import Path, PurePosixPath

FOLDERS = ("plans", "content/texter")
_LINK = "120000"
_NO_GIT = "Git finns inte på den här datorn. Installera git, eller jämför två filer eller planer."
_NO_REPOSITORY = "Mappen hör inte till något git-projekt, eller ägs av en annan användare."


class NoRevisionError(Exception):
    """Git, the repository or the revision is not there; the message says it in Swedish."""


def commit(root: Path, revision: str) -> str:
    """The commit that a branch, a tag or another name of a revision means.

    Raises:
        NoRevisionError: Git is missing, or knows no such revision.
    """
    if git(root, "rev-parse", "--git-dir") is None:
        raise NoRevisionError(_NO_REPOSITORY)
    name = f"{revision}^{{commit}}"
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if found is None:
        raise NoRevisionError(
            f'Git känner inte till versionen "{revision}". '
            "Kontrollera stavningen, eller hämta den med git fetch."
        )
    return found.decode().strip()


def fork(root: Path, one: str, other: str) -> str:
    """The commit from which two that `commit` gave have grown apart.

    Raises:
        NoRevisionError: They have none in common here.
    """
    found = git(root, "merge-base", one, other)
    if found is None:
        raise NoRevisionError(
            "Versionerna har ingen gemensam början här. Hämta den med git fetch --unshallow."
        )
    return found.decode().strip()


def extract(root: Path, commit_id: str, target: Path) -> None:
    """Write the data of a commit into a folder.

    Raises:
        NoRevisionError: Git is missing, or an object that the commit needs is.
    """
    listed = git(root, "ls-tree", "-r", "-z", commit_id, "--", *FOLDERS)
    entries = [entry.split("\t", 1) for entry in (listed or b"").decode().split("\0") if entry]
    files = [(head.split()[0], head.split()[2], name) for head, name in entries]
    asked = "".join(f"{object_id}\n" for _, object_id, _ in files)
    contents = git(root, "cat-file", "--batch", given=asked.encode())
    if listed is None or contents is None:
        raise NoRevisionError(_incomplete(commit_id))
    at = 0
    for mode, _, name in files:
        end = contents.index(b"\n", at)
        size = contents[at:end].rpartition(b" ")[2]
        if not size.isdigit() or ".." in PurePosixPath(name).parts:
            raise NoRevisionError(_incomplete(commit_id))
        _write(target / name, contents[end + 1 : end + 1 + int(size)], is_link=mode == _LINK)
        at = end + 1 + int(size) + 1


def _write(path: Path, data: bytes, *, is_link: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if is_link:
        # It leads nowhere: loading refuses links, wherever they lead.
        path.symlink_to("saknas")
    else:
        path.write_bytes(data)


def _incomplete(commit_id: str) -> str:
    return f"Versionen {commit_id[:7]} är inte hel här. Hämta den med git fetch --unshallow."


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git answers, or None where it does not."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],  # noqa: S607 - git as the coordinator has it
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise NoRevisionError(_NO_GIT) from None
    return done.stdout if done.returncode == 0 else None
