"""A new district: its file, its page, and the page for whoever is worried there."""

from macros.drafting import thin_pages
from macros.drafting.draft import Draft, Kind
from macros.drafting.names import id_fault, place_fault, proposed
from macros.drafting.places import MUNICIPALITY
from macros.drafting.questions import Answers, Choices, about
from macros.drafting.record import record
from macros.drafting.words import BODY_KINDS
from macros.model.place import Body, District
from macros.pages import Pages
from macros.portal import Portal


def _neighbours(portal: Portal, answers: Answers) -> Choices:
    return {place.id.rpartition("/")[2]: place.title for place in portal.children(answers["place"])}


def _id_fault(portal: Portal, answers: Answers, name: str) -> str | None:
    return place_fault(name, _neighbours(portal, answers))


def _body_fault(portal: Portal, answers: Answers, name: str) -> str | None:
    return id_fault(name, portal.known("body", answers["place"]) or ())


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
)


def _draft(_portal: Portal, _pages: Pages, answers: Answers) -> Draft:
    home, title = answers["place"], answers["title"]
    place = f"{home}/{answers['id']}"
    body = {"id": answers["body_id"], "kind": answers["body_kind"], "title": answers["body"]}
    given = {"title": title, "body": body, "police_area": answers["police_area"]}
    return Draft(
        {
            f"plans/{place}/district.yml": record(District, given),
            f"content/planer/{place}/index.md": thin_pages.place_without_plan(place, title),
            f"content/vid-oro/{place}/index.md": thin_pages.worried(place, title),
        },
        left=(f"Lägg in distriktets plan: planportal new plan {place}/ÅR",),
    )


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
