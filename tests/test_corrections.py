"""What the documents say wrongly or in two ways is shown with what the portal makes of it."""

from pathlib import Path

from macros import portal
from macros.model.correction import Corrections
from macros.portal import NATION, Portal, succession
from macros.views import corrections, sources

DOCUMENTS = {
    "hagersten-liljeholmen-2020",
    "skarholmen-2019",
    "stockholm-riktlinjer-2016",
    "hagersten-alvsjo-2022",
    "hassleholm-2022",
}


def test_every_contradiction_is_resolved_or_open_with_whom_to_ask(data: Portal) -> None:
    unresolved, resolved = corrections.contradictions(data)
    # Those of the five documents; each stays when it is resolved.
    assert len(unresolved) + len(resolved) >= 26
    assert all(row.ask and row.resolved is None for row in unresolved)
    assert all(row.resolved for row in resolved)
    record = data.place(NATION).record(Corrections)
    assert record is not None
    assert {row.id for row in (*unresolved, *resolved)} == {
        f"motsagelse-{one.id}" for one in record.contradictions
    }


def test_every_correction_names_its_documents(data: Portal) -> None:
    unresolved, resolved = corrections.contradictions(data)
    known = {f"/om/kallor/#dokument-{row.id}" for row in sources.view(data)}
    rows = [row.documents for row in (*unresolved, *resolved)]
    for documents in [*rows, *(row.documents for row in corrections.errata(data))]:
        assert documents
        assert {address for _, address in documents} <= known


def test_a_documents_doubts_are_its_own_with_the_open_questions_first(data: Portal) -> None:
    found = corrections.doubts(data, "hassleholm-2022", ("Något är oklart.",))
    assert found.sentences == ("Något är oklart.",)
    assert len(found.errata) > 5
    assert len(found.contradictions) > 5
    home = ("planen 2022 (Hässleholms kommun)", "/om/kallor/#dokument-hassleholm-2022")
    assert all(home in row.documents for row in found.errata)
    assert all(home in row.documents for row in found.contradictions)
    are_resolved = [row.resolved is not None for row in found.contradictions]
    assert are_resolved == sorted(are_resolved)
    assert found.contradictions[0].address == f"/om/kallor/#{found.contradictions[0].id}"


def test_without_corrections_there_are_none(tiny: Path) -> None:
    empty = portal.load(tiny)
    assert corrections.errata(empty) == []
    assert corrections.contradictions(empty) == ([], [])
    assert corrections.doubts(empty, "nord-2022", ()).is_empty


def test_each_of_the_five_documents_says_what_it_is_and_where_it_is_shown(data: Portal) -> None:
    rows = {row.id: row for row in sources.view(data)}
    assert set(rows) >= DOCUMENTS
    assert rows["skarholmen-2019"].kind == "Handlingsplan för Skärholmen, 2019"
    assert rows["stockholm-riktlinjer-2016"].kind == "Riktlinjer för Stockholms stad"
    assert ("Diarienummer", "KLF 2022/234") in rows["hassleholm-2022"].facts
    assert ("Kontakter", "/kontakter/") in rows["hassleholm-2022"].pages
    place, decided = data.plan("stockholm/skarholmen/2019")
    plan = ("Planen 2019: Skärholmen", succession.plan_address(place, decided.year))
    guideline = ("Riktlinjer: Stockholms stad", "/riktlinjer/stockholm/")
    forums = ("Samverkan: Stockholms stad", "/samverkan/stockholm/")
    assert plan in rows["skarholmen-2019"].pages
    assert ("Stöd", "/stod/") in rows["skarholmen-2019"].pages
    assert forums in rows["skarholmen-2019"].pages
    assert guideline in rows["stockholm-riktlinjer-2016"].pages


def test_a_document_that_no_page_renders_is_a_source_all_the_same(tiny: Path) -> None:
    path = tiny / "plans" / "sources.yml"
    more = "  - id: x\n    title: X\n    owner: Y\n    year: 2020\n    short: x\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    row = sources.view(portal.load(tiny))[-1]
    assert (row.kind, row.pages) == ("Källa till uppgifter i portalen", ())
