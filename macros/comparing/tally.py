"""How many activities of a plan go on, are new or are gone since an earlier plan."""

from macros.comparing.activities import matched
from macros.model.plan import Plan


def tally(before: Plan, after: Plan) -> str:
    """`Planen har 14 aktiviteter. 8 av dem fanns i den förra planen, och 6 är nya. …`."""
    found = matched(before, after)
    kept = sum(1 for pair in found if pair.before and pair.after)
    new, gone = len(after.activities) - kept, len(before.activities) - kept
    words = [
        f"Planen har {len(after.activities)} "
        + ("aktivitet." if len(after.activities) == 1 else "aktiviteter."),
        f"{kept or 'Ingen'} av dem fanns i den förra planen, och {_count(new)}.",
        _GONE.get(gone, f"{gone} av den förra planens aktiviteter finns inte kvar."),
    ]
    return " ".join(words)


_GONE = {
    0: "Alla den förra planens aktiviteter finns kvar.",
    1: "En av den förra planens aktiviteter finns inte kvar.",
}


def _count(new: int) -> str:
    return {0: "ingen är ny", 1: "en är ny"}.get(new, f"{new} är nya")
