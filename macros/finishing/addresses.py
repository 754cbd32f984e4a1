"""Which page a built file is, and where a link written on it leads to."""

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_ORIGIN = "https://portal.invalid"


def address_of(site: Path, path: Path) -> str:
    """The address of a built page: "/om/" for om/index.html, "/404.html" for that."""
    name = path.relative_to(site).as_posix()
    return "/" + (name.removesuffix("index.html") if path.name == "index.html" else name)


def files(site: Path) -> set[str]:
    """The address of every built file by its own name: "/om/index.html"."""
    return {f"/{path.relative_to(site).as_posix()}" for path in site.rglob("*") if path.is_file()}


def target(address: str, written: str) -> tuple[str, str] | None:
    """The path and the section that a link leads to; None where it leaves the portal.

    Args:
        address: The page that it stands on.
        written: What stands in it.
    """
    found = urlsplit(urljoin(_ORIGIN + address, written))
    if f"{found.scheme}://{found.netloc}" != _ORIGIN:
        return None
    return unquote(found.path), unquote(found.fragment)
