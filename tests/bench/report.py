"""What was measured, as a table, and against the targets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.measure import Run
from tests.bench.rounds import Size

RATIO = 1.10
GROWTH = 1.15
LOADING = 0.15


@dataclass(frozen=True)
class Target:
    """One figure and the limit that it must not pass."""

    words: str
    value: float
    limit: float

    @property
    def reached(self) -> bool:
        """Whether the figure is within its limit."""
        return self.value <= self.limit

    def __str__(self) -> str:
        verdict = "reached" if self.reached else "MISSED"
        return f"target {self.words}: {self.value:.2f}, at most {self.limit:.2f}: {verdict}"


def targets(size: Size, before: Sequence[Size]) -> Iterator[Target]:
    """Yields: the targets that hold at a size, given the smaller sizes measured before it."""
    yield Target(f"ratio at {size.plans} plans, the whole build", size.ratio, RATIO)
    words = f"ratio at {size.plans} plans, loading and checking apart"
    yield Target(words, size.rendering_ratio, RATIO)
    if size.plans < 1500:
        return
    words = f"loading and checking {size.plans} plans, as a share of the build"
    yield Target(words, size.loading_share, LOADING)
    whole = sum(size.parsed.values())
    yield Target("texts parsed for each file and page", whole / (size.files + size.pages), 1)
    yield Target("texts not parsed by libyaml", whole - size.parsed.get("CSafeLoader", 0), 0)
    for smaller in before:
        if smaller.plans == 300:
            growth = (size.build / size.pages) / (smaller.build / smaller.pages)
            yield Target(f"cost per page at {size.plans} plans to that at 300", growth, GROWTH)


_HEAD = (
    "plans  pages  ours s (least–most)   plain s (least–most)  ratio  apart    cpu"
    "  MB ours/plain  load+check s  finishing s"
)


def table(sizes: Sequence[Size]) -> str:
    """One row a size; "apart" is the ratio without loading and checking, "cpu" that of CPU time."""
    return "\n".join([_HEAD, *(_row(size) for size in sizes)])


def details(size: Size) -> str:
    """What the table has no room for: the parts of loading, and how alike the two sites are."""
    parts = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in size.parts.items())
    parsed = ", ".join(f"{number} by {loader}" for loader, number in size.parsed.items())
    same, files = size.same
    return (
        f"{size.plans} plans: {parts}; {size.files} data files and {size.pages} pages, {parsed}; "
        f"all articles alike in both sites, {same} of {files} files the same to the byte"
    )


def _row(size: Size) -> str:
    memory = "/".join(f"{_memory(runs):.0f}" for runs in (size.ours, size.plain))
    loading = f"{median(size.loading):.2f} ({size.loading_share:.0%})"
    finishing = f"{median(size.finishing):.2f} ({size.finishing_share:.0%})"
    return (
        f"{size.plans:5}  {size.pages:5}  {_times(size.ours):20}  {_times(size.plain):20}  "
        f"{size.ratio:5.2f}  {size.rendering_ratio:5.2f}  {size.processor_ratio:5.2f}  "
        f"{memory:>13}  {loading:>12}  {finishing:>11}"
    )


def _times(runs: Sequence[Run]) -> str:
    seconds = [run.seconds for run in runs]
    return f"{median(seconds):.2f} ({min(seconds):.2f}–{max(seconds):.2f})"


def _memory(runs: Sequence[Run]) -> float:
    return max(run.memory for run in runs)
