"""The records of a generated portal, as the YAML files hold them: plain dicts, nothing written."""

import datetime as dt
from random import Random
from typing import Any

from tests.bench import words

ACTIVITIES = 30
TEXTS = ("inledning-och-syfte", "ansvar", "samverkan", "forebyggande", "forhindrande")
TERMS = 60
PARAGRAPHS = 3
"""For each shared text; five texts of three make the fifteen paragraphs of a plan page."""

Fields = dict[str, Any]

_AREAS = ("forebyggande", "forhindrande", "foreningsbidrag", "kompetens")
_ROLES = ("samordnare", "enhetschef", "skolchef", "socialchef", "fritidschef", "polisen", "alla")
_KINDS = ("contact-centre", "support", "helpline", "coordinator", "social-services")


def municipality(name: str, home: str) -> Fields:
    """`municipality.yml`, with a structure that shows each shared text and each area once."""
    shared = [
        {"id": i, "title": _title(i), "level": 1, "shared_text": f"texter/{home}/{i}.md"}
        for i in TEXTS
    ]
    listed = [
        {"id": f"atgarder-{i}", "title": f"Åtgärder – {i}", "level": 2, "area": i} for i in _AREAS
    ]
    situation = {"id": "lagesbild", "title": "Lägesbild", "level": 1, "situation": True}
    return {
        "title": f"{name} kommun",
        "ask": "kommunens kontaktcenter",
        "bodies": [{"id": "kommunstyrelsen", "kind": "kommunstyrelse", "title": "kommunstyrelsen"}],
        "areas": [{"id": i, "title": _title(i)} for i in _AREAS],
        "roles": [{"id": i, "title": _title(i)} for i in _ROLES],
        "follow_up_ways": [{"id": "arligen", "title": "Varje år i verksamhetsberättelsen"}],
        "structure": [*shared[:3], situation, shared[3], listed[0], shared[4], *listed[1:]],
    }


def district(name: str, place: str) -> Fields:
    """`district.yml`."""
    title = f"{name}s stadsdelsnämnd"
    return {
        "title": name,
        "body": {"id": f"{place}s-namnd", "kind": "stadsdelsnamnd", "title": title},
        "police_area": f"Lokalpolisområde {name}",
    }


def plan(random: Random, name: str, place: str, source: str, year: int) -> Fields:
    """`<year>.yml`: what plans say, a situation report of their own, and thirty activities."""
    return {
        "title": f"{name}s handlingsplan mot våldsbejakande extremism {year}",
        "year": year,
        "body": f"{place}s-namnd",
        "document_class": "handlingsplan",
        "reference_numbers": [f"{year}/{random.randrange(100, 900)}"],
        "decision": {"by": f"{place}s-namnd", "date": dt.date(year, 2, random.randrange(5, 25))},
        "approval": {"by": "kommunstyrelsen"},
        "revision_cycle": "Varje år",
        "next_revision": {"as_written": f"tertialrapport {year + 1}", "year": year + 1},
        "goal": "målet om trygghet i kommunens budget",
        "source": source,
        "uncertainties": words.sentences(random, 3),
        "areas": list(_AREAS),
        "situations": [
            {
                "id": f"ar-{year - 1}",
                "title": name,
                "level": "local",
                "period": str(year - 1),
                "reported": words.paragraph(random) + "\n",
            }
        ],
        "activities": [_activity(random, number, year) for number in range(ACTIVITIES)],
    }


def document(source: str, name: str, year: int) -> Fields:
    """One record of `sources.yml`."""
    title = f"{name}s handlingsplan mot våldsbejakande extremism {year}"
    return {"id": source, "title": title, "owner": name, "year": year, "short": f"planen {year}"}


def contacts(random: Random, number: int, source: str, prefix: str) -> Fields:
    """`contacts.yml` of a place with this many contacts."""
    return {"contacts": [_contact(random, _KINDS[-1 - i], source, prefix) for i in range(number)]}


def national(random: Random, source: str) -> Fields:
    """`plans/national/contacts.yml`: the acute ones, with numbers as fictitious, and five more."""
    kinds = ("emergency", "police", "support", "support", "helpline", "helpline", "helpline")
    found = [_contact(random, kind, source, f"nation-{i}") for i, kind in enumerate(kinds)]
    return {"contacts": found}


def glossary(random: Random) -> Fields:
    """`plans/national/glossary.yml`: terms with other words for them, and words that lead on."""
    titles = list(dict.fromkeys(words.compound(random) for _ in range(2 * TERMS)))[:TERMS]
    terms = [
        {
            "id": words.identity(title),
            "title": title.capitalize(),
            "short": "ett påhittat ord",
            "meaning": words.paragraph(random, 1),
            "synonyms": [f"{words.compound(random)} {number}" for number in ("ett", "två")],
            "sources": [],
        }
        for title in titles
    ]
    searched = [
        {
            "words": [f"{words.compound(random)} tre"],
            "leads_to": [{"contact": "nation-0-emergency"}, {"page": "/vid-oro/"}],
        }
        for _ in titles
    ]
    return {"terms": terms, "search_words": searched}


def _contact(random: Random, kind: str, source: str, prefix: str) -> Fields:
    return {
        "id": f"{prefix}-{kind}",
        "kind": kind,
        "title": f"Påhittad verksamhet {prefix}",
        "when": words.paragraph(random, 1),
        "not_when": "När läget är akut.",
        "hours": "vardagar 8–16",
        "phones": [{"number": random.choice(words.PHONES)}],
        "emails": [{"address": f"{prefix}@exempel.invalid"}],
        "notes": [{"text": words.paragraph(random, 1)}],
        "source": source,
    }


def _activity(random: Random, number: int, year: int) -> Fields:
    """One row; now and then a cell is missing, as in real plans."""
    schedules: tuple[Fields, ...] = (
        {"kind": "ongoing", "as_written": "Pågående"},
        {"kind": "year", "year": year, "as_written": str(year)},
        {"kind": "term", "term": "autumn", "year": year, "as_written": f"HT {year}"},
        {"kind": "interval", "every": 1, "unit": "year", "as_written": "årligen"},
    )
    owners = random.sample(_ROLES, random.randrange(1, 3))
    row: Fields = {
        "id": f"aktivitet-{number + 1}",
        "area": _AREAS[number * len(_AREAS) // ACTIVITIES],
        "text": words.task(random),
        "responsible": {"owners": owners, "as_written": ", ".join(map(_title, owners))},
        "schedule": random.choice(schedules),
        "follow_up": {"way": "arligen", "as_written": "Årligen inom ramen för VB"},
    }
    if random.random() < 0.1:
        del row[random.choice(("responsible", "schedule", "follow_up"))]
    return row


def _title(identity: str) -> str:
    return identity.replace("-", " ").capitalize()
