"""The search's index as the browser reads it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.search.keywords import Keyword
from macros.search.numbers import numbers
from macros.search.people import people
from macros.search.questions import CALLING, KINDS, LIGHT
from macros.search.sections import Section
from macros.search.vocabulary import vocabulary
from macros.search.words import fold, stem, tokens

HEADING, KEYWORD = 3, 5
"""How many times as much a word counts in a heading, or as a keyword, as in the text."""

_LATER = 0.7
"""What a keyword's second target is worth beside its first."""

_Leads = Mapping[str, list[tuple[int, float]]]


@dataclass(frozen=True)
class Worth:
    """What is known of a page as a whole.

    Attributes:
        weight: How its hits weigh against those of others; 1 is the ordinary.
        calls: Whether it says whom to call.
        place: The name of the place that it is about, with those of districts that have gone up
            in it, or nothing.
    """

    weight: float
    calls: bool
    place: str


def index(
    pages: Mapping[str, list[Section]],
    worth: Mapping[str, Worth],
    keywords: Iterable[Keyword],
) -> dict[str, Any]:
    """All that a query is answered from.

    Args:
        pages: The sections of each page, by the page's address.
        worth: What is known of each page as a whole.
        keywords: What leads where though the pages do not say so.

    Returns:
        What match.js and rank.js read. `words` is sorted, and what is listed word by word goes by
        position in it. A posting list is pairs of a section, as the step from the one before, and
        the word's weight there.
    """
    addresses = sorted(pages)
    listed = [(number, s) for number, address in enumerate(addresses) for s in pages[address]]
    shown = list(_shown([section for _, section in listed]))
    postings = _postings([section for _, section in listed], shown)
    leads, groups, phrases = _led(keywords, {s.address: at for at, (_, s) in enumerate(listed)})
    words = sorted({*postings, *leads})
    place = {word: number for number, word in enumerate(words)}

    def named(title: str) -> list[int]:
        """The words of a heading that say something; in capitals any is an abbreviation."""
        found = dict.fromkeys(tokens(title))
        return [place[word] for word in found if word not in LIGHT or word.upper() in title]

    return {
        **vocabulary(words),
        "pages": [
            [address, pages[address][0].title, worth[address].weight, worth[address].calls]
            for address in addresses
        ],
        "titles": [named(pages[address][0].title) for address in addresses],
        "places": [
            [place[w] for w in tokens(worth[address].place) if w in place and w not in KINDS]
            for address in addresses
        ],
        "sections": [
            [page, s.address.removeprefix(addresses[page]), s.title, text, *(s.phone or ())]
            for (page, s), text in zip(listed, shown, strict=True)
        ],
        "headings": [named(section.title) for _, section in listed],
        "behind": [number for number, (_, section) in enumerate(listed) if section.behind],
        "lengths": [len(tokens(section.text)) for _, section in listed],
        "postings": [_steps(postings.get(word, {})) for word in words],
        "leads": {place[word]: found for word, found in leads.items()},
        "groups": groups,
        "phrases": phrases,
        "numbers": [
            [digits, number, own]
            for number, (_, section) in enumerate(listed)
            for digits, own in numbers(section).items()
        ],
        "people": people(),
        "light": sorted(LIGHT),
        "calling": sorted({stem(word) for word in CALLING}),
    }


def _shown(sections: Sequence[Section]) -> Iterable[str | int]:
    """Yields: each section's text, or the number of the section that says the same before it.

    What districts share with their municipality is found there, and by its heading elsewhere.
    """
    told: dict[tuple[str, str], int] = {}
    for number, section in enumerate(sections):
        first = told.setdefault((section.title, section.text), number)
        yield section.text if first == number or not section.text else first


def _postings(sections: Sequence[Section], shown: Sequence[str | int]) -> dict[str, Counter[int]]:
    """The sections that each word stands in, with its weight there."""
    weights: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for number, (section, text) in enumerate(zip(sections, shown, strict=True)):
        for word in tokens(text) if isinstance(text, str) else ():
            weights[word][number] += 1
        for word in tokens(section.title):
            weights[word][number] += HEADING
    return dict(weights)


def _led(
    keywords: Iterable[Keyword], at: Mapping[str, int]
) -> tuple[_Leads, list[list[int]], list[tuple[list[str], list[str], list[int]]]]:
    """Each word of a keyword with the groups of sections that it leads to and its weight there.

    Returns:
        Those; the groups themselves; and for each phrase the stems of what is said and of what is
        meant by it, and its groups, the most important first.
    """
    leads: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    groups: list[list[int]] = []
    phrases = []
    for keyword in keywords:
        weights = []
        for rank, target in enumerate(keyword.targets):
            weights.append((len(groups), round(KEYWORD * _LATER**rank, 2)))
            groups.append([at[address] for address in target if address in at])
        meant = [stem(word) for word in tokens(keyword.meaning or "")]
        for phrase in keyword.phrases:
            said = tokens(phrase)
            telling = [word for word in said if word not in LIGHT] or said
            for word in dict.fromkeys(telling):
                leads[word] += [(group, round(w / len(telling), 2)) for group, w in weights]
            phrases.append(([fold(stem(word)) for word in telling], meant, [g for g, _ in weights]))
    return leads, groups, phrases


def _steps(found: Mapping[int, int]) -> list[int]:
    steps, before = [], 0
    for section, weight in sorted(found.items()):
        steps += [section - before, weight]
        before = section
    return steps
