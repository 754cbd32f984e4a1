"""What must be known before a record can be drafted: one question each, with the model's words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from macros.drafting.record import allowed_values, bare
from macros.drafting.values import fault_of
from macros.portal import Portal
from macros.problems import suggestion

Answers = Mapping[str, Any]
"""What has been answered, by the questions' names: texts, and lists of them."""

Choices = Mapping[str, str]
"""What may be chosen, by its key, with what it is called."""


def _anything(_portal: Portal, _answers: Answers, _text: str) -> str | None:
    return None


@dataclass(frozen=True, kw_only=True)
class Question:
    """One thing to be answered, in the terminal or by an option of its name.

    Attributes:
        name: Of the answer; `police_area` is the option --police-area.
        title: What is asked for, in Swedish.
        help: A sentence about it.
        shown: What stands for the value in the command's help.
        required: Whether there must be an answer.
        many: Whether there may be several.
        by_option: Whether there is an option of its own.
        is_asked: Whether it is asked in the terminal.
        when: Whether it is asked at all; answers that are not there yet do not count.
        proposed: What holds without an answer, of several with spaces between.
        example: What an answer may look like, where the model has one.
        choices: What may be chosen; None where anything may be written.
        allowed: The choices that there always are.
        fault: Why an answer cannot be used, as a Swedish sentence, or None.
        parts: Where each answer is several that belong together: their questions. The option of
            the first begins a new answer. An answer is a mapping by the names of the parts then.
    """

    name: str
    title: str
    help: str
    shown: str = "TEXT"
    required: bool = True
    many: bool = False
    by_option: bool = True
    is_asked: bool = True
    when: Callable[[Portal, Answers], bool] = lambda _portal, _answers: True
    proposed: Callable[[Portal, Answers], str] | None = None
    example: str = ""
    choices: Callable[[Portal, Answers], Choices] | None = None
    allowed: tuple[str, ...] = ()
    fault: Callable[[Portal, Answers, str], str | None] = _anything
    parts: tuple["Question", ...] = ()

    @property
    def option(self) -> str:
        """How the command line calls it."""
        return "--" + self.name.replace("_", "-")

    def wrong(self, portal: Portal, answers: Answers, text: str) -> str | None:
        """Why an answer cannot be used here, as a Swedish sentence, or None."""
        if not text:
            return "Svaret saknas. Skriv ett." if self.required else None
        if self.choices is not None:
            known = self.choices(portal, answers)
            if text not in known:
                hint = suggestion(text, known) or f" Välj bland {', '.join(known) or 'inget'}."
                return f'"{text}" går inte att välja.{hint}'
        return self.fault(portal, answers, text)

    def and_fault(self, fault: Callable[[Portal, Answers, str], str | None]) -> "Question":
        """The same question with a further reason to refuse an answer."""
        own = self.fault

        def either(portal: Portal, answers: Answers, text: str) -> str | None:
            return own(portal, answers, text) or fault(portal, answers, text)

        return replace(self, fault=either)


def about(
    model: type[BaseModel],
    field: str,
    words: Choices | None = None,
    **more: Any,  # noqa: ANN401 - as Question's
) -> Question:
    """The question about a field of a model, with its title, its help and its kind of value.

    Args:
        model: The model.
        field: The field's name in code.
        words: What its allowed values are called in Swedish.
        more: What of the question differs.
    """
    info = model.model_fields[field]
    listed = get_origin(bare(info.annotation)) is tuple
    valid = fault_of(get_args(bare(info.annotation))[0] if listed else info.rebuild_annotation())
    allowed = allowed_values(info)
    named = {one: (words or {}).get(one, one) for one in allowed}
    asked = Question(
        name=field,
        title=str(info.title),
        help=str(info.description),
        required=info.is_required(),
        many=listed,
        example=next(iter(info.examples or ()), ""),
        choices=(lambda _portal, _answers: named) if allowed else None,
        allowed=allowed,
        fault=lambda _portal, _answers, text: valid(text),
    )
    return replace(asked, **more)
