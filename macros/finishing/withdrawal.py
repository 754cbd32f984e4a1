"""No page leads to what its readers may not see: such links become the words that they were."""

from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.finishing.addresses import address_of, files, target
from macros.portal import Portal


def finish(site: Path, _portal: Portal) -> list[str]:
    """Take away the links that lead nowhere; run only where pages were left out.

    In menus the whole entry goes, and a link to a section that is not there leads to its page.

    Returns:
        No complaints: what leads nowhere in the whole portal is told when that is built.
    """
    trees = {
        path: LexborHTMLParser(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }
    ids = {address_of(site, path): set(_ids(tree)) for path, tree in trees.items()}
    built = files(site)
    for path, tree in trees.items():
        address = address_of(site, path)
        changed = [_cut(node, address, ids, built) for node in tree.css("a[href], head link[href]")]
        if any(changed):
            path.write_text(tree.html or "", encoding="utf-8")
    return []


def _cut(node: LexborNode, address: str, ids: dict[str, set[str]], built: set[str]) -> bool:
    """Whether a link was changed."""
    written = node.attributes.get("href") or ""
    led = target(address, written)
    if led is None:
        return False
    path, anchor = led
    if path in ids and (not anchor or anchor in ids[path]):
        return False
    if path in ids:
        node.attrs["href"] = written.partition("#")[0] or "#"
    elif path in built:
        return False
    elif node.tag == "link":
        node.decompose()
    elif (entry := _entry(node)) is not None:
        entry.decompose()
    else:
        node.unwrap()
    return True


def _entry(node: LexborNode) -> LexborNode | None:
    """The entry of a menu that holds a link."""
    above: LexborNode | None = node
    while above is not None and "md-nav__item" not in (above.attributes.get("class") or "").split():
        above = above.parent
    return above


def _ids(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("[id]"):
        yield node.attributes.get("id") or ""
