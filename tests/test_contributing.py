"""The coordinators' guide in CONTRIBUTING.md: what it quotes and shows is so, and easy to read."""

import re
import subprocess
import textwrap
from pathlib import Path
from xml.etree import ElementTree as ET

import markdown
import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from macros import portal
from macros.commands import build, check
from macros.model.sentences import lix
from macros.pages.contributing import guide
from macros.portal import Portal
from macros.problems import as_text
from macros.views import editing_guide
from tests.conftest import ROOT
from tests.test_diff import commit, git
from tests.test_edit import host
from tests.test_main import planportal
from tests.test_new import planportal as planportal_typed

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
GUIDE = guide(ROOT)
DRAWINGS = "overrides/assets/images/redigera"
CONTACTS = "plans/exempel/contacts.yml"
NUMBER = 'number: "08-465 004 34"'
EXAMPLES = [
    re.sub("^ {8}", "", block, flags=re.MULTILINE)
    for block in re.findall(r"(?:^ {8,}.*\n)+", GUIDE, re.MULTILINE)
]
"""Those in the guide's lists; first the lines that say who checked a number."""
CODE = re.compile(r"^```.*?^```$|^ {8,}[^\n]+$", re.DOTALL | re.MULTILINE)
PICTURE = re.compile(r"!\[([^\[\]]*)\]\(([^()\s]+)\)")


def edit(root: Path, mistake: tuple[str, str] = ("", "")) -> None:
    """Change the number as the guide says, with the guide's own lines, and then a mistake."""
    path = root / CONTACTS
    text = path.read_text(encoding="utf-8").replace("number: 08-465 004 12", NUMBER)
    text += EXAMPLES[0]
    assert mistake[0] in text
    path.write_text(text.replace(*mistake), encoding="utf-8")


def told(root: Path) -> list[str]:
    return as_text(check.found(root, portal.load(root))).splitlines()


def words_of(drawing: str) -> str:
    """What stands in a drawing, as one line."""
    root = ET.parse(ROOT / DRAWINGS / f"{drawing}.svg").getroot()  # noqa: S314 - our own file
    return " ".join(
        " ".join(text.itertext()).strip() for text in root.iter("{http://www.w3.org/2000/svg}text")
    ).replace("• ", "")


def test_whoever_follows_the_guide_gets_a_green_check_and_the_comment_in_the_picture(
    tiny: Path, tmp_path: Path
) -> None:
    git(tiny, "init", "-q", "-b", "main")
    git(tiny, "add", "mkdocs.yml")
    commit(tiny, "först")
    subprocess.run(["git", "clone", "-q", "--bare", tiny, tmp_path / "host.git"], check=True)  # noqa: S607
    subprocess.run(["git", "clone", "-q", "host.git", "mine"], cwd=tmp_path, check=True)  # noqa: S607
    mine = tmp_path / "mine"
    git(mine, "switch", "-q", "-c", "nummer")
    edit(mine)
    commit(mine, "[exempel] Byt jourens nummer")
    git(mine, "push", "-q", "origin", "nummer")
    assert told(mine) == []
    assert planportal(mine, "comment", "origin/main...HEAD").returncode == 0
    written = (mine / "build" / "comment.md").read_text(encoding="utf-8")
    html = LexborHTMLParser(markdown.markdown(written))
    comment = [" ".join(node.text().split()) for node in html.css("h2, h3, li")]
    assert words_of("kommentaren") == " ".join(["Kommentar", *comment])


def test_whoever_forgets_to_say_who_checked_is_told_by_the_comment_alone(tiny: Path) -> None:
    git(tiny, "init", "-q", "-b", "main")
    commit(tiny, "först")
    path = tiny / CONTACTS
    path.write_text(path.read_text(encoding="utf-8").replace("004 12", "004 34"), "utf-8")
    assert told(tiny) == []
    (said,) = set(re.findall("Står det ”([^”]*)” i kommentaren", GUIDE))
    assert said in planportal(tiny, "diff").stdout


@pytest.mark.parametrize(
    "mistake",
    [
        (NUMBER, NUMBER[:-1]),
        (NUMBER, 'number: "08-465 OO4 34"'),
        ("date: 2026-11-20", "date: 20/11 2026"),
        ("      how: ringde numret\n", ""),
        (EXAMPLES[0], textwrap.dedent(EXAMPLES[0])),
        ("    verified", "     verified"),
    ],
    ids=lambda mistake: mistake[1].strip().partition("\n")[0] or mistake[0].strip(),
)
def test_the_guide_quotes_what_the_check_says_of_a_beginners_mistakes(
    mistake: tuple[str, str], tiny: Path
) -> None:
    edit(tiny, mistake)
    (line,) = told(tiny)
    _, _, message = line.partition(": ")
    assert f"Märket säger: ”{message}”" in GUIDE


def test_the_guide_quotes_no_more_than_those() -> None:
    assert GUIDE.count("Märket säger: ”") == 6


def test_each_line_of_the_check_that_the_file_quotes_is_one_of_its_own() -> None:
    cases = (ROOT / "tests" / "cases" / "messages").glob("*.yml")
    known = {
        line.partition(": ")[2]
        for case in cases
        for line in yaml.safe_load(case.read_text(encoding="utf-8"))["problems"]
    }
    quoted = re.findall(r"^plans/\S+:\d+:\d+: (.+)$", TEXT, re.MULTILINE)
    assert len(quoted) >= 7
    assert set(quoted) <= known


def test_the_line_and_the_drawing_of_a_mark_are_what_the_check_says(tiny: Path) -> None:
    edit(tiny, (NUMBER, NUMBER[:-1]))
    (line,) = told(tiny)
    assert f"\n{line}\n" in GUIDE
    written = (tiny / CONTACTS).read_text(encoding="utf-8").splitlines()
    number = int(line.split(":")[1])
    shown = words_of("market")
    assert line.partition(": ")[2] in shown
    assert f"{number} {written[number - 1].strip()}" in shown


def test_the_drawing_of_the_file_is_the_file(tiny: Path) -> None:
    edit(tiny)
    lines = (tiny / CONTACTS).read_text(encoding="utf-8").splitlines()
    numbered = " ".join(f"{n} {line.strip()}" for n, line in enumerate(lines[1:], 2))
    assert f"{CONTACTS} {numbered} 1 2" == words_of("raden")


def test_the_drawing_of_the_marks_names_the_two_checks_of_a_request() -> None:
    written = (ROOT / ".github" / "workflows" / "change.yml").read_text(encoding="utf-8")
    checks = " ".join(job["name"] for job in yaml.safe_load(written)["jobs"].values())
    assert f"Allt är rätt {checks} Något är fel {checks} Details" == words_of("kontrollen")


def test_the_command_that_the_guide_names_asks_what_the_drawing_shows(tiny: Path) -> None:
    (command,) = re.findall(r"^ {8}\.venv/bin/planportal (new .*)$", GUIDE, re.MULTILINE)
    # As whoever presses Enter, up to the first activity.
    done = planportal_typed(tiny, *command.split(), typed="\n\n")
    _, _, shown = words_of("fragan").partition(" ")
    assert shown in " ".join((done.stdout + done.stderr).split())


def test_the_guide_is_short_and_easy() -> None:
    before, _, _ = TEXT.partition("\n## Mer\n")
    assert before.count("\n") <= 200
    prose = re.sub(r"”[^”]*”|\*\*[^*]*\*\*|`[^`]*`", "x", PICTURE.sub("", CODE.sub("", GUIDE)))
    # Quotations, and the names of buttons, are not ours to make easier.
    indices = {part.partition("\n")[0]: lix(part) for part in prose.split("\n## ")}
    assert {head: index for head, index in indices.items() if index >= 40} == {}


def test_each_picture_is_there_says_what_it_shows_and_fetches_nothing() -> None:
    shown = PICTURE.findall(GUIDE)
    assert len(shown) >= 6
    assert {ROOT / path for _, path in shown} == set((ROOT / DRAWINGS).iterdir())
    for words, path in shown:
        assert len(words.split()) > 5, path
        assert words.endswith("."), path
        drawing = (ROOT / path).read_text(encoding="utf-8")
        assert not re.search(r"<script|<image|<use|href|url\(|@import|\son\w+=", drawing), path
        assert 'width="320"' in drawing, path


def test_each_link_of_the_file_leads_somewhere() -> None:
    text = CODE.sub("", TEXT)
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {"#" + re.sub(r"[^\w-]", "", head.lower().replace(" ", "-")) for head in heads}
    assert len(anchors) == len(heads)
    for target in re.findall(r"(?<!!)\]\(([^()\s]+)\)", re.sub(r"`[^`]*`", "", text)):
        if not target.startswith("https://"):
            assert target in anchors or (ROOT / target).is_file(), target


def test_on_the_page_links_stay_on_the_page_or_are_words(data: Portal) -> None:
    text = (
        "## Ett rött märke\n\nSe [två](#två-åar) och [tre](#tre), [fält](docs/falt.md).\n\n"
        "```text\n## ingen rubrik\n```\n\n### Två åar\n\n![Bild](overrides/assets/images/a.svg)\n"
    )
    found = editing_guide.view(data, text)
    assert found
    assert [(part.marks, part.title, part.id) for part in found.parts] == [
        ("##", "Ett rött märke", "ett-rott-marke"),
        ("###", "Två åar", "tva-aar"),
    ]
    assert found.parts[0].text.startswith("Se [två](#tva-aar) och tre, fält.")
    assert found.parts[1].text == "![Bild](/assets/images/a.svg)"
    assert editing_guide.view(data, "") is None


def test_the_page_says_so_where_there_are_no_links_to_edit_by(tiny: Path) -> None:
    page = "---\ntitle: Redigera\n---\n\n# Redigera\n\n{{ editing_guide() }}\n"
    (tiny / "content" / "redigera.md").write_text(page, encoding="utf-8")
    assert build.run(tiny) == 0
    built = tiny / "site" / "redigera" / "index.html"
    assert "Guiden är inte inlagd" in built.read_text(encoding="utf-8")

    text = "# Titel\n\n- [Byt](#byt)\n\n## Byt\n\nGör så.\n\n## Mer\n\nInget.\n"
    (tiny / "CONTRIBUTING.md").write_text(text, encoding="utf-8")
    assert build.run(tiny) == 0
    shown = built.read_text(encoding="utf-8")
    assert "Gör så." in shown
    assert "Inget." not in shown
    assert "inga länkar som heter Redigera" in shown

    assert build.run(host(tiny)) == 0
    shown = built.read_text(encoding="utf-8")
    assert "inga länkar som heter Redigera" not in shown
    assert "https://git.example/projekt/CONTRIBUTING.md#L1" in shown
