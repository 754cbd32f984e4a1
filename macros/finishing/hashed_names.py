"""Every own file under assets/ carries its content's hash in its name.

A page and all that it fetches are then of one build, whatever a browser or a server has kept, and
such a file may be kept for ever. The theme's own files have such names already.

Not so the search's index: it changes with every number, and each page names the script that names
it, so that each page would be another whenever one was.
"""

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

from macros.portal import Portal

HASHED = re.compile(r"\.[0-9a-f]{8}(?:\.min)?\.[a-z0-9]+$")
"""How such a name ends, the theme's too."""

_LEFT = ("assets/javascripts/lunr/",)
"""The theme's, which its search names letter by letter where ours is not."""

_READ = {".css", ".js"}
"""The files that may name others."""

_REFERENCE = re.compile(r"""(?<=["'(=])[^"'()\s<>=?#]+\.[a-z0-9]+(?=["')?#])""")
"""What may be another file's address: quoted, in `url()`, or an attribute's value."""

_PATH = re.compile(r"assets/[\w./%-]*\w")
"""What looks like the path of such a file, whatever stands before it."""

_URL = re.compile(r"""\burl\(\s*["']?([^"')?#]+)""")


def finish(site: Path, portal: Portal) -> list[str]:  # noqa: ARG001 - all steps look alike
    """Rename the files, and write the new names where they are named.

    A file that others name comes before them, so that their hashes change with its own.

    Returns:
        A complaint per address that leads nowhere, or is written so that it cannot be followed.
    """
    own = {name: site / name for name in _own(site)}
    texts = {n: path.read_text(encoding="utf-8") for n, path in own.items() if path.suffix in _READ}
    named = {name: set(_named(texts[name], name, own)) if name in texts else set() for name in own}
    try:
        order = tuple(TopologicalSorter(named).static_order())
    except CycleError as error:
        circle = " → ".join(error.args[1])
        return [f"Filerna nämner varandra i en ring och kan inte få namn: {circle}."]
    complaints = [
        f"{name}: {written} leder ingenstans. Rätta eller ta bort det."
        for name, text in texts.items()
        for written in _dead(text, name, site)
    ]
    hashes: dict[str, str] = {}
    for name in order:
        path = own[name]
        if name in texts:
            path.write_bytes(_renamed(texts[name], name, hashes).encode())
        hashes[name] = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
        path.rename(path.with_name(_with(path.name, hashes[name])))
    names = {name: _with(name, digest) for name, digest in hashes.items()}
    for path in site.rglob("*.html"):
        path.write_bytes(_renamed_anywhere(path.read_bytes().decode(), names).encode())
    return [*complaints, *_forgotten(site, hashes)]


def _own(site: Path) -> Iterator[str]:
    files = (path for path in (site / "assets").rglob("*") if path.is_file())
    for name in sorted(path.relative_to(site).as_posix() for path in files):
        if not (HASHED.search(name) or name.startswith(_LEFT) or name.endswith(".map")):
            yield name


def _named(text: str, name: str, own: Mapping[str, object]) -> Iterator[str]:
    """The own files that one names."""
    for match in _REFERENCE.finditer(text):
        if (target := _target(match[0], name)) in own:
            yield target


def _renamed(text: str, name: str, hashes: Mapping[str, str]) -> str:
    """A file's text, with the hash in each address of a file that has one."""

    def one(match: re.Match[str]) -> str:
        digest = hashes.get(_target(match[0], name))
        return _with(match[0], digest) if digest else match[0]

    return _REFERENCE.sub(one, text)


def _renamed_anywhere(page: str, names: Mapping[str, str]) -> str:
    """A page's text, with the new name in each path of a file that has one.

    Pages name such a file by its whole path, and that it is there is seen by the step on links.
    """

    def one(match: re.Match[str]) -> str:
        new = names.get(unquote(match[0]))
        return quote(new) if new else match[0]

    return _PATH.sub(one, page)


def _target(written: str, name: str) -> str:
    """The file's path in the site that an address in another file leads to."""
    start = "" if written.startswith("/") else posixpath.dirname(name)
    return posixpath.normpath(posixpath.join(start, unquote(written).lstrip("/")))


def _with(name: str, digest: str) -> str:
    suffix = PurePosixPath(name).suffix
    return f"{name.removesuffix(suffix)}.{digest}{suffix}"


def _dead(text: str, name: str, site: Path) -> Iterator[str]:
    """What a style sheet fetches and is not there; the step on links reads pages only."""
    for match in _URL.finditer(text) if name.endswith(".css") else ():
        if not match[1].startswith("data:") and not (site / _target(match[1], name)).is_file():
            yield match[1]


def _forgotten(site: Path, hashes: Mapping[str, str]) -> Iterator[str]:
    """What still lacks the hash in scripts and style sheets: what is not relative to the file."""
    files = {PurePosixPath(name).name for name in hashes}
    for path in sorted((site / "assets").rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix not in _READ or name.startswith(_LEFT):
            continue
        text = path.read_text(encoding="utf-8")
        found = {match[0] for match in _PATH.finditer(text) if unquote(match[0]) in hashes}
        quoted = {match[0] for match in _REFERENCE.finditer(text)}
        found |= {one for one in quoted if PurePosixPath(unquote(one)).name in files}
        for one in sorted(found):
            yield f"{name}: {one} saknar filens hash. Skriv hela adressen på ett ställe."
