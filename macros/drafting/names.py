"""Ids: what a title would be called, and why an id cannot be taken."""

import re
import unicodedata
from collections.abc import Iterable

from macros.drafting.values import fault_of
from macros.model.types import Id, Year

_ID = fault_of(Id)
_YEAR = fault_of(Year)


def proposed(title: str) -> str:
    """The id that a title would have: `Hägersten-Älvsjö` is `hagersten-alvsjo`."""
    bare = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", bare))


def id_fault(name: str, taken: Iterable[str] = ()) -> str | None:
    """Why an id cannot be taken, as a Swedish sentence, or None."""
    if fault := _ID(name):
        return fault
    return f'"{name}" finns redan. Välj ett annat id.' if name in set(taken) else None


def place_fault(name: str, taken: Iterable[str]) -> str | None:
    """Why a place cannot have an id, which is a folder beside others too."""
    if name in {"national", "routines"} or _YEAR(name) is None:
        return f'"{name}" betyder något annat i mappen. Välj ett annat id.'
    return id_fault(name, taken)
