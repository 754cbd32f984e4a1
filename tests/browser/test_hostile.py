"""What is hostile and let through is text on the page; what got in all the same is stopped."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.commands import build
from tests.browser import serving
from tests.browser.reader import Reader
from tests.conftest import TINY
from tests.hostile import PLAN, attempts

HARMLESS = [attempt for attempt in attempts() if not attempt.refused]

PLANTED = {
    "script": "<script>window.hacked = 1</script>",
    "script from elsewhere": '<script src="http://192.0.2.1/x.js"></script>',
    "handler": '<img src="/x.png" onerror="window.hacked = 1">',
    "loading handler": '<svg onload="window.hacked = 1"></svg>',
    "opening handler": '<details open ontoggle="window.hacked = 1"></details>',
    "address that runs": '<a href="javascript:window.hacked=1">Ring</a>',
    "frame": '<iframe srcdoc="<script>parent.hacked = 1</script>"></iframe>',
    "frame from elsewhere": '<iframe src="http://192.0.2.1/"></iframe>',
    "object": '<object data="http://192.0.2.1/x"></object>',
    "picture from elsewhere": '<img src="http://192.0.2.1/x.png">',
    "style sheet from elsewhere": '<link rel="stylesheet" href="http://192.0.2.1/x.css">',
    "style": "<style>article { display: none }</style>",
    "style in a tag": '<p style="position: fixed; inset: 0">Över allt</p>',
    "base": '<base href="http://192.0.2.1/">',
    "form": '<form action="http://192.0.2.1/"><button>Skicka</button></form>',
    "script as data": '<script src="data:text/javascript,window.hacked=1"></script>',
    "module": '<script type="module">window.hacked = 1</script>',
}
LISTEN = """() => {
    window.stopped = [];
    document.addEventListener("securitypolicyviolation", (event) => {
        window.stopped.push(event.effectiveDirective);
    });
}"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny portal, built with all attempts that are let through."""
    root = tmp_path_factory.mktemp("fientligt") / "portal"
    shutil.copytree(TINY, root, ignore=shutil.ignore_patterns("expected", "site"))
    texts = [attempt for attempt in HARMLESS if attempt.at == "text"]
    for attempt in HARMLESS:
        if attempt.at != "text":
            attempt.write(root)
    with (root / PLAN).open("a", encoding="utf-8") as plan:
        for number, attempt in enumerate(texts):
            quoted = attempt.put.replace("'", "''")
            row = f"  - id: rad-{number}\n    area: forebyggande\n    text: '{quoted}'\n"
            plan.write(row)
    assert build.run(root) == 0
    return root


@pytest.fixture(scope="module")
def hostile(project: Path) -> Iterator[serving.Portal]:
    """That portal, served."""
    with serving.serve(project / "site") as served:
        yield served


@pytest.fixture
def visitor(chromium: Browser, hostile: serving.Portal) -> Iterator[Reader]:
    """Someone who opens its pages."""
    someone = Reader(chromium, hostile.origin)
    yield someone
    someone.close()


def test_what_is_let_through_stands_there_as_it_was_written(visitor: Reader) -> None:
    shown = ""
    for address in ("/planer/exempel/nord/", "/kontakter/"):
        page = visitor.open(address)
        shown += page.locator("article").inner_text()
        assert page.evaluate("typeof hacked") == "undefined"
        addresses = page.locator("article [href]").evaluate_all("all => all.map((a) => a.protocol)")
        assert set(addresses) <= {"http:", "https:", "mailto:", "tel:"}
        assert page.locator("article :is(script, style, form, base, iframe, meta)").count() == 0
    assert [attempt.put for attempt in HARMLESS if attempt.put not in shown] == []
    assert "1337" not in shown
    assert visitor.complaints == []


@pytest.mark.parametrize("kind", PLANTED)
def test_the_policy_stops_what_got_into_a_page(
    hostile: serving.Portal, chromium: Browser, kind: str
) -> None:
    page_file = hostile.site / "kontakter" / "index.html"
    text = page_file.read_text(encoding="utf-8")
    planted = hostile.site / "planterad"
    planted.mkdir(exist_ok=True)
    (planted / "index.html").write_text(
        text.replace("</article>", f"{PLANTED[kind]}</article>"), encoding="utf-8"
    )
    context = chromium.new_context(base_url=hostile.origin)
    try:
        answered: list[str] = []
        context.on("response", lambda response: answered.append(response.url))
        page = context.new_page()
        # Before anything on the page is read.
        page.add_init_script(f"({LISTEN})()")
        page.goto("/planterad/")
        if kind == "address that runs":
            page.get_by_role("link", name="Ring", exact=True).click()
        if kind == "form":
            # A click of the mouse would wait for the page that never comes.
            page.evaluate("document.querySelector('article form button').click()")
        wanted = page.frames[-1] if kind == "frame" else page.main_frame
        wanted.wait_for_function("stopped.length > 0")
        assert page.evaluate("typeof hacked") == "undefined"
        assert page.url == f"{hostile.origin}/planterad/"
        elsewhere = [url for url in answered if not url.startswith((hostile.origin, "data:"))]
        assert elsewhere == []
        assert page.locator("article").is_visible()
    finally:
        context.close()
