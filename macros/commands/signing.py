"""In which role somebody checks, and how: asked for, and proposed again. Never who it is."""

import re
import sys

from macros.checks.names_stay_out import named
from macros.commands.asking import ask, confirm
from macros.drafting.values import fault_of
from macros.model.contact import Verified
from macros.model.identity import identity_numbers


class Signature:
    """The role and the way of a round."""

    def __init__(self, role: str | None, how: str | None) -> None:
        self._role = role
        self._how = how
        self._how_is_given = how is not None

    def fault(self) -> str | None:
        """What is wrong with what was given from the beginning, as a Swedish sentence, or None."""
        for field, words in (("role", self._role), ("how", self._how)):
            if words is not None and (wrong := _fault(field, words)):
                return f"--{field}: {wrong}"
            for _, advice in named(words or ""):
                print(f"--{field}: Råd: {advice}", file=sys.stderr)
        return None

    def asked(self) -> tuple[str, str]:
        """The role, asked for once, and the way, of which the last one is proposed.

        Raises:
            Stopped: There is nobody to answer.
        """
        if self._role is None:
            self._role = _words("role", "I vilken roll kontrollerar du? Skriv inget namn", "")
        if self._how is None or not self._how_is_given:
            self._how = _words(
                "how", "Så kontrollerade du, till exempel ringde numret", self._how or ""
            )
        return self._role, self._how


def _words(field: str, question: str, proposed: str) -> str:
    while True:
        words = ask(question, proposed, lambda answer: _fault(field, answer))
        advice = [message for _, message in named(words)]
        for message in advice:
            print(f"  Råd: {message}", file=sys.stderr)
        if words == proposed or not advice or confirm("Ska det ändå stå så?"):
            return words


def _fault(field: str, words: str) -> str | None:
    if any(found.kind == "certain" for found in identity_numbers(words)):
        return "Det ser ut som ett personnummer. Skriv rollen, och hur."
    if not words.strip():
        return "Svaret saknas. Skriv ett."
    if not re.search(r"[^\W\d_]{2}", words) or words.strip().lower() in {"ja", "nej"}:
        return "Det ser ut som svaret på en annan fråga. Skriv med ord."
    return fault_of(Verified.model_fields[field].rebuild_annotation())(words)
