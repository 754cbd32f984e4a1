"""A district and the one that it has gone up in say the same of each other."""

from collections.abc import Iterator

from macros.pages import Pages
from macros.portal import Portal, succession
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Ett distrikt och det som det har gått upp i säger samma sak om varandra.

    Godkänns: `successor: nord` i vast/district.yml och `predecessors: [vast]` i
    nord/district.yml.
    Stoppas: det ena utan det andra, och distrikt som har gått upp i varandra.
    """
    for place in portal.places.values():
        if place.district is None:
            continue
        name = place.id.rpartition("/")[2]
        following = succession.successor(portal, place)
        if following is not None and following.district is not None:
            if succession.successor(portal, succession.heir(portal, place)) is not None:
                message = "Distrikten har gått upp i varandra. Ta bort efterföljaren för det ena."
                yield place.district.problem(("successor",), message)
            elif name not in following.district.record.predecessors:
                message = (
                    f"{following.title} har inte distriktet bland sina föregångare. "
                    f'Skriv "{name}" under predecessors i {following.district.file}.'
                )
                yield place.district.problem(("successor",), message)
        for index, earlier in enumerate(place.district.record.predecessors):
            other = portal.places.get(f"{place.parent}/{earlier}")
            if other is None or other.district is None:
                continue
            if other.district.record.successor != name:
                message = (
                    f"{other.title} har inte distriktet som efterföljare. "
                    f"Skriv successor: {name} i {other.district.file}."
                )
                yield place.district.problem(("predecessors", index), message)
