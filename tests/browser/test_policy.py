"""What the strict Content-Security-Policy rests on: pages that keep scripts and styles apart."""

import re

from tests.browser.serving import Portal, inline_scripts

# The operator writes the scripts' hashes into the server's settings once.
MOST_SCRIPTS = 4
IN_A_TAG = re.compile(r"<style|<[a-z][^>]*\s(?:style|on[a-z]+)\s*=", re.IGNORECASE)


def test_all_pages_share_the_same_few_inline_scripts(portal: Portal) -> None:
    scripts = {page: inline_scripts(page) for page in portal.site.rglob("*.html")}
    first = scripts[portal.site / "index.html"]
    assert 0 < len(first) <= MOST_SCRIPTS
    assert [page for page, own in scripts.items() if own != first] == []


def test_no_page_has_styles_or_handlers_of_its_own(portal: Portal) -> None:
    found = {
        str(page.relative_to(portal.site)): IN_A_TAG.findall(page.read_text(encoding="utf-8"))
        for page in portal.site.rglob("*.html")
    }
    assert {page: tags for page, tags in found.items() if tags} == {}
