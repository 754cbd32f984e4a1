"""The glossary stands in Swedish order, and holds every abbreviation of the source documents."""

from pathlib import Path

from macros import portal
from macros.model.glossary import Glossary
from macros.portal import NATION, Portal
from macros.views import glossary, wording

FORMS = {
    *("BRÅ", "Brå", "CATS", "CVE", "EST", "HR", "IA", "KF", "KLF", "LVU", "MTR", "NS", "RAN"),
    *("SDN", "SIG", "SISAB", "SLK", "SSP", "STIS", "SoL", "SÄPO", "Säpo", "VB", "VBE"),
}
"""The 22 abbreviations that the five documents use, two of them in two ways."""


def test_every_abbreviation_of_the_documents_has_a_meaning(data: Portal) -> None:
    found = data.place(NATION).record(Glossary)
    assert found is not None
    meanings = {form: term.short for term in found.terms for form in term.forms}
    assert FORMS - set(meanings) == set()
    assert meanings["CVE"] == "Center mot våldsbejakande extremism"
    assert meanings["BRÅ"] == meanings["Brå"]
    assert all(len(short.split()) <= 12 for short in meanings.values())


def test_every_word_says_where_it_stands(data: Portal) -> None:
    rows = glossary.view(data)
    assert len(rows) > len(FORMS)
    assert all(row.sources and row.short and row.meaning for row in rows)


def test_words_stand_as_in_a_swedish_dictionary(data: Portal) -> None:
    words = ["Zon", "Öppen", "Ärende", "abc", "Återvändare", "Väld", "Våld", "Vold"]
    ordered = ["abc", "Vold", "Våld", "Väld", "Zon", "Återvändare", "Ärende", "Öppen"]
    assert sorted(words, key=wording.alphabetical) == ordered
    titles = [row.title for row in glossary.view(data)]
    assert titles == sorted(titles, key=wording.alphabetical)


def test_an_abbreviations_other_forms_and_synonyms_are_shown(data: Portal) -> None:
    row = next(row for row in glossary.view(data) if row.id == "ord-bra")
    facts = dict(row.facts)
    assert facts["Skrivs också"] == "BRÅ"
    assert "brottsförebyggande rådet" in facts["Andra ord"]


def test_without_a_glossary_there_are_no_words(tiny: Path) -> None:
    assert glossary.view(portal.load(tiny)) == []
