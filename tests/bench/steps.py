"""What the benchmark does in processes of their own; each step prints what it found as JSON.

`python -m tests.bench.steps <step> <arguments>`, in the folder of the portal at hand.
"""
# ruff: noqa: PLC0415 - a step imports what it needs and no more, so that it measures only that

import datetime as dt
import io
import json
import pstats
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

_ARTICLE = re.compile(rb"<article.*</article>", re.DOTALL)


def generate(folder: str, plans: str) -> dict[str, int]:
    """Make the portal; how many pages and data files it has in all."""
    from tests.bench import generate as generator

    generator.portal(Path(folder), int(plans))
    pages = sum("texter" not in path.parts for path in Path(folder, "content").rglob("*.md"))
    return {"pages": pages, "files": sum(1 for _ in Path(folder, "plans").rglob("*.yml"))}


def expand(project: str, target: str) -> dict[str, int]:
    """Make the plain pages."""
    from tests.bench import plain

    plain.expand(Path(project), Path(target))
    return {}


def load(project: str) -> dict[str, dict[str, float]]:
    """Load and check once as a build does: the seconds of each part, and what YAML loaders parsed.

    Raises:
        ProblemsFound: The data has problems.
    """
    import yaml

    from macros import checks, define_env, pages, portal
    from tests.bench.plain import Engine

    settings = yaml.safe_load(Path(project, "mkdocs.yml").read_text(encoding="utf-8"))
    parts: dict[str, float] = {}
    loaders: Counter[str] = Counter()

    def timed(part: str, function: Callable[..., object]) -> Callable[..., object]:
        def wrapped(*arguments: object) -> object:
            started = time.perf_counter()
            found = function(*arguments)
            parts[part] = parts.get(part, 0) + time.perf_counter() - started
            return found

        return wrapped

    def counted(parse: Callable[..., object]) -> Callable[..., object]:
        def wrapped(text: str, **options: type) -> object:
            loaders[options["Loader"].__name__] += 1
            return parse(text, **options)

        return wrapped

    for part, module, name in (
        ("portal", portal, "load"),
        ("pages", pages, "load"),
        ("checks", checks, "run"),
    ):
        setattr(module, name, timed(part, getattr(module, name)))
    setattr(yaml, "parse", counted(yaml.parse))  # noqa: B010 - the types forbid it for a function
    define_env(Engine(Path(project), settings))
    return {"parts": parts, "parsed": dict(loaders)}


def finish(project: str) -> dict[str, float]:
    """Finish the built site and make it a release: the seconds of each step.

    Raises:
        RuntimeError: A step complained.
    """
    from macros import portal
    from macros.commands.build import FINISHING, RELEASING
    from macros.finishing.release import Version

    site, data = Path(project, "site"), portal.load(Path(project))
    built = Version(None, changed=False, date=dt.datetime.fromtimestamp(0, dt.UTC))
    steps = [(step.__module__, partial(step, site, data)) for step in FINISHING]
    steps += [(step.__module__, partial(step, site, built)) for step in RELEASING]
    found: dict[str, float] = {}
    for name, carry_out in steps:
        started = time.perf_counter()
        if complaints := carry_out():
            raise RuntimeError(f"{len(complaints)} complaints, the first: {complaints[0]}")
        found[name] = time.perf_counter() - started
    return found


def compare(ours: str, plain: str) -> dict[str, Any]:
    """Which built pages differ in their article, and how many files are the same byte for byte."""
    sites = Path(ours, "site"), Path(plain, "site")
    left, right = ({p.relative_to(s) for p in s.rglob("*") if p.is_file()} for s in sites)
    different, same = [str(name) for name in left ^ right], 0
    for name in left & right:
        texts = [(site / name).read_bytes() for site in sites]
        same += texts[0] == texts[1]
        if name.suffix == ".html" and _ARTICLE.findall(texts[0]) != _ARTICLE.findall(texts[1]):
            different.append(str(name))
    return {"different": sorted(different), "same": same, "files": len(left)}


def profile(file: str) -> dict[str, str]:
    """A recorded profile's top: first our own and the plugin's parts, then what took most time."""
    shown = io.StringIO()
    stats = pstats.Stats(file, stream=shown)
    stats.sort_stats("cumulative").print_stats(r"/macros/|mkdocs_macros|json/encoder", 30)
    stats.sort_stats("tottime").print_stats(15)
    return {"text": shown.getvalue()}


STEPS: dict[str, Callable[..., dict[str, Any]]] = {
    step.__name__: step for step in (generate, expand, load, finish, compare, profile)
}

if __name__ == "__main__":
    json.dump(STEPS[sys.argv[1]](*sys.argv[2:]), sys.stdout)
