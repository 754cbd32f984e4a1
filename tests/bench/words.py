"""Text that looks like Swedish plans and says nothing: names, sentences, fictitious numbers.

Everything follows from the random generator that is handed in. No figure below five is written, so
that the texts may stand in a situation report, and no number can be anybody's.
"""

from collections.abc import Sequence
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
_HEADS = """
    arbetsmarknads arkiv barn biblioteks bokförings bostads brandskydds budget byggnads cykel
    dagvatten data demokrati distrikts driftstöds elev energi fastighets familje fritids
    folkhälso forsknings förebyggande förenings förhandlings förskole förvaltnings gatu
    gymnasie hamn hemtjänst hälso idrotts informations inköps invånar jämställdhets kansli
    klimat kommunikations kost kultur kvalitets landskaps ledarskaps lokal lärar medborgar
    medie miljö musik nät närings omsorgs park personal planerings press samhälls samverkans
    simhalls skog skol sommar språk stads stat studie teater teknik torg trafik trygghets
    turist ungdoms utbildnings utvecklings vatten verkstads vinter väg växel ångbåts ålders
    öppenvårds översikts
"""
_TAILS = {
    "-en-er-erna": """
        aktivitet analys chef dialog effekt enhet expert funktion grupp insats institution konferens
        konsult kontakt kurs metod modell nämnd organisation pedagog plan process rapport resurs
        rutin strateg tjänst tradition uppgift verksamhet
    """,
    "-en-ar-arna": """
        avdelning bedömning förening granskning kartläggning ledning lösning mottagning mätning
        planering redovisning rådgivning samling satsning tidning träff uppföljning utbildning
        utredning utställning utvärdering visning vägledning övning
    """,
    "-et-en": """
        ansvar arv avtal behov förslag initiativ krav mål nätverk projekt register råd samtal stöd
        underlag uppdrag utskott villkor
    """,
}
_FIRST_PARTS = _HEADS.split()
# What follows the first hyphen are endings; a word has none of them or one.
_LAST_PARTS = sorted(
    f"{tail}-{endings}" for endings, tails in _TAILS.items() for tail in tails.split()
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
    return f"{random.choice(_DO)} {_what(random)} {random.choice(_HOW)}."


def compound(random: Random) -> str:
    """A word of two or three parts; some are common and most are rare, as in any language."""
    head = "".join(_common(random, _FIRST_PARTS) for _ in range(1 + (random.random() < 0.1)))
    tail, _, endings = _common(random, _LAST_PARTS).partition("-")
    return head + tail + random.choice(endings.split("-"))


def _common(random: Random, listed: Sequence[str]) -> str:
    """One of a list, the first ones more often."""
    return listed[int(len(listed) * random.random() ** 3)]


def _what(random: Random) -> str:
    """Every other time of words that are new on each page, so that the vocabulary grows."""
    if random.random() < 0.5:
        return random.choice(_WHAT)
    return f"{compound(random)} och {compound(random)} för {compound(random)} i området"


def _sentence(random: Random) -> str:
    who, does = random.choice(_WHO), random.choice(_DOES)
    what, how = _what(random), random.choice(_HOW)
    if random.random() < 0.5:
        return f"{who.capitalize()} {does} {what} {how}."
    return f"{how.capitalize()} {does} {who} {what}."
