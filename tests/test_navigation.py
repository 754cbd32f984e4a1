"""What can be looked up from the start page is the menu's first level."""

from pathlib import Path

from macros import pages
from macros.fragments import PARAMETERS
from macros.views.navigation import subjects

HEAD = "---\ntitle: {title}\norder: {order}\n---\n\n# {title}\n"


def test_each_page_of_the_first_level_is_a_subject_but_the_start_and_the_worried_door(
    tiny: Path,
) -> None:
    for order, name in ((2, "planer"), (1, "vid-oro"), (3, "stod")):
        page = tiny / "content" / name / "index.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(HEAD.format(title=name.capitalize(), order=order), encoding="utf-8")
    found = subjects(pages.load(tiny, PARAMETERS).pages)
    assert [(row.title, row.url) for row in found][:2] == [
        ("Planer", "/planer/"),
        ("Stod", "/stod/"),
    ]
    assert {"/", "/vid-oro/"}.isdisjoint(row.url for row in found)
