"""A git host's API: questions and answers in JSON, within limits, over HTTP."""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

TIMEOUT = 30
MOST = 20_000_000
PAGE = 100
MOST_PAGES = 30

_GONE = {401, 403, 404, 410}


class HostError(Exception):
    """The host did not answer as it should; the message says it without the token."""


class Host:
    """The API at an address, asked with a token."""

    def __init__(self, address: str, header: str, token: str) -> None:
        self.address = address.rstrip("/")
        self.header = (header, token)

    def ask(self, path: str, **query: str | int) -> Any:  # noqa: ANN401 - whatever JSON holds
        """What the host answers to a question."""
        return json.loads(self._send("GET", self._with(path, query), None, MOST))

    def pages(self, path: str, **query: str | int) -> Iterator[Any]:
        """Yields: each item of a list that comes in pages; the last pages of a huge one are left.

        Raises:
            HostError: The list is longer than we ever read.
        """
        for page in range(1, MOST_PAGES + 1):
            items = self.ask(path, per_page=PAGE, page=page, **query)
            yield from items
            if len(items) < PAGE:
                return
        raise HostError(f"{path} är längre än {MOST_PAGES * PAGE}")

    def tell(self, method: str, path: str, body: Mapping[str, str]) -> None:
        """Write something."""
        self._send(method, path, json.dumps(body).encode(), MOST)

    def fetch(self, path: str, most: int) -> bytes | None:
        """A file, or None where there is none for us.

        Raises:
            HostError: It is larger than `most`, or the host does not answer.
        """
        try:
            return self._send("GET", path, None, most)
        except HostError as error:
            if isinstance(error.__cause__, HTTPError) and error.__cause__.code in _GONE:
                return None
            raise

    def _with(self, path: str, query: Mapping[str, str | int]) -> str:
        return f"{path}?{urlencode(query)}" if query else path

    def _send(self, method: str, path: str, body: bytes | None, most: int) -> bytes:
        request = Request(f"{self.address}/{path}", data=body, method=method)  # noqa: S310 - from the runner
        request.add_header("Content-Type", "application/json")
        # Not sent on where the host redirects, as to a file's own store.
        request.add_unredirected_header(*self.header)
        try:
            with urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310 - from the runner
                data = bytes(answer.read(most + 1))
        except HTTPError as error:
            error.close()
            raise HostError(f"{method} {path}: {error.code}") from error
        except (URLError, OSError) as error:
            raise HostError(f"{method} {path}: {error}") from error
        if len(data) > most:
            raise HostError(f"{method} {path}: mer än {most} byte")
        return data
