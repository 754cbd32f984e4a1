"""`planportal serve`: build, serve site/ on this computer, build again when something changes."""

import logging
import socket
import sys
from pathlib import Path

from macros.commands import build

WATCHED = ("plans", "content", "overrides", "CONTRIBUTING.md", "mkdocs.yml")


def run(root: Path, port: int = 8000) -> int:
    """Serve the project at `root` until it is interrupted.

    Returns:
        0 when interrupted, 1 when there is nothing to serve or the port is taken.
    """
    from livereload import Server  # noqa: PLC0415 - only here

    # Without what only a web server reads, a tenth of the build: somebody waits for each one.
    code = build.run(root, pack=False)
    if code and not (root / "site" / "index.html").is_file():
        return code
    # The server tells of each request and each build in English; the build speaks for itself.
    for name in ("livereload", "tornado.access"):
        logging.getLogger(name).setLevel(logging.ERROR)
    server = Server()
    for name in WATCHED:
        server.watch(str(root / name), lambda: build.run(root, pack=False))
    with socket.socket() as trial:
        # The server would end in a traceback, and not say what to do.
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            print(
                f"Porten {port} är upptagen. Välj en annan: serve --port {port + 1}",
                file=sys.stderr,
            )
            return 1
    print(f"Portalen visas på http://127.0.0.1:{port} – avsluta med Ctrl+C.", file=sys.stderr)
    server.serve(root=str(root / "site"), host="127.0.0.1", port=port, open_url_delay=None)
    return 0
