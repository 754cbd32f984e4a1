import pytest

from tests.bench.search import report, rounds
from tests.bench.search.queries import CLASSES, FIRST

PLANS = 3
QUERIES = [query for queries in CLASSES.values() for query in queries]


@pytest.fixture(scope="module")
def size(tmp_path_factory: pytest.TempPathFactory) -> rounds.Size:
    return rounds.measure(tmp_path_factory.mktemp("portal"), PLANS, 1, read=0)


@pytest.mark.parametrize("name", ["ours", "stock"])
def test_every_query_is_timed_in_both_searches(size: rounds.Size, name: str) -> None:
    engine: rounds.Engine = getattr(size, name)
    assert list(engine.answers) == QUERIES
    for answers in engine.answers.values():
        assert all(0 < answer.answered <= answer.shown for answer in answers)
    assert 0 < engine.later[0] < engine.first[0]


def test_each_search_fetches_its_own_files_for_the_first_query(size: rounds.Size) -> None:
    ours, stock = ("\n".join(engine.files) for engine in (size.ours, size.stock))
    assert "/search/index.json" in ours
    assert "/search/rank." in ours
    assert "lunr" not in ours
    assert "/lunr/" in stock
    assert "/search/index.json" not in stock


def test_both_searches_find_what_is_asked_first(size: rounds.Size) -> None:
    assert FIRST[0] in CLASSES["exact"]
    for engine in (size.ours, size.stock):
        assert engine.answers[FIRST[0]][0].hits > 0


def test_the_steps_of_loading_are_told_apart(size: rounds.Size) -> None:
    assert list(size.loading) == ["fetch", "parse", "prepare"]


def test_the_report_has_two_rows_a_size_and_the_target(size: rounds.Size) -> None:
    _, ours, theme = report.table([size]).splitlines()
    assert ours.split()[:3] == [str(PLANS), str(size.pages), "ours"]
    assert theme.split()[:3] == [str(PLANS), str(size.pages), "theme"]
    assert [target.words for target in report.targets(size)] == [
        f"first hits at {PLANS} plans, ours to the theme's"
    ]
    assert all(f"  {kind}: " in report.details(size) for kind in CLASSES)
