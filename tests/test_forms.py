"""The form for avidentifierad information: its questions come from the data, each asked once."""

from pathlib import Path

import pytest

from macros import portal
from macros.model.form import Forms
from macros.portal import NATION, Portal
from macros.views import information_form
from tests.conftest import ROOT

RULES = ROOT / "overrides" / "assets" / "javascripts" / "identifying.js"
FORMS = """\
forms:
  - id: avidentifierad-information
    title: Blanketten
    fields:
      - id: nar
        label: När?
        help: Månad räcker.
        rows: {}
      - id: slag
        label: Vad?
        help: Välj.
        options: [Klotter, Annat]
    sources: [nord-2022]
"""


def made(tiny: Path, text: str) -> Portal:
    (tiny / "plans" / "national" / "forms.yml").write_text(text, encoding="utf-8")
    return portal.load(tiny)


def test_a_form_has_its_questions_in_the_files_order(tiny: Path) -> None:
    form = information_form.view(made(tiny, FORMS.format(3)))
    assert form is not None
    assert form.title == "Blanketten"
    written, chosen = form.questions
    assert (written.id, written.rows, written.options) == ("blankett-nar", 3, ())
    assert (chosen.id, chosen.rows, chosen.options) == ("blankett-slag", 1, ("Klotter", "Annat"))
    assert [address for _, address in form.sources] == ["/om/kallor/#dokument-nord-2022"]


@pytest.mark.parametrize("rows", ["0", "två"])
def test_an_answer_has_at_least_one_row(tiny: Path, rows: str) -> None:
    [problem] = made(tiny, FORMS.format(rows)).problems
    assert (problem.file, problem.line) == ("plans/national/forms.yml", 8)


def test_without_the_form_the_view_has_none(tiny: Path) -> None:
    assert information_form.view(portal.load(tiny)) is None
    other = FORMS.format(1).replace("avidentifierad-information", "annan")
    assert information_form.view(made(tiny, other)) is None


def test_all_that_is_found_in_a_text_has_a_warning(data: Portal) -> None:
    form = information_form.view(data)
    assert form is not None
    kinds = {sign.kind for sign in form.warnings}
    rules = RULES.read_text(encoding="utf-8")
    assert all(f'"{kind}"' in rules for kind in kinds)
    assert len(kinds) == len(form.warnings) == 6


def test_the_portals_form_asks_for_nobodys_name(data: Portal) -> None:
    file = data.place(NATION).record(Forms)
    assert file is not None
    [form] = file.forms
    labels = [field.label.casefold() for field in form.fields]
    assert len(labels) == len(set(labels)) == 9
    assert not [label for label in labels if "namn" in label or "nummer" in label]
