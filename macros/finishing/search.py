"""The search: its index, its script in place of the theme's, and the stemmer that it needs.

Without this step, and so after a bare `mkdocs build`, the theme's own search is at work.
"""

import json
import re
import shutil
from pathlib import Path, PurePosixPath

from macros.portal import Portal
from macros.portal.succession import is_earlier, merged, plan_address
from macros.search import words
from macros.search.index import Worth, index
from macros.search.keywords import keywords
from macros.search.sections import sections

SCRIPTS = "assets/javascripts/search/"
_THEIRS = ("assets/javascripts/workers", "assets/javascripts/lunr")
"""The theme's search script, and the languages that only it fetches."""

INDEX = "search/index.json"
_WORKER = re.compile(rb'("search": ")([^"]*assets/javascripts/)workers/search\.[^"]+(")')

_UNSOUGHT = b'<meta name="robots" content="noindex">'
"""What the pages that lead on to others say to searches."""

_CALLS = frozenset({"vid-oro", "kontakter", "rutiner"})
"""The first part of the addresses of pages that say whom to call."""

_BEHIND = {"om": 0.85, "ansvar": 0.85, "material": 0.9, "planer": 0.95}
"""Pages that others lead to."""

_EARLIER = 0.8
"""A plan that another has taken over from."""


def finish(site: Path, portal: Portal) -> list[str]:
    """Write the index and put our search behind the theme's search box.

    A site without our script, and so without our changes to the theme, is left as it is.

    Returns:
        A complaint where the theme's pages no longer name a search script in the known way.
    """
    if not (site / SCRIPTS / "worker.js").exists():
        return []
    pages = {}
    for path in sorted(site.rglob("*.html")):
        page = path.read_bytes()
        changed, count = _WORKER.subn(rb"\1\2search/worker.js\3", page)
        if count != 1:
            name = path.relative_to(site).as_posix()
            return [f"Sidan {name} nämner inte temats sökning där portalen byter ut den."]
        path.write_bytes(changed)
        if path.name == "index.html" and _UNSOUGHT not in page:
            address = f"/{path.relative_to(site).parent.as_posix()}/".replace("/./", "/")
            if found := sections(page.decode(), address):
                pages[address] = found
    earlier = {
        plan_address(place, entry.record.year)
        for place in portal.places.values()
        for entry in place.plans.values()
        if is_earlier(place, entry.record)
    }
    worth = {
        address: _worth(portal, address, _EARLIER if address in earlier else 1.0)
        for address in pages
    }
    data = index(pages, worth, keywords(portal))
    _write(site / INDEX, data)
    # The theme's script fetches this one on each page, so it holds nothing.
    _write(site / "search/search_index.json", {"config": {}, "docs": []})
    for script in words.SCRIPTS:
        shutil.copyfile(script, site / SCRIPTS / script.name)
    for folder in _THEIRS:
        shutil.rmtree(site / folder)
    return []


def _worth(portal: Portal, address: str, weight: float) -> Worth:
    """What the search is to know of a page, from its address."""
    first, _, rest = address.strip("/").partition("/")
    around = [rest, *(str(path) for path in PurePosixPath(rest).parents)]
    nearest = next((portal.places[place] for place in around if place in portal.places), None)
    return Worth(
        weight=weight * _BEHIND.get(first, 1.0),
        calls=first in _CALLS,
        place=" ".join(p.title for p in (nearest, *merged(portal, nearest))) if nearest else "",
    )


def _write(file: Path, data: object) -> None:
    file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
