"""Nobody is given two first numbers without being told which one holds."""

from collections.abc import Iterator
from itertools import combinations

from macros.pages import Pages
from macros.portal import Portal
from macros.portal.answers import first_contact
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Ingen får två första nummer utan att se vilket som gäller.

    Efter den första kontakten i ett steg säger var och en när den gäller i stället. Två rutiner som
    svarar på samma situation på en plats nämner samma första kontakt, efter 112.

    Godkänns: ett steg med `polisen-114-14` och sedan `polisen-kontaktperson` med `when`.
    Stoppas: samma steg utan `when`; två rutiner i en kommun för `child` med olika första kontakt.
    """
    for place in portal.places.values():
        for entry in place.routines.values():
            for index, step in enumerate(entry.record.steps):
                for number, use in enumerate(step.contacts):
                    if number and use.when is None:
                        message = (
                            "Steget har flera nummer. Lägg till raden "
                            '"when" som säger när just det här gäller.'
                        )
                        yield entry.problem(("steps", index, "contacts", number), message)
        if portal.known("contact", place.id) is None:
            # A file cannot be read, so which of their numbers is 112 is not known either.
            continue
        for (name, one), (_, other) in combinations(sorted(place.routines.items()), 2):
            both = set(one.record.situations) & set(other.record.situations)
            first = first_contact(portal, place.id, one.record)
            second = first_contact(portal, place.id, other.record)
            if both and first != second:
                message = (
                    f'Rutinen "{name}" svarar också på "{min(both)}" men med ett annat första '
                    "nummer. Låt bara den ena svara, eller slå ihop dem."
                )
                yield other.problem(("situations",), message)
