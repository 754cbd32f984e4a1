"""A new role, last of its municipality's, and its page."""

from macros.drafting import thin_pages
from macros.drafting.adding import with_record
from macros.drafting.draft import Draft, Kind
from macros.drafting.names import id_fault, proposed
from macros.drafting.places import MUNICIPALITY
from macros.drafting.questions import Answers, Choices, about
from macros.model.place import Role
from macros.pages import Pages
from macros.portal import Portal


def _roles(portal: Portal, answers: Answers) -> Choices:
    return {role.id: role.title for role in portal.municipality(answers["place"]).roles}


def _id_fault(portal: Portal, answers: Answers, name: str) -> str | None:
    return id_fault(name, _roles(portal, answers))


_ABOVE = "Vad ska min enhet göra?"
_CHOOSE = (
    "Välj roll eller enhet. Namnen är de som planen använder. "
    "Hittar du inte din enhet? Fråga din chef."
)

QUESTIONS = (
    MUNICIPALITY,
    about(Role, "title"),
    about(
        Role,
        "id",
        by_option=False,
        proposed=lambda _portal, answers: proposed(answers["title"]),
        fault=_id_fault,
    ),
    about(Role, "within", shown="ID", choices=_roles),
)


def _draft(portal: Portal, pages: Pages, answers: Answers) -> Draft:
    home, title = answers["place"], answers["title"]
    file = f"plans/{home}/municipality.yml"
    given = {"id": answers["id"], "title": title, "within": answers["within"]}
    made = Draft({}, {file: with_record(portal, file, "roles", Role, given)})
    listing = f"content/ansvar/{home}/index.md"
    if listing not in pages.written:
        if _roles(portal, answers):
            # Without a page that lists the roles, none of them has a page of its own.
            return made
        made = made.joined(_first(portal, pages, home, listing))
    unit = f"{home}/{answers['id']}"
    heading = f"{title}: ansvar och uppgifter"
    page = thin_pages.page(title, heading, thin_pages.call("unit_duties", unit))
    return made.joined(Draft({f"content/ansvar/{unit}/index.md": page}))


def _first(portal: Portal, pages: Pages, home: str, listing: str) -> Draft:
    """The page that lists a municipality's roles, and the way there."""
    title = portal.place(home).title
    call = thin_pages.call("unit_list", home)
    made = Draft({listing: thin_pages.page(title, f"{_ABOVE} {title}", _CHOOSE, call)})
    above = "content/ansvar/index.md"
    lines = pages.written.get(above, "").splitlines()
    links = [number for number, line in enumerate(lines, 1) if line.startswith("- [")]
    if not links:
        return made
    lines.insert(links[-1], f"- [{title}]({home}/index.md)")
    return made.joined(Draft({}, {above: "\n".join(lines) + "\n"}))


ROLE = Kind(
    name="role",
    title="en roll",
    target="KOMMUN/ID",
    split=("place", "id"),
    examples=("role", "role exempel/elevhalsan --title Elevhälsan --within skolan"),
    questions=QUESTIONS,
    draft=_draft,
)
