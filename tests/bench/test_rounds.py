"""The benchmark runs to its end, and compares sites that say the same."""

from pathlib import Path

from tests.bench import report, rounds


def test_both_builds_are_timed_and_ours_is_finished(tmp_path: Path) -> None:
    size = rounds.measure(tmp_path, 3, 2)
    assert size.same == (size.same[1],) * 2
    for times in (size.loading, size.finishing, size.ours, size.plain):
        assert len(times) == 2
    assert (tmp_path / "ours" / "site" / "manifest.sha256").exists()
    assert len(report.table([size]).splitlines()) == 2
