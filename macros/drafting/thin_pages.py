"""The thin pages of places, plans, routines and roles: a title, macro calls, few words."""

from macros.model.page import REFUSED
from macros.source.editing import Tree, value, written


def page(
    title: str, heading: str, *parts: str, hide: tuple[str, ...] = (), moved_to: str = ""
) -> str:
    """A page with its heading and what stands under it, each part between blank lines.

    Args:
        title: As the menu has it; signs that may not stand there are left out.
        heading: As the page has it.
        parts: Paragraphs, headings and macro calls.
        hide: What the page does without, such as its list of contents.
        moved_to: The address where what the page was about is found now.
    """
    kept = title.replace("&", "och").translate({ord(sign): None for sign in REFUSED})
    head = written(Tree({"title": value(kept)}))
    if "'" in head:
        # The other pages have the other quotes, and a title holds none of them.
        escaped = kept.replace("\\", "\\\\")
        head = f'title: "{escaped}"\n'
    if moved_to:
        head += f"moved_to: {moved_to}\n"
    if hide:
        head += "hide:\n" + "".join(f"  - {part}\n" for part in hide)
    return "\n".join([f"---\n{head}---\n", f"# {heading}\n", *(f"{part}\n" for part in parts)])


def call(macro: str, argument: str = "") -> str:
    """A macro's call as it stands alone on its line."""
    quoted = f'"{argument}"' if argument else ""
    return f"{{{{ {macro}({quoted}) }}}}"


def place_without_plan(place: str, title: str) -> str:
    """A place's page below /planer/, as long as it has no plan."""
    return page(title, title, call("nearest_contacts", place))


def plan(place: str, title: str, year: int, *, newest: bool) -> str:
    """A plan's page: that of its place, or of an earlier year."""
    name = f"{place}/{year}"
    summary, sections = call("plan_summary", name), call("plan_sections", name)
    if not newest:
        return page(f"{title} {year}", f"{title}: handlingsplan {year}", summary, sections)
    contacts = ("## Vem ska jag ringa? { #kontakter }", call("nearest_contacts", place))
    changes = call("plan_changes", name)
    return page(title, f"{title}: handlingsplan {year}", summary, *contacts, sections, changes)


def worried(place: str, title: str) -> str:
    """A place's page below /vid-oro/."""
    up = "../" * (place.count("/") + 2)
    more = f"Läs mer på [sidan om {_linked(title)}]({up}planer/{place}/index.md)."
    return page(
        title,
        f"Är du orolig? {title}",
        call("emergency_numbers"),
        call("worry_guide", place),
        "## Alla nummer { #nummer }",
        call("contact_list", place),
        more,
        call("wall_sheet", place),
        hide=("toc",),
    )


def _linked(title: str) -> str:
    return title.replace("[", "(").replace("]", ")")
