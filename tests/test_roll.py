"""A plan goes on into a new year: what stands is kept, what ended is told, the rest is to be read.

The walk-through is that of a coordinator: from a fresh clone, answer, check, compare, build.
"""

import io
import re
import shutil
import subprocess
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from macros import portal
from macros.__main__ import main
from macros.drafting import stale
from macros.model.plan import Plan
from macros.model.roll_answers import RollAnswers
from macros.reading import read_yaml
from tests.conftest import copy_project
from tests.test_new import Files, files
from tests.test_new import started as planportal

KEEP, CHANGE, DONE, DROP = "1234"
SOUTH, HOME = "stockholm/skarholmen", "stockholm/hagersten-alvsjo"
FIRST = (f"{SOUTH}/2019", f"{HOME}/2022", "hassleholm/2022")


def git(folder: Path, *arguments: str) -> str:
    name = ("-c", "user.name=Test", "-c", "user.email=test@example.se")
    done = subprocess.run(
        ["git", *name, *arguments],  # noqa: S607 - git as the developer has it
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone of the project as it stands here, but for later plans and follow-up."""
    folder = tmp_path_factory.mktemp("roll")
    origin = copy(folder / "origin")
    git(origin, "init", "-q")
    git(origin, "add", ".")
    git(origin, "commit", "-qm", "Allt")
    git(folder, "clone", "-q", "origin", "en klon")
    return folder / "en klon"


def copy(folder: Path) -> Path:
    """A copy of the real portal without later plans and follow-up."""
    root = copy_project(folder)
    for plan_id in FIRST:
        make_newest(root, plan_id)
    return root


def make_newest(root: Path, plan_id: str) -> None:
    """Take away what a coordinator may have added since: newer plans, pages and follow-up."""
    place, _, year = plan_id.rpartition("/")
    plans, pages = root / "plans" / place, root / "content" / "planer" / place
    sources = root / "plans" / "sources.yml"
    for path in plans.glob("20*.yml"):
        if path.stem > year:
            path.unlink()
            path.with_suffix(".decided").unlink(missing_ok=True)
            document = f"  - id: {plans.name}-{path.stem}\n(    .*\n)+"
            sources.write_text(re.sub(document, "", sources.read_text("utf-8")), "utf-8")
            shutil.rmtree(pages / year)
            index = pages / "index.md"
            index.write_text(index.read_text("utf-8").replace(path.stem, year), "utf-8")
    shutil.rmtree(plans / "follow-up", ignore_errors=True)


def typed(root: Path, plan_id: str, answers: Mapping[str, str], sections: int) -> str:
    """What is typed: the proposed titles, each section kept, an answer for each activity."""
    _, plan = portal.load(root).plan(plan_id)
    lines = ["", "", *([KEEP] * sections)]
    lines += [answers.get(activity.id, KEEP) for activity in plan.activities]
    return "\n".join([*lines, "ja", ""])


ANSWERS = {
    # Another text, responsible, schedule and follow-up, each with a slip at first.
    "infora-handlingsplan-och-rutiner": (
        f"{CHANGE}\n<b>Inför</b> planen.\nInför handlingsplanen i hela förvaltningen.\n"
        "Styrgrupp\n?\nStyrgruppen mot våldsbejakande extremism, avdelningschefer\n\nStyrgruppen\n"
        "4\n2027\n2026\n2028\n\n"
        "2\nÅrligen"
    ),
    "starkt-tidigt-stod": f"{DONE}\nÅrsredovisningen 2026",
    "foraldrastod": f"{DROP}\n\nStödet ges av en annan förvaltning.",
    "feriearbete": f"{DONE}\n",
    # Asked to change it, and then changed nothing.
    "styrgrupp": f"{CHANGE}\n\n\n\n",
}


@pytest.fixture(scope="module")
def rolled(clone: Path) -> tuple[Path, Files, subprocess.CompletedProcess[str]]:
    """The clone with Skärholmen's plan gone on into 2027, as it was before, and what was said."""
    before = files(clone)
    answers = typed(clone, f"{SOUTH}/2019", ANSWERS, 4)
    done = planportal(
        clone, "new", "plan", "--from", "skarholmen/2019", "--year", "2027", typed=answers
    )
    return clone, before, done


Rolled = tuple[Path, Files, subprocess.CompletedProcess[str]]


def test_the_walk_ends_well_and_says_what_to_read(rolled: Rolled) -> None:
    _, _, done = rolled
    assert done.returncode == 0, done.stderr
    assert "Kontrollen säger: Inga fel och 2 råd." in done.stderr
    assert "26 aktiviteter behålls, 1 ändras, 2 är genomförda, 1 utgår." in done.stderr
    assert "HTML är inte tillåtet." in done.stderr
    assert 'Det finns ingen roll som heter "styrgrupp". Menade du "styrgruppen"?' in done.stderr
    assert "Saknas en? Tryck Ctrl+C, lägg in den med planportal new role" in done.stderr
    assert "2026 är före 2027. Skriv det sista året." in done.stderr
    assert "Svaret saknas. Skriv ett." in done.stderr
    flag = "Råd: Texten nämner 2019. Se efter att den stämmer i planen för 2027."
    assert f"plans/{SOUTH}/2027.yml:98:37: {flag}\n" in done.stderr
    assert done.stderr.endswith("planportal decide stockholm/skarholmen/2027.\n")


def test_only_what_must_change_has_changed(rolled: Rolled) -> None:
    clone, before, _ = rolled
    after = files(clone)
    page = f"content/planer/{SOUTH}/index.md"
    assert {name for name in before if before[name] != after[name]} == {page, "plans/sources.yml"}
    new = {name for name in after if name not in before}
    moved = f"content/planer/{SOUTH}/2019/index.md"
    follow_up = f"plans/{SOUTH}/follow-up/2026.yml"
    assert new == {moved, follow_up, f"plans/{SOUTH}/2027.yml"}
    assert after[moved] == before[page].replace("title: Skärholmen", "title: Skärholmen 2019")
    assert after[page] == before[page].replace("2019", "2027")
    assert after["plans/sources.yml"].startswith(before["plans/sources.yml"])
    assert after[follow_up] == (
        "activities:\n"
        "  - activity: starkt-tidigt-stod\n"
        "    status: done\n"
        "    evidence: Årsredovisningen 2026\n"
        "  - activity: foraldrastod\n"
        "    status: dropped\n"
        "    why: Stödet ges av en annan förvaltning.\n"
        "  - activity: feriearbete\n"
        "    status: done\n"
    )


def test_a_decision_and_figures_of_another_year_are_not_carried_over(rolled: Rolled) -> None:
    clone, _, _ = rolled
    name = f"plans/{SOUTH}/2027.yml"
    plan = read_yaml(files(clone)[name], name, Plan).record
    old = portal.load(clone).plan(f"{SOUTH}/2019")[1]
    assert (plan.year, plan.state, plan.source) == (2027, "draft", "skarholmen-2027")
    assert plan.title == old.title.replace("2019", "2027")
    for field in ("approval", "goal", "next_revision", "decision", "replaces", "valid"):
        assert getattr(plan, field) is None, field
    for field in ("situations", "shared_situations", "uncertainties", "inferred", "changes"):
        assert getattr(plan, field) == (), field
    for field in ("body", "document_class", "areas", "coordinator_duties", "revision_cycle"):
        assert getattr(plan, field) == getattr(old, field), field
    gone = {"starkt-tidigt-stod", "foraldrastod", "feriearbete"}
    assert [a.id for a in plan.activities] == [a.id for a in old.activities if a.id not in gone]
    assert {a.carried_from for a in plan.activities} == {f"{SOUTH}/2019"}
    assert {a.uncertain for a in plan.activities} == {None}
    assert plan.sections[:-1] == old.sections
    assert plan.sections[-1].omitted == "Lägesbilden är inte skriven än."


def test_what_is_left_to_fill_in_stands_as_comments_that_can_be_used(rolled: Rolled) -> None:
    clone, _, _ = rolled
    text = files(clone)[f"plans/{SOUTH}/2027.yml"]
    for field in ("decision", "reference_numbers", "valid", "situations", "goal"):
        assert f"\n#{field}:" in text
    assert "\n# Beslut: Utelämna om dokumentet inte säger det.\n" in text


def test_the_check_and_the_comparison_agree(rolled: Rolled) -> None:
    clone, _, _ = rolled
    assert planportal(clone, "check").returncode == 0
    told = planportal(clone, "diff", "skarholmen/2019", "2027").stdout.splitlines()
    new = "”Inför handlingsplanen i hela förvaltningen.”"
    assert told[:2] == ["Från Skärholmen 2019 till Skärholmen 2027", "14 ändringar."]
    assert told[5:14] == [
        (
            f"- Aktiviteten {new} har en annan ansvarig: Styrgruppen mot våldsbejakande "
            "extremism och Avdelningschefer. Förut: Avdelningschefer och Styrgruppen mot "
            "våldsbejakande extremism."
        ),
        f"- Aktiviteten {new} har en annan tidplan: 2027–2028. Förut: 2019.",
        (
            f"- Aktiviteten {new} har en annan uppföljning: Varje år, inom ramen för VB (troligen "
            "verksamhetsberättelsen). Förut: I den ordinarie verksamhetsuppföljningen."
        ),
        f"- Aktiviteten {new} är omformulerad.",
        "    Förut: Införa handlingsplanen och stadens rutiner om VBE.",
        "    Nu: Inför handlingsplanen i hela förvaltningen.",
        (
            "- Aktiviteten är borttagen: ”Arbeta med stärkt tidigt stöd i samverkan (STIS), "
            "introduktionsförskola och hembesöksprogrammet.” Genomförd 2026."
        ),
        (
            "- Aktiviteten är borttagen: ”Ge stöd till föräldrar genom föräldrarådgivare och "
            "kurser i föräldrastöd.” Utgår: Stödet ges av en annan förvaltning."
        ),
        (
            "- Aktiviteten är borttagen: ”Erbjuda ungdomar feriearbete på alla skollov.” "
            "Genomförd 2026."
        ),
    ]


FILE = """\
title: Lokal handlingsplan 2027
sections:
  - section: avhopparverksamhet
    do: drop
activities:
  - activity: aktuell-lagesbild
    do: drop
    why: Görs av polisen.
  - activity: ssp-checklista
    do: change
    without: [schedule]
    responsible:
      owners: [samordnaren]
      as_written: Samordnaren
"""


@pytest.fixture(scope="module")
def built(rolled: Rolled) -> Path:
    """The clone with plans of two more kinds gone on, by files and by options, and then built."""
    clone, _, _ = rolled
    (clone / "svar.yml").write_text(FILE, encoding="utf-8")
    town = ("--from", "hassleholm/2022", "--year", "2027", "--answers", "svar.yml", "--keep-all")
    assert planportal(clone, "new", "plan", *town).returncode == 0
    place = ("--from", "hagersten-liljeholmen/2020", "--place", HOME, "--year", "2023")
    merged = planportal(clone, "new", "plan", *place, "--keep-all", "--follow-up-year", "2021")
    assert merged.returncode == 0, merged.stderr
    assert planportal(clone, "check").returncode == 0
    done = planportal(clone, "build")
    assert done.returncode == 0, done.stderr
    return clone


def page(root: Path, address: str) -> str:
    return (root / "site" / address.strip("/") / "index.html").read_text(encoding="utf-8")


def test_the_new_page_is_a_draft_that_says_what_is_new(built: Path) -> None:
    new = page(built, f"/planer/{SOUTH}/")
    assert "Det här är ett utkast. Planen är inte beslutad och kan ändras." in new
    assert f'Tidigare plan: <a href="/planer/{SOUTH}/2019/">2019</a>' in new
    assert "Vad är nytt sedan 2019" in new
    assert new.count("Inte än") == 1
    assert "<dt>Ersätter</dt>" not in new
    assert "<strong>Uppföljning:</strong> Utgår: Stödet ges av en annan förvaltning." in new
    assert "Så skriver utkastet, med ord från en tidigare plan." in new
    assert "planen från 2027" not in new


def test_the_old_page_is_whole_and_says_what_became_of_it(built: Path) -> None:
    old = page(built, f"/planer/{SOUTH}/2019/")
    assert f'Nyare plan: <a href="/planer/{SOUTH}/">2027 (utkast)</a>' in old
    assert "Uppföljning 2026: utgår. Skäl: Stödet ges av en annan förvaltning." in old
    assert "Uppföljning 2026: genomförd. Underlag: Årsredovisningen 2026." in old
    assert "Kartläggning och analys" in old


def test_a_municipality_without_districts_goes_on_too(built: Path) -> None:
    plan = portal.load(built).plan("hassleholm/2027")[1]
    assert plan.title == "Lokal handlingsplan 2027"
    assert plan.decision is None
    assert plan.replaces is not None
    assert (str(plan.replaces.date), plan.replaces.paragraph) == ("2022-10-24", "§ 111")
    by_id = {activity.id: activity for activity in plan.activities}
    assert "aktuell-lagesbild" not in by_id
    assert by_id["ssp-checklista"].schedule is None
    omitted = {section.id: section.omitted for section in plan.sections}
    assert omitted["avhopparverksamhet"] == "Avsnittet är inte skrivet än."
    text = files(built)["plans/hassleholm/2027.yml"]
    assert "  # Generella och övergripande förebyggande insatser\n  - id: forelasning" in text
    assert "Nyare plan:" in page(built, "/planer/hassleholm/2022/")


def test_the_plan_of_a_merged_district_goes_on_in_its_successor(built: Path) -> None:
    plan = portal.load(built).plan(f"{HOME}/2023")[1]
    assert plan.body == "hagersten-alvsjos-stadsdelsnamnd"
    assert plan.title == (
        "Hägersten-Älvsjös stadsdelsnämnds handlingsplan mot våldsbejakande extremism 2023"
    )
    assert {a.carried_from for a in plan.activities} == {"stockholm/hagersten-liljeholmen/2020"}
    assert not (built / "plans/stockholm/hagersten-liljeholmen/follow-up").exists()
    assert "Nyare plan:" in page(built, f"/planer/{HOME}/2022/")


NORTH = ("--from", "nord/2022", "--year", "2027")

Refused = Callable[..., str]


@pytest.fixture
def refused(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Refused:
    """What is said when a plan of the tiny portal cannot go on, and nothing is written."""
    monkeypatch.chdir(tiny)
    monkeypatch.setattr("sys.stdin", io.StringIO())

    def run(*options: str) -> str:
        before = files(tiny)
        assert main(["new", "plan", *options]) == 2
        assert files(tiny) == before
        told = capsys.readouterr().err
        assert "Inget är skrivet." in told
        return told

    return run


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--from", "nord/2021", "--year", "2027"), "Planen nord/2021 finns inte."),
        (("--from", "nord/2022"), "Ange --year, till exempel --year 2027."),
        (("--from", "nord/2022", "--year", "27"), '--year: "27" är inte ett årtal.'),
        (("--from", "nord/2022", "--year", "2022"), "2022 är inte senare än 2022."),
        ((*NORTH, "--place", "syd"), "Nord har inte tagits över av syd."),
        ((*NORTH, "--follow-up-year", "2027"), "ett år från 2022 till 2026, inte 2027."),
        ((*NORTH, "--source", "nord-2023"), 'Källan "nord-2023" finns inte. Menade du "nord-2022"'),
        ((*NORTH, "--area", "forebyggande"), "--area har ingen betydelse tillsammans med --from."),
        (("exempel/nord/2027", "--keep-all"), "--keep-all hör ihop med --from."),
        (("exempel/nord/2027", *NORTH), "Ta bort --place och --year."),
        ((*NORTH, "--answers", "inga.yml"), "Det gick inte att läsa inga.yml"),
    ],
)
def test_what_cannot_be_is_refused(refused: Refused, options: tuple[str, ...], words: str) -> None:
    assert words in refused(*options)


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        (
            "activities:\n  - activity: skolprogramm\n    do: keep\n",
            ('2:15: Planen för 2022 har ingen aktivitet "skolprogramm". Menade du "skolprogram"?'),
        ),
        (
            "activities:\n  - activity: skolprogram\n    do: drop\n",
            '3:9: Svaret säger inte varför aktiviteten utgår. Lägg till raden "why: …".',
        ),
        (
            "activities:\n  - activity: skolprogram\n    do: behåll\n",
            (
                '3:9: "behåll" är inte ett tillåtet värde för "do". Välj ett av: '
                "keep, change, done, drop."
            ),
        ),
        (
            (
                "activities:\n  - activity: skolprogram\n    do: change\n    responsible:\n"
                "      owners: [skola]\n      as_written: Skola\n"
            ),
            '5:16: Okänt id "skola" för roll. Menade du "skolan"?',
        ),
        (
            "activities:\n  - activity: skolprogram\n    do: change\n",
            "3:9: Svaret säger inte vad som ändras. Lägg till det, eller skriv do: keep.",
        ),
        (
            "activities:\n  - activity: skolprogram\n    do: keep\n    text: Annat.\n",
            '4:11: "text" ändrar aktiviteten. Skriv do: change.',
        ),
        (
            "sections:\n  - section: inledning\n    do: drop\nactivities: []\n",
            '2:14: "inledning" är inget avsnitt att svara om här. Kontrollera stavningen.',
        ),
    ],
)
def test_answers_that_cannot_be_used_are_told_with_their_line(
    tiny: Path, refused: Refused, answers: str, problem: str
) -> None:
    (tiny / "svar.yml").write_text(answers, encoding="utf-8")
    told = refused(*NORTH, "--answers", "svar.yml", "--keep-all")
    assert f"svar.yml:{problem}\n" in told


def test_a_project_with_errors_is_to_be_mended_first(tiny: Path, refused: Refused) -> None:
    plan = tiny / "plans/exempel/nord/2022.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("- skolan", "- skola"), encoding="utf-8")
    told = refused(*NORTH, "--keep-all")
    assert "Rätta först det här:\nplans/exempel/nord/2022.yml:24:11: Okänt id" in told


def test_the_help_shows_answers_that_can_be_read(tiny: Path) -> None:
    told = planportal(tiny, "new", "plan", "--help").stdout
    _, head, rest = told.partition("activities:\n")
    text = textwrap.dedent(f"    {head}" + rest.partition("\n\n")[0]) + "\n"
    entry = read_yaml(text, "svar.yml", RollAnswers)
    assert [answer.do for answer in entry.record.activities] == ["keep", "change", "drop"]


@pytest.mark.parametrize(
    "lines", [[], [""], ["", ""], ["", "", "1"], ["", "", "2", ""], ["", "", "1", "4", "Skäl"]]
)
def test_an_interrupted_round_writes_nothing(tiny: Path, lines: list[str]) -> None:
    before = files(tiny)
    done = planportal(tiny, "new", "plan", *NORTH, typed="".join(f"{line}\n" for line in lines))
    assert done.returncode == 2
    assert "Inget är skrivet." in done.stderr
    assert files(tiny) == before


def test_whoever_says_no_at_the_end_has_written_nothing(tiny: Path) -> None:
    before = files(tiny)
    done = planportal(tiny, "new", "plan", *NORTH, typed="\n\n1\n1\nnej\n")
    assert (done.returncode, files(tiny)) == (2, before)
    assert "Inget är skrivet. Svaren är sparade. Fortsätt med dem: " in done.stderr
    again = planportal(
        tiny, "new", "plan", *NORTH, "--answers", "build/svar/exempel-nord-2027.yml", typed="ja\n"
    )
    assert "Skrivet." in again.stderr


def test_what_was_answered_before_the_round_was_left_is_not_asked_again(tmp_path: Path) -> None:
    whole, part = copy(tmp_path / "allt"), copy(tmp_path / "del")
    roll = ("new", "plan", "--from", "skarholmen/2019", "--year", "2027")
    lines = typed(whole, f"{SOUTH}/2019", ANSWERS, 4).splitlines(keepends=True)
    before, after = "".join(lines[:23]), "".join(lines[23:])
    untouched = files(part)
    # Two activities are answered, and the third as far as that it is to go.
    left = planportal(part, *roll, typed=f"{before}{DROP}\n")
    file = "build/svar/stockholm-skarholmen-2027.yml"
    assert (left.returncode, files(part)) == (2, untouched)
    assert left.stderr.endswith(
        "Inget är skrivet. Svar saknas om 28 av 30 aktiviteter. Svaren är sparade. "
        f"Fortsätt med dem: kör samma kommando, med --answers {file} till.\n"
    )
    done = planportal(part, *roll, "--answers", file, typed=after)
    assert done.returncode == 0, done.stderr
    assert planportal(whole, *roll, typed="".join(lines)).returncode == 0
    assert files(part) == files(whole)


@pytest.mark.parametrize(
    "there", ["plans/exempel/nord/2027.yml", "content/planer/exempel/nord/2022/index.md"]
)
def test_nothing_is_overwritten(tiny: Path, refused: Refused, there: str) -> None:
    (tiny / there).parent.mkdir(parents=True, exist_ok=True)
    (tiny / there).write_text("title: Annat\n", encoding="utf-8")
    refused(*NORTH, "--keep-all")


def test_what_has_been_reported_stays_and_is_proposed(tiny: Path) -> None:
    report = tiny / "plans/exempel/nord/follow-up/2026.yml"
    report.parent.mkdir()
    written = "# Rapporten\nactivities:\n  - activity: skolprogram\n    status: done\n"
    report.write_text(written, encoding="utf-8")
    done = planportal(tiny, "new", "plan", *NORTH, typed="\n\n\n\n4\nAnnan förvaltning.\nja\n")
    assert done.returncode == 0
    assert "  Uppföljning 2026: genomförd.\n" in done.stderr
    more = "  - activity: information\n    status: dropped\n    why: Annan förvaltning.\n"
    assert report.read_text(encoding="utf-8") == written + more
    words = 'Råd: Här står redan något om "skolprogram".'
    assert f"plans/exempel/nord/follow-up/2026.yml:3:5: {words}" in done.stderr


def test_links_to_what_the_new_plan_lacks_follow_the_old_page(tiny: Path) -> None:
    news = tiny / "plans/news.yml"
    news.write_text(
        "news:\n"
        "  - date: 2026-11-01\n    text: Läget i Nord.\n"
        "    link: /planer/exempel/nord/#lage-ar-2021\n"
        "  - date: 2026-11-01\n    text: Planen för Nord.\n    link: /planer/exempel/nord/\n",
        encoding="utf-8",
    )
    assert planportal(tiny, "new", "plan", *NORTH, "--keep-all").returncode == 0
    text = news.read_text(encoding="utf-8")
    assert "link: /planer/exempel/nord/2022/#lage-ar-2021\n" in text
    assert text.endswith("link: /planer/exempel/nord/\n")


def test_a_link_that_names_the_year_of_the_old_plan_is_pointed_out(tiny: Path) -> None:
    page = tiny / "content/vid-oro/index.md"
    text = page.read_text(encoding="utf-8")
    links = "[planen 2022](../planer/exempel/nord/index.md) och [planen](/planer/exempel/nord/)"
    page.write_text(f"{text}\nSe {links}.\n", encoding="utf-8")
    done = planportal(tiny, "new", "plan", *NORTH, "--keep-all")
    assert done.returncode == 0
    line = len(text.splitlines()) + 2
    words = "Råd: Länken säger 2022, men sidan visar planen för 2027."
    assert f"content/vid-oro/index.md:{line}:4: {words}" in done.stderr
    assert done.stderr.count("Länken säger") == 1


STALE = """\
title: Plan 2022
year: 2022
body: nords-namnd
source: nord-2022
areas: [forebyggande]
sections:
  - id: inledning
    addition: |
      {text}
activities:
  - id: skolprogram
    area: forebyggande
    text: {text}
    schedule: {{kind: year, year: 2026, as_written: "2026"}}
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Rutinen ska ses över under 2026.", '"under 2026" har passerat, men texten talar om'),
        ("Budgeten för 2022 säger det.", "Texten nämner 2022. Se efter att den stämmer i planen"),
        ("Följ rutinen, se ovan.", '"se ovan" kan peka på fel sak'),
        ("Rutinen ska ses över under 2027.", None),
        ("Ring 0451-26 20 19.", None),
    ],
)
def test_what_was_right_in_its_year_only_is_flagged(
    tiny: Path, text: str, message: str | None
) -> None:
    entry = read_yaml(STALE.format(text=text), "plans/exempel/nord/2022.yml", Plan)
    found = stale.in_plan(portal.load(tiny), "exempel/nord", entry, 2027)
    ended = "Tidplanen gick ut 2026-12-31. Skriv en ny tidplan, eller ta bort aktiviteten."
    assert [one.line for one in found if one.message == ended] == [14]
    others = [one for one in found if one.message != ended]
    assert [one.line for one in others] == ([1, 9, 13] if message else [1])
    assert others.pop(0).message.startswith("Texten nämner 2022.")
    assert all(message and one.message.startswith(message) for one in others)
