"""`planportal diff` finds what it is asked to compare, in Swedish, and leaves the project alone."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from macros import pages, portal
from macros.commands import diff
from macros.commands.diff import LONGEST, as_markdown
from macros.comparing import Change, Side, plan_changes, portal_changes, report, since
from macros.comparing.activities import matched
from macros.comparing.likeness import ALIKE, likeness, sentences
from macros.fragments import PARAMETERS, Fragments
from macros.portal import Portal
from macros.portal.succession import predecessor
from tests.conftest import ROOT
from tests.test_main import planportal

LILJEHOLMEN = "stockholm/hagersten-liljeholmen"
ALVSJO = "stockholm/hagersten-alvsjo"
CONTACTS = "plans/exempel/contacts.yml"
CHANGED = (
    "Exempel: Socialjouren: numret är ändrat från 08-465 004 12 till 08-465 004 34. "
    "Ingen har kontrollerat det."
)


def git(root: Path, *arguments: str) -> str:
    """Run git in a repository that knows nothing of this computer's settings."""
    names = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME",)}
    mails = {f"GIT_{who}_EMAIL": "x@exempel.se" for who in ("AUTHOR", "COMMITTER")}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run(
        ["git", "-C", str(root), *arguments],  # noqa: S607 - git as the developer has it
        env={**os.environ, **names, **mails, **settings},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def commit(root: Path, message: str) -> None:
    git(root, "add", "plans", "content")
    git(root, "commit", "-q", "-m", message)


@pytest.fixture
def repository(tiny: Path) -> Path:
    """The tiny portal in git, with a number changed on a branch of its own."""
    git(tiny, "init", "-q", "-b", "main")
    commit(tiny, "först")
    git(tiny, "switch", "-q", "-c", "nummer")
    change(tiny / CONTACTS, "08-465 004 12", "08-465 004 34")
    commit(tiny, "nytt nummer")
    return tiny


def test_two_revisions_are_compared_and_the_working_tree_is_left_alone(repository: Path) -> None:
    change(repository / CONTACTS, "08-465 004 34", "08-465 004 56")
    before = {p: p.read_bytes() for p in repository.rglob("*") if p.is_file()}
    done = planportal(repository, "diff", "main", "nummer")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    short = [git(repository, "rev-parse", "--short=7", name).strip() for name in ("main", "nummer")]
    assert lines[0] == f"Från main ({short[0]}) till nummer ({short[1]})"
    assert lines[1:] == ["1 ändring.", "", "Nummer och kontakter", f"- {CHANGED}"]
    after = {p: p.read_bytes() for p in repository.rglob("*") if p.is_file()}
    assert after == before
    assert str(repository) not in done.stdout


def test_without_names_the_last_commit_is_compared_with_what_stands_in_the_folder(
    repository: Path,
) -> None:
    assert "Inget är ändrat för läsarna." in planportal(repository, "diff").stdout
    change(repository / CONTACTS, "08-465 004 34", "08-465 004 56")
    done = planportal(repository / "plans", "diff")
    assert "från 08-465 004 34 till 08-465 004 56" in done.stdout
    assert done.stdout.startswith("Från HEAD (")
    assert "till det som står i mappen nu\n" in done.stdout


def test_one_revision_is_compared_with_what_stands_in_the_folder(repository: Path) -> None:
    assert CHANGED in planportal(repository, "diff", "main").stdout


def test_what_has_come_to_main_since_a_branch_left_it_is_none_of_its_changes(
    repository: Path,
) -> None:
    git(repository, "switch", "-q", "main")
    change(repository / CONTACTS, "När ett barn far illa.", "Alltid.")
    commit(repository, "något annat")
    git(repository, "switch", "-q", "nummer")
    assert "2 ändringar." in planportal(repository, "diff", "main", "nummer").stdout
    for name in ("main...nummer", "main..."):
        done = planportal(repository, "diff", name)
        assert "1 ändring." in done.stdout
        assert CHANGED in done.stdout


def test_a_shared_text_of_a_revision_is_compared_too(repository: Path) -> None:
    change(repository / "content/texter/exempel/inledning.md", "sker vid", "blir vid")
    done = planportal(repository, "diff")
    assert "Exempel: Den gemensamma texten ”Inledning” är ändrad" in done.stdout


def test_a_file_that_archives_leave_out_is_still_compared(repository: Path) -> None:
    (repository / ".gitattributes").write_text("contacts.yml export-ignore\n")
    git(repository, "add", ".gitattributes")
    git(repository, "commit", "-q", "-m", "göm")
    assert CHANGED in planportal(repository, "diff", "main", "HEAD").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["finns-inte"], 'Git känner inte till versionen "finns-inte".'),
        (["--", "--help"], 'Git känner inte till versionen "--help".'),
        (["nord/2021"], 'Ingen plan heter "nord/2021". Menade du "exempel/nord/2022"?'),
        (["nord/2022", "main"], "Ange två planer, två filer eller två versioner, inte olika slag."),
        (["nord/2022"], "Ange två planer, två filer eller två versioner, inte olika slag."),
        (["mkdocs.yml", "mkdocs.yml"], "En av filerna måste ligga i plans/"),
    ],
)
def test_what_cannot_be_compared_is_wrong_use(
    repository: Path, arguments: list[str], words: str
) -> None:
    done = planportal(repository, "diff", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(words)
    assert len(done.stderr.splitlines()) == 1


def test_a_folder_without_git_is_wrong_use(tiny: Path) -> None:
    done = planportal(tiny, "diff")
    assert done.returncode == 2
    assert done.stderr.startswith("Mappen hör inte till något git-projekt")


def test_a_computer_without_git_is_told_so(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert diff.run(repository) == 2
    assert capsys.readouterr().err.startswith("Git finns inte på den här datorn.")
    assert diff.run(repository, "nord/2022", "exempel/nord/2022") == 0


def test_a_revision_that_cannot_be_read_says_where(repository: Path) -> None:
    git(repository, "switch", "-q", "-c", "trasig")
    change(repository / CONTACTS, "phones:", "fone:")
    (repository / "plans" / "a.yml").symlink_to("/etc/hostname")
    commit(repository, "trasig")
    git(repository, "switch", "-q", "main")
    done = planportal(repository, "diff", "main", "trasig")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "trasig: plans/a.yml:1:1: Länkar och specialfiler är inte tillåtna. Lägg in filen själv.",
        'trasig: plans/exempel/contacts.yml:6:5: Okänt fält "fone". Menade du "phones"?',
    ]
    assert done.stderr == "2 fel. Inget jämfördes. Rätta felen först.\n"


def test_an_id_that_leads_nowhere_stands_as_itself(repository: Path) -> None:
    change(repository / "plans/exempel/nord/2022.yml", "- skolan", "- finns-inte")
    done = planportal(repository, "diff")
    assert done.returncode == 0
    assert "har en annan ansvarig: finns-inte. Förut: Skolan." in done.stdout


def test_two_files_are_compared_as_if_they_stood_in_the_project(tiny: Path, tmp_path: Path) -> None:
    old = tmp_path / "gammal.yml"
    shutil.copy(tiny / CONTACTS, old)
    change(tiny / CONTACTS, "08-465 004 12", "08-465 004 34")
    done = planportal(tiny, "diff", str(old), CONTACTS)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "Från gammal.yml till contacts.yml"
    assert f"- {CHANGED}" in done.stdout
    assert str(tmp_path) not in done.stdout
    change(old, "phones:", "fone:")
    done = planportal(tiny, "diff", str(old), CONTACTS)
    assert done.returncode == 1
    assert done.stdout.startswith("gammal.yml: plans/exempel/contacts.yml:6:5: Okänt fält")


@pytest.mark.parametrize(
    "names",
    [
        (f"{LILJEHOLMEN}/2020", f"{ALVSJO}/2022"),
        ("hagersten-liljeholmen/2020", "hagersten-alvsjo/2022"),
        (f"plans/{LILJEHOLMEN}/2020.yml", f"plans/{ALVSJO}/2022.yml"),
    ],
)
def test_plans_are_named_by_id_by_the_end_of_it_or_by_file(names: tuple[str, str]) -> None:
    done = planportal(ROOT, "diff", *names)
    lines = done.stdout.splitlines()
    assert lines[0] == "Från Hägersten-Liljeholmen 2020 till Hägersten-Älvsjö 2022"
    assert lines[2] == (
        "Planen har 14 aktiviteter. 8 av dem fanns i den förra planen, och 6 är nya. "
        "Alla den förra planens aktiviteter finns kvar."
    )


def test_the_second_plan_may_be_a_year_alone(tiny: Path) -> None:
    text = (tiny / "plans/exempel/nord/2022.yml").read_text(encoding="utf-8")
    text = text.replace("year: 2022", "year: 2027").replace("Håll skolprogram", "Ordna program")
    (tiny / "plans/exempel/nord/2027.yml").write_text(text, encoding="utf-8")
    done = planportal(tiny, "diff", "nord/2022", "2027")
    assert done.stdout.startswith("Från Nord 2022 till Nord 2027\n1 ändring.\n")


def test_the_same_twice_says_the_same(repository: Path) -> None:
    answers = {planportal(repository, "diff", "main", "--format", f).stdout for f in ("json",) * 2}
    assert len(answers) == 1
    read = json.loads(answers.pop())
    assert [change["kind"] for change in read["changes"]] == ["number-changed"]
    assert read["changes"][0]["before"] == ["08-465 004 12"]
    assert read["changes"][0]["after"] == ["08-465 004 34"]


@pytest.fixture(scope="module")
def merged(data: Portal) -> list[Change]:
    sides = Side(data, {}, LILJEHOLMEN), Side(data, {}, ALVSJO)
    plans = data.plan(f"{LILJEHOLMEN}/2020")[1], data.plan(f"{ALVSJO}/2022")[1]
    return list(plan_changes(sides, "", *plans, rolled=True))


def test_all_eight_activities_go_on_in_the_merged_district(data: Portal) -> None:
    found = matched(data.plan(f"{LILJEHOLMEN}/2020")[1], data.plan(f"{ALVSJO}/2022")[1])
    kept = [(pair.before.id, pair.after.id) for pair in found if pair.before and pair.after]
    assert len(kept) == 8
    assert all(before == after for before, after in kept)
    assert sum(pair.before is None for pair in found) == 6
    assert sum(pair.after is None for pair in found) == 0


def test_six_of_the_eight_have_another_responsible_and_two_the_same_in_other_words(
    merged: list[Change],
) -> None:
    def about(kind: str) -> list[str]:
        return [change.anchor for change in merged if change.kind == kind]

    assert about("activity-responsible-changed") == [
        "aktivitet-skolprogram",
        "aktivitet-rutiner-i-samverkansgrupper",
        "aktivitet-samverkan-med-vbe-team",
        "aktivitet-webbaserad-grundutbildning",
        "aktivitet-kunskap-om-stadens-rutiner",
        "aktivitet-introduktion-nyanstallda",
    ]
    assert about("activity-responsible-written") == [
        "aktivitet-rutin-skolmiljo",
        "aktivitet-rutin-kommunikation-manifestation",
    ]
    assert about("activity-reworded") == about("activity-gone") == []


def test_the_merged_districts_plan_follows_that_of_its_predecessor(data: Portal) -> None:
    found = predecessor(data, *data.plan(f"{ALVSJO}/2022"))
    assert found is not None
    assert (found[0].id, found[1].year) == (LILJEHOLMEN, 2020)
    assert since(data, f"{LILJEHOLMEN}/2020") is None


def test_the_page_says_what_the_command_says(data: Portal, merged: list[Change]) -> None:
    page = since(data, f"{ALVSJO}/2022")
    assert page is not None
    groups = dict(page.groups)
    kinds = {
        "Nya aktiviteter": "activity-new",
        "Annan ansvarig": "activity-responsible-changed",
        "Samma ansvarig, skriven annorlunda": "activity-responsible-written",
    }
    for title, kind in kinds.items():
        shown = [f"{row.about} {row.rest}".strip() for row in groups[title]]
        assert shown == [c.about for c in merged if c.kind == kind]


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[ring](javascript:alert(1))",
    "![bild](https://exempel.se/x.png)",
    "https://exempel.se/ www.exempel.se namn@exempel.se",
    "@kommunen/alla @nisse",
    "#12 och !34 och ~etikett",
    "# Rubrik",
    "*fet* _lutad_ `kod` ~~struken~~",
    "a\n\n## Rubrik\n\n- punkt\n/close",
    "&lt;b&gt; &#64;nisse",
    "<!-- gömt -->",
    "| a | b |",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_in_a_comment_is_text_and_nothing_else(value: str) -> None:
    change = Change("contacts", "x", value, value, value, (value,), (value,), listed=True)
    comment = as_markdown(report((value, value), [change], value))
    page = LexborHTMLParser(markdown.markdown(comment)).body
    assert page is not None
    tags = {node.tag for node in page.traverse()}
    assert tags <= {"body", "h2", "h3", "p", "ul", "li", "em"}
    assert sum(1 for node in page.traverse() if node.tag in {"h2", "h3"}) == 2
    shown = (page.text() or "").replace("\u2060", "")
    assert " ".join(value.split()) in shown
    # What the hosts make links of by themselves.
    plain = page.text() or ""
    for sign in ("://", "www.e", "@k", "@n", "@e", "#1", "!3", "~e"):
        assert sign not in plain


def test_a_long_comment_is_cut_between_lines() -> None:
    changes = [
        Change("rest", "x", "", str(number), f"Ändring {number}. " + "ord " * 50)
        for number in range(500)
    ]
    comment = as_markdown(report(("a", "b"), changes))
    assert len(comment) < LONGEST + 100
    *lines, last = comment.split("\n")
    assert last == "Resten får inte plats här. Kör `planportal diff` för att se allt."
    assert [line for line in lines if line][-1].endswith("ord")


def test_texts_are_alike_by_their_words_in_order() -> None:
    assert likeness("Håll skolprogram i alla skolor.", "håll skolprogram i alla skolor") == 1
    assert likeness("Håll skolprogram i alla skolor.", "Informera nyanställda om planen.") < ALIKE
    assert likeness("", "Informera") == 0
    assert sentences("Ett, t.ex. två. Tre!\n\n- fyra\n- fem") == [
        "Ett, t.ex. två.",
        "Tre!",
        "fyra",
        "fem",
    ]


def test_every_kind_of_record_can_be_compared_with_itself(data: Portal) -> None:
    assert portal_changes(Side(data, {}), Side(data, {})) == []
    empty = portal.load(ROOT / "tests" / "sites" / "liten")
    assert portal_changes(Side(empty, {}), Side(data, {}))
    assert portal_changes(Side(data, {}), Side(empty, {}))


def test_the_top_of_a_page_leads_to_what_is_new_where_the_page_says_it(data: Portal) -> None:
    def top(plan: str, call: str) -> str:
        text = f'---\ntitle: X\n---\n\n{{{{ {call}("{plan}") }}}}\n'
        page = pages.page("content/x.md", text, PARAMETERS)
        return Fragments(data, {}, (page,)).plan_summary(plan)

    link = '<a href="#nytt">Vad är nytt sedan 2020</a>'
    assert link in top(f"{ALVSJO}/2022", "plan_changes")
    assert link not in top(f"{ALVSJO}/2022", "plan_sections")
    assert "#nytt" not in top(f"{LILJEHOLMEN}/2020", "plan_changes")
