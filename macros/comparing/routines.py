"""What differs in a routine: its steps first, then what else it says."""

from collections.abc import Iterator

from macros.comparing.change import Change
from macros.comparing.fields import field_changes
from macros.comparing.pairing import Pair, pairs, reordered
from macros.comparing.side import Side
from macros.model.routine import Routine, Step


def routine_changes(
    sides: tuple[Side, Side], where: str, before: Routine | None, after: Routine | None
) -> Iterator[Change]:
    """Yields: that the routine is new or gone, or what its steps say differently, and the rest."""
    if before is None or after is None:
        if after is not None:
            says = f"Ny rutin, ”{after.title}”, i {_counted(len(after.steps))}."
            steps = tuple(step.text for step in after.steps)
            yield Change("routines", "routine-new", where, after.title, says, after=steps)
        elif before is not None:
            says = f"Rutinen ”{before.title}” är borttagen."
            yield Change("routines", "routine-gone", where, before.title, says)
        return
    about = f"Rutinen ”{after.title}”"
    found = pairs(before.steps, after.steps, key=lambda step: step.id, text=lambda step: step.text)
    for pair in found:
        yield from _step(sides, where, about, (before, after), pair)
    if reordered(before.steps, after.steps, lambda step: step.id):
        says = f"{about}: stegen kommer i en annan ordning."
        was, now = (tuple(step.text for step in routine.steps) for routine in (before, after))
        yield Change("routines", "order-changed", where, after.title, says, was, now, listed=True)
    yield from field_changes(
        sides, before, after, group="routines", where=where, about=about, skip=("steps",)
    )


def _step(
    sides: tuple[Side, Side],
    where: str,
    about: str,
    routines: tuple[Routine, Routine],
    pair: Pair[Step],
) -> Iterator[Change]:
    was, now = pair.before, pair.after
    if now is None:
        if was is not None:
            at = routines[0].steps.index(was) + 1
            says = f"{about}: steg {at} är borttaget: ”{was.text}”"
            yield Change("routines", "step-gone", where, about, says, before=(was.text,))
        return
    step = f"steg {routines[1].steps.index(now) + 1}"
    if was is None:
        says = f"{about}: nytt {step}: ”{now.text}”"
        yield Change("routines", "step-new", where, about, says, after=(now.text,))
        return
    if was.text != now.text:
        says = f"{about}: {step} är omskrivet."
        texts = (was.text,), (now.text,)
        yield Change("routines", "step-reworded", where, about, says, *texts, listed=True)
    yield from field_changes(
        sides, was, now, group="routines", where=where, about=f"{about}, {step}", skip=("text",)
    )


def _counted(steps: int) -> str:
    return "ett steg" if steps == 1 else f"{steps} steg"
