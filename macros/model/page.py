"""What the top of a page in content/ may say about the page."""

from typing import Annotated, Literal

from pydantic import AfterValidator

from macros.model.contact import Audience
from macros.model.types import PortalAddress, Record, Text, Whole, fault, info

_INSTEAD = {'"': "”böjda” citattecken", "&": "ordet och"}
REFUSED = '"<>&{}'
"""Signs that a page's head may not hold."""


def _plain(value: str) -> str:
    for offset, sign in enumerate(value):
        if sign in REFUSED:
            instead = _INSTEAD.get(sign, "det med ord")
            raise fault(f"Tecknet {sign} är inte tillåtet här. Skriv {instead} i stället.", offset)
    return value


HeadText = Annotated[Text, AfterValidator(_plain)]
"""Text that the theme writes into attributes as it is: nothing in it may end one."""


class PageHead(Record):
    """The front matter of a page: only these fields, so that no page turns off its protection."""

    title: HeadText = info("Titel", "Sidans namn i menyn och i webbläsaren.")
    description: HeadText | None = info("Beskrivning", "En mening om sidan.", default=None)
    order: Whole | None = info("Ordning", "Platsen i menyn; lägst först.", default=None)
    hide: tuple[Literal["navigation", "toc"], ...] = info(
        "Dölj", "Delar som inte visas.", default=()
    )
    audience: Audience | None = info(
        "Målgrupp",
        "Vem som får läsa sidan. Utelämnat: alla under /vid-oro/, personal annars.",
        default=None,
    )
    moved_to: PortalAddress | None = info(
        "Flyttad till",
        "Adressen till sidan som gäller i stället. Den här sidan leder dit av sig själv.",
        example="/planer/stockholm/hagersten-alvsjo/",
        default=None,
    )
