"""A plan has every section of its municipality's structure, or says why not."""

from collections.abc import Collection, Iterator

from macros.model.place import StructureSection
from macros.model.plan import Plan, PlanSection
from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem, nearest, suggestion
from macros.reading import Entry


def check(portal: Portal, pages: Pages) -> Iterator[Problem]:  # noqa: ARG001 - all rules look alike
    """En plan har alla avsnitt i kommunens struktur, eller säger varför inte.

    Ett avsnitt är gemensamt, planens eget, bådadera, utelämnat, eller extra med en egen plats.

    Godkänns: `- id: vbe-team` med `text: …`, där strukturen har `vbe-team` utan gemensam text.
    Stoppas: en plan utan `vbe-team`; `- id: vbe-tem`, som inte finns i strukturen och saknar
    rubrik.
    """
    for place in portal.places.values():
        home = portal.places[place.id.partition("/")[0]].municipality
        if home is None:
            continue
        structure = {section.id: section for section in home.record.structure}
        for entry in place.plans.values():
            # One that is misspelt is told of there, and is not missing too.
            sections = entry.record.sections
            lost = [s.id for s in sections if s.id not in structure and not s.title]
            given = {s.id for s in sections} | {
                nearest(section_id, structure) for section_id in lost
            }
            shown = {
                section.id
                for section in structure.values()
                if section.area is None or section.area in entry.record.areas
            }
            for index, section in enumerate(entry.record.sections):
                yield from _section(entry, index, section, structure, shown)
                shown.add(section.id)
            yield from _missing(entry, structure, given)


def _section(
    entry: Entry[Plan],
    index: int,
    section: PlanSection,
    structure: dict[str, StructureSection],
    shown: set[str],
) -> Iterator[Problem]:
    here = ("sections", index)
    own = structure.get(section.id)
    contents = [name for name in ("text", "addition", "omitted") if getattr(section, name)]
    if own is None and section.title is None:
        hint = (
            suggestion(section.id, structure)
            or ' Ett eget avsnitt behöver "title", "level" och "after".'
        )
        message = f'Avsnittet "{section.id}" finns inte i kommunens struktur.{hint}'
        yield entry.problem((*here, "id"), message)
        return
    if own is None:
        if section.level is None or section.after is None:
            message = 'Ett eget avsnitt behöver en plats. Lägg till "level" och "after".'
            yield entry.problem(here, message)
        elif section.after not in shown:
            # Those after it in the file, and areas that the plan lacks, have no place yet.
            hint = suggestion(section.after, shown)
            message = (
                f'Avsnittet "{section.after}" finns inte.{hint or " Skriv id för avsnittet före."}'
            )
            yield entry.problem((*here, "after"), message)
    elif section.title or section.level or section.after:
        message = 'Avsnittet finns i strukturen. Ta bort "title", "level" och "after".'
        yield entry.problem(here, message)
    if len(contents) != 1 and not (own is None and not contents):
        message = 'Avsnittet ska ha en av "text", "addition" och "omitted". Behåll en.'
        yield entry.problem(here, message)
    if section.addition and (own is None or not own.shared_text):
        message = 'Här finns ingen gemensam text att lägga till. Skriv "text" i stället.'
        yield entry.problem((*here, "addition"), message)


def _missing(
    entry: Entry[Plan], structure: dict[str, StructureSection], given: Collection[str | None]
) -> Iterator[Problem]:
    plan = entry.record
    for section in structure.values():
        filled = (
            bool(section.shared_text or section.area or section.heading_only)
            or (section.situation and bool(plan.situations or plan.shared_situations))
            or (section.coordinator_duties and bool(plan.coordinator_duties))
        )
        if not filled and section.id not in given:
            message = (
                f'Avsnittet "{section.id}" ({section.title}) saknas. '
                f'Lägg till det med {_ways(section)}, eller säg varför under "omitted".'
            )
            yield entry.problem(("sections",), message)


def _ways(section: StructureSection) -> str:
    """How a plan can fill a section, in the words of a message."""
    if section.situation:
        return 'en lägesbild under "situations"'
    if section.coordinator_duties:
        return 'uppgifter under "coordinator_duties"'
    return '"text"'
