"""The sections that search words lead to stand on the built pages.

No page shows these addresses, so the step on links never meets them.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from macros.model.glossary import Glossary
from macros.portal import NATION, Portal
from macros.problems import Problem, as_text, suggestion

_ID = re.compile(r'\sid="([^"]+)"')


def finish(site: Path, portal: Portal) -> list[str]:
    """Look up every section that a search word leads to.

    Returns:
        One Swedish sentence per section that is not there, with its place in the glossary.
    """
    return [as_text([problem]) for problem in _missing(site, portal)]


def _missing(site: Path, portal: Portal) -> Iterator[Problem]:
    entry = portal.place(NATION).entry(Glossary)
    for index, group in enumerate(entry.record.search_words if entry else ()):
        for number, target in enumerate(group.leads_to):
            address, _, anchor = (target.page or "").partition("#")
            # Whether the page exists was known before anything was built.
            if entry is None or not anchor:
                continue
            page = site / address.strip("/") / "index.html"
            ids = set(_ID.findall(page.read_text(encoding="utf-8")))
            if anchor not in ids:
                hint = suggestion(anchor, ids) or " Öppna sidan och kopiera rubrikens adress."
                message = f'Sidan {address} har inget avsnitt "{anchor}".{hint}'
                yield entry.problem(("search_words", index, "leads_to", number, "page"), message)
