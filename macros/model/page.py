"""What the top of a page in content/ may say about the page."""

from typing import Literal

from macros.model.types import Record, Text, Whole, info


class PageHead(Record):
    """The front matter of a page: only these fields, so that no page turns off its protection."""

    title: Text = info("Titel", "Sidans namn i menyn och i webbläsaren.")
    description: Text | None = info("Beskrivning", "En mening om sidan.", default=None)
    order: Whole | None = info("Ordning", "Platsen i menyn; lägst först.", default=None)
    hide: tuple[Literal["navigation", "toc"], ...] = info(
        "Dölj", "Delar som inte visas.", default=()
    )
