"""Which place a new record belongs to."""

from macros.drafting.questions import Answers, Choices, Question
from macros.portal import NATION, Place, Portal

_NATIONAL = "national"


def municipalities(portal: Portal, _answers: Answers) -> Choices:
    """All municipalities."""
    return {place.id: place.title for place in portal.children(NATION)}


def places(portal: Portal, answers: Answers) -> Choices:
    """All municipalities, each followed by its districts."""
    return {
        place.id: place.title if place.id == home else f"{place.title}, {title}"
        for home, title in municipalities(portal, answers).items()
        for place in (portal.place(home), *portal.children(home))
    }


def nation_or_place(portal: Portal, folder: str) -> Place:
    """The place whose folder in plans/ is called so."""
    return portal.place(NATION if folder == _NATIONAL else folder)


def _with_nation(portal: Portal, answers: Answers) -> Choices:
    return {**places(portal, answers), _NATIONAL: portal.place(NATION).title}


MUNICIPALITY = Question(
    name="place",
    title="Kommun",
    help="Kommunen som det gäller.",
    by_option=False,
    choices=municipalities,
)
PLACE = Question(
    name="place",
    title="Plats",
    help="Kommunen eller distriktet som det gäller.",
    by_option=False,
    choices=places,
)
WITH_NATION = Question(
    name="place",
    title="Plats",
    help="Var det gäller: i hela landet, i en kommun eller i ett distrikt.",
    by_option=False,
    choices=_with_nation,
)
