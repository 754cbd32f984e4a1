"""Serves a built portal as strictly as a server can."""

import base64
import gzip
import hashlib
import io
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def inline_scripts(page: Path) -> set[str]:
    """The scripts that stand in a built page itself; blocks of data are not among them."""
    return set(INLINE_SCRIPT.findall(page.read_text(encoding="utf-8")))


def policy(site: Path) -> str:
    """The Content-Security-Policy that each answer carries.

    Only the start page's inline scripts are let through: the theme writes the same ones on every
    page, and a page with a script of its own is to show itself as a message in the console.
    Pictures may be `data:` because the theme's style sheet holds its icons that way. Nothing else
    is loosened: the theme sets its styles through the DOM, which a policy does not stop.
    """
    hashes = sorted(_hash(script) for script in inline_scripts(site / "index.html"))
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *hashes)),
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "font-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@dataclass
class Portal:
    """The served portal: where it is, its files, and every address it was asked for."""

    origin: str
    site: Path
    asked: list[str] = field(default_factory=list)


LEVEL = 6
_PACKED = frozenset({".css", ".html", ".js", ".json", ".svg", ".xml"})


@contextmanager
def serve(site: Path, *, compressed: bool = False) -> Iterator[Portal]:
    """Serve the built portal on this computer, on a port that is free.

    Args:
        site: The built portal.
        compressed: Whether texts are sent gzipped, each packed the first time it is asked for.
    """
    server = _Server(site, compressed=compressed)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.portal
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    # So that closing waits for the answers under way, and leaves no socket open.
    daemon_threads = False

    def __init__(self, site: Path, *, compressed: bool) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.packed: dict[Path, bytes] | None = {} if compressed else None
        self.portal = Portal(f"http://127.0.0.1:{self.server_port}", site)
        self.policy = policy(site)

    def handle_error(self, request: object, client_address: object) -> None:
        # A browser that leaves a page hangs up on what it had asked for: no fault of ours.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Answer(SimpleHTTPRequestHandler):
    server: _Server
    # A browser opens connections that it never uses; closing must not wait for those.
    timeout = 10

    def __init__(self, request: object, client_address: object, server: _Server) -> None:
        super().__init__(request, client_address, server, directory=str(server.portal.site))  # type: ignore[arg-type]

    def send_head(self) -> object:  # type: ignore[override]
        self.server.portal.asked.append(self.path)
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        packed = self.server.packed
        if packed is None or file.suffix not in _PACKED or not file.is_file():
            return super().send_head()
        if file not in packed:
            packed[file] = gzip.compress(file.read_bytes(), LEVEL)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed[file])))
        self.end_headers()
        return io.BytesIO(packed[file])

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.server.policy)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = (self.server.portal.site / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing: what is asked for is kept in the portal."""
