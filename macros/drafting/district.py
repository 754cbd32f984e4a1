"""A new district: its file, its page, and the page for whoever is worried there."""

from dataclasses import replace

from macros.checks.pages_match_places import MAX_LINES
from macros.drafting import thin_pages
from macros.drafting.draft import Draft, Kind
from macros.drafting.merging import merging
from macros.drafting.names import id_fault, place_fault, proposed
from macros.drafting.places import MUNICIPALITY
from macros.drafting.questions import Answers, Choices, about
from macros.drafting.record import record
from macros.drafting.words import BODY_KINDS
from macros.model.place import Body, District
from macros.pages import Pages
from macros.portal import Portal

_ADDED = 2
"""The lines that a macro's call adds to a page."""

_CHOOSE = (
    "Välj distrikt. Länken ”Är du orolig?” går till kontakterna, distriktets namn till planen."
)


def _neighbours(portal: Portal, answers: Answers) -> Choices:
    return {place.id.rpartition("/")[2]: place.title for place in portal.children(answers["place"])}


def _id_fault(portal: Portal, answers: Answers, name: str) -> str | None:
    return place_fault(name, _neighbours(portal, answers))


def _body_fault(portal: Portal, answers: Answers, name: str) -> str | None:
    return id_fault(name, portal.known("body", answers["place"]) or ())


def _replaced_fault(portal: Portal, answers: Answers, name: str) -> str | None:
    old = portal.place(f"{answers['place']}/{name}").district
    if old is not None and old.record.successor:
        return f"{old.record.title} har redan gått upp i {old.record.successor}."
    return None


QUESTIONS = (
    MUNICIPALITY,
    about(District, "title"),
    about(
        Body,
        "id",
        help="Distriktets id: dess mapp och adress.",
        by_option=False,
        proposed=lambda _portal, answers: proposed(answers["title"]),
        fault=_id_fault,
    ),
    about(
        Body,
        "title",
        name="body",
        title="Nämnd",
        help="Nämnden som beslutar distriktets plan. Skriv som mitt i en mening.",
    ),
    about(
        Body,
        "id",
        name="body_id",
        title="Nämndens id",
        shown="ID",
        proposed=lambda _portal, answers: proposed(answers["body"]),
        fault=_body_fault,
    ),
    about(
        Body,
        "kind",
        BODY_KINDS,
        name="body_kind",
        title="Slags nämnd",
        shown="SLAG",
        proposed=lambda _portal, _answers: "stadsdelsnamnd",
    ),
    about(District, "police_area"),
    about(District, "predecessors", name="replaces", shown="ID", choices=_neighbours).and_fault(
        _replaced_fault
    ),
)


def _draft(portal: Portal, pages: Pages, answers: Answers) -> Draft:
    home, title = answers["place"], answers["title"]
    place = f"{home}/{answers['id']}"
    body = {"id": answers["body_id"], "kind": answers["body_kind"], "title": answers["body"]}
    given = {
        "title": title,
        "body": body,
        "predecessors": answers["replaces"],
        "police_area": answers["police_area"],
    }
    made = Draft(
        {
            f"plans/{place}/district.yml": record(District, given),
            f"content/planer/{place}/index.md": thin_pages.place_without_plan(place, title),
            f"content/vid-oro/{place}/index.md": thin_pages.worried(place, title),
        },
        _listing(pages, home),
        left=("Lägg in distriktets plan: planportal new plan",),
    )
    for old in answers["replaces"]:
        # Two that are replaced may be named on one page, which keeps what the first made of it.
        seen = replace(pages, written={**pages.written, **made.changed})
        made = made.joined(merging(portal, seen, portal.place(f"{home}/{old}"), place))
    return made


def _listing(pages: Pages, home: str) -> dict[str, str]:
    """The municipality's pages that do not lead to its districts yet, as they are then."""
    call = thin_pages.call("district_list", home)
    plans, worried = f"content/planer/{home}/index.md", f"content/vid-oro/{home}/index.md"
    changed = {}
    text = pages.written.get(plans, call)
    if call not in text and text.count("\n") + _ADDED <= MAX_LINES:
        changed[plans] = f"{text.rstrip()}\n\n{call}\n"
    text = pages.written.get(worried, call)
    if call not in text:
        sheet = thin_pages.call("wall_sheet", home)
        listed = f"{_CHOOSE}\n\n{call}\n"
        ends = text.endswith(f"\n{sheet}\n")
        changed[worried] = f"{text.rstrip()}\n\n{listed}"
        if ends:
            # The sheet for the wall is printed alone, so it stays last.
            changed[worried] = text.removesuffix(f"{sheet}\n") + f"{listed}\n{sheet}\n"
    return changed


DISTRICT = Kind(
    name="district",
    title="ett distrikt",
    target="KOMMUN/ID",
    split=("place", "id"),
    examples=(
        "district",
        'district exempel/syd --title Syd --body "Syds stadsdelsnämnd"',
    ),
    questions=QUESTIONS,
    draft=_draft,
)
