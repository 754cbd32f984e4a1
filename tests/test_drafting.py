"""What is put into a file that is there leaves the rest of it alone, and is put in its own list."""

import pytest

from macros import portal
from macros.drafting.adding import with_record
from macros.drafting.draft import RefusedError
from macros.drafting.names import proposed
from macros.model.place import Municipality, Role
from macros.portal import Portal
from macros.reading import read_yaml
from tests.conftest import TINY

FILE = "plans/exempel/municipality.yml"
HEAD = "title: Exempel\nask: samordnaren\n"
NEW = {"id": "ny", "title": "Ny"}


def added(text: str) -> str:
    """The text of a municipality's file with one more role."""
    tiny = portal.load(TINY)
    return with_record(Portal(tiny.places, (), {FILE: text}), FILE, "roles", Role, NEW)


@pytest.mark.parametrize(
    "roles",
    [
        "roles:\n  - id: a\n    title: A\n",
        "roles:\n- id: a\n  title: A\n",
        "roles:\n    - title: A\n      id: a\n      # Sist i posten.\n",
        "roles:\n  # Först.\n  - id: a\n    title: |\n      A\n\n",
    ],
)
@pytest.mark.parametrize("after", ["", "# Om strukturen.\nstructure: []\n", "\nareas: []\n"])
def test_a_record_is_put_last_in_its_list(roles: str, after: str) -> None:
    text = added(f"{HEAD}{roles}{after}")
    read = read_yaml(text, FILE, Municipality).record
    assert [role.id for role in read.roles] == ["a", "ny"]
    lines = text.splitlines()
    ours = [line for line in lines if "ny" in line.lower() or "#within" in line or "Ingår" in line]
    assert len(ours) >= 3
    # All that stood there stands there, in its order.
    kept = iter(lines)
    assert all(line in kept for line in f"{HEAD}{roles}{after}".splitlines() if line)
    if after.startswith("#"):
        assert lines[-2:] == after.splitlines()


@pytest.mark.parametrize("roles", ["roles: []\n", "roles: [{id: a, title: A}]\n", ""])
def test_a_list_without_lines_of_its_own_gets_them(roles: str) -> None:
    read = read_yaml(added(f"{HEAD}{roles}areas: []\n"), FILE, Municipality).record
    assert [role.id for role in read.roles] == (["a", "ny"] if "a," in roles else ["ny"])


def test_nothing_is_added_to_what_cannot_be_read() -> None:
    with pytest.raises(RefusedError, match="har fel"):
        added("roles: [\n")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Hägersten-Älvsjö", "hagersten-alvsjo"),
        ("  Ö & Å, 2:a vån. ", "o-a-2-a-van"),
        ("Café É", "cafe-e"),
        ("😀", ""),
    ],
)
def test_a_title_proposes_its_id(title: str, name: str) -> None:
    assert proposed(title) == name
