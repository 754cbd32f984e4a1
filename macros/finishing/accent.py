"""The portal's own accent colour, in the one style sheet that holds it.

Nothing else can carry it: the pages' policy forbids styles that stand on them.
"""

from pathlib import Path

from macros.model.colour import nearest_that_passes
from macros.model.settings import Settings
from macros.portal import NATION, Portal

FILE = "assets/stylesheets/accent.css"

DARK = "#272a35"
"""The lightest surface of the theme's dark colours, and so the hardest to be seen against."""


def finish(site: Path, portal: Portal) -> list[str]:
    """Write the accent that the settings give; without settings, the default one stays.

    Returns:
        No complaints: whether the colour can be seen is judged where it is read.
    """
    settings = portal.place(NATION).record(Settings)
    file = site / FILE
    if settings is not None and file.exists():
        file.write_text(style(settings.accent), encoding="utf-8")
    return []


def style(accent: str) -> str:
    """The style sheet of an accent: itself, and the nearest that is seen against dark surfaces."""
    on_dark = nearest_that_passes(accent, DARK)
    return (
        "/* The portal's accent: made from plans/settings.yml, and the default without it. */\n"
        ":root {\n"
        f"  --plan-accent: {accent};\n"
        f"  --plan-accent--transparent: {accent}1a;\n"
        f"  --plan-accent-on-dark: {on_dark};\n"
        f"  --plan-accent-on-dark--transparent: {on_dark}1a;\n"
        "}\n"
    )
