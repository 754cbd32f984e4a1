"""A new contact, last in its place's contacts."""

from macros.drafting.adding import with_record
from macros.drafting.draft import Draft, Kind
from macros.drafting.names import id_fault, proposed
from macros.drafting.places import WITH_NATION, nation_or_place
from macros.drafting.questions import Answers, Question, about
from macros.drafting.source import cited
from macros.drafting.source import questions as source_questions
from macros.drafting.words import CONTACT_KINDS
from macros.model.contact import Contact, Email, Phone
from macros.pages import Pages
from macros.portal import Portal


def _id_fault(portal: Portal, answers: Answers, name: str) -> str | None:
    contacts = nation_or_place(portal, answers["place"]).contacts
    return id_fault(name, [one.id for one in contacts.record.contacts] if contacts else ())


def _is_reached(_portal: Portal, answers: Answers) -> bool:
    return bool(answers.get("phone") or answers.get("email"))


QUESTIONS: tuple[Question, ...] = (
    WITH_NATION,
    about(Contact, "title"),
    about(
        Contact,
        "id",
        by_option=False,
        proposed=lambda _portal, answers: proposed(answers["title"]),
        fault=_id_fault,
    ),
    about(Contact, "kind", CONTACT_KINDS, shown="SLAG"),
    about(Contact, "when"),
    about(Phone, "number", name="phone", shown="NUMMER", many=True, required=False),
    about(Email, "address", name="email", title="E-post", shown="ADRESS", required=False),
    about(
        Contact,
        "web",
        shown="ADRESS",
        title="Webb, eller ett nummer eller en e-postadress",
        required=True,
        when=lambda portal, answers: not _is_reached(portal, answers),
    ),
    about(Contact, "web", shown="ADRESS", when=_is_reached),
    about(Contact, "organization"),
    about(Contact, "hours"),
    *source_questions(),
)


def _draft(portal: Portal, _pages: Pages, answers: Answers) -> Draft:
    place = nation_or_place(portal, answers["place"])
    file = f"plans/{place.folder}/contacts.yml"
    source, sources = cited(portal, answers)
    given = {name: answers[name] for name in ("id", "kind", "title", "when", "organization")}
    given |= {name: answers[name] for name in ("hours", "web")}
    given["phones"] = [{"number": number} for number in answers["phone"]]
    given["emails"] = [{"address": answers["email"]}] if answers["email"] else []
    given["source"] = source
    text = with_record(portal, file, "contacts", Contact, given)
    left = (
        f"Filen är {file}. Har någon ringt numret? Fyll i verified, sist i kontakten.",
        "Går numret till en enda persons mobil? Fyll i personal.",
    )
    there = file in portal.texts
    made = Draft({}, {file: text}, left) if there else Draft({file: text}, left=left)
    return sources.joined(made)


CONTACT = Kind(
    name="contact",
    title="en kontakt",
    target="PLATS/ID",
    split=("place", "id"),
    examples=(
        "contact",
        (
            "contact exempel/vaxeln --title Växeln --kind contact-centre "
            '--when "När du vill nå kommunen." --phone "08-465 004 50" --source nord-2022'
        ),
    ),
    questions=QUESTIONS,
    draft=_draft,
)
