"""What is new in the portal, the newest first."""

from dataclasses import dataclass

from macros.model.news import News
from macros.portal import NATION, Portal
from macros.views import wording

_SHOWN = 5


@dataclass(frozen=True)
class NewsRow:
    """One thing that is new: the day in words and for machines, the sentence, and its address."""

    day: str
    iso: str
    text: str
    link: str | None


def newest(portal: Portal) -> list[NewsRow]:
    """The five newest; those of one day in the order in which they are written."""
    news = portal.place(NATION).record(News)
    items = sorted(news.news if news else (), key=lambda item: item.date, reverse=True)
    return [
        NewsRow(wording.day(item.date), item.date.isoformat(), item.text, item.link)
        for item in items[:_SHOWN]
    ]
