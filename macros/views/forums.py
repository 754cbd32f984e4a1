"""Forums where bodies meet, level by level: who is there, what goes in and what comes out."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.forum import Forum, Forums
from macros.portal import Portal
from macros.portal.succession import place_address
from macros.views import forum_figure, sources

MISSING = "Framgår inte av källorna."
_LEVELS = {
    "international": "Internationellt",
    "national": "Nationellt",
    "region": "I regionen",
    "city": "I hela staden",
    "municipality": "I hela kommunen",
    "district": "Lokalt",
}


@dataclass(frozen=True)
class ForumFact:
    """One labelled fact: its words, several as a list, or words and address of links."""

    label: str
    words: tuple[str, ...]
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ForumRow:
    """One forum; what no document says of it is said to be missing.

    Attributes:
        sources: Words and address of each document that names it.
    """

    id: str
    title: str
    purpose: str
    facts: tuple[ForumFact, ...]
    uncertain: str | None
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ForumLevel:
    """The forums of one level."""

    id: str
    title: str
    forums: tuple[ForumRow, ...]


def view(portal: Portal, municipality: str) -> list[ForumLevel]:
    """A municipality's forums by level, both in the order of the file."""
    record = portal.place(municipality).record(Forums)
    forums = record.forums if record else ()
    return [
        ForumLevel(
            f"niva-{level}",
            _LEVELS[level],
            tuple(_row(portal, municipality, forum) for forum in forums if forum.level == level),
        )
        for level in dict.fromkeys(forum.level for forum in forums)
    ]


def _row(portal: Portal, municipality: str, forum: Forum) -> ForumRow:
    return ForumRow(
        id=f"forum-{forum.id}",
        title=forum.title,
        purpose=forum.purpose,
        facts=tuple(_facts(portal, municipality, forum)),
        uncertain=forum.uncertain,
        sources=sources.named(portal, forum.sources),
    )


def _facts(portal: Portal, municipality: str, forum: Forum) -> Iterator[ForumFact]:
    """Yields: what every forum should say, and what only some can."""
    if forum.level == "district":
        places = [portal.place(f"{municipality}/{district}") for district in forum.districts]
        links = tuple((place.title, place_address(portal, place)) for place in places)
        everywhere = () if links else ("Källorna knyter det inte till någon särskild del.",)
        yield ForumFact("Var", everywhere, links)
    if forum.stage:
        yield ForumFact("Steg i figuren", (forum.stage,))
    yield ForumFact("Sammankallar", (forum.convenor or MISSING,))
    yield ForumFact("Deltar", forum.members or (MISSING,))
    yield ForumFact("Hur ofta", (forum.interval or MISSING,))
    yield ForumFact("Tar emot", (forum.receives or MISSING,))
    yield ForumFact("Lämnar", (forum.reports or MISSING,))
    if forum.feeds:
        further = [(portal.find("forum", i, municipality).title, i) for i in forum.feeds]
        links = tuple((title, forum_figure.address(municipality, i)) for title, i in further)
        yield ForumFact("Går vidare till", (), links)
