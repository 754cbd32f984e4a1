"""The measurements of one size: both builds in turn, and our own steps apart from them."""

import json
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.measure import BUILD, Run, module


@dataclass
class Size:
    """What was measured at one size; times in seconds, one for each round.

    Attributes:
        plans: Plan pages; `pages` counts all pages and `files` the data files.
        loading: Portal, pages and checks in a process of their own, without its start.
        parts: Of the last loading, the seconds of each part.
        parsed: Of the last loading, how often each YAML loader was asked to parse a text.
        same: Built files that are the same in both sites byte for byte, of all.
    """

    plans: int
    pages: int
    files: int
    ours: list[Run] = field(default_factory=list)
    plain: list[Run] = field(default_factory=list)
    loading: list[float] = field(default_factory=list)
    parts: dict[str, float] = field(default_factory=dict)
    parsed: dict[str, int] = field(default_factory=dict)
    finishing: list[float] = field(default_factory=list)
    same: tuple[int, int] = (0, 0)

    @property
    def build(self) -> float:
        """The median wall time of our build."""
        return median(run.seconds for run in self.ours)

    @property
    def ratio(self) -> float:
        """Our build to the plain one: medians of wall time."""
        return self.build / median(run.seconds for run in self.plain)

    @property
    def rendering_ratio(self) -> float:
        """The same without loading and checking, which have a target of their own."""
        return self.ratio * (1 - self.loading_share)

    @property
    def processor_ratio(self) -> float:
        """The same as `ratio` in processor time, which other work on the machine disturbs less."""
        return median(r.processor for r in self.ours) / median(r.processor for r in self.plain)

    @property
    def loading_share(self) -> float:
        """Loading and checking as a share of our build."""
        return median(self.loading) / self.build

    @property
    def finishing_share(self) -> float:
        """The finishing steps as a share of our build."""
        return median(self.finishing) / self.build


def measure(folder: Path, plans: int, rounds: int) -> Size:
    """Make a portal with this many plan pages in `folder` and measure it.

    Raises:
        RuntimeError: A build failed, or the two sites differ in what they say.
    """
    ours, plain = folder / "ours", folder / "plain"
    for made in (ours, plain):
        made.mkdir()
    size = Size(plans, **step(ours, "generate", str(ours), str(plans)))
    step(ours, "expand", str(ours), str(plain))
    for number in range(rounds):
        pair = [(ours, size.ours), (plain, size.plain)]
        # Every other round the other way round, so that neither gains by coming second.
        for project, runs in pair if number % 2 == 0 else reversed(pair):
            shutil.rmtree(project / "site", ignore_errors=True)
            runs.append(module(BUILD, project))
            _say(f"{plans} plans, round {number + 1}: {project.name} {runs[-1].seconds:.1f} s")
        if number == 0:
            _compare(size, ours, plain)
        loaded = step(ours, "load", str(ours))
        size.loading.append(sum(loaded["parts"].values()))
        size.parts, size.parsed = loaded["parts"], loaded["parsed"]
        size.finishing.append(sum(step(ours, "finish", str(ours)).values()))
    return size


def _compare(size: Size, ours: Path, plain: Path) -> None:
    """See that both builds say the same, before ours is finished: then files have other names."""
    compared = step(ours, "compare", str(ours), str(plain))
    if compared["different"]:
        raise RuntimeError(f"The two sites differ, so their times say nothing: {compared}")
    size.same = compared["same"], compared["files"]


def profile(folder: Path) -> str:
    """The profile of our build of a portal that has been measured."""
    _say("recording a profile")
    ours, file = folder / "ours", str(folder / "profile")
    shutil.rmtree(ours / "site", ignore_errors=True)
    module(("cProfile", "-o", file, "-m", *BUILD), ours)
    text: str = step(ours, "profile", file)["text"]
    return text


def step(folder: Path, *arguments: str) -> dict[str, Any]:
    """What a step of `tests.bench.steps` found."""
    found: dict[str, Any] = json.loads(module(("tests.bench.steps", *arguments), folder).output)
    return found


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
