"""`python -m tests.bench.search`: our search beside the theme's own, in the same run.

Both sites come from one build: the theme's before the finishing steps, ours after them. The exit
code is 0 whatever the figures say: this is a report. Progress goes to stderr.
"""

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from tests.bench.search import report, rounds


def main() -> None:
    """Measure the sizes asked for and print the report."""
    options = _options()
    done: list[rounds.Size] = []
    try:
        for plans in sorted(options.sizes):
            with tempfile.TemporaryDirectory(prefix="planportal-search-") as name:
                done.append(rounds.measure(Path(name), plans, options.rounds))
            _print(report.details(done[-1]))
    finally:
        # What was measured before a break is still worth its time.
        load = ", ".join(f"{number:.1f}" for number in os.getloadavg())
        _print(
            f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load} at the end"
        )
        _print(report.table(done))
        _print("\n".join(str(target) for size in done for target in report.targets(size)))


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n\n")
    sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=[60, 300, 1500], help="60,300,1500")
    parser.add_argument(
        "--rounds", type=int, default=5, help="page loads and passes of all queries"
    )
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


if __name__ == "__main__":
    main()
