"""What is built for some holds nothing that is for others, anywhere in the release."""

import json
import re
from pathlib import Path

import pytest

from macros import pages, portal
from macros.checks import audiences_hold_together
from macros.commands import build
from macros.finishing import leaks
from macros.fragments import PARAMETERS
from macros.model.contact import Contacts
from macros.portal import Portal
from macros.portal.audience import AUDIENCES, may_see, seen_by
from macros.views import wording
from tests.articles import read_site
from tests.conftest import copy_project

NORTH = "plans/exempel/nord/2022.yml"
SECRETS = {
    "staff": ("08-465 004 56", "Personalens egen linje", "Bara den som arbetar här ringer hit."),
    "coordinator": ("08-465 004 78", "Samordnarnas linje", "Bara en samordnare ringer hit."),
}
OUTCOME = "Ingen skola svarade på frågan om ett program under hela året."


def contact(audience: str) -> str:
    number, title, when = SECRETS[audience]
    return (
        f"  - id: linje-{audience}\n    kind: support\n    title: {title}\n    when: {when}\n"
        f'    audience: {audience}\n    phones:\n      - number: "{number}"\n'
        "    source: nord-2022\n"
    )


@pytest.fixture
def mixed(tiny: Path) -> Path:
    """The tiny portal with contacts, pages and follow-up for each audience."""
    contacts = tiny / "plans/exempel/contacts.yml"
    text = contacts.read_text(encoding="utf-8")
    text = text.replace("    phones:", "    audience: public\n    phones:", 1)
    contacts.write_text(text + contact("staff") + contact("coordinator"), encoding="utf-8")
    national = tiny / "plans/national/contacts.yml"
    text = re.sub(r"(\n    when: .*)", r"\1\n    audience: public", national.read_text("utf-8"))
    national.write_text(text, encoding="utf-8")
    routine = tiny / "plans/national/routines/oro.yml"
    routine.write_text(f"audience: public\n{routine.read_text('utf-8')}", encoding="utf-8")
    outcome = tiny / "plans/exempel/nord/follow-up/2022.yml"
    outcome.parent.mkdir()
    outcome.write_text(
        f"activities:\n  - activity: skolprogram\n    status: not-done\n    why: {OUTCOME}\n",
        encoding="utf-8",
    )
    for page in (tiny / "content").rglob("*.md"):
        name = page.relative_to(tiny / "content").as_posix()
        if name.startswith(("index", "kontakter", "vid-oro", "rutiner")):
            page.write_text(
                page.read_text("utf-8").replace("---\n", "---\naudience: public\n", 1), "utf-8"
            )
    return tiny


def release(root: Path) -> dict[str, str]:
    """Every file of the built site that is text."""
    return {
        path.relative_to(root / "site").as_posix(): path.read_bytes().decode()
        for path in (root / "site").rglob("*")
        if path.is_file() and path.suffix in {".html", ".json", ".xml", ".js", ".css"}
    }


def holding(files: dict[str, str], what: str) -> list[str]:
    """The files with a text; of a number, with its digits however it is written."""
    digits = re.sub(r"\D", "", what)
    if len(digits) > 6:
        pattern = re.compile(r"\D{0,3}".join(digits.removeprefix("0")))
        return [name for name, text in files.items() if pattern.search(text)]
    return [name for name, text in files.items() if what in text]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_release_holds_what_is_for_its_readers_and_nothing_else(
    mixed: Path, audience: str
) -> None:
    assert build.run(mixed, audience) == 0  # type: ignore[arg-type]
    files = release(mixed)
    assert holding(files, "08-465 004 12")
    for owner, secrets in SECRETS.items():
        for secret in secrets:
            assert bool(holding(files, secret)) is may_see(audience, owner)  # type: ignore[arg-type]
    assert bool(holding(files, OUTCOME)) is (audience == "coordinator")
    plan = "planer/exempel/nord/index.html"
    assert (plan in files) is (audience != "public")
    assert bool(holding(files, "Informera nyanställda.")) is (audience != "public")
    leading = [name for name, text in files.items() if 'href="/planer/' in text]
    assert bool(leading) is (audience != "public")


def test_what_got_in_by_another_way_stops_the_build(
    mixed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = mixed / "content/kontakter/index.md"
    number = SECRETS["coordinator"][0]
    page.write_text(f"{page.read_text('utf-8')}\nRing {number.replace('-', '/')}.\n", "utf-8")
    assert build.run(mixed, "coordinator") == 0
    before = release(mixed)
    assert build.run(mixed, "staff") == 1
    said = capsys.readouterr().out
    assert "site/kontakter/index.html: Här står något som läsarna inte får se: ”0846500478”" in said
    assert release(mixed) == before


@pytest.mark.parametrize(
    ("file", "planted"),
    [
        (
            "index.html",
            "<p>Ingen skola <b>svarade på frågan</b> om ett program under hela året</p>",
        ),
        ("index.html", f'<p title="{OUTCOME}"></p>'),
        ("search/index.json", json.dumps({"text": OUTCOME})),
        ("a.js", f"// {OUTCOME.upper()}"),
        ("a.txt", "Ring +46 8 465 004 78"),
        ("a.xml", "<a>08-46500478</a>"),
    ],
)
def test_it_is_found_in_any_file_however_it_is_written(
    mixed: Path, tmp_path: Path, file: str, planted: str
) -> None:
    whole, content = portal.load(mixed), pages.load(mixed, PARAMETERS)
    seen = seen_by(whole, "staff", [page.url for page in content.pages])
    path = tmp_path / "site" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("<p>Inget</p>" if file.endswith("html") else "{}", encoding="utf-8")
    assert leaks.finish(tmp_path / "site", whole, seen, content, content.pages) == []
    path.write_text(planted, encoding="utf-8")
    (complaint,) = leaks.finish(tmp_path / "site", whole, seen, content, content.pages)
    assert complaint.startswith(f"site/{file}: ")


def test_a_contact_still_knows_where_it_stands_in_its_file(mixed: Path) -> None:
    whole = portal.load(mixed)
    seen = seen_by(whole, "public", [])
    for data in (whole, seen):
        entry = data.place("exempel").entry(Contacts)
        assert entry is not None
        last = len(entry.record.contacts) - 1
        line = entry.line(("contacts", last))
        text = (mixed / entry.file).read_text("utf-8").splitlines()[line - 1]
        assert entry.record.contacts[last].id in text


def test_a_wider_record_may_not_name_a_narrower_contact(mixed: Path) -> None:
    contacts = mixed / "plans/exempel/contacts.yml"
    text = contacts.read_text(encoding="utf-8")
    contacts.write_text(text.replace("    source:", "    instead: linje-staff\n    source:", 1))
    data = portal.load(mixed)
    found = list(audiences_hold_together.check(data, pages.load(mixed, PARAMETERS)))
    (problem,) = found
    assert problem.file == "plans/exempel/contacts.yml"
    assert problem.message == (
        'Kontakten är för alla, men kontakten "linje-staff" för personal. '
        "Ge dem samma audience, eller nämn en annan kontakt."
    )


def sentences(texts: list[str]) -> set[str]:
    """Those of at least eight words."""
    found = {sentence.strip() for text in texts for sentence in re.split(r"[.!?]", text)}
    return {sentence for sentence in found if len(sentence.split()) >= 8}


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real portal, built for everybody."""
    project = copy_project(tmp_path_factory.mktemp("för alla"))
    assert build.run(project, "public") == 0
    return project / "site"


def test_no_sentence_of_a_page_that_was_left_out_is_in_the_public_release(
    site: Path, public: Path
) -> None:
    whole = {name: " ".join(built.words) for name, built in read_site(site.parent).items()}
    shown = {name: " ".join(built.words) for name, built in read_site(public.parent).items()}
    assert shown.keys() < whole.keys()
    left_out = sentences([text for name, text in whole.items() if name not in shown])
    both = " ".join(whole[name] for name in shown)
    withheld = [sentence for sentence in left_out if sentence not in both]
    assert len(withheld) > 500
    index = public / "search/index.json"
    text = " ".join([index.read_text("utf-8"), *shown.values()])
    assert [sentence for sentence in withheld if sentence in text] == []


def test_the_public_release_has_the_guide_of_every_place_with_its_numbers(
    site: Path, public: Path, data: Portal
) -> None:
    numbers = re.compile(r'href="tel:([^"]+)"')
    links: dict[bool, set[str]] = {True: set(), False: set()}
    for place in data.places.values():
        for contact in place.contacts.record.contacts if place.contacts else ():
            for phone in contact.phones:
                link = wording.telephone_link(phone.number).removeprefix("tel:")
                links[contact.audience == "public"].add(link)
    # What a coordinator has kept to staff; 112 never is.
    kept = links[False] - links[True]
    assert "112" in links[True]
    guides = sorted(path.relative_to(site) for path in (site / "vid-oro").rglob("index.html"))
    assert len(guides) >= len(data.places) - 1
    for guide in guides:
        whole = set(numbers.findall((site / guide).read_text("utf-8")))
        assert set(numbers.findall((public / guide).read_text("utf-8"))) == whole - kept
