"""Text that looks like Swedish plans and says nothing: names, sentences, fictitious numbers.

Everything follows from the random generator that is handed in. No figure below five is written, so
that the texts may stand in a situation report, and no number can be anybody's.
"""

from itertools import product
from random import Random

_FIRST = (
    "Gran Björk Ek Al Ask Lind Tall Rönn Hassel Sten Berg Sand Ljung Ström Kvarn Hed Äng Skog Sjö"
)
_LAST = "by vik sta torp holm näs hult lund dal åker"
NAMES = tuple(first + last for last, first in product(_LAST.split(), _FIRST.split()))
"""190 names of places."""

_WHO = (
    "förvaltningen",
    "socialtjänsten",
    "samordnaren",
    "skolan",
    "fritidsverksamheten",
    "nämnden",
    "medborgarkontoret",
    "biblioteket",
)
_DOES = ("tar fram", "följer upp", "går igenom", "förankrar", "samlar", "planerar", "redovisar")
_DO = ("Ta fram", "Följ upp", "Gå igenom", "Förankra", "Samla", "Planera", "Redovisa")
_WHAT = (
    "rutiner för tidiga samtal med unga och deras familjer",
    "kunskap om källkritik och demokratiska rättigheter",
    "det gemensamma underlaget för områdets verksamheter",
    "arbetet med öppna mötesplatser och trygga miljöer",
    "stödet till föräldrar och andra närstående",
    "samverkan med föreningar, trossamfund och näringsliv",
    "utbildningar för chefer och medarbetare",
)
_HOW = (
    "tillsammans med berörda verksamheter",
    "inför varje termin",
    "i dialog med invånarna",
    "när läget förändras",
    "utifrån lokala behov",
    "inom ramen för den ordinarie styrningen",
    "med stöd av aktuell forskning",
)
_RANGES = (
    ("031-390 06 {:02}", range(50)),
    ("040-628 04 {:02}", range(100)),
    ("08-465 004 {:02}", range(100)),
    ("0980-319 {}", range(200, 300)),
    ("070-174 06 {:02}", range(5, 100)),
)
PHONES = tuple(form.format(number) for form, numbers in _RANGES for number in numbers)
"""Every number that the Swedish Post and Telecom Authority (PTS) has set aside for fiction."""


def identity(name: str) -> str:
    """The id of a name: `Äng-Näs` is `ang-nas`."""
    return name.lower().translate(str.maketrans("åäö ", "aao-"))


def paragraph(random: Random, sentences: int = 4) -> str:
    """A paragraph of about fifty words."""
    return " ".join(_sentence(random) for _ in range(sentences))


def sentences(random: Random, number: int) -> list[str]:
    """A list of sentences, no two alike."""
    found: dict[str, None] = {}
    while len(found) < number:
        found[_sentence(random)] = None
    return list(found)


def task(random: Random) -> str:
    """What an activity is to do."""
    return f"{random.choice(_DO)} {random.choice(_WHAT)} {random.choice(_HOW)}."


def _sentence(random: Random) -> str:
    who, does = random.choice(_WHO), random.choice(_DOES)
    what, how = random.choice(_WHAT), random.choice(_HOW)
    if random.random() < 0.5:
        return f"{who.capitalize()} {does} {what} {how}."
    return f"{how.capitalize()} {does} {who} {what}."
