"""`planportal nginx`: the settings of the web server, for the one who runs it."""

import argparse
import ipaddress
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from macros.finishing.policy import HEADERS
from macros.render import render

EXAMPLES = """\
Exempel:
  planportal nginx --name planer.exempel.se --root /srv/planportal > planportal.conf
  planportal nginx --name planer.exempel.se --root /srv/planportal --listen 443 \\
      --certificate /etc/ssl/planer.pem --key /etc/ssl/private/planer.key --allow 10.0.0.0/8

Lägg filen i /etc/nginx/sites-enabled/, pröva med nginx -t och läs in med systemctl reload nginx.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell a parser what may be written on the command line."""
    parser.add_argument(
        "--name", type=_name, required=True, metavar="NAMN", help="webbplatsens namn"
    )
    parser.add_argument(
        "--root", type=_path, required=True, metavar="MAPP", help="mappen med utgåvorna"
    )
    parser.add_argument(
        "--listen",
        type=_listen,
        default="80",
        metavar="PORT",
        help="port, eller adress:port (förval: 80)",
    )
    parser.add_argument("--certificate", type=_path, metavar="FIL", help="certifikatet, för https")
    parser.add_argument("--key", type=_path, metavar="FIL", help="certifikatets nyckel")
    parser.add_argument(
        "--logs",
        type=_path,
        default="/var/log/nginx",
        metavar="MAPP",
        help="loggarnas mapp (förval: /var/log/nginx)",
    )
    parser.add_argument(
        "--allow",
        type=_network,
        action="append",
        default=[],
        metavar="NÄT",
        help="ett nät som får läsa, till exempel 10.0.0.0/8; utan något får alla",
    )
    parser.add_argument("--brotli", action="store_true", help="servern har modulen för brotli")


def run(_root: Path, *, certificate: str | None, key: str | None, **options: Any) -> int:  # noqa: ANN401 - handed on as they are
    """Print the settings.

    Returns:
        0 when they are printed, 2 when a certificate has no key or a key no certificate.
    """
    if bool(certificate) != bool(key):
        print("--certificate och --key hör ihop. Skriv båda, eller ingen.", file=sys.stderr)
        return 2
    print(settings(certificate=certificate, key=key, **options), end="")
    return 0


def settings(  # noqa: PLR0913 - one for each option
    *,
    name: str,
    root: str,
    listen: str,
    logs: str,
    certificate: str | None = None,
    key: str | None = None,
    allow: Sequence[str] = (),
    brotli: bool = False,
) -> str:
    """The settings of one site, to be included where nginx has its `http`.

    Args:
        name: The host's name, or "_" for any.
        root: The folder with the releases.
        listen: The port, or address and port.
        logs: The folder for logs.
        certificate: The file with the certificate; without one it is plain http.
        key: The file with the certificate's key.
        allow: Networks that may read; with none, everybody may.
        brotli: Whether nginx has the module that hands out `.br` files.
    """
    return render(
        "nginx.conf",
        name=name,
        mark=re.sub(r"[^a-z0-9]", "_", name),
        listen=listen,
        root=root,
        certificate=certificate,
        key=key,
        logs=logs,
        allow=allow,
        brotli=brotli,
        # Not HTML: quotes are the settings' own, and none of it comes from the data.
        headers=[(header, Markup(value)) for header, value in HEADERS.items()],  # noqa: S704
    )


def _name(text: str) -> str:
    return _matching(text, r"_|[a-z0-9-]+(\.[a-z0-9-]+)*", "Skriv små bokstäver, siffror, - och .")


def _path(text: str) -> str:
    return _matching(text, r"(/[\w.+-]+)+", "Skriv hela sökvägen från /, utan blanksteg.")


def _listen(text: str) -> str:
    return _matching(
        text, r"([0-9.]+:|\[[0-9a-f:]+\]:)?[0-9]{1,5}", "Skriv en port, eller adress:port."
    )


def _network(text: str) -> str:
    try:
        return str(ipaddress.ip_network(text))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f'"{text}" är inget nät. Skriv till exempel 10.0.0.0/8.'
        ) from None


def _matching(text: str, pattern: str, instead: str) -> str:
    """The text, which comes into the settings as it is.

    Raises:
        ArgumentTypeError: It could mean something else there.
    """
    if not re.fullmatch(pattern, text, re.ASCII):
        raise argparse.ArgumentTypeError(f'"{text}" går inte att använda. {instead}')
    return text
