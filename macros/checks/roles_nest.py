"""Roles nest: none lies within itself."""

from collections.abc import Iterator

from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """From role to the role that it lies within, the way comes to an end.

    Passes: `enhetschef` within `enhetschefer` within `stadsdelsnamnden`.
    Fails: `enhetschef` within `enhetschefer` within `enhetschef`.
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
