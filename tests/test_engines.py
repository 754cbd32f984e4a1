"""The portal under both site engines: the same pages, words, headings and links.

What cannot be equal is asserted here as it is, and told with its reason in HACKING.md: when an
engine changes its mind, a test says so.
"""

import difflib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from macros import pages
from macros.fragments import PARAMETERS
from macros.views.navigation import is_listed, menu
from tests.articles import Built, read_site
from tests.conftest import ROOT, TINY, copy_project

ZENSICAL = ROOT / ".venv-zensical" / "bin" / "zensical"

ARTICLES_THAT_DIFFER: Mapping[str, str] = {
    "404.html": "it is made of the theme alone, before any macro has told where to turn"
}
"""Pages whose words are not the same under Zensical, each with its reason."""

Run = subprocess.CompletedProcess[str]
Engine = Callable[[Path], Run]


def run(command: Iterable[str | Path], project: Path) -> Run:
    # Nothing but the project itself may make its modules importable.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [str(word) for word in command],
        cwd=project,
        env=env | {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )


def mkdocs(project: Path) -> Run:
    return run((sys.executable, "-m", "mkdocs", "build", "--strict"), project)


def zensical(project: Path, config: str = "mkdocs.yml") -> Run:
    if not ZENSICAL.is_file():
        pytest.fail(f"{ZENSICAL} is missing: `make test` makes it.", pytrace=False)
    return run((ZENSICAL, "build", "--strict", "--config-file", config), project)


ENGINES = pytest.mark.parametrize("engine", [mkdocs, zensical])


@pytest.fixture(scope="module")
def mkdocs_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_project(tmp_path_factory.mktemp("mkdocs"))
    built = mkdocs(project)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "WARNING" not in built.stderr
    return project


@pytest.fixture(scope="module")
def zensical_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_project(tmp_path_factory.mktemp("zensical"))
    built = zensical(project)
    assert built.returncode == 0, built.stdout + built.stderr
    return project


@pytest.fixture(scope="module")
def of_mkdocs(mkdocs_project: Path) -> dict[str, Built]:
    return read_site(mkdocs_project)


@pytest.fixture(scope="module")
def of_zensical(zensical_project: Path) -> dict[str, Built]:
    return read_site(zensical_project)


def difference(of_mkdocs: Iterable[object], of_zensical: Iterable[object]) -> str:
    """The two sequences' differences, one item a line, with a few items around each."""
    left, right = [str(item) for item in of_mkdocs], [str(item) for item in of_zensical]
    return "\n".join(difflib.unified_diff(left, right, "MkDocs", "Zensical", n=4, lineterm=""))


def test_both_engines_make_the_same_pages_and_none_of_the_shared_texts(
    of_mkdocs: dict[str, Built], of_zensical: dict[str, Built]
) -> None:
    sources = (path.relative_to(ROOT / "content") for path in (ROOT / "content").rglob("*.md"))
    expected = {"404.html"} | {
        (path.with_suffix("") if path.stem != "index" else path.parent)
        .joinpath("index.html")
        .as_posix()
        for path in sources
        if path.parts[0] != "texter"
    }
    assert set(of_mkdocs) == expected
    assert set(of_zensical) == expected


def test_each_article_has_the_same_words_in_the_same_order(
    of_mkdocs: dict[str, Built], of_zensical: dict[str, Built]
) -> None:
    assert all(page.words for page in of_mkdocs.values())
    differences = {
        name: difference(page.words, of_zensical[name].words)
        for name, page in of_mkdocs.items()
        if page.words != of_zensical[name].words
    }
    told = "\n".join(f"{name}:\n{lines}" for name, lines in differences.items())
    assert set(differences) == set(ARTICLES_THAT_DIFFER), told


@pytest.mark.parametrize("part", ["headings", "links"])
def test_each_article_has_the_same_headings_with_the_same_ids_and_the_same_links(
    part: str, of_mkdocs: dict[str, Built], of_zensical: dict[str, Built]
) -> None:
    assert any(getattr(page, part) for page in of_mkdocs.values())
    for name, page in of_mkdocs.items():
        left, right = getattr(page, part), getattr(of_zensical[name], part)
        if name in ARTICLES_THAT_DIFFER and part == "links":
            # It may lead to less, to nothing else.
            left = [link for link in left if not link.startswith("tel:+")]
        assert left == right, f"{name}:\n{difference(left, right)}"


def test_the_words_of_two_cells_are_two_words(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    page = "<nav>0</nav><article><td>a</td><td>b<em>c</em></td><script>d</script></article>e"
    (tmp_path / "site" / "x.html").write_text(page, "utf-8")
    assert read_site(tmp_path)["x.html"].words == ["a", "bc"]


def test_mkdocs_shows_each_page_in_the_menu_by_its_title(of_mkdocs: dict[str, Built]) -> None:
    for page in pages.load(ROOT, PARAMETERS).pages:
        shown = page.head.record.title in of_mkdocs[built_file(page)].menu
        assert shown is is_listed(page), page.file


def test_zensical_shows_a_folders_page_in_the_menu_by_the_folders_name(
    of_zensical: dict[str, Built],
) -> None:
    # It reads the menu before any macro runs; see HACKING.md.
    for page in pages.load(ROOT, PARAMETERS).pages:
        folder = page.url.strip("/").rpartition("/")[2] if page.file.endswith("/index.md") else ""
        shown = folder.replace("-", " ").capitalize() or page.head.record.title
        # Which pages have moved is not in the configuration either.
        is_shown = is_listed(page) or page.head.record.moved_to is not None
        assert (shown in of_zensical[built_file(page)].menu) is is_shown, page.file


def test_zensical_shows_the_same_menu_once_its_configuration_holds_it(
    of_mkdocs: dict[str, Built], tmp_path: Path
) -> None:
    project = copy_project(tmp_path)
    config = {"INHERIT": "mkdocs.yml", "nav": menu(pages.load(project, PARAMETERS).pages)}
    with (project / "menu.yml").open("w", encoding="utf-8") as file:
        yaml.safe_dump(config, file, allow_unicode=True, sort_keys=False)
    built = zensical(project, "menu.yml")
    assert built.returncode == 0, built.stdout + built.stderr
    for name, page in read_site(project).items():
        assert page.menu == of_mkdocs[name].menu, name
        assert (page.words == of_mkdocs[name].words) is (name not in ARTICLES_THAT_DIFFER), name


def test_a_page_that_has_moved_leads_on_under_both(
    mkdocs_project: Path, zensical_project: Path
) -> None:
    moved = [p for p in pages.load(ROOT, PARAMETERS).pages if p.head.record.moved_to]
    assert len(moved) >= 2
    for page in moved:
        for project in (mkdocs_project, zensical_project):
            html = (project / "site" / built_file(page)).read_text("utf-8")
            head = html.partition("</head>")[0]
            target = page.head.record.moved_to
            assert f'<meta http-equiv="refresh" content="0; url={target}"' in head
            assert f'<link rel="canonical" href="{target}">' in head
            assert '<meta name="robots" content="noindex">' in head


def built_file(page: pages.Page) -> str:
    return f"{page.url}index.html".removeprefix("/")


def add_unknown_field(project: Path) -> str:
    """Make a mistake in the project's data.

    Returns:
        The line that tells of it.
    """
    file = "plans/hassleholm/municipality.yml"
    text = (project / file).read_text("utf-8")
    (project / file).write_text(f"{text}fone: x\n", "utf-8")
    return f'{file}:{len(text.splitlines()) + 1}:1: Okänt fält "fone".'


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@dataclass(frozen=True)
class Failure:
    """A build that met a mistake where the last site was good; `line` tells of the mistake."""

    project: Path
    line: str
    built: Run

    @property
    def told(self) -> str:
        return self.built.stdout + self.built.stderr


def fail(engine: Engine, good: Path, folder: Path) -> Failure:
    project = copy_project(folder)
    shutil.copytree(good / "site", project / "site")
    line = add_unknown_field(project)
    return Failure(project, line, engine(project))


@pytest.fixture(scope="module")
def failed_mkdocs(mkdocs_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Failure:
    return fail(mkdocs, mkdocs_project, tmp_path_factory.mktemp("mkdocs"))


@pytest.fixture(scope="module")
def failed_zensical(zensical_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Failure:
    return fail(zensical, zensical_project, tmp_path_factory.mktemp("zensical"))


def test_a_mistake_in_the_data_fails_the_build_and_is_told(
    failed_mkdocs: Failure, failed_zensical: Failure
) -> None:
    for failure in (failed_mkdocs, failed_zensical):
        assert failure.built.returncode == 1
        assert failure.line in failure.told


def test_mkdocs_tells_of_a_mistake_without_a_traceback_and_leaves_the_last_site(
    failed_mkdocs: Failure, mkdocs_project: Path
) -> None:
    lines = failed_mkdocs.built.stderr.splitlines()
    assert [told for told in lines if told.startswith(failed_mkdocs.line)]
    assert "Traceback" not in failed_mkdocs.told
    assert files(failed_mkdocs.project / "site") == files(mkdocs_project / "site")


def test_zensical_empties_the_last_site_when_it_fails(failed_zensical: Failure) -> None:
    # It clears the folder before it runs the macros; see HACKING.md.
    assert "planer/index.html" not in files(failed_zensical.project / "site")


@ENGINES
def test_a_change_in_data_or_in_a_shared_text_is_seen_by_the_next_build(
    engine: Engine, tmp_path: Path
) -> None:
    # The tiny portal, with which a build takes two seconds and not twenty.
    project = copy_project(tmp_path / "portal", TINY)
    config = (TINY / "mkdocs.yml").read_text("utf-8")
    own = config.replace("modules:\n        - macros", "module_name: macros")
    # Zensical's cache sees the data only where the configuration names its folder.
    _, watch, folders = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nwatch:\n")
    (project / "mkdocs.yml").write_text(f"{own}{watch}{folders}", "utf-8")
    built = engine(project)
    assert built.returncode == 0, built.stdout + built.stderr
    for file, old, new in (
        ("plans/national/contacts.yml", "title: ", "Nyskrivet"),
        ("content/texter/exempel/inledning.md", "", "Omskrivet"),
    ):
        assert not any(new in page.words for page in read_site(project).values())
        text = (project / file).read_text("utf-8")
        (project / file).write_text(text.replace(old, f"{old}{new} ", 1), "utf-8")
        assert engine(project).returncode == 0
        assert any(new in page.words for page in read_site(project).values())
