"""Words of a text, and the forms in which they are compared; words.js does the same to a query.

Both sides stem by the same rules: Snowball's for Swedish, here from snowballstemmer, in the browser
from the script that Sphinx brings. tests/browser/test_search_words.py holds them together.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import snowballstemmer
import sphinx.search

_TOKEN = re.compile(r"\d+(?:[-/.:]\d+)*|[a-zß-öø-ÿœšž]+")
"""A number with its inner marks, or letters; hyphens and all else stand between words."""

_STEMMER = snowballstemmer.stemmer("swedish")

SCRIPTS = tuple(
    Path(sphinx.search.__file__).parent / "minified-js" / name
    for name in ("base-stemmer.js", "swedish-stemmer.js")
)
"""The same stemmer for the browser, in the order in which the files are read."""


def tokens(text: str) -> list[str]:
    """The words of a text in order, in lower case; `155-943/2015` is one, and its parts follow."""
    found = _TOKEN.findall(unicodedata.normalize("NFC", text).lower())
    return [part for token in found for part in _inner(token)]


def _inner(token: str) -> Iterable[str]:
    """A word or number; for one with inner marks, its parts too."""
    return (token,) if token.isalnum() else dict.fromkeys((token, *re.split(r"[-/.:]", token)))


@cache
def stem(word: str) -> str:
    """What a word's inflections have in common; a number is its own."""
    return str(_STEMMER.stemWord(word))


@cache
def fold(word: str) -> str:
    """A word as it is typed where å, ä, ö and accents are not to be had."""
    letters = unicodedata.normalize("NFD", word.replace("ø", "o").replace("æ", "ae"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
