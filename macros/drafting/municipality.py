"""A new municipality: its file, its page, and the page for whoever is worried there."""

from macros.drafting import thin_pages
from macros.drafting.draft import Draft, Kind
from macros.drafting.names import id_fault, place_fault, proposed
from macros.drafting.questions import Answers, about
from macros.drafting.record import record
from macros.drafting.stopgap import stopgap
from macros.drafting.words import BODY_KINDS
from macros.model.place import Area, Body, Municipality
from macros.pages import Pages
from macros.portal import NATION, Portal


def _id_fault(portal: Portal, _answers: Answers, name: str) -> str | None:
    return place_fault(name, [place.id for place in portal.children(NATION)])


def _area_fault(_portal: Portal, answers: Answers, title: str) -> str | None:
    names = [proposed(area) for area in answers.get("area") or ()]
    if names.count(proposed(title)) > 1:
        return f'Området "{title}" står två gånger. Ta bort det ena.'
    return None if proposed(title) else f'"{title}" har inga bokstäver. Skriv ett namn.'


def _has_body(_portal: Portal, answers: Answers) -> bool:
    return bool(answers.get("body"))


QUESTIONS = (
    about(Municipality, "title"),
    about(
        Body,
        "id",
        help="Kommunens id: dess mapp och adress.",
        by_option=False,
        proposed=lambda _portal, answers: proposed(answers["title"]),
        fault=_id_fault,
    ),
    about(Municipality, "ask"),
    about(
        Body,
        "title",
        name="body",
        title="Organ",
        help="Organet som beslutar kommunens plan. Skriv som mitt i en mening.",
        required=False,
    ),
    about(
        Body,
        "id",
        name="body_id",
        title="Organets id",
        shown="ID",
        when=_has_body,
        proposed=lambda _portal, answers: proposed(answers["body"]),
        fault=lambda _portal, _answers, name: id_fault(name),
    ),
    about(
        Body,
        "kind",
        BODY_KINDS,
        name="body_kind",
        title="Slags organ",
        shown="SLAG",
        when=_has_body,
        proposed=lambda _portal, _answers: "kommunstyrelse",
    ),
    about(
        Area,
        "title",
        name="area",
        title="Område",
        help="Ett område som planens aktiviteter sorteras under.",
        required=False,
        many=True,
    ).and_fault(_area_fault),
)


def _draft(portal: Portal, _pages: Pages, answers: Answers) -> Draft:
    place, title = answers["id"], answers["title"]
    areas = {proposed(area): area for area in answers["area"]}
    given = {"title": title, "ask": answers["ask"]}
    bodies = []
    if answers["body"]:
        kind, body = answers["body_kind"], answers["body"]
        bodies = [{"id": answers["body_id"], "kind": kind, "title": body}]
    listed = [{"id": name, "title": area} for name, area in areas.items()]
    # Each area is shown by a section, or what is planned there would be on no page.
    sections = [
        {"id": f"aktiviteter-{name}", "title": area, "level": 1, "area": name}
        for name, area in areas.items()
    ]
    whole = {**given, "bodies": bodies, "areas": listed, "structure": sections}
    made = Draft(
        {
            f"plans/{place}/municipality.yml": record(Municipality, whole),
            f"content/planer/{place}/index.md": thin_pages.place_without_plan(place, title),
            f"content/vid-oro/{place}/index.md": thin_pages.worried(place, title),
        },
        left=(
            "Lägg in kommunens nummer: planportal new contact",
            "Lägg in vad man gör vid oro: planportal new routine",
            "Lägg in kommunens plan: planportal new plan",
            "Eller ett distrikt: planportal new district",
        ),
    )
    return made.joined(stopgap(portal, place, title, answers["ask"]))


MUNICIPALITY = Kind(
    name="municipality",
    title="en kommun",
    target="ID",
    split=("id",),
    examples=(
        "municipality",
        (
            'municipality exempel --title "Exempels kommun" --ask "kommunens växel" '
            '--body kommunstyrelsen --area "Förebyggande arbete"'
        ),
    ),
    questions=QUESTIONS,
    draft=_draft,
)
