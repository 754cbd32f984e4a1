"""The rule on words for groups catches their inflections, and no innocent words."""

import pytest

from macros.checks.words_accuse_nobody import named
from macros.model.glossary import Glossary
from macros.portal import NATION, Portal


@pytest.mark.parametrize(
    "word",
    [
        *("muslim", "muslimer", "Muslimska", "islam", "islamisk", "moskén", "judar", "judisk"),
        *("kristna", "kurd", "romer", "rom", "somalier", "invandrare", "svensksomalier", "samisk"),
        *("SD", "sverigedemokraterna", "vänsterpartist", "miljöpartiet", "alternativ för sverige"),
        *("feminism", "djurrättsaktivister", "klimataktivist", "abortmotståndare", "vänster"),
        *("orolig för en muslim", "icke-muslim", "muslimchatt"),
    ],
)
def test_a_word_that_names_a_group_is_refused(word: str) -> None:
    assert named(word)


@pytest.mark.parametrize(
    "word",
    [
        *("islamism", "islamister", "våldsbejakande islamistisk extremism", "Islamiska staten"),
        *("jihadist", "vänsterextrem", "autonoma miljön", "högerextrem", "vit makt", "nazist"),
        *("judehat", "islamofobi", "antimuslimsk", "invandrarfientlig", "antisemitism"),
        *("romantik", "roman", "samarbete", "sammanträde", "turkos", "moderator", "kristall"),
        *("kyrkogård", "sdn", "kommun", "socialtjänst", "person", "syrien", "utländska stridande"),
    ],
)
def test_a_word_that_names_no_group_is_let_through(word: str) -> None:
    assert named(word) is None


def test_the_words_of_the_documents_accuse_nobody(data: Portal) -> None:
    found = data.place(NATION).record(Glossary)
    assert found is not None
    assert [
        word for term in found.terms for word in (term.title, *term.synonyms) if named(word)
    ] == []
