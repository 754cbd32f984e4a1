"""What is new in the portal, for its readers: `plans/news.yml`."""

import re
from typing import Annotated

from pydantic import AfterValidator

from macros.model.types import Date, Record, Text, fault, info


def _address(value: str) -> str:
    if not re.fullmatch(r"/([a-z0-9-]+/)*(#[a-z0-9-]+)?", value):
        raise fault(f'"{value}" är ingen adress i portalen. Skriv till exempel /symboler/.')
    return value


class NewsItem(Record):
    """One thing that a reader will notice."""

    date: Date = info("Datum", "Dagen då det blev nytt.")
    text: Text = info("Text", "Vad som är nytt, i en mening.")
    link: Annotated[Text, AfterValidator(_address)] | None = info(
        "Länk", "Adressen i portalen.", example="/symboler/", default=None
    )


class News(Record):
    """What is new, the newest first."""

    news: tuple[NewsItem, ...] = info("Nytt", "Det nyaste först.")
