"""`planportal decide` freezes a plan, and only a decision, an erratum or a reason thaws it."""

import re
from pathlib import Path

import pytest

from macros import portal
from macros.commands import check, decide
from macros.model.decided import fingerprint
from macros.model.plan import Plan
from macros.reading import read_yaml
from tests.conftest import ROOT

NORTH = "exempel/nord/2022"
FROZEN = re.compile(r"Planen är beslutad och fryst, men har ändrats\.")


def plan_file(root: Path) -> Path:
    return root / "plans" / f"{NORTH}.yml"


def change(root: Path, old: str, new: str) -> None:
    text = plan_file(root).read_text(encoding="utf-8")
    assert old in text
    plan_file(root).write_text(text.replace(old, new), encoding="utf-8")


def messages(root: Path) -> list[str]:
    return [problem.message for problem in check.found(root, portal.load(root))]


@pytest.fixture
def frozen(tiny: Path) -> Path:
    """The tiny portal with its plan frozen."""
    assert decide.run(tiny, [NORTH]) == 0
    assert messages(tiny) == []
    return tiny


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Informera nyanställda.", "Informera alla nyanställda."),
        ("as_written: Årligen", "as_written: Varje år"),
        ("  - id: information\n", "  - id: informera\n"),
        ("[[tre]] ärenden", "fem ärenden"),
        ("title: Nords handlingsplan 2022", "title: Handlingsplan 2022"),
        ("    commitment: ska\n", ""),
    ],
)
def test_what_the_decision_covers_may_not_change(tiny: Path, old: str, new: str) -> None:
    change(tiny, "    text: Håll skol", "    commitment: ska\n    text: Håll skol")
    assert decide.run(tiny, [NORTH]) == 0
    change(tiny, old, new)
    assert [bool(FROZEN.match(message)) for message in messages(tiny)] == [True]
    assert decide.run(tiny, [NORTH]) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("year: 2022\n", "year: '2022'\n# En kommentar.\n"),
        ("year: 2022\n", "year: 2022\nstate: replaced\n"),
        ("year: 2022\n", "year: 2022\nuncertainties:\n  - Planen saknar datum.\n"),
        ("period: ", "figures_reviewed: {date: 2026-11-20, role: samordnare}\n    period: "),
        ("Klotter förekom.", "Klotter\n      förekom."),
        ("text: Informera nyanställda.", "text: >\n      Informera\n      nyanställda."),
        ("Informera nyanställda.", "Informera nyanställda.\n    uncertain: Raden är otydlig."),
    ],
)
def test_what_is_said_after_the_decision_may_change(frozen: Path, old: str, new: str) -> None:
    change(frozen, old, new)
    assert not [message for message in messages(frozen) if FROZEN.match(message)]


def test_a_new_decision_freezes_anew(frozen: Path) -> None:
    change(frozen, "year: 2022\n", "year: 2022\ndecision: {by: nords-namnd, date: 2023-01-02}\n")
    assert len(messages(frozen)) == 1
    assert decide.run(frozen, [NORTH]) == 0
    assert messages(frozen) == []


def test_an_erratum_freezes_anew(frozen: Path) -> None:
    change(frozen, "Informera nyanställda.", "Informera nya anställda.")
    (frozen / "plans" / "corrections.yml").write_text(
        "errata:\n"
        "  - id: nya\n"
        "    documents: [nord-2022]\n"
        "    written: nyanställda\n"
        "    meant: nya anställda\n"
        "    why: Så menas det.\n"
        "contradictions: []\n",
        encoding="utf-8",
    )
    assert decide.run(frozen, [NORTH]) == 0
    assert messages(frozen) == []
    # The same erratum allows no second change.
    change(frozen, "Informera nya anställda.", "Informera.")
    assert decide.run(frozen, [NORTH]) == 1


def test_a_reason_freezes_anew_and_is_kept(frozen: Path) -> None:
    change(frozen, "Informera nyanställda.", "Informera nya anställda.")
    assert decide.run(frozen, [NORTH], reason="Portalens 'rad' var fel: \"så\" #1") == 0
    assert messages(frozen) == []
    kept = portal.load(frozen).place("exempel/nord").decided[2022].record
    assert kept.reasons == ("Portalens 'rad' var fel: \"så\" #1",)
    change(frozen, "Informera nya anställda.", "Informera.")
    assert decide.run(frozen, [NORTH], reason="Igen") == 0
    assert len(portal.load(frozen).place("exempel/nord").decided[2022].record.reasons) == 2


@pytest.mark.parametrize("reason", ["", "  ", "<b>fet</b>"])
def test_a_reason_is_a_text(frozen: Path, reason: str) -> None:
    change(frozen, "Informera nyanställda.", "Informera.")
    assert decide.run(frozen, [NORTH], reason=reason) == 2


def test_a_plan_that_does_not_exist_is_wrong_use(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert decide.run(tiny, ["exempel/nord/2023"]) == 2
    assert capsys.readouterr().err.endswith('finns inte. Menade du "exempel/nord/2022"?\n')


@pytest.mark.parametrize(("state", "words"), [("draft", "utkast"), ("referral", "på remiss")])
def test_a_plan_that_is_not_decided_is_not_frozen(
    tiny: Path, state: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(tiny, "year: 2022", f"year: 2022\nstate: {state}")
    assert decide.run(tiny, [NORTH]) == 1
    assert not plan_file(tiny).with_suffix(".decided").exists()
    assert f"{NORTH} är inte beslutad än: läget är {words} (state: {state})." in (
        capsys.readouterr().err
    )


def test_a_plan_with_mistakes_is_not_frozen(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(tiny, "year: 2022", "yeer: 2022")
    assert decide.run(tiny, [NORTH]) == 1
    assert "Okänt fält" in capsys.readouterr().out
    assert not plan_file(tiny).with_suffix(".decided").exists()


def test_freezing_twice_changes_nothing(frozen: Path) -> None:
    before = plan_file(frozen).with_suffix(".decided").read_bytes()
    assert decide.run(frozen, [NORTH]) == 0
    assert plan_file(frozen).with_suffix(".decided").read_bytes() == before


def test_the_order_of_fields_makes_no_difference() -> None:
    name = "plans/hassleholm/2022.yml"
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=\w)", text, flags=re.MULTILINE)
    head = [block for block in blocks if not re.match(r"\w", block)]
    turned = "".join([*head, *sorted(block for block in blocks if re.match(r"\w", block))])
    assert turned != text
    one, other = (read_yaml(each, name, Plan).record for each in (text, turned))
    assert fingerprint(one) == fingerprint(other)
