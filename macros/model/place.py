"""Municipalities and districts: their bodies, roles and the structure that their plans share."""

from typing import Annotated, Literal

from macros.model.types import Flag, Id, Record, Reference, Text, info

BodyKind = Literal[
    "stadsdelsnamnd",
    "facknamnd",
    "bolagsstyrelse",
    "kommunstyrelse",
    "kommunfullmaktige",
    "rad",
    "forvaltning",
]


class Body(Record):
    """A committee, board or council that decides, approves or follows up plans."""

    id: Id = info("Id", "Kort namn som inte ändras.", example="kommunstyrelsen")
    kind: BodyKind = info("Slag", "Vilket slags organ det är.")
    title: Text = info("Namn", "Namnet som visas, med liten bokstav mitt i en mening.")

    @property
    def is_local(self) -> bool:
        """Whether it answers for a part of the municipality rather than for a subject."""
        return self.kind == "stadsdelsnamnd"


class Role(Record):
    """What an activity names as responsible: a function, never a person."""

    id: Id = info("Id", "Kort namn som inte ändras.", example="samordnare-vbe")
    title: Text = info("Namn", "Namnet som visas.", example="Samordnare mot VBE")
    within: Annotated[Id | None, Reference("role")] = info(
        "Ingår i",
        "Id för rollen som den här ingår i; dess uppgifter gäller även här.",
        default=None,
    )
    uncertain: Text | None = info("Osäkert", "Vad som är oklart om rollen.", default=None)


class Coordinator(Record):
    """Who coordinates the work against violent extremism, and how to reach whoever does."""

    role: Annotated[Id, Reference("role")] = info("Roll", "Id för rollen som samordnar.")
    title: Text = info("Så kallas rollen", "Namnet som planen använder.")
    where: Text | None = info("Var", "Var samordnaren arbetar, om källan säger det.", default=None)
    contact: Annotated[Id | None, Reference("contact")] = info(
        "Kontakt", "Id för kontakten. Utelämna om ingen källa anger någon.", default=None
    )
    uncertain: Text | None = info("Osäkert", "Vad som är oklart eller saknas.", default=None)


class CoordinatorDuty(Record):
    """One duty of a local coordinator; plans name those that are their own."""

    id: Id = info("Id", "Kort namn som inte ändras.", example="delta-i-natverket")
    text: Text = info("Uppgift", "Vad samordnaren ska göra; börjar med ett verb.")


class FollowUpWay(Record):
    """One way in which activities are followed up; plans word the same way differently."""

    id: Id = info("Id", "Kort namn som inte ändras.", example="arligen-vb")
    title: Text = info("Namn", "Så som det visas.", example="Varje år i verksamhetsberättelsen")


class Area(Record):
    """A heading under which activities are sorted, such as the preventive ones."""

    id: Id = info("Id", "Kort namn som inte ändras.", example="forebyggande")
    title: Text = info("Namn", "Namnet som visas.", example="Förebyggande")


class StructureSection(Record):
    """One section of the structure that the municipality's plans share, in their order.

    A section has shared text, or lists an area's activities, or holds the plan's own text; one
    with neither and with `heading_only` is a heading over those that follow.
    """

    id: Id = info("Id", "Kort namn som inte ändras; blir också adressen på sidan.")
    title: Text = info("Rubrik", "Rubriken som visas.")
    level: Literal["1", "2"] = info("Nivå", "1 för huvudavsnitt, 2 för avsnitt under ett sådant.")
    heading_only: Flag = info(
        "Bara rubrik", "true om avsnittet inte har någon egen text.", default=False
    )
    shared_text: Text | None = info(
        "Gemensam text",
        "Filen under content/ som alla planer delar.",
        example="texter/stockholm/ansvar.md",
        default=None,
    )
    area: Annotated[Id | None, Reference("area")] = info(
        "Område", "Id för området vars aktiviteter listas i avsnittet.", default=None
    )
    situation: Flag = info(
        "Lägesbild", "true om planens lägesbilder ska visas i avsnittet.", default=False
    )
    coordinator_duties: Flag = info(
        "Samordnarens uppgifter", "true om planens lista på dem ska visas här.", default=False
    )
    figure: Literal["forums"] | None = info(
        "Figur", "forums om kommunens samverkansfigur ska visas här.", default=None
    )
    guideline: tuple[Annotated[Id, Reference("guideline")], ...] = info(
        "Hänger på", "Id för styckena i riktlinjerna som avsnittet hänger på.", default=()
    )
    legal_note: Flag = info(
        "Juridik", "true om avsnittet säger något om lag; då visas en varning.", default=False
    )


class Municipality(Record):
    """A municipality: `municipality.yml`."""

    title: Text = info("Namn", "Kommunens namn.", example="Stockholms stad")
    ask: Text = info("Fråga", "Vem läsaren kan fråga när en uppgift saknas.")
    bodies: tuple[Body, ...] = info(
        "Organ", "Nämnder, styrelser och råd utöver distriktens.", default=()
    )
    areas: tuple[Area, ...] = info("Områden", "Områden som aktiviteter sorteras under.", default=())
    roles: tuple[Role, ...] = info("Roller", "De som kan ansvara för en aktivitet.", default=())
    follow_up_ways: tuple[FollowUpWay, ...] = info(
        "Uppföljning", "Sätten att följa upp en aktivitet.", default=()
    )
    coordinator: Coordinator | None = info(
        "Samordnare", "Den som samordnar i hela kommunen.", default=None
    )
    coordinator_duties: tuple[CoordinatorDuty, ...] = info(
        "Samordnarens uppgifter", "Alla uppgifter som någon plan nämner.", default=()
    )
    structure: tuple[StructureSection, ...] = info(
        "Struktur", "Avsnitten som planerna följer. Utelämna utan egna planer.", default=()
    )


class District(Record):
    """A district, or a committee without geography, that has plans of its own: `district.yml`."""

    title: Text = info("Namn", "Distriktets namn.", example="Skärholmen")
    body: Body = info("Nämnd", "Nämnden som beslutar distriktets plan.")
    predecessors: tuple[Annotated[Id, Reference("district")], ...] = info(
        "Föregångare", "Id för distrikt som har gått upp i det här.", default=()
    )
    successor: Annotated[Id | None, Reference("district")] = info(
        "Efterföljare", "Id för distriktet som tog över.", default=None
    )
    inferred: tuple[Literal["successor"], ...] = info(
        "Slutsatser", "successor om ingen källa säger att distriktet har tagits över.", default=()
    )
    coordinator: Coordinator | None = info(
        "Samordnare", "Den som samordnar i distriktet.", default=None
    )
    police_area: Text | None = info(
        "Polisområde", "Lokalpolisområdet, om källan anger det.", default=None
    )
    uncertainties: tuple[Text, ...] = info(
        "Osäkert", "Vad som är oklart om distriktet.", default=()
    )
