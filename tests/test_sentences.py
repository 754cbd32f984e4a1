"""Sentences are found in prose and lists, and counted as the readability index counts them."""

import pytest

from macros.model.sentences import lix, sentences, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("En mening. Två meningar!", ["En mening", "Två meningar"]),
        ("Kl. 08.30 är det öppet.", ["Kl", "08.30 är det öppet"]),
        ("En rad\nsom bryts. Nästa.", ["En rad\nsom bryts", "Nästa"]),
        ("Två stycken\n\nutan punkt", ["Två stycken", "utan punkt"]),
        ("En lista\n\n- det ena\n- det andra", ["En lista", "- det ena", "- det andra"]),
        ("", []),
    ],
)
def test_a_text_falls_into_its_sentences(text: str, found: list[str]) -> None:
    assert [sentence for _, sentence in sentences(text)] == found
    assert all(text[at:].startswith(sentence) for at, sentence in sentences(text))


def test_the_index_is_words_a_sentence_and_the_share_of_long_words() -> None:
    # Ten words in two sentences, two of them long: 5 + 20.
    assert lix("Vi ser en katt här. Den kommer alltid springande tillbaka.") == 5 + 20
    assert lix("") == 0


def test_what_a_link_leads_to_is_no_word() -> None:
    assert words("Läs [mer här](/kontakter/alla/) nu.") == ["Läs", "mer", "här", "nu"]
