"""Which plan a name on the command line means."""

from pathlib import Path

from macros.portal import Portal


class WrongUseError(Exception):
    """What was asked for cannot be done; the message says why in Swedish."""


def plans(data: Portal) -> list[str]:
    """The ids of all plans."""
    return [f"{place.id}/{year}" for place in data.places.values() for year in place.years]


def plan_id(root: Path, data: Portal, name: str) -> str | None:
    """The id of the plan that a name means: its file, its id, or the end of it where that is clear.

    Raises:
        WrongUseError: The name means several plans.
    """
    known = plans(data)
    path = Path(name)
    if path.is_file() and path.resolve().is_relative_to(root.resolve() / "plans"):
        name = path.resolve().relative_to(root.resolve() / "plans").as_posix().removesuffix(".yml")
    if name in known:
        return name
    found = [one for one in known if one.endswith(f"/{name}") and "/" in name]
    if len(found) > 1:
        raise WrongUseError(f'"{name}" kan vara flera planer: {", ".join(found)}. Skriv hela id:t.')
    return found[0] if found else None
