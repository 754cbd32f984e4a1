"""What a municipality sets for itself is seen all over the built portal; without it, nothing is."""

from dataclasses import asdict
from pathlib import Path

import pytest

from macros import portal
from macros.commands import build
from macros.finishing import accent
from macros.model.colour import MINIMUM, contrast
from macros.model.settings import Settings
from macros.portal import NATION, Portal
from macros.views import contacts, frame
from macros.views.contact_centre import Way, ways
from tests.conftest import ROOT
from tests.hashed import built

DEFAULT = "#0b5c7a"
SETTINGS = """name: Egna portalen
accent: "#A00000"
logo: assets/images/logotyp.svg
contact_centre:
  place: exempel
  contact: socialjouren
"""
OTHER = """title: Annan
ask: chefen
areas: []
roles: []
structure:
  - id: inledning
    title: Inledning
    level: 1
"""
"""A municipality that has no contacts of its own."""
CENTRE = """contacts:
  - id: kontaktcenter
    kind: contact-centre
    title: Kontaktcenter
    when: När du vill nå kommunen.
    phones:
      - number: "031-390 06 00"
    source: nord-2022
"""


@pytest.fixture
def themed(tiny: Path) -> Path:
    """The tiny portal with settings, and with the theme's changes that show them."""
    (tiny / "plans" / "settings.yml").write_text(SETTINGS, encoding="utf-8")
    for part in (
        *("404.html", "main.html", accent.FILE, "assets/javascripts/storage.js"),
        *(f"partials/{name}.html" for name in ("concern", "logo", "no_hits", "ways")),
    ):
        target = tiny / "overrides" / part
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / "overrides" / part).read_bytes())
    # Where a search without hits leads.
    glossary = tiny / "content" / "ordlista" / "index.md"
    glossary.parent.mkdir()
    glossary.write_text("---\ntitle: Ordlista\n---\n\n# Ordlista\n", encoding="utf-8")
    picture = tiny / "overrides" / "assets" / "images" / "logotyp.svg"
    picture.parent.mkdir(parents=True)
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    path = tiny / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
    path.write_text(f"{text}extra_css:\n  - {accent.FILE}\n", encoding="utf-8")
    return tiny


def test_the_name_and_the_logotype_stand_on_every_page(themed: Path) -> None:
    # Its last links are dead here, since the page leads to pages that the tiny portal lacks.
    (themed / "overrides" / "404.html").unlink()
    assert build.run(themed) == 0
    pages = list((themed / "site").rglob("index.html"))
    assert len(pages) > 3
    logotype = built(themed / "site", "assets/images/logotyp.svg").name
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert "Egna portalen</title>" in html, page
        assert f'assets/images/{logotype}" alt=""' in html, page
        assert "Liten" not in html, page


def test_the_accent_is_written_into_the_built_style_sheet(themed: Path) -> None:
    (themed / "overrides" / "404.html").unlink()
    assert build.run(themed) == 0
    style = built(themed / "site", accent.FILE).read_text(encoding="utf-8")
    assert "--plan-accent: #a00000;" in style
    assert DEFAULT not in style


def test_a_page_that_is_not_there_gives_the_contact_centre(themed: Path) -> None:
    for folder in ("vid-oro", ""):
        page = themed / "content" / folder / "index.md"
        page.write_text("---\ntitle: Sida\n---\n\n# Sida\n", encoding="utf-8")
    assert build.run(themed) == 0
    html = (themed / "site" / "404.html").read_text(encoding="utf-8")
    assert 'href="tel:+46846500412">08-465 004 12</a> Socialjouren, Exempel <span' in html


def test_a_way_to_leave_fast_stands_on_every_page_only_where_it_is_set(themed: Path) -> None:
    assert build.run(themed) == 0
    page = themed / "site" / "planer" / "exempel" / "index.html"
    assert "historik och loggar" not in page.read_text(encoding="utf-8")
    leave = "leave:\n  words: Lämna sidan\n  address: https://exempel.invalid/\n"
    (themed / "plans" / "settings.yml").write_text(SETTINGS + leave, encoding="utf-8")
    assert build.run(themed) == 0
    for name in ("planer/exempel/index.html", "404.html"):
        text = (themed / "site" / name).read_text(encoding="utf-8")
        assert 'href="https://exempel.invalid/" rel="noreferrer">Lämna sidan</a>' in text
        assert "Besöket kan synas i historik och loggar." in text


def test_without_settings_the_engine_keeps_its_own(tiny: Path) -> None:
    configuration = {"site_name": "Liten", "theme": {"logo": None}, "extra": {}}
    frame.set_up(configuration, portal.load(tiny))
    # The places that have a guide, and whom to ask in them, are told in any case.
    told = [asdict(Way("Exempel", ask="samordnaren"))]
    places = ("exempel", "exempel/nord")
    guided = [{"place": place, "guide": f"/vid-oro/{place}/"} for place in places]
    extra = {"guided": guided, "ways": told}
    assert configuration == {"site_name": "Liten", "theme": {"logo": None}, "extra": extra}
    assert accent.finish(tiny, portal.load(tiny)) == []


def test_who_does_not_know_where_to_turn_is_told_in_each_municipality(tiny: Path) -> None:
    other = tiny / "plans" / "annan" / "municipality.yml"
    other.parent.mkdir()
    other.write_text(OTHER, encoding="utf-8")
    other.with_name("contacts.yml").write_text(CENTRE, encoding="utf-8")
    own, without = ways(portal.load(tiny))
    assert (own.place, own.centre, own.ask) == ("Annan", "Kontaktcenter", "")
    assert (own.number, own.link) == ("031-390 06 00", "tel:+46313900600")
    assert "inte kontrollerat" in own.checked
    assert without == Way("Exempel", ask="samordnaren")


def test_a_municipality_with_a_contact_centre_is_told_its_number(data: Portal) -> None:
    told = {way.place: way for way in ways(data)}
    for place in data.children(NATION):
        own = place.contacts.record.contacts if place.contacts else ()
        centres = [contact for contact in own if contact.kind == "contact-centre"]
        if centres:
            assert told[place.title].number == centres[-1].phones[0].number


def test_a_common_contact_centre_stands_first_and_once(tiny: Path) -> None:
    (tiny / "plans" / "settings.yml").write_text(SETTINGS, encoding="utf-8")
    other = tiny / "plans" / "annan" / "municipality.yml"
    other.parent.mkdir()
    other.write_text(OTHER, encoding="utf-8")
    other.with_name("contacts.yml").write_text(CENTRE, encoding="utf-8")
    data = portal.load(tiny)
    assert data.problems == ()
    found = [(way.centre, way.place) for way in ways(data)]
    assert found == [("Socialjouren", "Exempel"), ("Kontaktcenter", "Annan")]


def test_the_name_is_that_of_the_settings_whatever_the_engine_has_read(data: Portal) -> None:
    settings = data.place(NATION).record(Settings)
    assert settings is not None
    # Zensical has made its pages' titles of it by then; see HACKING.md.
    configuration = {"site_name": "Liten", "theme": {"logo": None, "features": []}, "extra": {}}
    frame.set_up(configuration, data)
    assert configuration["site_name"] == settings.name != "Liten"


def test_the_default_style_sheet_is_the_one_of_the_default_accent() -> None:
    file = ROOT / "overrides" / accent.FILE
    assert file.read_text(encoding="utf-8") == accent.style(DEFAULT)


@pytest.mark.parametrize("colour", [DEFAULT, "#000000", "#a00000", "#00441b", "#767676"])
def test_an_accent_is_seen_in_the_dark_as_well(colour: str) -> None:
    lines = accent.style(colour).splitlines()
    on_dark = next(line for line in lines if "--plan-accent-on-dark:" in line)
    assert contrast(on_dark.partition(": ")[2].rstrip(";"), accent.DARK) >= MINIMUM


def test_a_place_without_a_contact_centre_is_given_that_of_the_portal(tiny: Path) -> None:
    (tiny / "plans" / "settings.yml").write_text(SETTINGS, encoding="utf-8")
    other = tiny / "plans" / "annan" / "municipality.yml"
    other.parent.mkdir()
    other.write_text(OTHER, encoding="utf-8")
    data = portal.load(tiny)
    assert data.problems == ()
    found = contacts.contact_list(data, "annan")
    [card] = found.near
    assert (card.title, card.scope, card.indexed) == ("Socialjouren", "Exempel", False)
    assert card.phones[0].link == "tel:+46846500412"
    # It is not the place's own, whatever its kind: what the plans do not give is still missing.
    assert any("socialtjänsten i Annan finns inte" in gap for gap in found.gaps)
    assert all("Du kan också ringa Socialjouren" in gap for gap in found.gaps)


def test_a_place_with_a_contact_centre_keeps_its_own(tiny: Path) -> None:
    (tiny / "plans" / "settings.yml").write_text(SETTINGS, encoding="utf-8")
    data = portal.load(tiny)
    assert [c.id for c in contacts.contact_list(data, "exempel/nord").near] == ["socialjouren"]
    assert [c.id for c in contacts.contact_list(data, NATION).national] == []
