"""What a kind of record must know: taken from the options, proposed, or asked for."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from macros.commands.asking import Stopped, ask, choose, choose_several
from macros.drafting.draft import Kind, RefusedError
from macros.drafting.questions import Question
from macros.portal import Portal

Known = dict[str, Any]


def answered(
    kind: Kind, data: Portal, target: str | None, options: Mapping[str, Any]
) -> tuple[Known, bool]:
    """The answers to all questions, and whether any was asked.

    Nothing is asked where the options and what is proposed are enough.

    Raises:
        RefusedError: An option cannot be used.
        Stopped: There is nobody to answer; it says which options are missing.
    """
    given = {**_listed(kind, options), **_parts(kind, target)}
    answers, wrong, lacking = _without_asking(kind, data, given)
    if wrong:
        raise RefusedError("\n".join(wrong))
    if not lacking:
        _refuse_others(kind, data, answers, given)
        return answers, False
    print(
        "En fråga i taget. Enter väljer det som står inom hakparentes. "
        "Ctrl+C avbryter, och då skrivs inget.",
        file=sys.stderr,
    )
    answers = dict(given)
    try:
        for question in _questions(kind, data, answers):
            if question.name in given:
                _refuse(question, data, answers)
            else:
                answers[question.name] = _asked(question, data, answers)
    except Stopped:
        left = [q for q in lacking if not answers.get(q.name)]
        raise Stopped(_missing(kind, left)) from None
    _refuse_others(kind, data, answers, given)
    return answers, True


def _listed(kind: Kind, options: Mapping[str, Any]) -> Known:
    """The options, with `a,b` for a and b where several ids may be chosen."""
    several = {q.name for q in kind.questions if q.many and q.choices is not None}
    return {
        name: [one for part in value for one in part.split(",")] if name in several else value
        for name, value in options.items()
    }


def _refuse_others(kind: Kind, data: Portal, answers: Known, given: Mapping[str, Any]) -> None:
    """Refuse options that the other answers leave no use for: they are never dropped in silence."""
    used = {question.name for question in _questions(kind, data, answers)}
    others = [q for q in kind.questions if q.name in given and q.name not in used]
    if others:
        named = ", ".join(dict.fromkeys(q.option for q in others))
        raise RefusedError(f"{named} har ingen betydelse tillsammans med det andra som du anger.")


def _parts(kind: Kind, target: str | None) -> dict[str, str]:
    """The answers that the target is made of."""
    if target is None:
        return {}
    before, slash, last = target.strip("/").rpartition("/")
    if bool(slash) != (len(kind.split) > 1):
        raise RefusedError(
            f'"{target}" är inte {kind.target}. Exempel: planportal new {kind.examples[-1]}.'
        )
    return dict(zip(kind.split, (before, last) if slash else (last,), strict=True))


def _questions(kind: Kind, data: Portal, answers: Known) -> Iterator[Question]:
    """The questions that are to be answered, each chosen when those before it have answers."""
    for question in kind.questions:
        if question.when(data, answers):
            yield question
    for question in kind.further(data, answers):
        if question.when(data, answers):
            yield question


def _without_asking(
    kind: Kind, data: Portal, given: Mapping[str, Any]
) -> tuple[Known, list[str], list[Question]]:
    """What is known without asking, what is wrong in it, and which questions stay open."""
    answers: Known = dict(given)
    wrong: list[str] = []
    for question in _questions(kind, data, answers):
        if question.name in given:
            wrong += _faults(question, data, answers)
        elif question.proposed and (proposed := question.proposed(data, answers)):
            answers[question.name] = proposed.split() if question.many else proposed
            wrong += _faults(question, data, answers)
        elif question.required:
            rest = [q for q in kind.questions if q.required and q.name not in answers]
            lacking = [
                q for q in rest if q.when(data, answers) and not _may_propose(q, data, answers)
            ]
            return answers, wrong, lacking if question in lacking else [question, *lacking]
        else:
            answers[question.name] = [] if question.many else ""
        if wrong:
            break
    return answers, wrong, []


def _may_propose(question: Question, data: Portal, answers: Known) -> bool:
    """Whether an answer may be proposed, once those that it builds on are known."""
    if question.proposed is None:
        return False
    try:
        return bool(question.proposed(data, answers))
    except KeyError:
        return True


def _faults(question: Question, data: Portal, answers: Known) -> Iterator[str]:
    """Yields: what is wrong with an answer that is known, with the option that it belongs to."""
    known = answers[question.name]
    for one in known if question.many else [known]:
        if question.parts:
            whole = {**answers, **{part.name: one.get(part.name, "") for part in question.parts}}
            for part in question.parts:
                yield from _faults(part, data, whole)
        elif fault := question.wrong(data, answers, one):
            yield f"{question.option if question.by_option else question.title}: {fault}"


def _refuse(question: Question, data: Portal, answers: Known) -> None:
    if wrong := list(_faults(question, data, answers)):
        raise RefusedError("\n".join(wrong))


def _asked(question: Question, data: Portal, answers: Known) -> Any:  # noqa: ANN401 - a text or a list
    """The answer that is typed."""
    if not question.is_asked:
        return [] if question.many else ""
    if question.parts:
        return _asked_groups(question, data, answers)
    proposed = question.proposed(data, answers) if question.proposed else ""
    title = question.title
    if not question.required and "(" not in title:
        title += " (får utelämnas)"
    if question.choices is not None:
        return _chosen(question, title, question.choices(data, answers), proposed)
    example = f" Exempel: {question.example}" if question.example and not proposed else ""
    print(f"\n{question.help}{example}", file=sys.stderr)

    def fault(answer: str) -> str | None:
        if answer != proposed and _is_slip(answer):
            return "Det ser ut som svaret på en annan fråga. Skriv med ord."
        return question.wrong(data, answers, answer)

    if not question.many:
        return ask(title, proposed, fault)
    found: list[str] = []

    def fault_unless_done(answer: str) -> str | None:
        return None if found and not answer else fault(answer)

    while one := ask(title, fault=fault_unless_done):
        found.append(one)
        title = f"{question.title} {len(found) + 1} (tom rad när det inte finns fler)"
    return found


def _is_slip(answer: str) -> bool:
    """Whether what was typed answers a list or a yes-or-no, where words are asked for.

    It would stand on the page as the name of a body or a police area.
    """
    return len(answer) == 1 or answer.lower() in {"ja", "nej"}


def _asked_groups(question: Question, data: Portal, answers: Known) -> list[Known]:
    """Answers of several parts each, until the first part of one is left empty."""
    found: list[Known] = []
    first, *others = question.parts
    while True:
        title, required = f"{question.title} {len(found) + 1}", first.required and not found
        if found:
            title += " (tom rad när det inte finns fler)"
        begun = _asked(replace(first, title=title, required=required), data, answers)
        if not begun:
            return found
        found.append({first.name: begun})
        for part in others:
            known = {**answers, **found[-1]}
            if part.when(data, known):
                found[-1][part.name] = _asked(part, data, known)


def _chosen(question: Question, title: str, choices: Mapping[str, str], proposed: str) -> Any:  # noqa: ANN401 - a text or a list
    if not choices:
        if question.required:
            raise RefusedError(f"Det finns inget att välja för {question.title.lower()}.")
        return [] if question.many else ""
    shown = f"\n{question.help}\n{title}:"
    if question.many:
        return choose_several(shown, choices, default=proposed, required=question.required)
    if not question.required:
        choices = {**choices, "-": "Inget av dem"}
        chosen = choose(shown, choices, "-")
        return "" if chosen == "-" else chosen
    return choose(shown, choices, proposed or (next(iter(choices)) if len(choices) == 1 else ""))


def _missing(kind: Kind, left: list[Question]) -> str:
    """Which options are missing, as a Swedish sentence."""
    named = [f"{q.option} ({q.title})" for q in left if q.by_option]
    if any(not q.by_option for q in left):
        named.insert(0, f"{kind.target} först på raden")
    return f"Svar saknas. Ange {', '.join(named)}." if named else ""
