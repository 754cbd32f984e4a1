"""Questions in the terminal are asked until they are answered, and never answered for somebody."""

import io

import pytest

from macros.commands.asking import Stopped, ask, choose, confirm


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> type[io.StringIO]:
    """What is typed: call it with the text."""

    class Typed(io.StringIO):
        def __init__(self, text: str) -> None:
            super().__init__(text)
            monkeypatch.setattr("sys.stdin", self)

    return Typed


def test_spaces_around_an_answer_are_no_part_of_it(answers: type[io.StringIO]) -> None:
    answers("  Nord \n")
    assert ask("Namn") == "Nord"


def test_an_empty_answer_is_the_one_in_brackets(
    answers: type[io.StringIO], capsys: pytest.CaptureFixture[str]
) -> None:
    answers("\n")
    assert ask("År", "2027") == "2027"
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "År [2027]: ")


def test_a_wrong_answer_is_explained_and_asked_for_again(
    answers: type[io.StringIO], capsys: pytest.CaptureFixture[str]
) -> None:
    answers("\nNord\n")
    assert ask("Namn", fault=lambda name: None if name else "Skriv ett namn.") == "Nord"
    assert capsys.readouterr().err == "Namn:   Skriv ett namn.\nNamn: "


@pytest.mark.parametrize(("typed", "chosen"), [("2", "andra"), ("andra", "andra"), ("", "behall")])
def test_a_choice_is_its_number_or_its_key(
    typed: str, chosen: str, answers: type[io.StringIO]
) -> None:
    answers(f"{typed}\n")
    assert choose("Vad?", {"behall": "Behåll", "andra": "Ändra"}, "behall") == chosen


@pytest.mark.parametrize("typed", ["3", "0", "-1", "²", "x", ""])
def test_no_choice_is_made_of_anything_else(
    typed: str, answers: type[io.StringIO], capsys: pytest.CaptureFixture[str]
) -> None:
    answers(f"{typed}\n1\n")
    assert choose("Vad?", {"behall": "Behåll", "andra": "Ändra"}) == "behall"
    assert "Skriv ett tal från 1 till 2." in capsys.readouterr().err


@pytest.mark.parametrize(("typed", "meant"), [("Ja", True), ("n", False), ("kanske\nj", True)])
def test_yes_is_only_yes(typed: str, meant: bool, answers: type[io.StringIO]) -> None:
    answers(f"{typed}\n")
    assert confirm("Stämmer det?") is meant


def test_the_end_of_the_input_is_no_answer(answers: type[io.StringIO]) -> None:
    answers("")
    with pytest.raises(Stopped):
        ask("Namn", "Nord")
