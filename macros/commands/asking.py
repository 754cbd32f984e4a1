"""Questions in the terminal: one at a time, asked again until the answer can be used."""

import sys
from collections.abc import Callable, Mapping


class Stopped(Exception):  # noqa: N818 - the one who answers went away; no error of ours
    """There will be no answer: the input has ended, or Ctrl+C was pressed."""


def ask(
    question: str, default: str = "", fault: Callable[[str], str | None] = lambda _answer: None
) -> str:
    """The answer to a question, without spaces around it.

    Args:
        question: In Swedish, without a colon at the end.
        default: What an empty answer means; without one, an empty answer is tried as it is.
        fault: What is wrong with an answer, as a Swedish sentence, or None.

    Raises:
        Stopped: There is nobody to ask.
    """
    shown = f"{question} [{default}]: " if default else f"{question}: "
    while True:
        answer = _line(shown) or default
        wrong = fault(answer)
        if wrong is None:
            return answer
        print(f"  {wrong}", file=sys.stderr)


def choose(question: str, choices: Mapping[str, str], default: str = "") -> str:
    """The key of the choice that was made: by its number in the list, or by the key itself.

    Args:
        question: In Swedish.
        choices: What each choice is called, by its key.
        default: The key that an empty answer means.

    Raises:
        Stopped: There is nobody to ask.
    """
    _list(question, choices)
    number = str(list(choices).index(default) + 1) if default else ""
    answer = ask("Skriv siffran", number, lambda answer: _not_one(answer, choices))
    return _meant(answer, choices) or answer


def choose_several(
    question: str, choices: Mapping[str, str], *, default: str = "", required: bool = False
) -> list[str]:
    """The keys of the choices that were made, in the order of the answer.

    Args:
        question: In Swedish.
        choices: What each choice is called, by its key.
        default: The numbers or keys that an empty answer means, with spaces between.
        required: Whether at least one must be chosen.

    Raises:
        Stopped: There is nobody to ask.
    """
    _list(question, choices)

    def fault(answer: str) -> str | None:
        if required and not answer:
            return "Välj minst en."
        return next((wrong for one in _parts(answer) if (wrong := _not_one(one, choices))), None)

    answer = ask("Skriv siffrorna, med mellanslag emellan", default, fault)
    return list(dict.fromkeys(_meant(one, choices) or one for one in _parts(answer)))


def _list(question: str, choices: Mapping[str, str]) -> None:
    print(question, file=sys.stderr)
    for place, name in enumerate(choices.values(), 1):
        print(f"  {place}. {name}", file=sys.stderr)


def _parts(answer: str) -> list[str]:
    return answer.replace(",", " ").split()


def _meant(answer: str, choices: Mapping[str, str]) -> str | None:
    """The key of a choice, from its number in the list or the key itself."""
    keys = list(choices)
    if answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(keys):
        return keys[int(answer) - 1]
    return answer if answer in choices else None


def _not_one(answer: str, choices: Mapping[str, str]) -> str | None:
    if _meant(answer, choices):
        return None
    return "Skriv 1." if len(choices) == 1 else f"Skriv ett tal från 1 till {len(choices)}."


def confirm(question: str) -> bool:
    """Whether a question was answered with yes; anything but a plain yes or no is asked again.

    Raises:
        Stopped: There is nobody to ask.
    """
    answers = {"j": True, "ja": True, "n": False, "nej": False}
    answer = ask(
        f"{question} (ja/nej)",
        fault=lambda answer: None if answer.lower() in answers else "Skriv ja eller nej.",
    )
    return answers[answer.lower()]


def _line(shown: str) -> str:
    """One line from the one who answers; the question goes where it is seen, not into a pipe."""
    try:
        print(shown, end="", file=sys.stderr, flush=True)
        return input().strip()
    except (EOFError, KeyboardInterrupt):
        print(file=sys.stderr)
        raise Stopped from None
    except UnicodeDecodeError:
        print("\nSvaret går inte att läsa: det är inte skrivet i UTF-8.", file=sys.stderr)
        raise Stopped from None
