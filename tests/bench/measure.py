"""One child process: how long it took, the processor time it used, and its peak memory."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUILD = ("mkdocs", "build", "--strict")


@dataclass(frozen=True)
class Run:
    """Wall time and processor time in seconds, peak resident memory in MB, and what was printed."""

    seconds: float
    processor: float
    memory: float
    output: str


def module(arguments: Sequence[str], folder: Path) -> Run:
    """Run a Python module with its arguments in a folder, whose own packages are found first.

    The system counts our own memory at the fork as the child's, so this process has to stay small:
    whatever reads a whole portal is a step of its own (`tests.bench.steps`).

    Raises:
        RuntimeError: The child failed; its output is the message.
    """
    command = [sys.executable, "-m", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    started = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as child:
        output = child.stdout.read() if child.stdout else ""
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        shown = " ".join(command)
        raise RuntimeError(f"{shown} in {folder} ended with {child.returncode}:\n{output[-4000:]}")
    scale = 2**20 if sys.platform == "darwin" else 2**10
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale, output)
