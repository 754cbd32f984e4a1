"""Each template prints its rows as the golden fragment has them, and escapes whatever it is given.

tests/cases/fragments/<template>/<case>.yml holds the template's data, <case>.html what it makes.
"""

from collections import namedtuple
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import UndefinedError

from macros.render import filled_prose, in_markdown, prose, render

FRAGMENTS = Path(__file__).parent / "cases" / "fragments"
TEMPLATES = Path(__file__).parent.parent / "macros" / "templates"
CASES = sorted(FRAGMENTS.rglob("*.yml"))


def row(value: Any) -> Any:  # noqa: ANN401 - whatever the case holds
    """The value as views hand it over: rows with attributes that never change."""
    if isinstance(value, dict):
        return namedtuple("Row", value)(**{key: row(part) for key, part in value.items()})  # noqa: PYI024
    return tuple(map(row, value)) if isinstance(value, list) else value


def data(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: row(value) for name, value in loaded.items()}


@pytest.mark.parametrize("path", CASES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_fragment_is_the_golden_one(path: Path, update_golden: bool) -> None:
    made = render(path.parent.name, **data(path))
    golden = path.with_suffix(".html")
    if update_golden:
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_every_template_has_a_case_and_every_golden_file_its_data() -> None:
    assert {path.name for path in TEMPLATES.iterdir()} == {p.name for p in FRAGMENTS.iterdir()}
    golden = {p.with_suffix(".yml") for p in FRAGMENTS.rglob("*.html") if p.is_file()}
    assert golden == set(CASES)


def test_every_template_says_what_it_shows() -> None:
    for path in TEMPLATES.iterdir():
        assert path.read_text(encoding="utf-8").startswith("{# "), path.name


@pytest.mark.parametrize("path", CASES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_template_refuses_to_print_what_it_was_not_given(path: Path) -> None:
    given = data(path)
    for name in given:
        with pytest.raises(UndefinedError):
            render(path.parent.name, **{key: given[key] for key in given if key != name})


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Stycke.\n\n- ett\n- två", "<p>Stycke.</p>\n<ul>\n<li>ett</li>\n<li>två</li>\n</ul>"),
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>"),
        ("[a](https://exempel.se/?b=c&d)", '<p><a href="https://exempel.se/?b=c&amp;d">a</a></p>'),
        ("[a](javascript:alert(1))", "<p><a>a</a></p>"),
        ("<script>x</script>y", "<p>y</p>"),
        ('<b onclick="x">y</b>', "<p>y</p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("{{ 7 * 7 }}", "<p>{{ 7 * 7 }}</p>"),
        ("Ring 114 14.", '<p>Ring <span class="plan-unbroken">114 14</span>.</p>'),
        ("0451-12 34 56 1 maj", '<p><span class="plan-unbroken">0451-12 34 56</span> 1 maj</p>'),
        ("[a](https://x.se/040-12?>)", '<p><a href="https://x.se/040-12?&gt;">a</a></p>'),
    ],
)
def test_prose_becomes_safe_html(written: str, shown: str) -> None:
    assert prose(written).strip() == shown


@pytest.mark.parametrize(
    "value", ["*a*", "[ring](javascript:x)", "# a", "1. a", "- a", "`a`", "a_b_c", "![a](b)", "\\"]
)
def test_a_value_in_prose_means_itself(value: str) -> None:
    assert filled_prose([(value,)]).strip() == f"<p>{value}</p>"


def test_a_value_in_markdown_is_html_escaped_too() -> None:
    assert in_markdown('<b>&"') == '&lt;b&gt;&amp;"'
