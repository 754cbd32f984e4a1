"""Roles as one writes them: by their ids or their names, in capitals or not."""

import re
from collections.abc import Iterable

from macros.model.place import Role
from macros.problems import suggestion


def meant(roles: Iterable[Role], text: str) -> list[str]:
    """The ids of the roles that a text names, with commas or semicolons between them."""
    by_name = _by_name(roles)
    return list(dict.fromkeys(by_name[name] for name in _names(text)))


def fault(roles: Iterable[Role], text: str) -> str | None:
    """Which role is not known, as a Swedish sentence, or None."""
    by_name = _by_name(roles)
    for name in _names(text):
        if name not in by_name:
            hint = suggestion(name, by_name) or " Skriv ? för att se alla."
            return f'Det finns ingen roll som heter "{name}".{hint}'
    return None


def _by_name(roles: Iterable[Role]) -> dict[str, str]:
    known = list(roles)
    # An id is never hidden by a name.
    return {role.title.casefold(): role.id for role in known} | {role.id: role.id for role in known}


def _names(text: str) -> list[str]:
    return [name.strip().casefold() for name in re.split("[,;]", text) if name.strip()]
