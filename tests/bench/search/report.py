"""What was measured of both searches, as a table, and against the targets."""

from collections.abc import Iterator, Sequence
from statistics import median, quantiles

from tests.bench.report import Target
from tests.bench.search.queries import CLASSES
from tests.bench.search.rounds import Engine, Size

QUERY = 30
"""Milliseconds that a query may take at 1,500 plans."""

_HEAD = (
    "plans  pages  search  index MB raw/gz  all MB gz  first hits ms (least–most)"
    "  after reading  query ms median/p95/worst  worker median/p95/worst   MB  step s"
)


def targets(size: Size) -> Iterator[Target]:
    """Yields: the targets that hold at a size."""
    ours, stock = median(size.ours.first), median(size.stock.first)
    yield Target(f"first hits at {size.plans} plans, ours to the theme's", ours / stock, 1)
    if size.plans >= 1500:
        _, most, worst = _spread([size.ours.query(name) for name in size.ours.answers])
        yield Target(f"a query at {size.plans} plans in ms, 19 of 20", most, QUERY)
        yield Target(f"a query at {size.plans} plans in ms, the slowest", worst, QUERY)


def table(sizes: Sequence[Size]) -> str:
    """Two rows a size. A query's time is the median of its rounds; p95 and worst are among queries.

    "After reading" is the first query on a page open for five seconds, from its message on.
    """
    rows = [
        _row(size, name, engine)
        for size in sizes
        for name, engine in (("ours", size.ours), ("theme", size.stock))
    ]
    return "\n".join([_HEAD, *rows])


def details(size: Size) -> str:
    """What the table has no room for: the steps of loading, each file, and each class of query."""
    steps = ", ".join(f"{name} {median(took):.0f} ms" for name, took in size.loading.items())
    lines = [
        f"{size.plans} plans: our index loads in {steps}; the finishing step {size.step:.2f} s"
    ]
    for name, engine in (("ours", size.ours), ("theme", size.stock)):
        lines += [
            f"  {name}: {path} {raw / 1000:.0f} kB, gzipped {packed / 1000:.0f} kB"
            for path, (raw, packed) in engine.files.items()
        ]
    for kind, queries in CLASSES.items():
        shown = " | ".join(_of_class(engine, queries) for engine in (size.ours, size.stock))
        lines.append(f"  {kind}: {shown}")
    least = [
        _three([engine.least(query) for query in engine.answers])
        for engine in (size.ours, size.stock)
    ]
    lines.append(f"  each query in its best round, median/p95/worst: {' | '.join(least)} ms")
    return "\n".join(lines)


def _of_class(engine: Engine, queries: Sequence[str]) -> str:
    middle, _, worst = _spread([engine.query(query) for query in queries])
    slowest = max(queries, key=engine.query)
    found = sum(engine.answers[query][0].hits > 0 for query in queries)
    return f"{middle:.1f} ms, worst {worst:.1f} ({slowest}), {found} of {len(queries)} with hits"


def _spread(times: Sequence[float]) -> tuple[float, float, float]:
    """The median, the time that 19 of 20 keep within, and the worst."""
    return median(times), quantiles(times, n=20, method="inclusive")[-1], max(times)


def _row(size: Size, name: str, engine: Engine) -> str:
    index = max(engine.files.values())
    packed = sum(one for _, one in engine.files.values())
    first = f"{median(engine.first):.0f} ({min(engine.first):.0f}–{max(engine.first):.0f})"
    shown = _three([engine.query(query) for query in engine.answers])
    answered = _three([engine.answered(query) for query in engine.answers])
    return (
        f"{size.plans:5}  {size.pages:5}  {name:6}  {index[0] / 1e6:7.2f}/{index[1] / 1e6:<7.2f}  "
        f"{packed / 1e6:9.2f}  {first:>27}  {median(engine.later):13.0f}  {shown:>25}  "
        f"{answered:>23}  {median(engine.memory):3.0f}  "
        f"{f'{size.step:.2f}' if name == 'ours' else '–':>6}"
    )


def _three(times: Sequence[float]) -> str:
    return "/".join(f"{time:.1f}" for time in _spread(times))
