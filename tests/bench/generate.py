"""A portal of any number of plan pages in a folder, the same each time: data, pages and wiring.

Districts are spread evenly, at most fifty a municipality. Beside the plan pages there is what the
checks demand: a page on whom to call for each place, a page for each municipality, and five more.
"""

import compileall
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.bench import records, words

ROOT = Path(__file__).parents[2]
DISTRICTS = 50

_INDEXES = {
    "index.md": ("Start", "emergency_numbers()", "place_list()", "plan_list()"),
    "planer/index.md": ("Planer", "plan_list()"),
    "vid-oro/index.md": ("Är du orolig?", "emergency_numbers()", "place_list()"),
    "kontakter/index.md": ("Kontakter", "contact_directory()"),
    "ordlista/index.md": ("Ordlista", "glossary()"),
}


def portal(folder: Path, plans: int, seed: int = 1) -> None:
    """Write a portal with this many plans, wired as the real one is, into an empty folder."""
    random = Random(seed)  # noqa: S311 - the same text each time, no secret
    documents = [records.document("nationell-2024", "Nationen", 2024)]
    _data(folder, "national/contacts.yml", records.national(random, "nationell-2024"))
    _data(folder, "national/glossary.yml", records.glossary(random))
    for name, calls in _INDEXES.items():
        _page(folder, name, calls[0], [f"{{{{ {call} }}}}" for call in calls[1:]])
    number = -(-plans // DISTRICTS)
    for index, name in enumerate(words.NAMES[:number]):
        districts = plans // number + (index < plans % number)
        documents += _municipality(random, folder, name, districts)
    _data(folder, "sources.yml", {"documents": documents})
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "macros", folder / "macros", ignore=ignored)
    compileall.compile_dir(folder / "macros", quiet=2)


def _municipality(random: Random, folder: Path, name: str, districts: int) -> list[records.Fields]:
    """Write a municipality with its districts; the source documents of their plans."""
    home, title = words.identity(name), f"{name} kommun"
    _data(folder, f"{home}/municipality.yml", records.municipality(name, home))
    _data(folder, f"{home}/contacts.yml", records.contacts(random, 4, "nationell-2024", home))
    for text in records.TEXTS:
        body = [words.paragraph(random) for _ in range(records.PARAGRAPHS)]
        if text == records.TEXTS[0]:
            body[0] += " Det gäller {{ plan.body }} och planen för {{ plan.year }}."
        _write(folder / f"content/texter/{home}/{text}.md", "\n\n".join(body) + "\n")
    calls = (f'district_list("{home}")', f'shared_texts("{home}")', f'contact_list("{home}")')
    listed, shared, called = (f"{{{{ {call} }}}}" for call in calls)
    _page(folder, f"planer/{home}/index.md", title, [listed, "## Gemensamma texter", shared])
    _page(folder, f"vid-oro/{home}/index.md", title, [called, listed])
    return [_district(random, folder, home, district) for district in words.NAMES[-districts:]]


def _district(random: Random, folder: Path, home: str, name: str) -> records.Fields:
    place, year = words.identity(name), random.randrange(2022, 2026)
    whole, source = f"{home}/{place}", f"{home}-{place}-{year}"
    _data(folder, f"{whole}/district.yml", records.district(name, place))
    _data(folder, f"{whole}/contacts.yml", records.contacts(random, 2, source, place))
    _data(folder, f"{whole}/{year}.yml", records.plan(random, name, place, source, year))
    called = f'{{{{ contact_list("{whole}") }}}}'
    plan = [
        f'{{{{ plan_summary("{whole}/{year}") }}}}',
        "## Vem ska jag ringa? { #kontakter }",
        called,
        f'{{{{ plan_sections("{whole}/{year}") }}}}',
    ]
    more = f"Läs mer i [planen](../../../planer/{whole}/index.md)."
    _page(folder, f"planer/{whole}/index.md", name, plan)
    _page(folder, f"vid-oro/{whole}/index.md", name, [called, more])
    return records.document(source, name, year)


def _page(folder: Path, name: str, title: str, blocks: Sequence[str]) -> None:
    text = "\n\n".join([f"---\ntitle: {title}\n---", f"# {title}", *blocks])
    _write(folder / "content" / name, text + "\n")


def _data(folder: Path, name: str, fields: Mapping[str, Any]) -> None:
    text = yaml.dump(fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    _write(folder / "plans" / name, text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class _Dumper(yaml.CSafeDumper):
    """Writes paragraphs as people do, after `|`, and repeats instead of referring."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the dumper's own signature
        return True


def _represent(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)


_Dumper.add_representer(str, _represent)
