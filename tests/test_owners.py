"""CODEOWNERS asks the right one: its lines are well formed, in order, and lead to what is there."""

import re
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT

RULE = re.compile(r"(\*|/\S+)((?: +\S+)*) *")
OWNER = re.compile(
    r"@[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?(?:/[\w.-]+)*|[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+"
)
GUARDED = (
    "/CODEOWNERS",
    *("/.github/", "/.gitlab/", "/.gitlab-ci.yml", "/Makefile", "/macros/", "/posting/"),
)
"""What decides what runs, and who is asked: no line after these may give it to another."""


def rules(text: str, *, commented: bool) -> list[tuple[str, list[str]]]:
    """Each rule's pattern with its owners, in order; those in comments too if asked for."""
    lines = [re.sub(r"^# (?=\*|/)", "", line) if commented else line for line in text.split("\n")]
    found = [RULE.fullmatch(line) for line in lines if line.strip() and not line.startswith("#")]
    assert all(found), "a line is no rule"
    return [(rule[1], rule[2].split()) for rule in found if rule]


def faults(text: str) -> Iterator[str]:
    """What is wrong in a file of owners."""
    active = rules(text, commented=False)
    for pattern, owners in active:
        if not owners:
            yield f"{pattern}: no owner"
        for owner in owners:
            if not OWNER.fullmatch(owner):
                yield f"{pattern}: {owner} is no team, person or address"
    patterns = [pattern for pattern, _ in rules(text, commented=True)]
    if patterns[0] != "*" or "*" in patterns[1:]:
        yield "* stands first, and once"
    if tuple(patterns[-len(GUARDED) :]) != GUARDED:
        yield "what decides what runs stands last"
    shared = [patterns.index(pattern) for pattern in ("/plans/", "/content/")]
    own = [i for i, p in enumerate(patterns) if re.match(r"/(plans/|content/\*/)[a-z]", p)]
    if max(shared) > min(own):
        yield "what all municipalities share stands before each one's own"
    for pattern in patterns:
        path = pattern.strip("/")
        if pattern != "*" and not list(ROOT.glob(path)):
            yield f"{pattern} leads nowhere"


TEXT = (ROOT / "CODEOWNERS").read_text(encoding="utf-8")


def filled(owner: str) -> str:
    """The file with each rule made active."""
    return re.sub(r"^# (\*|/\S+)$", rf"\1 {owner}", TEXT, flags=re.MULTILINE)


def test_the_file_asks_the_right_one() -> None:
    assert list(faults(TEXT)) == []


def test_nobody_is_made_up() -> None:
    assert rules(TEXT, commented=False) == [] or "exempel" not in TEXT


@pytest.mark.parametrize(
    "owner", ["@exempel/lag-ett", "@exempel/grupp/lag", "@nagon", "namn.namn@kommunen.example"]
)
def test_a_team_a_person_and_an_address_are_owners(owner: str) -> None:
    assert list(faults(filled(owner))) == []
    assert len(rules(filled(owner), commented=False)) > 10


@pytest.mark.parametrize("owner", ["", "exempel/lag", "@", "@exempel/", "lag ett", "a@b", "<lag>"])
def test_anything_else_is_none(owner: str) -> None:
    assert list(faults(filled(owner)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# *\n", ""),
        ("# /macros/\n", ""),
        ("# /plans/\n# /content/\n", "# /content/\n"),
        ("# /plans/stockholm/", "# /plans/stokholm/"),
        ("# /posting/\n", "# /posting/\n# *\n"),
        ("# *\n", "# *\n# /plans/stockholm/\n"),
    ],
)
def test_a_line_that_is_missing_or_out_of_order_is_found(old: str, new: str) -> None:
    assert old in TEXT
    with pytest.raises((AssertionError, ValueError)):
        assert list(faults(TEXT.replace(old, new, 1))) == []
