"""What is new in the portal, for its readers: `plans/news.yml`."""

from macros.model.types import Date, PortalAddress, Record, Text, info


class NewsItem(Record):
    """One thing that a reader will notice."""

    date: Date = info("Datum", "Dagen då det blev nytt.")
    text: Text = info("Text", "Vad som är nytt, i en mening.")
    link: PortalAddress | None = info(
        "Länk", "Adressen i portalen.", example="/symboler/", default=None
    )


class News(Record):
    """What is new, the newest first."""

    news: tuple[NewsItem, ...] = info("Nytt", "Det nyaste först.")
