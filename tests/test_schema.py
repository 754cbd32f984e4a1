"""Editors accept whatever our reader accepts, refuse the plainest mistakes, and know the ids.

Values are seen as editors see them, by YAML 1.2: `2022` is a number there and a text to us.
"""

import importlib
import json
import pkgutil
import re
from collections.abc import Mapping
from fnmatch import translate
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema.formats import FormatOptions
from check_jsonschema.parsers.yaml import construct_yaml_implementation, impl2loader
from check_jsonschema.regex_variants import RegexImplementation, RegexVariantName
from check_jsonschema.schema_loader import SchemaLoader

from macros import checks, portal
from macros.__main__ import main
from macros.commands import schema
from macros.portal import Portal
from macros.portal.files import FILES
from macros.schema.kinds import KINDS, Kind
from tests.conftest import ROOT
from tests.test_messages import arrange

CASES = sorted((Path(__file__).parent / "cases").glob("[ms][eh]*/*.yml"))
_seen = impl2loader(construct_yaml_implementation(pure=True))


@cache
def validator(kind: Kind) -> Any:  # noqa: ANN401 - jsonschema has no types
    """What checks a file of a kind as `check-jsonschema` does, by the committed schema."""
    expressions = RegexImplementation(RegexVariantName.default)
    formats = FormatOptions(regex_impl=expressions)
    path = ROOT / "schema" / f"{kind.name}.json"
    return SchemaLoader(str(path)).get_validator(
        path, {}, formats, expressions, fill_defaults=False
    )


def kinds_of(name: str) -> list[Kind]:
    """The kinds whose globs match a path; `*` stays within a folder, as in editors."""
    return [
        kind
        for kind in KINDS
        if any(matches(glob, name) for glob in kind.globs)
        if not any(matches(glob[1:], name) for glob in kind.globs if glob.startswith("!"))
    ]


def matches(glob: str, name: str) -> bool:
    return bool(re.match(translate(glob), name)) and (
        "**" in glob or glob.count("/") == name.count("/")
    )


def refused(root: Path, name: str) -> list[str]:
    """What an editor complains of in a file: where, and why."""
    with (root / name).open("rb") as stream:
        document = _seen(stream)
    (kind,) = kinds_of(name)
    return [
        f"{error.json_path}: {error.message}" for error in validator(kind).iter_errors(document)
    ]


def readable(data: Portal) -> list[str]:
    """The files of a portal that our reader accepts."""
    problems = {problem.file for problem in data.problems}
    return [entry.file for _, entry in data.entries() if entry.file not in problems]


def without_ids(node: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """A schema without the ids that it proposes.

    They are those of the day when somebody last ran `make schema`. Whoever adds one on the git
    host's web page can run nothing and is not to be stopped, since an editor accepts others too.
    """
    if isinstance(node, list):
        return [without_ids(part) for part in node]
    if not isinstance(node, dict):
        return node
    made = {key: without_ids(part) for key, part in node.items()}
    if "anyOf" in made and "enumDescriptions" in made["anyOf"][0]:
        _, other = made.pop("anyOf")
        made |= other
    return made


def lasting(files: Mapping[str, str]) -> Mapping[str, Any]:
    """The generated files without what comes from the data."""
    return {
        name: without_ids(json.loads(text)) if name.endswith(".json") else text
        for name, text in files.items()
    }


def test_the_generated_files_are_fresh(data: Portal) -> None:
    fresh = schema.files(data)
    written = lasting({name: (ROOT / name).read_text(encoding="utf-8") for name in fresh})
    stale = [name for name, made in lasting(fresh).items() if written[name] != made]
    assert stale == [], "Kör make schema och lägg in det som har ändrats."
    assert {f"schema/{path.name}" for path in (ROOT / "schema").iterdir()} <= set(fresh)


def test_a_new_id_in_the_data_makes_no_generated_file_stale(tiny: Path) -> None:
    before = schema.files(portal.load(tiny))
    path = tiny / "plans" / "exempel" / "contacts.yml"
    more = CONTACT.removeprefix("contacts:\n")
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    after = schema.files(portal.load(tiny))
    assert before != after
    assert lasting(before) == lasting(after)


def test_a_new_help_text_in_the_model_makes_one_stale(tiny: Path) -> None:
    made = schema.files(portal.load(tiny))
    words = '"description": "Namnet som visas."'
    assert words in made["schema/contacts.json"]
    changed = {
        name: text.replace(words, '"description": "Ett namn."') for name, text in made.items()
    }
    assert lasting(changed) != lasting(made)


def test_the_real_data_is_accepted(data: Portal) -> None:
    assert [(name, found) for name in readable(data) if (found := refused(ROOT, name))] == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_our_reader_accepts_an_editor_accepts(path: Path, tiny: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    arrange(tiny, case)
    touched = {*case.get("files", ()), *case.get("change", ()), *case.get("bytes", ())}
    accepted = touched.intersection(readable(portal.load(tiny)))
    assert [(name, found) for name in accepted if (found := refused(tiny, name))] == []


CONTACT = """\
contacts:
  - id: jouren
    kind: helpline
    title: Jouren
    when: Alltid.
    source: nord-2022
"""


@pytest.mark.parametrize(
    ("written", "changed", "where"),
    [
        ("title: Jouren", "title:", "title"),
        ("title: Jouren", "title: ~", "title"),
        ("title: Jouren", "title: [Jouren]", "title"),
        ("title: Jouren", "title: Jouren\n    titel: Jouren", "'titel' was unexpected"),
        ("title: Jouren\n    ", "", "'title' is a required property"),
        ("title: Jouren", "title: <b>Jouren</b>", "title"),
        ("id: jouren", "id: Jouren", "id"),
        ("kind: helpline", "kind: helplin", "kind"),
        ("source: nord-2022", "source: Nord", "source"),
        ("when: Alltid.", "when: Alltid.\n    audience: alla", "audience"),
        ("when: Alltid.", "when: Alltid.\n    web: www.exempel.se", "web"),
        ("when: Alltid.", "when: Alltid.\n    phones: 08-12", "phones"),
        ("when: Alltid.", "when: Alltid.\n    phones:\n      - number: ring", "number"),
        (
            "when: Alltid.",
            "when: Alltid.\n    verified: {date: 2026-13-01, role: a, how: b}",
            "verified.date",
        ),
        (
            "when: Alltid.",
            "when: Alltid.\n    phones:\n      - number: 112\n        personal: ja",
            "personal",
        ),
    ],
)
def test_a_plain_mistake_is_refused_where_it_stands(
    written: str, changed: str, where: str, tmp_path: Path
) -> None:
    path = tmp_path / "plans" / "exempel" / "contacts.yml"
    path.parent.mkdir(parents=True)
    path.write_text(CONTACT, encoding="utf-8")
    assert refused(tmp_path, "plans/exempel/contacts.yml") == []
    path.write_text(CONTACT.replace(written, changed), encoding="utf-8")
    (complaint,) = refused(tmp_path, "plans/exempel/contacts.yml")
    assert where in complaint


@pytest.mark.parametrize(
    "written", ["2022", "true", "no", "0451267050", "17:00", "1.10", "1e3", "2022-10-24", "'~'"]
)
def test_a_text_that_an_editor_guesses_at_is_still_a_text(written: str, tmp_path: Path) -> None:
    path = tmp_path / "plans" / "exempel" / "contacts.yml"
    path.parent.mkdir(parents=True)
    path.write_text(CONTACT.replace("Jouren", written), encoding="utf-8")
    assert refused(tmp_path, "plans/exempel/contacts.yml") == []


def test_each_kind_of_file_has_one_schema_and_every_file_its_kind(data: Portal) -> None:
    assert {kind.model for kind in KINDS} == {model for _, model in FILES}
    for _, entry in data.entries():
        assert [kind.model for kind in kinds_of(entry.file)] == [type(entry.record)], entry.file


def test_the_editor_is_told_which_schema_a_file_has() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    named = {f"./schema/{kind.name}.json": list(kind.globs) for kind in KINDS}
    assert settings["yaml.schemas"] == named


def fields(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of a schema and of its definitions, each by its record and name."""
    records = {"": node, **node["definitions"]}
    return {
        f"{record}.{name}": field
        for record, part in records.items()
        for name, field in part["properties"].items()
    }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_has_a_title_and_a_help_text(kind: Kind) -> None:
    made = json.loads((ROOT / "schema" / f"{kind.name}.json").read_text(encoding="utf-8"))
    for name, field in fields(made).items():
        assert field["title"], name
        assert field["description"], name
        assert "null" not in json.dumps(field).replace('"object", "array", "null"', ""), name


def test_the_ids_that_exist_are_proposed_with_their_names(tiny: Path) -> None:
    made = json.loads(schema.files(portal.load(tiny))["schema/plan.json"])
    listed, other = fields(made)["Responsible.owners"]["items"]["anyOf"]
    assert listed["enum"] == ["samordnare", "skolan"]
    assert listed["enumDescriptions"] == ["Exempel: Samordnare", "Exempel: Skolan"]
    assert "enum" not in other


def test_the_command_writes_what_is_stale_and_says_so(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tiny)
    assert main(["schema"]) == 0
    assert "är nya eller ändrade" in capsys.readouterr().err
    assert main(["schema"]) == 0
    assert capsys.readouterr().err == "Inget att ändra.\n"
    assert json.loads((tiny / "schema" / "news.json").read_text())["title"] == "Nyheter"


def test_the_reference_has_every_field_and_every_rule() -> None:
    page = (ROOT / "docs" / "falt.md").read_text(encoding="utf-8")
    for kind in KINDS:
        made = json.loads((ROOT / "schema" / f"{kind.name}.json").read_text(encoding="utf-8"))
        for name in fields(made):
            assert f"| `{name.rpartition('.')[2]}` |" in page, name
    _, rules = page.split("\n## Regler\n")
    names = [found.name for found in pkgutil.iter_modules(checks.__path__)]
    assert rules.count("\n### ") == len(names)


@pytest.mark.parametrize("name", [found.name for found in pkgutil.iter_modules(checks.__path__)])
def test_a_rule_says_in_swedish_what_passes_and_what_does_not(name: str) -> None:
    rule = importlib.import_module(f"macros.checks.{name}")
    page = (getattr(rule, "check_on", None) or rule.check).__doc__
    assert "\n    Godkänns: " in page
    assert "\n    Stoppas: " in page or "\n    Råd: " in page


def test_each_heading_that_the_contents_list_names_is_there() -> None:
    page = (ROOT / "docs" / "falt.md").read_text(encoding="utf-8")
    for title in re.findall(r"^- \[(.+)\]\(#", page, re.MULTILINE):
        assert f"\n## {title}\n" in page
