"""`python -m tests.bench`: what our macros cost beside plain pages, and the targets.

Both builds run in turn, in processes of their own, in a temporary folder. The exit code is 0
whatever the figures say: this is a report. Progress goes to stderr.
"""

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from tests.bench import report, rounds


def main() -> None:
    """Measure the sizes asked for and print the report."""
    options = _options()
    done: list[rounds.Size] = []
    try:
        for plans in sorted(options.sizes):
            with tempfile.TemporaryDirectory(prefix="planportal-bench-") as name:
                _one(Path(name), plans, options.rounds, done)
    finally:
        # What was measured before a break is still worth its time.
        load = ", ".join(f"{number:.1f}" for number in os.getloadavg())
        _print(
            f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load} at the end"
        )
        _print(report.table(done))


def _one(folder: Path, plans: int, number: int | None, done: list[rounds.Size]) -> None:
    """Measure one size, add it to those that are done, and print how it stands to the targets."""
    size = rounds.measure(folder, plans, number or (3 if plans >= 1000 else 5))
    found = list(report.targets(size, done))
    done.append(size)
    _print("\n".join([report.details(size), *map(str, found)]))
    if not all(target.reached for target in found):
        _print(f"profile of our build at {plans} plans:\n{rounds.profile(folder)}")


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n\n")
    sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=[60, 300, 1500], help="60,300,1500")
    parser.add_argument("--rounds", type=int, help="5 for each size, but 3 from 1,000 plans on")
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


if __name__ == "__main__":
    main()
