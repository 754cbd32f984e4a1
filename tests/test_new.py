"""`planportal new` makes what the check has nothing against, or nothing at all."""

import contextlib
import errno
import io
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from macros import pages, portal
from macros.__main__ import main
from macros.commands import new
from macros.drafting.kinds import KINDS as DRAFTS
from macros.drafting.record import record
from macros.fragments import PARAMETERS
from macros.model.types import Record
from macros.portal.files import model_of
from macros.reading import read_yaml
from macros.schema.kinds import KINDS
from macros.source import Unreadable
from tests.conftest import ROOT, copy_project

Files = dict[str, str]
GOLDEN = Path(__file__).parent / "cases" / "drafts"


def planportal(root: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command with what is typed, after which the input ends.

    In this process, since starting anew takes longer than what most of the commands do.
    """
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(root),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        pytest.MonkeyPatch.context() as here,
    ):
        here.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), "utf-8"))
        try:
            code = main(list(arguments))
        except SystemExit as stopped:
            code = int(stopped.code or 0)
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


def started(root: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """The same, as a shell starts it."""
    done = subprocess.run(
        [sys.executable, "-m", "macros", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def files(root: Path) -> Files:
    """Every file of plans/ and content/ as it stands."""
    paths = [path for name in ("plans", "content") for path in (root / name).rglob("*")]
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in paths
        if path.is_file()
    }


SOUTH = ["plans/exempel/syd/district.yml"] + [
    f"content/{folder}/exempel/syd/index.md" for folder in ("planer", "vid-oro")
]

OPTIONS = {
    "municipality": (
        *("vast", "--title", "Västs kommun", "--ask", "kommunens växel"),
        *("--body", "kommunstyrelsen", "--area", "Generellt", "--area", "Övrigt"),
    ),
    "district": (
        *("exempel/syd", "--title", "Syd", "--body", "Syds stadsdelsnämnd"),
        *("--replaces", "nord", "--police-area", "Syds lokalpolis"),
    ),
    "plan": (
        *("exempel/nord/2027", "--title", "Nords handlingsplan 2027"),
        *("--section", "lagesbild=Polisen kände till [[tre]] ärenden."),
    ),
    "contact": (
        *("exempel/vaxeln", "--title", "Växeln", "--kind", "contact-centre"),
        *("--when", "När du vill nå: kommunen.", "--phone", "08-465 004 50"),
        *("--phone", "020-100 200", "--email", "vaxeln@exempel.example", "--source", "nord-2022"),
    ),
    "role": ("exempel/elevhalsan", "--title", "Elevhälsan", "--within", "skolan"),
    "routine": (
        *("exempel/klotter", "--title", "Klotter", "--situation", "graffiti"),
        *("--trigger", "När du ser klotter.", "--step", "Ring 112 om någon är i fara."),
        *("--contact", "larm", "--step", "Anmäl klottret.", "--missing", "Numret saknas."),
        *("--step", "Ring socialjouren.", "--contact", "socialjouren", "--source", "nord-2022"),
    ),
}
"""For each kind what follows `planportal new` and its name, in the tiny portal."""

TYPED = {
    "municipality": "Västs_kommun - växeln kommunstyrelsen - - Generellt Övrigt - ja",
    "district": "1 Väst-Öst - Västs_nämnd - - Västs_lokalpolis - ja",
    "plan": (
        "2 2027 Nords_handlingsplan_2027 - - 2027-02-18 §_12 - "
        "2 - Nords_stadsdelsnämnd - - - Läget_var_lugnt. ja"
    ),
    "contact": (
        "3 Rådet - 7 När_du_behöver_råd. 08-465_004_51 - - - - - "
        "2 Nya_planen Nord 2027 nord-2027 planen_2027 ja"
    ),
    "role": "1 Elevhälsan - - ja",
    "routine": (
        "2 Klotter - 8,graffiti När_du_ser_det. Anmäl_det. 2 Vänta. - Numret_saknas. - 1 ja"
    ),
}
"""For each kind what is typed, with - for an empty line and _ for a space."""


def typed(kind: str) -> str:
    """What is typed, line by line."""
    lines = TYPED[kind].split()
    return "".join("\n" if line == "-" else line.replace("_", " ") + "\n" for line in lines)


@pytest.mark.parametrize("kind", OPTIONS)
def test_options_make_what_the_check_has_nothing_against(
    kind: str, tiny: Path, update_golden: bool
) -> None:
    before = files(tiny)
    done = planportal(tiny, "new", kind, *OPTIONS[kind])
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if ": Råd: " not in line] == []
    assert "Kontrollen säger: Inga fel" in done.stderr
    assert planportal(tiny, "check").returncode == 0
    after = files(tiny)
    assert set(before) <= set(after)
    changed = {name: text for name, text in after.items() if before.get(name) != text}
    shown = "".join(f"=== {name}\n{text}" for name, text in sorted(changed.items()))
    golden = GOLDEN / f"{kind}.txt"
    if update_golden:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", TYPED)
def test_answers_make_what_the_check_has_nothing_against(kind: str, tiny: Path) -> None:
    before = files(tiny)
    done = planportal(tiny, "new", kind, typed=typed(kind))
    assert done.returncode == 0, done.stderr
    assert "Kontrollen säger: Inga fel" in done.stderr
    assert planportal(tiny, "check").returncode == 0
    assert files(tiny) != before


@pytest.mark.parametrize("kind", TYPED)
def test_no_end_of_the_input_leaves_anything(
    kind: str,
    tiny: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = files(tiny)
    lines = typed(kind).splitlines(keepends=True)
    for given in [*(lines[:end] for end in range(len(lines))), [*lines[:-1], "nej\n"]]:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(given)))
        assert new.run(tiny, kind) == 2
        assert "Inget är skrivet." in capsys.readouterr().err.splitlines()[-1]
        assert files(tiny) == before


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("exempel/nord", '"nord" finns redan. Välj ett annat id.'),
        ("exempel/Syd", '"Syd" kan inte vara ett id.'),
        ("exempel/2022", '"2022" betyder något annat i mappen.'),
        ("exempl/syd", '"exempl" går inte att välja. Menade du "exempel"?'),
        ("syd", '"syd" är inte KOMMUN/ID.'),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    tiny: Path, target: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(tiny)
    assert new.run(tiny, "district", target, title="Syd", body="Syds nämnd") == 2
    told = capsys.readouterr().err
    assert words in told
    assert "Inget är skrivet." in told
    assert files(tiny) == before


REAL = """\
municipality exempel --title "Exempels kommun" --ask "kommunens växel" --area Generellt
district exempel/syd --title Syd --body "Syds nämnd"
district stockholm/ny --title Ny --body "Nys nämnd" --replaces hagersten-alvsjo,skarholmen
plan stockholm/ny/2026 --title "Nys plan" --section "lagesbild=Det var [[tre]] fall." \
--section "vbe-team=Det finns ett team." --coordinator-duty dela-information,bevaka-fragan
plan hassleholm/1999 --title "Äldre plan" --area generella --body kommunfullmaktige
contact stockholm/ny/navet --title Navet --kind social-services --when "När du vill fråga." \
--phone "08-465 004 50" --source-title "Nys plan" --source-owner Ny --source-year 2026
role stockholm/rektor --title "Rektor: i skolan" --within utbildningsnamnden
role exempel/samordnare --title Samordnaren
routine exempel/syd/skola --title "Något: på en skola" --situation school \
--trigger "När det sker." --step "Ring 112 vid fara." --contact larm-112 \
--step "Fråga." --missing "Numret saknas." --source ny-2026
routine exempel/vuxen --title Vuxen --situation adult,advice --trigger "När du är orolig." \
--step "Fråga växeln." --missing "Numret saknas. Fråga växeln." --source ny-2026
"""
"""One of each kind in the real portal, one after the other."""

LEFT = {"plan hassleholm/1999": 1}
"""What cannot be right at once: Hässleholm's structure asks for a dozen texts."""


def test_all_kinds_are_made_in_the_real_portal_and_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_project(tmp_path / "portalen")
    before = files(root)
    monkeypatch.chdir(root)
    for line in REAL.splitlines():
        arguments = shlex.split(line)
        status = main(["new", *arguments])
        told = capsys.readouterr()
        assert status == LEFT.get(" ".join(arguments[:2]), 0), (line, told)
        if status:
            assert {p.split(":")[0] for p in told.out.splitlines()} == {"plans/hassleholm/1999.yml"}
            (root / "plans" / "hassleholm" / "1999.yml").unlink()
            shutil.rmtree(root / "content" / "planer" / "hassleholm" / "1999")
    after = files(root)
    assert {name for name in before if after[name] != before[name]} == {
        "content/ansvar/index.md",
        "plans/sources.yml",
        "plans/stockholm/municipality.yml",
        *(f"plans/stockholm/{old}/district.yml" for old in ("hagersten-alvsjo", "skarholmen")),
        # Those of Hägersten-Liljeholmen led to Hägersten-Älvsjö, and lead to the new one now.
        *(
            f"content/{folder}/stockholm/{old}/index.md"
            for folder in ("planer", "vid-oro")
            for old in ("hagersten-alvsjo", "hagersten-liljeholmen", "skarholmen")
        ),
        "content/planer/stockholm/hagersten-liljeholmen/2020/index.md",
    }
    moved = after["content/planer/stockholm/skarholmen/2019/index.md"]
    was = before["content/planer/stockholm/skarholmen/index.md"]
    assert moved == was.replace("title: Skärholmen", "title: Skärholmen 2019").replace(
        'nearest_contacts("stockholm/skarholmen")', 'nearest_contacts("stockholm/ny")'
    )
    for name in ("plans/sources.yml", "plans/stockholm/municipality.yml"):
        gone = set(before[name].splitlines()) - set(after[name].splitlines())
        assert not gone
    assert main(["build"]) == 0, capsys.readouterr()
    assert (root / "site" / "rutiner" / "exempel" / "syd" / "skola" / "index.html").is_file()


@pytest.mark.parametrize(
    "text",
    [
        *("a\nb", "\x07", "\u202e", "{{ x }}", "{% x %}", "<b>x</b>", "---", "- x", "# x", "x # y"),
        *('"', "'", "\\", "a: b", "[[tre]]", "[x](/y)", "*", "&x", "!x", "|", ">", "å" * 5000),
        *("😀", "\ud800", "no", "2022", "~", "\t", " ", "x" * 300, "121212-1212", "../../etc"),
    ],
)
def test_whatever_is_written_is_taken_or_refused(
    tiny: Path,
    text: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = files(tiny)
    calls: list[tuple[str, str, dict[str, Any]]] = [
        ("municipality", "vast", {"title": text, "ask": text, "area": [text]}),
        ("district", "exempel/syd", {"title": text, "body": text, "police_area": text}),
        ("plan", "exempel/nord/2027", {"title": text, "section": [f"lagesbild={text}"]}),
        ("contact", f"exempel/{text}", {"title": "X", "kind": "police", "web": "https://x.se/"}),
        ("contact", "exempel/x", {"title": text, "kind": "police", "when": text, "phone": [text]}),
        ("role", "exempel/x", {"title": text}),
        ("routine", "exempel/x", {"title": text, "trigger": text, "steps": [{"step": text}]}),
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    for kind, target, options in calls:
        more: dict[str, dict[str, Any]] = {
            "routine": {"situation": ["child"], "source": "nord-2022"},
            "contact": {"when": "x", "source": "nord-2022"},
        }
        status = new.run(tiny, kind, target, **{**more.get(kind, {}), **options})
        assert status in {0, 1, 2}
        told = capsys.readouterr().err
        assert ("Inget är skrivet." in told) == (status == 2), told
        if status == 2:
            assert files(tiny) == before
        before = files(tiny)
    unreadable = portal.load(tiny).problems, pages.load(tiny, PARAMETERS).problems
    assert unreadable == ((), ())


def test_what_remains_of_a_plan_is_told_and_stands_ready_in_it(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tiny)
    assert new.run(tiny, "plan", "exempel/nord/2027", title="Nords plan") == 1
    told = capsys.readouterr()
    assert told.out.startswith('plans/exempel/nord/2027.yml:2:1: Avsnittet "lagesbild" (Lägesbild)')
    assert "Kontrollen säger: 1 fel. Rätta det som står ovan" in told.err
    path = tiny / "plans" / "exempel" / "nord" / "2027.yml"
    text = path.read_text(encoding="utf-8")
    ready = "#sections:\n#  # Lägesbild\n#  - id: lagesbild\n#    text:\n"
    assert ready in text
    used = COMMENTED.sub(r"\1\2", ready).replace("text:", "text: Det var lugnt.")
    path.write_text(text.replace(ready, used), encoding="utf-8")
    assert main(["check"]) == 0


def test_a_page_that_names_two_replaced_districts_names_the_new_one_twice(tiny: Path) -> None:
    for name in ("syd", "vast"):
        assert new.run(tiny, "district", f"exempel/{name}", title=name, body=f"{name}s nämnd") == 0
    page = tiny / "content" / "kontakter" / "index.md"
    calls = [f'{{{{ nearest_contacts("exempel/{name}") }}}}' for name in ("syd", "vast")]
    page.write_text("\n\n".join([page.read_text(), *calls]) + "\n", encoding="utf-8")
    options = {"title": "Ny", "body": "Nys nämnd", "replaces": ["syd,vast"]}
    assert new.run(tiny, "district", "exempel/ny", **options) == 0
    assert page.read_text().count('nearest_contacts("exempel/ny")') == 2


COMMENTED = re.compile(r"(?m)^( *)#(?! \S)(.*)$")
"""A line that is put out of use: words have one space after the `#`, and fields none or more."""


@pytest.mark.parametrize(
    "path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem.removesuffix(".txt")
)
def test_what_stands_in_comments_is_what_the_model_has(path: Path) -> None:
    parts = re.split(r"(?m)^=== (\S+)\n", path.read_text(encoding="utf-8"))[1:]
    tried = 0
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        model = model_of(name)
        if model is None:
            continue
        # All at once, and what is in comments within them in turn.
        used = text
        while COMMENTED.search(used):
            used = COMMENTED.sub(r"\1\2", used)
            tried += 1
            try:
                read_yaml(used, name, model)
            except Unreadable as error:
                told = {problem.message for problem in error.problems}
                assert [m for m in told if not re.search(r"är tomt?\. Skriv ett värde", m)] == []
    assert tried


@pytest.mark.parametrize("model", [kind.model for kind in KINDS], ids=lambda m: m.__name__)
def test_every_field_of_every_model_can_stand_in_comments(model: type[Record]) -> None:
    text = record(model, {})
    for name, field in model.model_fields.items():
        assert re.search(rf"(?m)^#?{field.alias or name}:", text)
    while COMMENTED.search(text):
        text = COMMENTED.sub(r"\1\2", text)
    assert not re.search(r"(?m)^ *#\w", text)
    try:
        read_yaml(text, "x.yml", model)
    except Unreadable as error:
        told = {problem.message for problem in error.problems}
        assert [m for m in told if not re.search(r"är tomt?\. Skriv ett värde", m)] == []


def test_the_missing_options_are_named(tiny: Path) -> None:
    done = planportal(tiny, "new", "district", "exempel/syd", "--title", "Syd")
    assert done.returncode == 2
    assert "Inget är skrivet. Svar saknas. Ange --body (Nämnd).\n" in done.stderr
    done = planportal(tiny, "new", "contact", "exempel/syd", "--title", "Syd")
    assert (
        "Ange --kind (Slag), --when (När), --web (Webb, eller ett nummer eller en e-postadress), "
        "--source (Källa).\n"
    ) in done.stderr
    done = planportal(tiny, "new", "plan")
    assert "Ange PLATS/ÅR först på raden, --title (Titel).\n" in done.stderr


@pytest.mark.parametrize("there", [*SOUTH, SOUTH[1].replace("syd", "SYD")])
def test_nothing_is_overwritten(tiny: Path, there: str) -> None:
    (tiny / there).parent.mkdir(parents=True)
    (tiny / there).write_text("title: Annat\n", encoding="utf-8")
    before = files(tiny)
    done = planportal(tiny, "new", "district", "exempel/syd", "--title", "Syd", "--body", "Nämnd")
    assert done.returncode == 2
    # One that cannot be read is told of first.
    assert (" finns redan" in done.stderr) == there.startswith("content")
    assert "Inget är skrivet." in done.stderr
    assert files(tiny) == before


def test_a_file_that_cannot_be_written_leaves_none(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(tiny)
    folders = {path for path in tiny.rglob("*") if path.is_dir()}
    written = Path.write_text

    def full(path: Path, _text: str, **_options: str) -> int:
        written(path, "halva fi", encoding="utf-8")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    target, *options = OPTIONS["plan"]
    section = options[-1]
    assert new.run(tiny, "plan", target, title="Plan", section=[section]) == 2
    assert "Inget är ändrat." in capsys.readouterr().err
    assert files(tiny) == before
    assert {path for path in tiny.rglob("*") if path.is_dir()} == folders


def test_ctrl_c_at_a_question_leaves_nothing(tiny: Path) -> None:
    before = files(tiny)
    running = subprocess.Popen(
        [sys.executable, "-m", "macros", "new", "district", "exempel/syd"],
        cwd=tiny,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stderr is not None
    told = ""
    while not told.endswith("Namn: "):
        told += running.stderr.read(1)
    running.send_signal(signal.SIGINT)
    _, rest = running.communicate(timeout=30)
    assert running.returncode == 2
    assert "Traceback" not in rest
    assert "Inget är skrivet." in rest
    assert files(tiny) == before


@pytest.mark.parametrize("slip", ["1", "ja", "Nej"])
def test_the_answer_to_another_question_is_no_name(tiny: Path, slip: str) -> None:
    typed = f"exempel\n{slip}\nSyd\n\n{slip}\nSyds nämnd\n\n\n{slip}\n\n\nja\n"
    done = planportal(tiny, "new", "district", typed=typed)
    assert done.stderr.count("Det ser ut som svaret på en annan fråga. Skriv med ord.") == 3
    text = files(tiny)["plans/exempel/syd/district.yml"]
    assert "title: Syd\n" in text
    assert "  title: Syds nämnd\n" in text


def test_answers_in_another_encoding_are_refused(tiny: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "macros", "new", "district", "exempel/syd"],
        cwd=tiny,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8:strict"},
        input="Väst\n".encode("latin-1"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"inte skrivet i UTF-8" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("kind", [[], *([kind] for kind in OPTIONS)], ids="".join)
def test_each_help_is_swedish_and_has_examples(
    kind: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["new", *kind, "--help"])
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert "Exempel:" in text
    for english in ("usage", "options", "positional", "show this", "default", "exit"):
        assert english not in text


EXAMPLES = [
    example
    for kind in DRAFTS.values()
    for example in kind.examples
    if " " in example and "--from" not in example
]


def test_the_examples_of_the_help_work_one_after_the_other(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tiny)
    # The tiny portal is the municipality that the examples are about, so it is there already.
    for example in EXAMPLES[1:]:
        status = main(["new", *shlex.split(example)])
        told = capsys.readouterr()
        assert status == 0 or "Avsnittet" in told.out, (example, told)
