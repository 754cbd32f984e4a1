"""Roles nest: none lies within itself."""

from collections.abc import Iterator

from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """En roll ingår inte i sig själv, inte heller genom andra.

    Godkänns: `enhetschef` i `enhetschefer` i `stadsdelsnamnden`.
    Stoppas: `enhetschef` i `enhetschefer` i `enhetschef`.
    """
    for place in portal.places.values():
        entry = place.municipality
        if entry is None:
            continue
        within = {role.id: role.within for role in entry.record.roles}
        for index, role in enumerate(entry.record.roles):
            above, seen = role.within, {role.id}
            while above is not None and above not in seen:
                seen.add(above)
                above = within.get(above)
            if above == role.id:
                message = f'"{above}" ingår i sig själv genom "within". Rätta eller ta bort raden.'
                yield entry.problem(("roles", index, "within"), message)
