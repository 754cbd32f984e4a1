"""The portal's logotype is there."""

from collections.abc import Iterator

from macros.model.settings import Settings
from macros.pages import Pages
from macros.portal import NATION, Portal
from macros.problems import Problem


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:
    """Bilden som inställningarna anger som logotyp finns i overrides/.

    Godkänns: `logo: assets/images/logotyp.svg` med filen overrides/assets/images/logotyp.svg.
    Stoppas: samma rad utan filen.
    """
    entry = portal.places[NATION].entry(Settings)
    logo = entry.record.logo if entry else None
    if entry is not None and logo is not None and logo not in pages.pictures:
        message = f"Bilden {logo} finns inte i overrides/. Lägg dit den, eller ta bort raden."
        yield entry.problem(("logo",), message)
