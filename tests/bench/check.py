"""`python -m tests.bench.check`: the time of `planportal check` beside check-jsonschema's.

Over the same generated plans, in turn, in processes of their own; the schemas are those that
`planportal schema` makes of them. The exit code is 0 whatever the figures say.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from macros.schema.kinds import KINDS
from tests.bench import generate


def main() -> None:
    """Measure and print the medians."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="planportal-bench-") as name:
        folder = Path(name)
        generate.portal(folder, options.plans)
        _timed(folder, [_ours("schema")])
        commands = {"planportal check": [_ours("check")], "check-jsonschema": _theirs(folder)}
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(options.rounds):
            for command, calls in commands.items():
                found[command].append(_timed(folder, calls))
        files = sum(1 for _ in (folder / "plans").rglob("*.yml"))
    print(f"{options.plans} plans, {files} files, medians of {options.rounds} rounds")  # noqa: T201 - a report
    for command, times in found.items():
        wall, cpu = (statistics.median(kind) for kind in zip(*times, strict=True))
        print(f"{command}: {wall:.1f} s, CPU {cpu:.1f} s")  # noqa: T201 - a report


def _ours(command: str) -> list[str]:
    return [sys.executable, "-m", "macros", command]


def _theirs(folder: Path) -> list[list[str]]:
    """One call for each kind of file that there is."""
    calls = []
    for kind in KINDS:
        files = {str(path) for glob in kind.globs for path in folder.glob(glob)}
        if files:
            command = [sys.executable, "-m", "check_jsonschema", "--schemafile"]
            calls.append([*command, f"schema/{kind.name}.json", *sorted(files)])
    return calls


def _timed(folder: Path, calls: list[list[str]]) -> tuple[float, float]:
    """The seconds of some calls in all, by the clock and of the processor.

    Raises:
        subprocess.CalledProcessError: One of them found something wrong.
    """
    started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    for call in calls:
        subprocess.run(call, cwd=folder, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - started, used


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.check", description=__doc__)
    parser.add_argument("--plans", type=int, default=1500)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
