"""`planportal verify` asks in the right order, keeps each answer at once, and changes no more."""

import datetime as dt
import difflib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros import portal
from macros.verifying.due import months_before
from macros.verifying.edits import NotByUs, with_value, without
from macros.verifying.mentions import copies
from tests.conftest import ROOT, copy_project
from tests.test_new import files, planportal, started

TODAY = dt.datetime.now(dt.UTC).astimezone().date().isoformat()
CONTACTS = "plans/exempel/contacts.yml"
NATIONAL = "plans/national/contacts.yml"
HASSLEHOLM = "plans/hassleholm/contacts.yml"
SIGNED = ("--role", "samordnare", "--how", "ringde numret")
CHECKED = ["    verified:", f"      date: {TODAY}", "      role: samordnare"]
RANG = [*CHECKED, "      how: ringde numret"]

MANY = """\
# Kommunens kontakter.
contacts:
  # Svarar dygnet runt.
  - id: socialjouren
    kind: social-services
    title: Socialjouren
    when: När ett barn far illa.
    phones:
      - number: "08-465 004 12"
        as_written: "08-4650 0412"
      # Växelns.
      - number: "08-465 004 50"
        via: vaxeln
    emails:
      - address: jouren@exempel.example
        doubtful: Kan vara felskriven.
    source: nord-2022

  # Sköts av kommunen.
  - id: vaxeln
    kind: contact-centre
    title: Växeln
    when: När du vill nå kommunen.
    hours: vardagar
    phones:
      - number: '08-465 004 50'
    source: nord-2022
    verified:
      # Efter flytten.
      date: 2024-05-02
      role: registrator
      how: mejlade
  - id: radet
    kind: support
    title: Rådet
    when: När du vill ha råd.
    phones:
      - number: "08-465 004 51"
    source: nord-2022
    verified: {date: 2023-01-31, role: registrator, how: ringde}
"""


def answers(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def verify(root: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return planportal(root, "verify", *arguments, typed=typed)


def shown(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The contacts that were asked about, in their order."""
    return re.findall(r"^\d+ av \d+ · (.*) \(.*:\d+\)$", done.stderr, re.MULTILINE)


def changed(before: dict[str, str], after: dict[str, str], name: str) -> list[str]:
    """The lines that differ, each with its sign; no other file may differ."""
    assert {key for key in before | after if before.get(key) != after.get(key)} <= {name}
    lines = difflib.ndiff(before[name].splitlines(), after[name].splitlines())
    return [line[0] + line[2:] for line in lines if line[0] in "+-"]


def added(lines: list[str]) -> list[str]:
    return [f"+{line}" for line in lines]


def is_green(root: Path) -> bool:
    return planportal(root, "check").returncode == 0


@pytest.fixture
def many(tiny: Path) -> Path:
    """The tiny portal with several contacts, some of them checked, written in several ways."""
    (tiny / CONTACTS).write_text(MANY, encoding="utf-8")
    assert is_green(tiny)
    return tiny


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A copy of the real portal in which nobody has checked anything yet."""
    root = copy_project(tmp_path)
    for path in (root / "plans").rglob("contacts.yml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"\n    verified:(\n      .*)+", "", text), "utf-8")
    return root


def test_never_checked_come_first_and_then_the_oldest(many: Path) -> None:
    done = verify(many, typed=answers("4", "4", "4", "4"))
    assert shown(done) == ["Larmnumret", "Socialjouren", "Rådet", "Växeln"]
    assert "4 kontakter att kontrollera, 2 av dem för första gången." in done.stderr
    assert "Kontrollerade: 0. Ändrade: 0. Borttagna: 0. Kvar: 4." in done.stderr
    assert done.returncode == 0
    assert "planportal diff" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (("--limit", "1"), ["Larmnumret"]),
        (("--place", "exempel", "--limit", "2"), ["Socialjouren", "Rådet"]),
        (("--place", "national"), ["Larmnumret"]),
        (("--place", "exempel/nord"), []),
        (("--older-than", "1200"), ["Larmnumret", "Socialjouren"]),
    ],
)
def test_a_round_is_as_large_as_one_wants(
    many: Path, arguments: tuple[str, ...], asked: list[str]
) -> None:
    assert shown(verify(many, *arguments, typed=answers(*"4444"))) == asked


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--place", "exmpel"), 'Platsen "exmpel" finns inte. Menade du "exempel"?'),
        (("--older-than", "x"), '"x" är inget antal.'),
        (("--limit", "0"), "noll är ingen runda."),
        (("--how", "<b>"), "--how: "),
        (("--role", "811218-9876"), "--role: Det ser ut som ett personnummer."),
    ],
)
def test_wrong_use_asks_nothing(tiny: Path, arguments: tuple[str, ...], says: str) -> None:
    done = verify(tiny, *arguments)
    assert (done.returncode, shown(done)) == (2, [])
    assert says in done.stderr


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("fone: x", "Okänt fält"),
        ("call_first: finns-inte", 'Okänt id "finns-inte" för kontakt.'),
    ],
)
def test_contacts_with_mistakes_are_told_and_nothing_is_asked(
    tiny: Path, line: str, says: str
) -> None:
    text = (tiny / CONTACTS).read_text("utf-8")
    (tiny / CONTACTS).write_text(f"{text}    {line}\n", "utf-8")
    done = verify(tiny)
    assert (done.returncode, shown(done)) == (1, [])
    assert says in done.stdout
    assert "Rätta kontakterna först." in done.stderr


def test_a_contact_that_is_right_gets_its_check_and_nothing_else_changes(many: Path) -> None:
    before = files(many)
    done = verify(many, *SIGNED, "--place", "exempel", "--limit", "1", typed=answers("1"))
    after = files(many)
    assert changed(before, after, CONTACTS) == added(RANG)
    # Above the empty line and the comment, which belong to the next contact.
    assert after[CONTACTS].count("numret\n\n  # Sköts av kommunen.\n  - id: vaxeln") == 1
    assert is_green(many)
    assert "Kontrollerade: 1. Ändrade: 0. Borttagna: 0. Kvar: 2." in done.stderr
    assert "planportal diff" in done.stderr
    assert f"Då tar du bort raden {CONTACTS}:16." in done.stderr


@pytest.mark.parametrize(
    ("skipped", "lines"),
    [
        (
            2,
            [
                "-      date: 2024-05-02",
                f"+      date: {TODAY}",
                "-      role: registrator",
                "+      role: samordnare",
                "-      how: mejlade",
                "+      how: ringde numret",
            ],
        ),
        (
            1,
            [
                "-    verified: {date: 2023-01-31, role: registrator, how: ringde}",
                f"+    verified: {{date: {TODAY}, role: samordnare, how: ringde numret}}",
            ],
        ),
    ],
)
def test_a_new_check_takes_the_place_of_the_old_one(
    many: Path, skipped: int, lines: list[str]
) -> None:
    before = files(many)
    verify(many, *SIGNED, "--place", "exempel", typed=answers(*["4"] * skipped, "1"))
    assert sorted(changed(before, files(many), CONTACTS)) == sorted(lines)
    assert is_green(many)


def test_the_role_is_asked_for_once_and_the_way_is_proposed_again(many: Path) -> None:
    typed = answers("1", "samordnare", "ringde numret", "1", "", "1", "läste webbplatsen", "5")
    done = verify(many, typed=typed)
    assert done.stderr.count("I vilken roll") == 1
    assert "Så kontrollerade du, till exempel ringde numret [ringde numret]: " in done.stderr
    after = files(many)
    assert after[NATIONAL].endswith("\n".join([*RANG, ""]))
    assert after[CONTACTS].count("ringde numret") == 1
    assert after[CONTACTS].count("läste webbplatsen") == 1
    assert "Kontrollerade: 3. Ändrade: 0. Borttagna: 0. Kvar: 1." in done.stderr


def test_a_name_is_warned_of_and_an_identity_number_refused(tiny: Path) -> None:
    before = files(tiny)
    typed = answers("1", "Anna Exempelsson", "nej", "811218-9876", "samordnare", "ringde", "5")
    done = verify(tiny, typed=typed)
    assert 'Råd: "Anna E…" ser ut som namnet på en person.' in done.stderr
    assert "Det ser ut som ett personnummer." in done.stderr
    assert changed(before, files(tiny), NATIONAL) == added([*CHECKED, "      how: ringde"])


@pytest.mark.parametrize("slip", ["1", "-", "ja", "12"])
def test_the_answer_to_another_question_is_no_role(tiny: Path, slip: str) -> None:
    typed = answers("1", slip, "samordnare", slip, "ringde numret")
    done = verify(tiny, "--place", "exempel", typed=typed)
    assert done.stderr.count("Det ser ut som svaret på en annan fråga. Skriv med ord.") == 2
    assert "      role: samordnare\n      how: ringde numret\n" in files(tiny)[CONTACTS]


def test_a_changed_number_is_one_line_beside_its_check(tiny: Path) -> None:
    before = files(tiny)
    done = verify(tiny, *SIGNED, "--place", "exempel", typed=answers("2", "1", "08-465 004 34"))
    assert changed(before, files(tiny), CONTACTS) == [
        "-      - number: 08-465 004 12",
        '+      - number: "08-465 004 34"',
        *added(RANG),
    ]
    assert is_green(tiny)
    assert "Kontrollerade: 1. Ändrade: 1." in done.stderr


def test_what_the_plan_wrote_goes_with_the_number_that_it_wrote(many: Path) -> None:
    before = files(many)
    verify(many, *SIGNED, "--place", "exempel", typed=answers("2", "1", "08-465 004 34", "5"))
    assert changed(before, files(many), CONTACTS) == [
        '-      - number: "08-465 004 12"',
        '+      - number: "08-465 004 34"',
        '-        as_written: "08-4650 0412"',
        *added(RANG),
    ]
    assert is_green(many)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("08-12", '"08-12" går inte att ringa. Kontrollera siffrorna, och skriv riktnumret,'),
        ("ring", '"ring" är inte ett telefonnummer.'),
        ("08-465 004 12", "Det är samma som förut. Skriv det nya."),
        ("", "Svaret saknas. Skriv ett."),
    ],
)
def test_a_wrong_number_is_asked_for_again(tiny: Path, typed: str, says: str) -> None:
    done = verify(
        tiny, *SIGNED, "--place", "exempel", typed=answers("2", "1", typed, "08-465 004 34")
    )
    assert says in done.stderr
    assert '- number: "08-465 004 34"' in files(tiny)[CONTACTS]


def test_other_copies_of_the_old_number_are_pointed_out(many: Path) -> None:
    done = verify(
        many, *SIGNED, "--place", "exempel", typed=answers(*"44", "2", "1", "08-465 004 55")
    )
    assert "Det gamla numret 08-465 004 50 står också här." in done.stderr
    assert f'  {CONTACTS}:12: - number: "08-465 004 50"\n' in done.stderr
    assert f"  {CONTACTS}:26:" not in done.stderr


@pytest.mark.parametrize(
    "written", ["0451-26 70 00", "0451267000", "+46 451 26 70 00", "0046451-267000"]
)
def test_a_copy_is_found_however_it_is_written(written: str) -> None:
    texts = {"a": f"Ring\n{written}.", "b": "0451-26 70 001", "c": "10451-26 70 00"}
    assert [(copy.file, copy.line) for copy in copies(texts, "0451-26 70 00")] == [("a", 2)]


def test_addresses_hours_and_names_change_too(many: Path) -> None:
    before = files(many)
    typed = answers(
        *("2", "3 4 5 6 7"),
        *("jour", "jour@exempel.example", "dygnet runt", "Jouren"),
        *("http:/x", "https://exempel.example/", "När någon far illa.", "5"),
    )
    done = verify(many, *SIGNED, "--place", "exempel", typed=typed)
    assert '"jour" är inte en e-postadress.' in done.stderr
    assert '"http:/x" är inte en webbadress' in done.stderr
    assert sorted(changed(before, files(many), CONTACTS)) == sorted(
        [
            *("-    title: Socialjouren", "+    title: Jouren"),
            *("-    when: När ett barn far illa.", "+    when: När någon far illa."),
            "-      - address: jouren@exempel.example",
            "+      - address: jour@exempel.example",
            "-        doubtful: Kan vara felskriven.",
            *("+    hours: dygnet runt", "+    web: https://exempel.example/"),
            *added(RANG),
        ]
    )
    assert is_green(many)


def test_a_number_that_is_gone_is_taken_out_with_the_comment_before_it(many: Path) -> None:
    before = files(many)
    verify(many, *SIGNED, "--place", "exempel", typed=answers("2", "2", "-", "5"))
    assert changed(before, files(many), CONTACTS) == [
        "-      # Växelns.",
        '-      - number: "08-465 004 50"',
        "-        via: vaxeln",
        *added(RANG),
    ]
    assert is_green(many)


def test_what_the_check_refuses_is_not_written(tiny: Path) -> None:
    before = files(tiny)
    done = verify(tiny, *SIGNED, "--place", "exempel", typed=answers("2", "1", "-"))
    assert "Så kan det inte stå. Inget är skrivet." in done.stderr
    assert f"{CONTACTS}:" in done.stdout
    assert files(tiny) == before
    assert "Kontrollerade: 0." in done.stderr


def test_what_is_changed_by_hand_is_pointed_at_and_asked_about_again(tiny: Path) -> None:
    before = files(tiny)
    done = verify(tiny, *SIGNED, "--place", "exempel", typed=answers("2", "6"))
    assert f"Resten ändrar du i filen: {CONTACTS}:2" in done.stderr
    assert files(tiny) == before
    assert "Kvar: 1." in done.stderr


def test_a_contact_that_nothing_names_is_taken_out(many: Path) -> None:
    before = files(many)
    done = verify(
        many, *SIGNED, "--place", "exempel", typed=answers("4", "3", "1", "Rådet är nedlagt.")
    )
    record = MANY[MANY.index("  - id: radet") :].splitlines()
    assert changed(before, files(many), CONTACTS) == [f"-{line}" for line in record]
    assert is_green(many)
    assert (
        "Borttagen. Skriv i ändringsförslaget: Rådet är borttagen: Rådet är nedlagt. "
        "Vänd dig till Socialjouren (Exempel)." in done.stderr
    )
    assert "Borttagna: 1. Kvar: 2." in done.stderr


def test_a_contact_that_something_names_stays_and_is_told_where(many: Path) -> None:
    (many / "plans/settings.yml").write_text(
        'name: Liten\naccent: "#0b5c7a"\ncontact_centre: {place: exempel, contact: vaxeln}\n',
        "utf-8",
    )
    page = many / "content/index.md"
    page.write_text(f"{page.read_text('utf-8')}\n[Växeln](/kontakter/#kontakt-vaxeln)\n", "utf-8")
    before = files(many)
    done = verify(many, *SIGNED, "--place", "exempel", typed=answers("4", "4", "3", "1"))
    assert files(many) == before
    line = before["content/index.md"].count("\n")
    assert (
        "Kontakten går inte att ta bort än. Den nämns här:\n"
        f"  content/index.md:{line}: en länk till kontakten\n"
        f"  {CONTACTS}:13: kontakten Socialjouren\n"
        "  plans/settings.yml:3: kontaktcentret i inställningarna\n"
        'Byt "vaxeln" mot "socialjouren" där.' in done.stderr
    )
    assert f"Kontakten står kvar så länge: {CONTACTS}:20" in done.stderr
    assert "Borttagna: 0. Kvar: 3." in done.stderr


def test_112_cannot_be_taken_out(tiny: Path) -> None:
    other = (tiny / NATIONAL).read_text("utf-8").partition("\n")[2].replace("larm", "polis")
    other = other.replace("emergency", "police").replace('"112"', "114 14")
    (tiny / NATIONAL).write_text((tiny / NATIONAL).read_text("utf-8") + other, "utf-8")
    assert is_green(tiny)
    before = files(tiny)
    typed = answers("3", "")
    done = verify(tiny, *SIGNED, "--place", "national", "--limit", "1", typed=typed)
    assert files(tiny) == before
    assert "Den står kvar" in done.stderr or "Kontakten står kvar" in done.stderr


@pytest.mark.parametrize("last", ["", "2", "2\n1", "3", "3\nNedlagd", "1\nsamordnare"])
def test_what_was_answered_before_the_input_ended_stays(many: Path, last: str) -> None:
    before = files(many)
    done = verify(many, "--how", "ringde numret", typed=answers("1", "samordnare", last))
    expected = RANG if not last.startswith("1") else None
    assert done.returncode == 0
    assert "Rundan slutar här." in done.stderr
    if expected:
        assert changed(before, files(many), NATIONAL) == added(RANG)
    assert is_green(many)


def test_nobody_to_answer_leaves_all_as_it_was(many: Path) -> None:
    before = files(many)
    done = verify(many)
    assert (done.returncode, files(many)) == (0, before)
    assert "Kvar: 4." in done.stderr


@pytest.mark.parametrize(
    ("theirs", "rest_says"),
    [
        (MANY.replace("08-465 004 12", "08-465 004 77"), "Nummer: 08-465 004 77"),
        (MANY.replace("via: vaxeln", "via: finns-inte"), f"{CONTACTS} har fel nu."),
        (MANY.replace("id: socialjouren", "id: jouren"), "socialjouren finns inte längre"),
        ("contacts: [", f"{CONTACTS} har fel nu."),
    ],
)
def test_a_file_that_somebody_else_changes_meanwhile_is_asked_about_again(
    many: Path, theirs: str, rest_says: str
) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "macros", "verify", *SIGNED, "--place", "exempel"],
        cwd=many,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stderr
        said = ""
        while not said.endswith("Skriv siffran: "):
            said += process.stderr.read(1)
        (many / CONTACTS).write_text(theirs, "utf-8")
        _, rest = process.communicate(answers("1", "1", "5"))
    assert process.returncode == 0
    assert "Traceback" not in rest
    assert f"{CONTACTS} ändrades medan du svarade. Ditt svar är inte sparat." in rest
    assert rest_says in rest
    wanted = theirs
    if "004 77" in theirs:
        lines = "".join(f"{line}\n" for line in RANG)
        wanted = theirs.replace("    source: nord-2022\n", f"    source: nord-2022\n{lines}", 1)
    elif "id: jouren" in theirs:
        wanted = (many / CONTACTS).read_text("utf-8")
        assert wanted.count("samordnare") == 1
    assert (many / CONTACTS).read_text("utf-8") == wanted
    assert [path.name for path in (many / "plans/exempel").iterdir() if path.suffix != ".yml"] == [
        "nord"
    ]


def test_the_ends_of_lines_stay(tiny: Path) -> None:
    text = (tiny / CONTACTS).read_text("utf-8")
    (tiny / CONTACTS).write_bytes(text.replace("\n", "\r\n").encode())
    verify(tiny, *SIGNED, "--place", "exempel", typed=answers("2", "1", "08-465 004 34"))
    data = (tiny / CONTACTS).read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") == text.count("\n") + 4
    assert is_green(tiny)


def before_it(text: str, contact: str) -> int:
    """How many contacts of a file stand before this one, and are asked of before it."""
    return text.partition(f"  - id: {contact}\n")[0].count("\n  - id: ")


def test_a_round_through_the_real_contacts_changes_nothing_but_the_checks(real: Path) -> None:
    before = files(real)
    names = {name for name in before if re.fullmatch("plans/.*/contacts.yml", name)}
    assert {NATIONAL, HASSLEHOLM} <= names
    count = sum(before[name].count("\n  - id: ") for name in names)
    done = started(real, "verify", *SIGNED, typed=answers(*"1" * count))
    asked = shown(done)
    assert asked[:2] == ["Larmnumret 112", "Polisen, ej akut"]
    assert len(asked) == count
    after = files(real)
    assert {name for name in after if after[name] != before[name]} == names
    for name in names:
        left = "\n".join(after[name].splitlines()).replace("\n" + "\n".join(RANG), "")
        assert left == "\n".join(before[name].splitlines())
    assert is_green(real)
    again = verify(real)
    assert "Inget att fråga om: allt är kontrollerat de senaste 12 månaderna." in again.stderr


def test_the_real_switchboards_number_leads_to_all_its_copies(real: Path) -> None:
    before = files(real)
    contacts = portal.load(real).known("contact", "hassleholm") or {}
    old, new = contacts["kontaktcenter"].phones[0].number, "031-390 06 99"
    copies = [p for c in contacts.values() for p in c.phones if p.via == "kontaktcenter"]
    assert copies
    skipped = "4" * before_it(before[HASSLEHOLM], "kontaktcenter")
    typed = answers(*skipped, "2", "1", new, "5")
    done = verify(real, *SIGNED, "--place", "hassleholm", typed=typed)
    text = files(real)[HASSLEHOLM]
    copied = [n for n, line in enumerate(text.splitlines(), 1) if f'number: "{old}"' in line]
    assert len(copied) == len(copies)
    for line in copied:
        assert f'  {HASSLEHOLM}:{line}: - number: "{old}"\n' in done.stderr
    assert changed(before, files(real), HASSLEHOLM) == [
        f'-      - number: "{old}"',
        f'+      - number: "{new}"',
        *added(RANG),
    ]


def test_a_real_contact_that_routines_name_stays(real: Path) -> None:
    before = files(real)
    number = before_it(before[HASSLEHOLM], "mottagningsenheten")
    typed = answers(*"4" * number, "3", "")
    done = verify(real, *SIGNED, "--place", "hassleholm", typed=typed)
    assert shown(done)[number] == "Mottagningsenheten"
    assert files(real) == before
    told = re.findall(r"^  (plans/\S+?):(\d+): (.*)$", done.stderr, re.MULTILINE)
    named = {(file, words) for file, _, words in told if "/routines/" in file}
    assert ("plans/hassleholm/routines/skola.yml", "rutinen Något på en skola") in named
    for file, line, _ in told:
        assert "mottagningsenheten" in before[file].splitlines()[int(line) - 1]
    assert 'Ta bort "mottagningsenheten" där.' in done.stderr


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        ("2026-11-21", 12, "2025-11-21"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2024-02-29", 12, "2023-02-28"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-01-15", 9999, "1192-10-15"),
    ],
)
def test_months_are_those_of_the_calendar(day: str, months: int, earlier: str) -> None:
    assert months_before(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(earlier)


FLOW = "contacts:\n  - {id: a, phones: [{number: '112', as_written: x, via: b}], web: 'y'}\n"
BELOW = "contacts:\n-\n  id: b\n  title: 'Ett\n    två'\n- id: c\n  title: Tre\n"


def test_records_between_brackets_are_changed_through_the_tree() -> None:
    assert with_value(FLOW, ("contacts", 0, "how"), "ja") == FLOW.replace("}\n", ", how: ja}\n")
    assert with_value(FLOW, ("contacts", 0, "web"), "å") == FLOW.replace("'y'", "'å'")
    assert without(FLOW, ("contacts", 0, "phones", 0, "as_written")) == FLOW.replace(
        ", as_written: x", ""
    )


def test_lines_are_changed_whatever_the_rest_looks_like_or_nothing_is() -> None:
    record = ("contacts", 1)
    assert with_value(BELOW, (*record, "title"), "Fyra") == BELOW.replace("Tre", "Fyra")
    assert with_value(BELOW, (*record, "how"), "ja") == f"{BELOW}  how: ja\n"
    assert without(BELOW, record) == BELOW.partition("- id: c")[0]
    for field, new in (("title", "Två"), ("how", "ja")):
        with pytest.raises(NotByUs):
            with_value(BELOW, ("contacts", 0, field), new)
    with pytest.raises(NotByUs):
        without(BELOW, ("contacts", 0))


def test_what_the_command_cannot_keep_is_left_to_the_coordinator(tiny: Path) -> None:
    text = (tiny / CONTACTS).read_text("utf-8").replace("  - id:", "  -\n    id:")
    (tiny / CONTACTS).write_text(text, "utf-8")
    before = files(tiny)
    done = verify(tiny, *SIGNED, "--place", "exempel", typed=answers("1"))
    assert f"{CONTACTS}:3: Filen är skriven så att bara du kan ändra den här." in done.stderr
    assert files(tiny) == before
