"""A district that goes up in a new one: its file says so, and its pages lead to the new one's."""

from collections.abc import Iterator

from macros.drafting import thin_pages
from macros.drafting.draft import Draft
from macros.pages import Pages
from macros.portal import Place, Portal
from macros.source.editing import tree, value, written


def merging(portal: Portal, pages: Pages, old: Place, new: str) -> Draft:
    """What becomes of a district's file and pages.

    Args:
        portal: The data.
        pages: The pages.
        old: The district that goes up in the new one.
        new: The id of the new place, which is not there yet.
    """
    file = f"plans/{old.id}/district.yml"
    changed = {file: _succeeded(portal.texts[file], new.rpartition("/")[2])}
    moved = {}
    for folder in ("planer", "vid-oro"):
        name = f"content/{folder}/{old.id}/index.md"
        text = pages.written.get(name)
        if text is None:
            continue
        heading = old.title if folder == "planer" else f"Är du orolig? {old.title}"
        address = f"/{folder}/{new}/"
        call = thin_pages.call("moved_on", old.id)
        changed[name] = thin_pages.page(old.title, heading, call, moved_to=address)
        if folder == "planer" and old.years:
            year = old.years[0]
            page = text.replace(f"\ntitle: {old.title}\n", f"\ntitle: {old.title} {year}\n", 1)
            moved[f"content/planer/{old.id}/{year}/index.md"] = _asking(page, old.id, new)
    for name, text in _led(pages, old.id, new):
        changed.setdefault(name, text)
    told = (
        f"Säger ingen källa att {old.title} har gått upp i det nya distriktet? "
        f'Lägg till "inferred:" och "  - successor" i {file}.'
    )
    return Draft(moved, changed, (told,))


def _succeeded(text: str, successor: str) -> str:
    """The file of a district that has gone up in another."""
    line = f"successor: {successor}"
    if "\n#successor:\n" in text:
        return text.replace("\n#successor:\n", f"\n{line}\n", 1)
    changed = tree(text)
    before = [key for key in ("title", "body", "predecessors") if key in changed]
    changed.insert(list(changed).index(before[-1]) + 1, "successor", value(successor))
    return written(changed)


def _led(pages: Pages, old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yields: the pages of those that had gone up in the old district, which lead on as well."""
    for name, text in pages.written.items():
        led = _asking(text, old, new)
        for folder in ("planer", "vid-oro"):
            led = led.replace(f"\nmoved_to: /{folder}/{old}/\n", f"\nmoved_to: /{folder}/{new}/\n")
        if led != text:
            yield name, led


def _asking(text: str, old: str, new: str) -> str:
    """A page with the numbers of the new district."""
    numbers = "nearest_contacts"
    return text.replace(thin_pages.call(numbers, old), thin_pages.call(numbers, new))
