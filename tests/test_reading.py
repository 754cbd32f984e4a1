"""A value is kept as it is written, and a fault stands where it is to be mended."""

import pytest

from macros.model.contact import Contact, Contacts
from macros.model.types import Record, Text
from macros.reading import read_yaml
from macros.source import Unreadable


class Words(Record):
    """A record of nothing but text."""

    words: tuple[Text, ...]


GUESSED = "0451267050 020100200 17:00 1.10 no yes 86400 1_000 0x1F 2022-10-24 1e3 .5 +46 true = <<"


@pytest.mark.parametrize("written", GUESSED.split())
def test_text_is_kept_as_written(written: str) -> None:
    entry = read_yaml(f"words:\n  - {written}\n", "plans/x.yml", Words)
    assert entry.record.words == (written,)


@pytest.mark.parametrize("written", ["null", "~"])
def test_a_word_that_means_nothing_to_others_is_a_text_in_quotes_only(written: str) -> None:
    with pytest.raises(Unreadable, match="inget värde finns"):
        read_yaml(f"words:\n  - {written}\n", "plans/x.yml", Words)
    assert read_yaml(f"words:\n  - '{written}'\n", "x.yml", Words).record.words == (written,)


@pytest.mark.parametrize("quote", ["'", '"'])
def test_quotes_are_not_part_of_the_text(quote: str) -> None:
    entry = read_yaml(f"words:\n  - {quote}a: b # c{quote}\n", "plans/x.yml", Words)
    assert entry.record.words == ("a: b # c",)


def test_a_record_knows_where_its_values_stand() -> None:
    text = "contacts:\n  - id: a\n    kind: police\n    title: A\n    when: B\n    source: c\n"
    entry = read_yaml(text, "plans/x.yml", Contacts)
    problem = entry.problem(("contacts", 0, "title"), "fel")
    assert (problem.file, problem.line, problem.column) == ("plans/x.yml", 4, 12)


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = "contacts:\n  - id: A\n    kind: x\n  - fel: y\n"
    with pytest.raises(Unreadable) as caught:
        read_yaml(text, "plans/x.yml", Contacts)
    assert {p.line for p in caught.value.problems} == {2, 3, 4}
    assert len(caught.value.problems) > 5


def test_every_field_has_a_swedish_title_and_help() -> None:
    for name, field in Contact.model_fields.items():
        assert field.title, name
        assert field.description, name
