"""A plan as it was decided: its facts, sections and activities. One file a plan: `<year>.yml`."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.situation import Situation
from macros.model.types import (
    Date,
    DateOrYear,
    Flag,
    Id,
    Prose,
    Record,
    Reference,
    Text,
    Whole,
    Year,
    info,
)

_AS_WRITTEN = "Orden så som planen skriver dem."


class Decision(Record):
    """Who decided, when, and in which paragraph; what the document does not say is left out."""

    by: Annotated[Id, Reference("body")] = info("Beslutad av", "Id för organet som beslutade.")
    date: Date | None = info("Datum", "Beslutsdagen.", example="2022-10-24", default=None)
    paragraph: Text | None = info(
        "Paragraf", "Paragrafen i protokollet.", example="§ 111", default=None
    )


class Approval(Record):
    """Who approves the plan after the decision, and when it did."""

    by: Annotated[Id, Reference("body")] = info("Godkänns av", "Id för organet som godkänner.")
    date: Date | None = info("Datum", "Dagen då planen godkändes.", default=None)
    conditions: Text | None = info("Villkor", "Villkor för godkännandet.", default=None)


class Validity(Record):
    """From when and until when the plan holds; without `until` it holds until further notice."""

    start: DateOrYear = info("Från", "Första dagen, eller året.", alias="from")
    until: DateOrYear | None = info(
        "Till", "Sista dagen, eller året. Utelämna om planen gäller tills vidare.", default=None
    )


class NextRevision(Record):
    """When the plan is to be revised next, as far as the document says."""

    as_written: Text = info("Så står det", _AS_WRITTEN, example="tertialrapport 1 2021")
    year: Year | None = info("År", "Året för nästa revidering.", default=None)
    date: Date | None = info("Datum", "Dagen för nästa revidering.", default=None)
    uncertain: Text | None = info("Osäkert", "Vad som är oklart om revideringen.", default=None)


class Ongoing(Record):
    """Goes on without an end."""

    kind: Literal["ongoing"] = info("Slag", "ongoing: pågår utan slut.")
    as_written: Text = info("Så står det", _AS_WRITTEN, example="Pågående")


class InYear(Record):
    """Is done during a year."""

    kind: Literal["year"] = info("Slag", "year: under ett år.")
    year: Year = info("År", "Året.")
    as_written: Text = info("Så står det", _AS_WRITTEN, example="2019")


class InRange(Record):
    """Is done over several years."""

    kind: Literal["range"] = info("Slag", "range: under flera år.")
    first: Year = info("Från", "Första året.")
    last: Year = info("Till", "Sista året.")
    as_written: Text = info("Så står det", _AS_WRITTEN, example="2019-2020")


class InTerm(Record):
    """Is done during a half-year term."""

    kind: Literal["term"] = info("Slag", "term: under en termin.")
    term: Literal["spring", "autumn"] = info("Termin", "spring för våren, autumn för hösten.")
    year: Year = info("År", "Året.")
    as_written: Text = info("Så står det", _AS_WRITTEN, example="HT 2019")


class OnDate(Record):
    """Is done by, or from, a date; the documents give the date alone."""

    kind: Literal["date"] = info("Slag", "date: ett datum.")
    date: Date = info("Datum", "Dagen.")
    as_written: Text = info("Så står det", _AS_WRITTEN, example="190501")


class AtInterval(Record):
    """Is done again at a fixed interval."""

    kind: Literal["interval"] = info("Slag", "interval: med jämna mellanrum.")
    every: Whole = info("Antal", "Antalet enheter mellan gångerna.", example="1", gt=0)
    unit: Literal["day", "week", "month", "year"] = info("Enhet", "day, week, month eller year.")
    as_written: Text = info("Så står det", _AS_WRITTEN, example="månadsvis")


class Recurring(Record):
    """Is done each time that something else takes place."""

    kind: Literal["recurring"] = info("Slag", "recurring: varje gång något annat sker.")
    at: Text = info("Vid", "Vad det hänger på.", example="varje SSP-möte")
    as_written: Text = info("Så står det", _AS_WRITTEN)


Schedule = Annotated[
    Ongoing | InYear | InRange | InTerm | OnDate | AtInterval | Recurring,
    Field(discriminator="kind"),
]


class Responsible(Record):
    """Who answers for an activity, and who is consulted."""

    owners: tuple[Annotated[Id, Reference("role")], ...] = info(
        "Ansvariga", "Id för rollerna som ansvarar.", default=()
    )
    consulted: tuple[Annotated[Id, Reference("role")], ...] = info(
        "I samråd med", "Id för rollerna som ska rådfrågas.", default=()
    )
    as_written: Text = info("Så står det", _AS_WRITTEN)


class FollowUp(Record):
    """How an activity is followed up."""

    way: Annotated[Id | None, Reference("follow-up-way")] = info(
        "Sätt", "Id för sättet att följa upp. Utelämna om planens ord inte säger det.", default=None
    )
    as_written: Text = info("Så står det", _AS_WRITTEN)


class Activity(Record):
    """One row of a plan: what is to be done; what the row does not say is left out."""

    id: Id = info("Id", "Samma id över åren och när nämnder slås ihop.", example="skolprogram")
    area: Annotated[Id, Reference("area")] = info("Område", "Id för området.")
    text: Text = info("Text", "Vad som ska göras, med egna ord och ett verb.")
    commitment: Literal["ska", "bor", "kommer-att", "forslag"] | None = info(
        "Åtagande", "Hur bindande planens ord är, om de säger det.", default=None
    )
    responsible: Responsible | None = info(
        "Ansvarig", "Utelämna om raden inte har någon.", default=None
    )
    schedule: Schedule | None = info("Tidplan", "Utelämna om raden inte har någon.", default=None)
    follow_up: FollowUp | None = info(
        "Uppföljning", "Utelämna om raden inte har någon.", default=None
    )
    carried_from: Annotated[str | None, Reference("plan")] = info(
        "Fortsätter från",
        "Den tidigare planen med samma aktivitet.",
        example="stockholm/hagersten-liljeholmen/2020",
        default=None,
    )
    uncertain: Text | None = info("Osäkert", "Vad som är oklart i raden.", default=None)


class PlanSection(Record):
    """What a plan has in a section: own text, an addition to the shared, or why it is left out.

    A section of the plan's own, outside the structure, has a title, a level and a place.
    """

    id: Id = info("Id", "Id från kommunens struktur, eller ett eget.")
    title: Text | None = info("Rubrik", "Bara för egna avsnitt.", default=None)
    level: Literal["1", "2", "3"] | None = info("Nivå", "Bara för egna avsnitt.", default=None)
    after: Id | None = info(
        "Efter", "Bara för egna avsnitt: id för avsnittet närmast före.", default=None
    )
    text: Prose | None = info("Text", "Planens egen text.", default=None)
    addition: Prose | None = info(
        "Tillägg", "Det som planen lägger till den gemensamma texten.", default=None
    )
    omitted: Text | None = info("Utelämnat", "Varför planen inte har avsnittet.", default=None)
    guideline: tuple[Annotated[Id, Reference("guideline")], ...] = info(
        "Hänger på", "Id för styckena i riktlinjerna som avsnittet hänger på.", default=()
    )
    legal_note: Flag = info(
        "Juridik", "true om texten säger något om lag; då visas en varning.", default=False
    )


class Change(Record):
    """One entry of a plan's own log: a version, and what was changed."""

    when: DateOrYear | None = info("När", "Dagen eller året, om det står.", default=None)
    version: Text | None = info("Version", "Versionens nummer, om det står.", default=None)
    text: Text = info("Ändring", "Vad som ändrades.")


class Party(Record):
    """Another municipality that has the same plan, and its own decision on it."""

    municipality: Annotated[Id, Reference("municipality")] = info("Kommun", "Id för kommunen.")
    by: Text | None = info("Beslutad av", "Organet som beslutade där.", default=None)
    date: Date | None = info("Datum", "Beslutsdagen där.", default=None)
    paragraph: Text | None = info("Paragraf", "Paragrafen i protokollet där.", default=None)


Inferable = Literal["title", "year", "body", "goal", "state", "next_revision", "valid"]


class Plan(Record):
    """A plan against violent extremism as one document has it."""

    title: Text = info("Titel", "Planens titel.")
    year: Year = info("År", "Året som planen gäller från.")
    body: Annotated[Id, Reference("body")] = info("Organ", "Id för organet vars plan det är.")
    document_class: Text | None = info("Dokumentslag", "Vad dokumentet kallar sig.", default=None)
    reference_numbers: tuple[Text, ...] = info(
        "Diarienummer", "Alla nummer i dokumentet.", default=()
    )
    state: Literal["draft", "referral", "decided", "approved", "replaced"] | None = info(
        "Läge", "Utelämna om dokumentet inte säger det.", default=None
    )
    decision: Decision | None = info(
        "Beslut", "Utelämna om dokumentet inte säger det.", default=None
    )
    approval: Approval | None = info(
        "Godkännande", "Om planen ska godkännas av någon mer.", default=None
    )
    shared_with: tuple[Party, ...] = info(
        "Gemensam med", "Andra kommuner som har samma plan.", default=()
    )
    changes: tuple[Change, ...] = info(
        "Ändringar", "Dokumentets egen logg över versioner.", default=()
    )
    first_adopted: Decision | None = info("Först antagen", "Det första beslutet.", default=None)
    replaces: Decision | None = info("Ersätter", "Beslutet som planen ersätter.", default=None)
    valid: Validity | None = info("Giltighet", "När planen gäller.", default=None)
    applies_to: Text | None = info("Gäller för", "Vilka dokumentet gäller för.", default=None)
    revised_by: tuple[Annotated[Id, Reference("body")], ...] = info(
        "Revideras av", "Id för organen som ansvarar för revidering.", default=()
    )
    followed_up_by: tuple[Annotated[Id, Reference("body")], ...] = info(
        "Följs upp av", "Id för organen som ansvarar för uppföljning.", default=()
    )
    revision_cycle: Text | None = info("Revideras", "Hur ofta planen revideras.", default=None)
    next_revision: NextRevision | None = info(
        "Nästa revidering", "När planen ses över.", default=None
    )
    goal: Text | None = info("Mål", "Målet i budgeten som planen följs upp under.", default=None)
    source: Annotated[Id, Reference("document")] = info("Källa", "Id för det beslutade dokumentet.")
    inferred: tuple[Inferable, ...] = info(
        "Slutsatser", "Fält som inte står i dokumentet utan är slutsatser.", default=()
    )
    uncertainties: tuple[Text, ...] = info("Osäkert", "Vad som är oklart i dokumentet.", default=())
    areas: tuple[Annotated[Id, Reference("area")], ...] = info(
        "Områden", "Id för områdena som planen nämner, i ordning."
    )
    coordinator_duties: tuple[Annotated[Id, Reference("coordinator-duty")], ...] = info(
        "Samordnarens uppgifter", "Id för uppgifterna som planen nämner, i ordning.", default=()
    )
    shared_situations: tuple[Annotated[Id, Reference("situation")], ...] = info(
        "Gemensamma lägesbilder", "Id för dem ur kommunens situations.yml.", default=()
    )
    situations: tuple[Situation, ...] = info(
        "Lägesbilder", "Planens egna lägesbilder, i ordning.", default=()
    )
    sections: tuple[PlanSection, ...] = info(
        "Avsnitt", "Det som skiljer sig från strukturen.", default=()
    )
    activities: tuple[Activity, ...] = info(
        "Aktiviteter", "Aktiviteterna i planens ordning.", default=()
    )

    @property
    def is_draft(self) -> bool:
        """Whether nobody has decided it yet."""
        return self.state in {"draft", "referral"}
