"""A plan that goes on into a new year, as far as it is settled before any file is made of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.drafting.draft import RefusedError
from macros.model.place import StructureSection
from macros.model.plan import Plan
from macros.model.roll_answers import ActivityAnswer, SectionAnswer
from macros.portal import Place, Portal
from macros.reading import Entry


@dataclass(frozen=True)
class Roll:
    """Which plan goes on, and where to.

    Attributes:
        home: The place of the earlier plan.
        earlier: The earlier plan.
        place: The place of the new plan: the same, or the district that took over.
        year: Of the new plan.
        reported: The year of the follow-up that says what ends.
    """

    portal: Portal
    home: Place
    earlier: Entry[Plan]
    place: Place
    year: int
    reported: int

    @property
    def earlier_id(self) -> str:
        """The earlier plan: "stockholm/skarholmen/2019"."""
        return f"{self.home.id}/{self.earlier.record.year}"

    @property
    def plan_id(self) -> str:
        """The new plan: "stockholm/skarholmen/2027"."""
        return f"{self.place.id}/{self.year}"

    @property
    def structure(self) -> Mapping[str, StructureSection]:
        """The sections that the plans of the municipality share, by id."""
        parts = self.portal.municipality(self.place.id).structure
        return {part.id: part for part in parts}

    @property
    def body(self) -> tuple[str, str]:
        """Id and title of the body whose plan it is."""
        if self.place.district is not None:
            body = self.place.district.record.body
            return body.id, body.title
        known = self.portal.find("body", self.earlier.record.body, self.home.id)
        return known.id, known.title

    @property
    def title(self) -> str:
        """The earlier plan's title with the new year, and with the new body's name."""
        plan = self.earlier.record
        was = self.portal.find("body", plan.body, self.home.id).title
        now = self.body[1]
        title = plan.title.replace(str(plan.year), str(self.year))
        for before, after in ((was, now), (self.home.title, self.place.title)):
            if after not in title:
                title = title.replace(before, after)
        return title

    @property
    def document(self) -> str:
        """The id that the new plan's document has, or is to have."""
        return f"{self.place.id.rpartition('/')[2]}-{self.year}"


@dataclass(frozen=True)
class Answers:
    """What has been decided of a plan that goes on.

    Attributes:
        title: Of the new plan.
        document: The title of its document, if that is to be added to the sources.
        source: The id of its document.
        activities: Of every activity of the earlier plan, by id.
        sections: Of those sections of the plan's own that are taken out or kept, by id.
    """

    title: str
    document: str | None
    source: str
    activities: Mapping[str, ActivityAnswer]
    sections: Mapping[str, SectionAnswer]


def roll(
    portal: Portal, earlier_id: str, year: int, place_id: str | None, reported: int | None
) -> Roll:
    """The plan of a year that goes on from an earlier one.

    Args:
        portal: All the data.
        earlier_id: Such as "stockholm/skarholmen/2019".
        year: Of the new plan.
        place_id: The district that took over, if the place is not the same.
        reported: The year of the follow-up; the year before the new plan if left out.

    Raises:
        RefusedError: There cannot be such a plan.
    """
    home_id, _, of = earlier_id.rpartition("/")
    home = portal.places[home_id]
    if int(of) not in home.plans:
        raise RefusedError(
            f"Planen {earlier_id} har fel. Kör planportal check och rätta dem först."
        )
    place = _place(portal, home, place_id)
    if year <= int(of):
        raise RefusedError(f"{year} är inte senare än {of}. Ange ett senare år med --year.")
    if place.years and place.years[0] >= year:
        raise RefusedError(f"{place.title} har redan en plan för {place.years[0]}.")
    if place is home and place.years[0] != int(of):
        raise RefusedError(
            f"Planen för {of} är inte den senaste. Utgå från {home.id}/{place.years[0]}."
        )
    when = year - 1 if reported is None else reported
    if not int(of) <= when < year:
        raise RefusedError(
            f"Uppföljningen ska gälla ett år från {of} till {year - 1}, inte {when}. "
            "Ange det med --follow-up-year."
        )
    return Roll(portal, home, home.plans[int(of)], place, year, when)


def _place(portal: Portal, home: Place, place_id: str | None) -> Place:
    """The place of the new plan.

    Raises:
        RefusedError: It has not taken over from the earlier one.
    """
    heirs = list(_heirs(portal, home))
    last = heirs[-1] if heirs else home
    if place_id is None or place_id.strip("/") in {home.id, home.id.rpartition("/")[2]}:
        if heirs:
            raise RefusedError(f"{home.title} har gått upp i {last.title}. Ange --place {last.id}.")
        return home
    for heir in heirs:
        if place_id.strip("/") in {heir.id, heir.id.rpartition("/")[2]}:
            if heir is not last:
                raise RefusedError(
                    f"{heir.title} har gått upp i {last.title}. Ange --place {last.id}."
                )
            return heir
    took = f"tagits över av {place_id}"
    raise RefusedError(
        f"{home.title} har inte {took}. En plan går vidare på samma plats, eller hos distriktet "
        "som står som successor i district.yml."
    )


def _heirs(portal: Portal, home: Place) -> list[Place]:
    """The districts that took over from a place, one after the other."""
    found: list[Place] = []
    place = home
    while place.district is not None and place.district.record.successor:
        following = portal.places.get(f"{place.parent}/{place.district.record.successor}")
        if following is None or following in found or following is home:
            break
        found.append(following)
        place = following
    return found
