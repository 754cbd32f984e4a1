"""An activity says what somebody is to do."""

import re
from collections.abc import Iterator

from macros.pages import Pages
from macros.portal import Portal
from macros.portal.succession import is_earlier
from macros.problems import Problem

_SHORT = frozenset({"be", "bli", "dra", "få", "ge", "gå", "ha", "le", "nå", "se", "slå", "stå"})
"""Verbs whose infinitive does not end in -a."""
_IMPERATIVE = re.compile(
    r"(?:be|er)?(?:bjud|bygg|följ|för|gör|gå|håll|hjälp|inför|kräv|led|lyft|lägg|läs|låt|lös|möt|"
    r"ring|rör|sprid|skriv|stäng|stärk|stöd|ställ|säg|sänd|sätt|sök|tänk|träd|ut(?:red|se)|välj)"
)
"""Those that do not end in -a either."""
_FINITE = re.compile(
    r"(?i)\b(?:ansvarar|arbetar|blir|bör|deltar|erbjuder|finns|fortsätter|följer|får|genomför|"
    r"ger|går|gör|har|hjälper|håller|ingår|kan|kommer|leder|medverkar|måste|samordnar|samverkar|"
    r"sker|ska|skall|skapar|stödjer|står|tar|träffar|utbildar|utser|utvecklar|vill|är|\w+erar)\b"
)
# What somebody does, after who does it: "Samordnaren träffar", "Enheterna informerar".
_SOMEBODY = re.compile(r"[A-ZÅÄÖ][\w-]*(?:en|et|an|na|n) \w+(?:ar|er|or|år|as|es)\b")


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """En aktivitets text börjar med ett verb, eller säger vem som gör vad.

    En rubrik som ”Utbildning” säger varken vad som ska göras eller när det är gjort. Tidigare
    planer är historia.

    Godkänns: `text: Utbilda personalen i skolan.`; `text: Samordnaren träffar polisen.`
    Råd: `text: Utbildning av personalen.` Vad som är ett verb gissas av ordets slut.
    """
    for place in portal.places.values():
        for entry in place.plans.values():
            if is_earlier(place, entry.record):
                continue
            for index, activity in enumerate(entry.record.activities):
                if not _has_verb(activity.text):
                    message = (
                        "Aktiviteten verkar sakna verb. Börja med vad som ska göras, "
                        "till exempel Utbilda, Informera eller Bjud in."
                    )
                    yield entry.advice(("activities", index, "text"), message)


def _has_verb(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    first = words[0].casefold() if words else ""
    begins = first.endswith("a") or first in _SHORT or bool(_IMPERATIVE.fullmatch(first))
    return bool(begins or _FINITE.search(text) or _SOMEBODY.match(text))
