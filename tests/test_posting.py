"""What posts comments believes nothing that a request has left, and has one comment a request.

The hosts are real servers on this computer, which speak the few questions that are asked.
"""

import ast
import io
import json
import os
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from selectolax.lexbor import LexborHTMLParser

from macros.commands.diff import as_markdown
from macros.comparing import Change, report
from macros.render import in_comment, render
from posting.harmless import CUT, MARKER, MOST_BYTES, MOST_SIGNS, RefusedError, harmless, plain
from posting.wording import comment
from tests.conftest import ROOT
from tests.test_diff import HOSTILE

TEXT = f"{MARKER}\n\n## Det här ändras för läsarna\n\n- Jouren: numret är ändrat\\.\n"
SHA = "a" * 40
OTHER_SHA = "b" * 40
TOKEN = "hemligt-och-bara-for-vaerden"  # noqa: S105 - of a server that the test itself starts


class Host:
    """A git host on this computer: its answers, and what it was told.

    Attributes:
        answers: By path: a value is sent as JSON, bytes as they are, a text is where to go instead.
        told: Method, path and body of each writing request.
        tokens: By path, whether the token came with the question.
    """

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {}
        self.told: list[tuple[str, str, str]] = []
        self.tokens: dict[str, bool] = {}
        self.queries: dict[str, dict[str, list[str]]] = {}
        host = self

        class Handler(BaseHTTPRequestHandler):
            def handle_one(self) -> None:
                whole = urlsplit(self.path)
                sent = TOKEN in f"{self.headers['Authorization']}{self.headers['PRIVATE-TOKEN']}"
                host.tokens[whole.path] = sent
                host.queries[whole.path] = query = parse_qs(whole.query)
                length = int(self.headers["Content-Length"] or 0)
                body = self.rfile.read(length)
                if self.command != "GET":
                    host.told.append((self.command, whole.path, json.loads(body)["body"]))
                    self.answer(201, b"{}")
                    return
                found = host.answers.get(whole.path)
                if isinstance(found, str):
                    self.send_response(302)
                    self.send_header("Location", found)
                    self.end_headers()
                elif isinstance(found, bytes):
                    self.answer(200, found)
                elif found is None:
                    self.answer(404, b"{}")
                else:
                    if isinstance(found, list) and "page" in query:
                        first = (int(query["page"][0]) - 1) * int(query["per_page"][0])
                        found = found[first : first + int(query["per_page"][0])]
                    self.answer(200, json.dumps(found).encode())

            do_GET = do_POST = do_PATCH = do_PUT = handle_one  # noqa: N815 - names of http.server

            def answer(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def host() -> Iterator[Host]:
    started = Host()
    yield started
    started.close()


@pytest.fixture
def store() -> Iterator[Host]:
    """Where a host keeps files: another server, which is to have no token."""
    started = Host()
    yield started
    started.close()


def post(name: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the program as the workflow does: on a bare Python, with nothing installed."""
    return subprocess.run(
        [sys.executable, "-S", "-m", "posting", name],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **settings},
        capture_output=True,
        text=True,
        check=False,
    )


def packed(text: bytes, name: str = "comment.md") -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr(name, text)
    return archive.getvalue()


REPOSITORY = {"full_name": "exempel/portalen", "default_branch": "main"}
HOME = "/repos/exempel/portalen"
FORK = {"id": 2, "owner": {"login": "nagon"}}


def request(number: int, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - as GitHub has them
    head = {"sha": SHA, "repo": {"id": 2}}
    return {"number": number, "head": head, "base": {"ref": "main"}} | changed


@pytest.fixture
def github(host: Host, store: Host, tmp_path: Path) -> dict[str, str]:
    """GitHub with one open request, from a fork, whose run has left its text."""
    host.answers = {
        f"{HOME}/pulls": [request(7)],
        f"{HOME}/actions/runs/11/artifacts": {
            "artifacts": [
                {"id": 10, "expired": False, "size_in_bytes": 300},
                {"id": 12, "expired": False, "size_in_bytes": 300},
                {"id": 11, "expired": True, "size_in_bytes": 300},
            ]
        },
        f"{HOME}/actions/artifacts/12/zip": f"{store.address}/fil",
        f"{HOME}/pulls/7/files": [{"filename": "plans/exempel/contacts.yml"}],
        f"{HOME}/issues/7/comments": [],
    }
    store.answers = {"/fil": packed(TEXT.encode())}
    run = {
        "id": 11,
        "event": "pull_request",
        "head_sha": SHA,
        "head_branch": "nytt&nummer",
        "head_repository": FORK,
        "html_url": "https://git.example/exempel/portalen/actions/runs/11",
        "pull_requests": [],
    }
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"workflow_run": run, "repository": REPOSITORY}))
    return {
        "GITHUB_API_URL": host.address,
        "GITHUB_TOKEN": TOKEN,
        "GITHUB_EVENT_PATH": str(event),
    }


EXPECTED = f"""{MARKER}

## Det här ändras för läsarna

- Jouren: numret är ändrat\\.

[Kontrollen och de byggda sidorna](https://git.example/exempel/portalen/actions/runs/11) \
för version aaaaaaa.
"""


def test_a_request_from_a_fork_gets_one_comment(host: Host, github: dict[str, str]) -> None:
    done = post("github", **github)
    assert (done.returncode, done.stdout, done.stderr) == (0, "#7 har fått en kommentar.\n", "")
    assert host.told == [("POST", f"{HOME}/issues/7/comments", EXPECTED)]
    assert host.queries[f"{HOME}/pulls"]["head"] == ["nagon:nytt&nummer"]


def test_the_comment_is_renewed_and_nobody_elses_is_touched(
    host: Host, github: dict[str, str]
) -> None:
    others = [
        {"id": number, "user": user, "body": f"{MARKER}\nmin"}
        for number, user in enumerate([{"login": "nagon"}, None] * 60)
    ]
    ours = {"id": 900, "user": {"login": "github-actions[bot]"}, "body": f"{MARKER}\nförut"}
    another = {**ours, "id": 800, "body": "Något annat"}
    host.answers[f"{HOME}/issues/7/comments"] = [*others, another, ours]
    done = post("github", **github)
    assert done.stdout == "Kommentaren på #7 är förnyad.\n"
    assert host.told == [("PATCH", f"{HOME}/issues/comments/900", EXPECTED)]


def test_the_store_of_files_is_not_given_the_token(
    host: Host, store: Host, github: dict[str, str]
) -> None:
    post("github", **github)
    assert host.tokens[f"{HOME}/actions/artifacts/12/zip"]
    assert store.tokens == {"/fil": False}


@pytest.mark.parametrize(
    "changed",
    [
        {"head": {"sha": OTHER_SHA, "repo": {"id": 2}}},
        {"head": {"sha": SHA, "repo": {"id": 3}}},
        {"head": {"sha": SHA, "repo": None}},
        {"base": {"ref": "annan"}},
    ],
)
def test_a_run_that_is_not_of_the_requests_newest_commit_says_nothing(
    changed: dict[str, Any], host: Host, github: dict[str, str]
) -> None:
    host.answers[f"{HOME}/pulls"] = [request(7, **changed)]
    done = post("github", **github)
    assert done.returncode == 0
    assert done.stdout.startswith("Förslaget är stängt, har fått en nyare version")
    assert host.told == []


def test_only_the_run_of_a_request_is_commented(host: Host, github: dict[str, str]) -> None:
    path = Path(github["GITHUB_EVENT_PATH"])
    path.write_text(path.read_text().replace('"pull_request"', '"push"'))
    assert post("github", **github).stdout == "Körningen hör inte till något ändringsförslag.\n"
    assert (host.told, host.tokens) == ([], {})


@pytest.mark.parametrize("file", ["macros/render.py", "Makefile", ".github/CODEOWNERS", "plans"])
def test_a_request_that_changes_code_is_not_believed(
    file: str, host: Host, github: dict[str, str]
) -> None:
    host.answers[f"{HOME}/pulls/7/files"] = [
        *({"filename": f"plans/{number}.yml"} for number in range(150)),
        {"filename": "plans/x.yml", "previous_filename": file},
    ]
    post("github", **github)
    [(_, _, body)] = host.told
    assert body.startswith(f"{MARKER}\n\n**Förslaget ändrar också annat än uppgifter och texter.**")


def test_a_request_whose_files_cannot_all_be_listed_is_not_believed(
    host: Host, github: dict[str, str]
) -> None:
    host.answers[f"{HOME}/pulls/7/files"] = [{"filename": "plans/x.yml"}] * 3000
    post("github", **github)
    assert "**Förslaget ändrar också annat" in host.told[0][2]


NOTHING = "Kontrollen hann inte säga vad som ändras för läsarna."
REFUSED = "Det går inte att visa vad som ändras för läsarna. Texten"


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (b"PK\x03\x04 inget arkiv", NOTHING),
        (b"", NOTHING),
        (packed(TEXT.encode(), "annat.md"), NOTHING),
        (packed(TEXT.encode(), "../comment.md"), NOTHING),
        (packed(MARKER.encode() + b"\n" + b"a" * 50_000_000), f"{REFUSED} är längre än"),
        (packed(b"a" * 1000), f"{REFUSED} börjar inte med märket."),
        (packed(f"x\n{TEXT}".encode()), f"{REFUSED} börjar inte med märket."),
        (packed(f"{MARKER}\n".encode() + b"\xff"), f"{REFUSED} är inte UTF-8."),
        (packed(f"{MARKER}\n \n\u200b\n".encode()), f"{REFUSED} är tom."),
        (os.urandom(1_200_000), "mer än 1000000 byte"),
    ],
    ids=[
        *("no-archive", "empty", "another-name", "upwards", "bomb", "no-marker", "marker-later"),
        *("no-utf-8", "nothing-seen", "large"),
    ],
)
def test_whatever_the_request_leaves_is_shown_as_text_or_not_at_all(
    left: bytes, said: str, host: Host, store: Host, github: dict[str, str]
) -> None:
    store.answers = {"/fil": left}
    done = post("github", **github)
    assert "Traceback" not in done.stderr
    assert said in (host.told[0][2] if host.told else done.stderr)


@pytest.mark.parametrize(
    "listed",
    [
        [],
        [{"id": 12, "expired": True, "size_in_bytes": 300}],
        [{"id": 12, "expired": False, "size_in_bytes": 2_000_000}],
        [{"id": 13, "expired": False, "size_in_bytes": 300}],
    ],
    ids=["none", "expired", "large", "gone"],
)
def test_a_run_that_left_no_text_says_so(
    listed: list[dict[str, Any]], host: Host, github: dict[str, str]
) -> None:
    host.answers[f"{HOME}/actions/runs/11/artifacts"] = {"artifacts": listed}
    post("github", **github)
    assert host.told[0][2].startswith(f"{MARKER}\n\n{NOTHING}")


def test_a_host_that_does_not_answer_is_an_error_without_the_token(
    host: Host, github: dict[str, str]
) -> None:
    del host.answers[f"{HOME}/issues/7/comments"]
    done = post("github", **github)
    assert (done.returncode, done.stdout) == (1, "")
    assert "issues/7/comments" in done.stderr
    assert TOKEN not in done.stderr
    assert "Traceback" not in done.stderr


def test_without_its_settings_the_program_was_used_wrongly() -> None:
    for name in ("github", "gitlab", "annan"):
        done = post(name)
        assert done.returncode == 2
        assert done.stderr.startswith("Kör make post-github eller make post-gitlab.")


@pytest.fixture
def gitlab(host: Host) -> dict[str, str]:
    """GitLab with two open requests: one whose pipeline has ended, one whose has not."""
    home = "/projects/5"
    host.answers = {
        "/user": {"id": 77},
        f"{home}/merge_requests": [{"iid": 3}, {"iid": 4}],
        f"{home}/merge_requests/3/diffs": [{"old_path": "plans/a.yml", "new_path": "plans/a.yml"}],
        f"{home}/merge_requests/3/notes": [],
        f"{home}/pipelines/21/jobs": [
            {"id": 31, "name": "data"},
            {"id": 33, "name": "data"},
            {"id": 34, "name": "code"},
        ],
        f"{home}/jobs/33/artifacts/build/comment.md": TEXT.encode(),
    }
    for number, status in ((3, "failed"), (4, "running")):
        host.answers[f"{home}/merge_requests/{number}"] = {
            "sha": SHA,
            "head_pipeline": {
                "id": 21,
                "sha": SHA,
                "status": status,
                "project_id": 5,
                "web_url": "https://git.example/pipelines/21",
            },
        }
    return {
        "CI_API_V4_URL": host.address,
        "CI_PROJECT_ID": "5",
        "CI_DEFAULT_BRANCH": "main",
        "PLANPORTAL_TOKEN": TOKEN,
    }


def test_each_merge_request_whose_pipeline_has_ended_gets_one_comment(
    host: Host, gitlab: dict[str, str]
) -> None:
    done = post("gitlab", **gitlab)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "!3: har fått en kommentar.",
        "!4: kontrollen av den senaste versionen är inte klar.",
    ]
    [(method, path, body)] = host.told
    assert (method, path) == ("POST", "/projects/5/merge_requests/3/notes")
    assert body == EXPECTED.replace("exempel/portalen/actions/runs/11", "pipelines/21")


def test_a_note_is_renewed_when_it_says_something_else(host: Host, gitlab: dict[str, str]) -> None:
    post("gitlab", **gitlab)
    [(_, _, body)] = host.told
    theirs = {"id": 40, "author": {"id": 78}, "body": body}
    ours = {"id": 41, "author": {"id": 77}, "body": f"{MARKER}\n\nförut"}
    host.answers["/projects/5/merge_requests/3/notes"] = [theirs, ours]
    post("gitlab", **gitlab)
    assert host.told[1:] == [("PUT", "/projects/5/merge_requests/3/notes/41", body)]
    ours["body"] = body.strip()
    assert "!3: kommentaren är redan ny." in post("gitlab", **gitlab).stdout
    assert len(host.told) == 2


def test_one_merge_request_that_cannot_be_commented_does_not_stop_the_others(
    host: Host, gitlab: dict[str, str]
) -> None:
    host.answers["/projects/5/merge_requests"] = [{"iid": 2}, {"iid": 3}]
    done = post("gitlab", **gitlab)
    assert done.returncode == 1
    assert done.stdout == "!3: har fått en kommentar.\n"
    assert done.stderr == "!2: GET projects/5/merge_requests/2: 404\n"


@pytest.mark.parametrize("path", ["pipelines/21/jobs", "jobs/33/artifacts/build/comment.md"])
def test_a_pipeline_that_we_may_not_read_has_left_no_text(
    path: str, host: Host, gitlab: dict[str, str]
) -> None:
    del host.answers[f"/projects/5/{path}"]
    post("gitlab", **gitlab)
    assert NOTHING in host.told[0][2]


FORMS = ["", "## ", "### ", "- ", "    - *Förut:* ", "    - ", "    ", "\t", "> ", "1. ", "/"]
MORE = ["GH-12", "a = b | $c$ ^d#1", "===", "&#60;b&#62;", "a@.b.se", "\n    - \n    - x"]
SIGNS = (
    *("<b>", "</b>", "<img src=x>", "<!--", "-->", "<http://a.se>", "<a@b.se>", "&lt;", "&#64;"),
    *("[a](b)", "![a](b)", "[a]: b", "[^1]", "[^1]: x", "http://a.se", "https:", "://", "www", "."),
    *("a@b.se", "mailto:", "@", "#", "!", "GH-", "1", "~", "~~", "*", "**", "_", "`", "```", "$"),
    *("# ", "#### ", "- ", "    - ", "  - ", "        ", "- *a b:* ", "> ", "1. ", "[x] ", "+ "),
    *("| a |", "|---|", "---", "===", "***", "\\", "\u200b", "\u2060", "\u202e", "\r", "\x00"),
    *("\t", "\n", "\n\n", " ", "a", "b c", "/close", "@kom"),
)
"""What means something in Markdown as the hosts read it, or is near it."""


CALL = re.compile(r"@[^\s\u2060]|(?<!\w)[#!]\w|\bGH-\d|://|www\.")


def only_read(text: str) -> None:
    """See that a text makes nothing but headings, points and paragraphs, and calls nobody."""
    page = LexborHTMLParser(shown(text)).body
    assert page is not None
    allowed = {"body", "h2", "h3", "p", "ul", "li", "em"}
    assert {node.tag for node in page.traverse() if node.tag != "-undef"} <= allowed, text
    assert not CALL.search(page.text() or ""), text
    assert not any(line.startswith("/") for line in text.split("\n"))


def shown(text: str) -> str:
    """The HTML that GitHub's own parser makes of a comment, with nothing left out."""
    return str(cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("value", [*HOSTILE, *MORE])
def test_a_line_of_hostile_code_can_only_be_read(value: str, form: str) -> None:
    text = harmless(f"{MARKER}\n\nx\n\n{form}{value}\n".encode())
    only_read(text)
    assert harmless(f"{MARKER}\n{text}\n".encode()) == text


@pytest.mark.parametrize("seed", range(5))
def test_lines_made_by_chance_can_only_be_read(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same lines each time
    for _ in range(1000):
        lines = "".join(chance.choices(SIGNS, k=chance.randint(1, 14)))
        only_read(harmless(f"{MARKER}\nx {lines}".encode()))
        value = " ".join(lines.replace("\u2060", "").replace("\0", "").split())
        only_read(f"x\n\n- {in_comment(value)}")


def test_signs_that_are_not_seen_are_left_out() -> None:
    hidden = "a\u202eb\u200bc\u2066d\x1b[31me\x00f\u00adg\ufeffh"
    assert plain(hidden) == "abcd\\[31mefgh"
    assert plain("rad\u2028ny") == "radny"


def test_what_our_own_code_has_written_is_posted_as_it_is() -> None:
    changes = [Change("contacts", "x", v, v, v, (v,), (v,), listed=True) for v in HOSTILE]
    written = render(
        "comment.md",
        problems=["plans/a.yml:1:1: Okänt fält. Menade du *phones*?"],
        count=2,
        more=1,
        comparison=None,
    ) + as_markdown(report(("a", "b"), changes))
    posted = harmless(written.encode())
    pages = [LexborHTMLParser(shown(text.removeprefix(MARKER))) for text in (written, posted)]
    before, after = (
        [(node.tag, " ".join(node.text(deep=False).split())) for node in page.root.traverse()]
        for page in pages
        if page.root
    )
    assert after == before


def test_a_text_that_is_too_long_for_a_comment_is_cut_between_lines() -> None:
    text = harmless((f"{MARKER}\n" + "- Ändring. \n" * 9000).encode()[:MOST_BYTES])
    assert len(text) < MOST_SIGNS + 100
    assert text.endswith(f"- Ändring\\.\n\n{CUT}")


def test_a_text_that_is_too_large_to_be_ours_is_refused() -> None:
    with pytest.raises(RefusedError):
        harmless(MARKER.encode() + b"\n" + b"a" * MOST_BYTES)


def test_the_marker_is_the_one_that_our_template_writes() -> None:
    made = render("comment.md", problems=[], count=0, more=0, comparison="Inget.")
    assert made.startswith(f"{MARKER}\n")
    assert comment(made.encode(), [], "https://git.example/1", SHA).count(MARKER) == 1


def test_what_posts_uses_the_standard_library_alone() -> None:
    known = {*sys.stdlib_module_names, "posting"}
    for path in (ROOT / "posting").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [str(node.module)]
            assert {name.split(".")[0] for name in names} <= known, path.name
