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
    text = with_record(portal, file, "roles", Role, given)
    # Without a page that lists the roles, none has a page of its own.
    if f"content/ansvar/{home}/index.md" not in pages.written:
        return Draft({}, {file: text})
    unit = f"{home}/{answers['id']}"
    heading = f"{title}: ansvar och uppgifter"
    page = thin_pages.page(title, heading, thin_pages.call("unit_duties", unit))
    return Draft({f"content/ansvar/{unit}/index.md": page}, {file: text})


ROLE = Kind(
    name="role",
    title="en roll",
    target="KOMMUN/ID",
    split=("place", "id"),
    examples=("role", "role exempel/elevhalsan --title Elevhälsan --within skolan"),
    questions=QUESTIONS,
    draft=_draft,
)
