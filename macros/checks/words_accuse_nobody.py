"""No word for a faith, a people, a party or an opinion leads to anything about extremism.

To add a word, write it in its list below: in lower case, with `*` where anything may follow or
stand before. Without `*` it is the whole word: `rom` is not `romantik`.
"""

import re
from collections.abc import Iterator, Mapping

from macros.model.glossary import Glossary
from macros.pages import Pages
from macros.portal import NATION, Portal
from macros.problems import Problem

GROUPS: Mapping[str, str] = {
    "en tro": """
        ahmadiyya*, asatro*, bibel*, buddh*, burka*, bönelokal*, bönerum*, davidsstjärn*,
        frikyrk*, halal*, hijab*, hindu*, imam*, islam*, jehova*, jihad*, katolik*, katolsk*,
        kippa*, koran*, kosher*, kristen*, kristn*, kyrka, kyrkan*, kyrklig*, kyrkor*, mormon*,
        moske*, moské*, *muslim*, niqab*, ortodox*, pingstv*, protestant*, präst*, rabbin*,
        ramadan*, religi*, salafi*, sharia*, shia*, sikh*, slöja*, slöjor*, sunni*, synagog*,
        troende*, trosbekänn*, trossamfund*, wahhab*
        """,
    "ett folk eller ett ursprung": """
        afghan, afghaner*, afghansk*, afrikan*, alban, albaner*, albansk*, arab*, asiat*,
        assyrier*, assyrisk*, asylsök*, bosnier*, bosnisk*, ensamkommande*, eritrean*, etiopier*,
        etiopisk*, flykting*, invandr*, irakier*, irakisk*, iranier*, iransk*, israeler*,
        israelisk*, judar*, jude*, judinn*, judisk*, kines, kineser*, kinesisk*, kurd*, libanes,
        libaneser*, libanesisk*, marockan*, migrant*, minoritet*, nyanländ*, palestinier*,
        palestinsk*, papperslös*, perser*, persisk*, rom, romani*, romen, romer, romerna,
        romernas, romers, roms, romsk, romska, romskt, rysk*, ryss, ryssar*, same, samen, samer,
        samerna*, samers, samisk*, serb, serber*, serbisk*, somalier*, somalisk*, svensksomali*,
        sverigefinn*, syrian*, syrier*, syrisk*, tornedaling*, turk, turkar*, turkisk*,
        ukrainare*, ukrainsk*, urfolk*, utlänning*, zigenar*
        """,
    "ett parti": """
        alternativ för sverige, centern, centerns, centerpart*, feministiskt initiativ,
        folkpartist*, kd, kristdemokrat*, liberalerna*, medborgerlig samling*, miljöpart*, moderat,
        moderata, moderater*, mp, partiet nyans, piratpart*, sd, sd-are, sdare, socialdemokrat*,
        sossar*, sosse*, sverigedemokrat*, vänstern, vänsterns, vänsterpart*, örebropartiet*
        """,
    "en laglig åsikt": """
        abortmotstånd*, *aktivis*, anarkis*, antifascis*, djurrätt*, djurskydd*,
        feminis*, höger, invandringskriti*, israelkriti*, kommunis*, konservati*, liberal,
        liberala*, liberaler, liberalism*, monarkis*, nationalis*, pacifis*, patriot*, sionis*,
        socialis*, syndikalis*, vaccinkriti*, vaccinmotstånd*, vegan*, vänster
        """,
}
"""What those who share it have in common, and the words that name them."""

ENVIRONMENT = re.compile(r"\b(islamis[mt]\w*|jihadis[mt]\w*|islamiska stat\w*)")
"""What the documents call an environment or a group in it, though it begins as a faith does."""

_HATRED = re.compile(r"^anti|(?<!c)hat|fientlig|fob")
"""`judehat` and `islamofobi` name what somebody is exposed to, and accuse nobody of anything."""


def _pattern(words: str) -> re.Pattern[str]:
    listed = (" ".join(word.split()) for word in words.split(","))
    listed = (re.escape(word).replace(r"\*", r"\w*") for word in listed)
    return re.compile(rf"\b(?:{'|'.join(listed)})\b")


_PATTERNS = {shared: _pattern(words) for shared, words in GROUPS.items()}


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """Inget sökord och inget annat ord i ordlistan pekar ut människor för vad de är eller tycker.

    Hela portalen handlar om våldsbejakande extremism. Vart ordet än leder skulle sökningen knyta
    alla med samma tro, ursprung, parti eller åsikt till det.

    Godkänns: `islamistisk extremism`, som är en miljö; `judehat`; `romantik`.
    Stoppas: `muslimer`, `moskén`, `judisk`, `romer`, `sverigedemokrat`, `djurrättsaktivist`.
    """
    entry = portal.place(NATION).entry(Glossary)
    if entry is None:
        return
    written = [
        (("search_words", index, "words", number), word)
        for index, group in enumerate(entry.record.search_words)
        for number, word in enumerate(group.words)
    ] + [
        (("terms", index, "synonyms", number), word)
        for index, term in enumerate(entry.record.terms)
        for number, word in enumerate(term.synonyms)
    ]
    for path, word in written:
        if shared := named(word):
            message = (
                f'"{word}" pekar ut {shared}. Ta bort ordet: sökningen får inte knyta en tro, ett '
                "folk, ett parti eller en laglig åsikt till våldsbejakande extremism."
            )
            yield entry.problem(path, message)


def named(words: str) -> str | None:
    """What those whom the words name have in common, in Swedish; None if they name nobody."""
    rest = ENVIRONMENT.sub(" ", words.casefold())
    for shared, pattern in _PATTERNS.items():
        if any(not _HATRED.search(match[0]) for match in pattern.finditer(rest)):
            return shared
    return None
