"""Material stands under its kind with how old its address is, or that it has none."""

from pathlib import Path

import pytest

from macros import portal
from macros.portal import Portal
from macros.views import resources

RESOURCES = """\
resources:
  - id: lathund
    title: Lathund
    kind: guidance
    text: För medarbetare.
    sources: [nord-2022]
  - id: webb
    title: Webb
    kind: web
    text: För alla.
    {}
    sources: [nord-2022]
"""


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (
            "address: https://exempel.se\n    retrieved: 2021-10-14",
            "Hämtad 14 oktober 2021, inte kontrollerad sedan dess.",
        ),
        (
            "address: https://exempel.se",
            "Ingen källa säger när adressen hämtades. Den är inte kontrollerad.",
        ),
        ("as_written: www.exempel", "Ingen adress i källorna som går att följa."),
        ("owner: Någon", "Ingen adress i källorna."),
        (
            "retrieved: 2021-10-14",
            "Ingen adress i källorna. Hämtad 14 oktober 2021 enligt källan.",
        ),
    ],
)
def test_a_row_says_how_old_its_address_is(tiny: Path, lines: str, words: str) -> None:
    file = tiny / "plans" / "exempel" / "resources.yml"
    file.write_text(RESOURCES.format(lines), encoding="utf-8")
    web, guidance = resources.view(portal.load(tiny))
    assert (web.title, guidance.title) == ("Webbplatser", "Vägledningar")
    assert web.rows[0].checked == words
    assert (web.rows[0].scope, web.rows[0].id) == ("Exempel", "material-exempel-webb")
    assert guidance.rows[0].owner == "framgår inte av källorna"


def test_the_nations_material_stands_before_a_municipalitys(tiny: Path) -> None:
    for folder in ("exempel", "national"):
        file = tiny / "plans" / folder / "resources.yml"
        file.write_text(RESOURCES.format("owner: Någon"), encoding="utf-8")
    web, _ = resources.view(portal.load(tiny))
    assert [row.scope for row in web.rows] == [None, "Exempel"]
    assert len({row.id for row in web.rows}) == 2


def test_the_five_websites_of_the_plan_are_there_with_owner_and_date(data: Portal) -> None:
    rows = [row for group in resources.view(data) for row in group.rows]
    found = {row.title: row for row in rows if "14 oktober 2021" in row.checked}
    assert set(found) == {
        "Avhoppare",
        "Center mot våldsbejakande extremism (CVE)",
        "EXIT Fryshuset",
        "Hjälpkällan",
        "Rapport Rädda Barnen – det svåra samtalet",
    }
    assert {row.address for row in found.values()} == {
        "http://www.avhoppare.se",
        "http://www.cve.se",
        "https://www.fryshuset.se/verksamhet/exit/",
        None,
    }
    assert all(row.owner != "framgår inte av källorna" for row in found.values())


def test_what_has_no_address_is_listed_as_such(data: Portal) -> None:
    rows = [row for group in resources.view(data) for row in group.rows]
    without = [row for row in rows if row.address is None]
    assert len(without) > 20
    assert all(row.checked.startswith("Ingen adress i källorna") for row in without)
    assert all(row.sources for row in rows)
