"""What a kind of record makes of its answers: the texts of files, new and changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from macros.drafting.questions import Answers, Question
from macros.pages import Pages, Parameters, page
from macros.portal import Portal
from macros.portal.files import model_of
from macros.problems import Problem
from macros.reading import read_yaml
from macros.source import Unreadable


class RefusedError(Exception):
    """What was asked for cannot be made; the message says why in Swedish."""


@dataclass(frozen=True)
class Draft:
    """The texts of files by their names, and what is left to do.

    Attributes:
        new: Files that are not there yet.
        changed: Files that are there, as they are to stand.
        left: What the coordinator does next, in Swedish.
        again: How to go on with the answers where it is not written after all, in Swedish.
    """

    new: Mapping[str, str]
    changed: Mapping[str, str] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    again: str = ""

    @property
    def files(self) -> dict[str, str]:
        """All texts by the names of their files."""
        return {**self.new, **self.changed}

    def joined(self, other: "Draft") -> "Draft":
        """Both drafts as one."""
        left = (*self.left, *other.left)
        return Draft({**self.new, **other.new}, {**self.changed, **other.changed}, left)


@dataclass(frozen=True)
class Kind:
    """A kind of record that can be made.

    Attributes:
        name: What the command calls it.
        title: In Swedish: "ett distrikt".
        target: How what is to be made is named: "KOMMUN/ID".
        split: The names of the answers that the target is made of.
        examples: Calls of the command, without its name.
        questions: In the order in which they are asked.
        draft: The texts that the answers make. Raises RefusedError.
        further: Questions that depend on the answers to all others.
    """

    name: str
    title: str
    target: str
    split: tuple[str, ...]
    examples: tuple[str, ...]
    questions: tuple[Question, ...]
    draft: Callable[[Portal, Pages, Answers], Draft]
    further: Callable[[Portal, Answers], tuple[Question, ...]] = lambda _portal, _answers: ()


def faults(draft: Draft, macros: Mapping[str, Parameters]) -> Iterator[Problem]:
    """What is wrong with each text by itself.

    Args:
        draft: The texts.
        macros: What a page may call.
    """
    for name, text in draft.files.items():
        try:
            if name.endswith(".md"):
                page(name, text, macros)
            elif model := model_of(name):
                read_yaml(text, name, model)
        except Unreadable as error:
            yield from error.problems
