"""Where an e-mail or web address really leads: domains by IDNA, and what would hide them refused.

Knows nothing of files; a place in an address is a 0-based offset.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

import idna

Fault = tuple[int, str]

_WEB = re.compile(r"https?://([^/?#]*)")
_PORT = re.compile(r":[0-9]{1,5}$")
_OTHER_LATIN = frozenset("æœøðþđłß")
"""Letters of neighbours' alphabets that no mark on another letter makes."""

_FOREIGN = (
    'Tecknet "{sign}" i adressen hör inte till vårt alfabet. '
    "Det kan se ut som ett annat och leda läsaren fel. Skriv adressen på nytt för hand."
)


def email_fault(address: str) -> Fault | None:
    """Where and why an address of the form `name@domain` must not be shown; None if it may."""
    name, _, domain = address.rpartition("@")
    return next(chain(_foreign(name, 0), _domain_faults(domain, len(name) + 1)), None)


def web_fault(address: str) -> Fault | None:
    """Where and why a http or https address must not be shown; None if it may."""
    match = _WEB.match(address)
    if match is None:
        return 0, "Adressen är inte en webbadress. Börja med https:// eller http://."
    if "@" in match[1]:
        return match.start(1), (
            "Adressen har ett @ före värdnamnet, så att den ser ut att leda någon annanstans. "
            "Skriv den utan namn och @."
        )
    return next(_domain_faults(_PORT.sub("", match[1]), match.start(1)), None)


def in_ascii(address: str) -> str:
    """The address with its domain as computers write it: `info@xn--malm-8qa.se`.

    Args:
        address: An e-mail or web address without faults.
    """
    web = _WEB.match(address)
    start = web.start(1) if web else address.rindex("@") + 1
    end = start + len(_PORT.sub("", web[1])) if web else len(address)
    return address[:start] + _encode(address[start:end]) + address[end:]


def _encode(domain: str) -> str:
    # An address in capitals is the same address.
    return idna.encode(domain, uts46=True, std3_rules=True).decode()


def _domain_faults(domain: str, offset: int) -> Iterator[Fault]:
    """Yields: what is wrong with a domain that begins at `offset`, the plainest fault first."""
    yield from _foreign(domain, offset)
    try:
        read = idna.decode(_encode(domain))
    except UnicodeError:  # which idna's own errors are
        yield offset, f'Domänen "{domain}" kan inte finnas. Kontrollera stavningen.'
        return
    # Written for computers (xn--…), it may hide what it looks like to people.
    for _, message in _foreign(read, 0):
        yield offset, f'Domänen "{domain}" visas som "{read}". {message}'


def _foreign(written: str, offset: int) -> Iterator[Fault]:
    """Yields: each sign from another alphabet, which may look like one of ours."""
    for index, sign in enumerate(written):
        if not _is_ours(sign):
            yield offset + index, _FOREIGN.format(sign=sign)


def _is_ours(sign: str) -> bool:
    """Whether it is ASCII, a Latin letter with or without a mark, or such a mark."""
    bare = unicodedata.normalize("NFD", sign)[0]
    is_mark = unicodedata.category(sign) == "Mn"
    return bare.isascii() or is_mark or sign.lower() in _OTHER_LATIN
