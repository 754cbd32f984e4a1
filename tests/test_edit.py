"""Where a git host is set, what is read leads to where it is edited; else nothing is shown."""

import re
import shutil
from pathlib import Path

import pytest

from macros import pages, portal
from macros.commands import build, check
from macros.fragments import PARAMETERS
from macros.views import contacts, plan_sections
from tests.conftest import ROOT

ADDRESS = "https://git.example/projekt/{path}#L{line}"
SETTINGS = f'name: Portalen\naccent: "#0b5c7a"\nrepository:\n  edit: {ADDRESS}\n'
LINK = re.compile(r'<a href="(https://git\.example/[^"]+)"')


def host(root: Path, settings: str = SETTINGS) -> Path:
    """Give the portal at `root` the address of a git host."""
    (root / "plans" / "settings.yml").write_text(settings, encoding="utf-8")
    return root


def edited(root: Path, address: str | None) -> tuple[str, str]:
    """The file that an address leads to, and the text of the line."""
    found = re.fullmatch(r"https://git\.example/projekt/([\w/.-]+)#L(\d+)", address or "")
    assert found, address
    lines = (root / found[1]).read_text(encoding="utf-8").splitlines()
    return found[1], lines[int(found[2]) - 1].strip()


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A copy of the real data, with a git host."""
    for name in ("plans", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return host(tmp_path)


def test_each_contact_leads_to_its_own_line(real: Path) -> None:
    data = portal.load(real)
    listed = contacts.contact_list(data, "hassleholm")
    own = data.place("hassleholm").contacts
    assert own is not None
    assert {c.id for c in own.record.contacts} == {card.id for card in listed.near}
    for card in listed.near:
        where = ("plans/hassleholm/contacts.yml", f"- id: {card.id}")
        assert edited(real, card.edit) == where
    for card in (*listed.acute, *listed.national):
        assert edited(real, card.edit) == ("plans/national/contacts.yml", f"- id: {card.id}")


def test_each_activity_and_section_leads_to_its_own_line(real: Path) -> None:
    data, texts = portal.load(real), pages.load(real, PARAMETERS).texts
    file = "plans/stockholm/skarholmen/2019.yml"
    sections = plan_sections.view(data, texts, "stockholm/skarholmen/2019")
    rows = [row for section in sections for row in section.activities or ()]
    assert len(rows) == 30
    for row in rows:
        assert edited(real, row.edit) == (file, f"- id: {row.id}")
    own = {section.id: section for section in sections}
    for written in data.plan("stockholm/skarholmen/2019")[1].sections:
        assert edited(real, own[written.id].edit) == (file, f"- id: {written.id}")
    shared = [s for s in sections if s.origin == plan_sections.SHARED]
    assert shared
    for section in shared:
        assert edited(real, section.edit)[0].startswith("content/texter/stockholm/")
    reports = [s for s in sections if s.parts]
    assert {edited(real, s.edit) for s in reports} == {
        (
            "plans/stockholm/situations.yml" if s.elsewhere else file,
            f"- id: {s.id.removeprefix('lage-')}",
        )
        for s in reports
    }


def test_a_page_leads_to_its_own_file_and_says_so_quietly(tiny: Path) -> None:
    assert build.run(host(tiny)) == 0
    page = (tiny / "site" / "planer" / "exempel" / "nord" / "index.html").read_text("utf-8")
    places = [edited(tiny, address)[0] for address in LINK.findall(page)]
    assert places[0] == "content/planer/exempel/nord/index.md"
    assert places.count("plans/exempel/nord/2022.yml") >= 4
    assert page.count('<p class="plan-edit" data-search-exclude>') == len(places) - 1


def test_without_a_host_nothing_is_shown(tiny: Path) -> None:
    assert build.run(tiny) == 0
    built = list((tiny / "site").rglob("*.html"))
    assert len(built) > 3
    for path in built:
        page = path.read_text(encoding="utf-8")
        assert '"plan-edit"' not in page, path
        assert 'rel="edit"' not in page, path


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("https://git.example/projekt/", "Adressen saknar {path}"),
        ("https://git.example/{path}/{gren}", "eller har andra klamrar"),
        ("git.example/{path}", "är inte en webbadress"),
        ("javascript:alert(1)//{path}", "är inte en webbadress"),
    ],
)
def test_an_address_that_cannot_lead_there_is_refused(tiny: Path, address: str, says: str) -> None:
    host(tiny, SETTINGS.replace(ADDRESS, f"'{address}'"))
    (problem,) = check.found(tiny, portal.load(tiny))
    assert (problem.file, problem.line) == ("plans/settings.yml", 4)
    assert says in problem.message
