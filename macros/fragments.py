"""What a page may call: each macro picks from the portal, makes the view and renders it.

A parameter is named after what it refers to (`plan`, `place`, `municipality`, `unit`), so that the
checks know which ids exist. The examples in the docstrings are run by the tests and listed in
HACKING.md.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from macros.comparing import since
from macros.pages import Page, Parameters, SharedText
from macros.portal import Portal
from macros.portal.succession import guide_address
from macros.render import render
from macros.views import (
    contact_centre,
    contacts,
    coordinators,
    corrections,
    editing_guide,
    forum_figure,
    forums,
    glossary,
    guide,
    guideline,
    information_form,
    moved,
    navigation,
    news,
    places,
    plan_sections,
    plan_summary,
    resources,
    routines,
    situations,
    sources,
    support,
    symbols,
    unit_duties,
    unit_list,
    wall_sheet,
)


@dataclass(frozen=True, repr=False)
class Fragments:
    """The macros over one portal and its shared texts.

    Without a representation: the plugin prints its macros for each page, and the whole portal with
    them took six tenths of the build at 300 plans.
    """

    portal: Portal
    texts: Mapping[str, SharedText]
    pages: tuple[Page, ...] = ()
    guide: str = ""

    def emergency_numbers(self) -> str:
        """112 and 114 14, always first.

        Example: `{{ emergency_numbers() }}`
        """
        cards = contacts.emergency_numbers(self.portal)
        return render("emergency_numbers.html", cards=cards)

    def contact_centre(self) -> str:
        """Where to turn for whoever does not know: the portal's contact centre, or the manager.

        Example: `{{ contact_centre() }}`
        """
        return render("contact_centre.html", centre=contact_centre.view(self.portal))

    def two_doors(self) -> str:
        """The two ways in from the start page: I am worried, and I am looking something up.

        Example: `{{ two_doors() }}`
        """
        return render("two_doors.html")

    def search_button(self) -> str:
        """A large button that opens the search.

        Example: `{{ search_button() }}`
        """
        return render("search_button.html")

    def search_shortcuts(self) -> str:
        """A button that turns off the single keys that open the search.

        Example: `{{ search_shortcuts() }}`
        """
        return render("search_shortcuts.html")

    def built_from(self) -> str:
        """The version that the portal is built from, and its day.

        Example: `{{ built_from() }}`
        """
        return render("built_from.html", built=None)

    def page_list(self) -> str:
        """What can be looked up: the pages of the menu's first level, with their descriptions.

        Example: `{{ page_list() }}`
        """
        return render("page_list.html", rows=navigation.subjects(self.pages))

    def place_tiles(self) -> str:
        """All places as tiles, each with whom to call there and its plan.

        Example: `{{ place_tiles() }}`
        """
        rows = places.municipalities(self.portal)
        return render("place_tiles.html", rows=rows)

    def news_list(self) -> str:
        """The five newest changes of the portal, with their days.

        Example: `{{ news_list() }}`
        """
        return render("news_list.html", rows=news.newest(self.portal))

    def contact_list(self, place: str) -> str:
        """The contacts that hold at a place, below its guide, and what is missing.

        Example: `{{ contact_list("hassleholm") }}`
        """
        found = contacts.contact_list(self.portal, place)
        return render("contact_list.html", contacts=found)

    def nearest_contacts(self, place: str) -> str:
        """112, 114 14 and the contacts nearest to a place, with the way to all others.

        Example: `{{ nearest_contacts("stockholm/skarholmen") }}`
        """
        found = contacts.contact_list(self.portal, place)
        address = guide_address(self.portal, self.portal.place(place))
        return render("nearest_contacts.html", contacts=found, address=address)

    def contact_directory(self) -> str:
        """Every contact under the place where it belongs.

        Example: `{{ contact_directory() }}`
        """
        found = contacts.directory(self.portal)
        return render("contact_directory.md", lists=found)

    def place_list(self) -> str:
        """All places, each leading to whom to call there.

        Example: `{{ place_list() }}`
        """
        rows = places.municipalities(self.portal)
        return render("place_list.html", rows=rows)

    def plan_list(self) -> str:
        """All places with their newest plan.

        Example: `{{ plan_list() }}`
        """
        rows = places.municipalities(self.portal)
        return render("plan_list.html", rows=rows)

    def district_list(self, municipality: str) -> str:
        """A municipality's districts, and the plans that it shares, with contacts.

        Example: `{{ district_list("stockholm") }}`
        """
        rows = places.below(self.portal, municipality)
        return render("plan_list.html", rows=rows)

    def plan_summary(self, plan: str) -> str:
        """A plan's facts.

        Example: `{{ plan_summary("stockholm/skarholmen/2019") }}`
        """
        addresses = {page.url for page in self.pages}
        calls = [call for page in self.pages for call in page.calls]
        shows = any(c.macro == "plan_changes" and plan in c.arguments.values() for c in calls)
        summary = plan_summary.view(self.portal, plan, addresses, shows_changes=shows)
        return render("plan_summary.html", summary=summary)

    def plan_sections(self, plan: str) -> str:
        """A plan's texts and activities.

        Example: `{{ plan_sections("stockholm/skarholmen/2019") }}`
        """
        found = plan_sections.view(self.portal, self.texts, plan)
        doubts = plan_sections.doubts(self.portal, plan)
        return render("plan_sections.md", sections=found, doubts=doubts)

    def plan_changes(self, plan: str) -> str:
        """What is new in a plan since the one before it, and nothing where there is none.

        Example: `{{ plan_changes("stockholm/hagersten-alvsjo/2022") }}`
        """
        found = since(self.portal, plan)
        return render("plan_changes.md", since=found)

    def moved_on(self, place: str) -> str:
        """Where a district that has gone up in another is found now, and its earlier plans.

        Example: `{{ moved_on("stockholm/hagersten-liljeholmen") }}`
        """
        found = moved.view(self.portal, place)
        return render("moved_on.html", moved=found)

    def shared_texts(self, municipality: str) -> str:
        """What a municipality's plans share, once.

        Example: `{{ shared_texts("stockholm") }}`
        """
        found = plan_sections.shared(self.portal, self.texts, municipality)
        return render("shared_texts.md", sections=found)

    def shared_situations(self, municipality: str) -> str:
        """What a municipality's plans share about the situation, once.

        Example: `{{ shared_situations("stockholm") }}`
        """
        found = situations.shared(self.portal, municipality)
        return render("shared_situations.md", sections=found)

    def guideline(self, municipality: str) -> str:
        """A municipality's guideline: its paragraphs, duties, and which plans answer to them.

        Example: `{{ guideline("stockholm") }}`
        """
        found = guideline.view(self.portal, municipality)
        return render("guideline.md", guideline=found)

    def source_list(self) -> str:
        """The source documents, and the pages that render each.

        Example: `{{ source_list() }}`
        """
        rows = sources.view(self.portal)
        return render("source_list.html", rows=rows)

    def contradiction_list(self) -> str:
        """Where the documents contradict each other: open questions first, then the resolved.

        Example: `{{ contradiction_list() }}`
        """
        open_rows, resolved_rows = corrections.contradictions(self.portal)
        return render("contradiction_list.md", open_rows=open_rows, resolved_rows=resolved_rows)

    def errata_list(self) -> str:
        """What is written wrongly in the documents, what is meant, and why.

        Example: `{{ errata_list() }}`
        """
        rows = corrections.errata(self.portal)
        return render("errata_list.html", rows=rows)

    def resource_list(self) -> str:
        """All material and systems that the documents name, kind by kind.

        Example: `{{ resource_list() }}`
        """
        groups = resources.view(self.portal)
        return render("resource_list.md", groups=groups)

    def glossary(self) -> str:
        """The words and abbreviations of the plans, each with what it means.

        Example: `{{ glossary() }}`
        """
        rows = glossary.view(self.portal)
        return render("glossary.md", rows=rows)

    def unit_list(self, municipality: str) -> str:
        """A municipality's roles, those with tasks today first, each leading to its page.

        Example: `{{ unit_list("stockholm") }}`
        """
        groups = unit_list.view(self.portal, municipality)
        return render("unit_list.md", groups=groups)

    def unit_duties(self, unit: str) -> str:
        """What one role is to do by the latest plans, the guideline and earlier plans.

        Example: `{{ unit_duties("stockholm/socialtjansten") }}`
        """
        page = unit_duties.view(self.portal, unit)
        return render("unit_duties.md", unit=page)

    def symbol_list(self) -> str:
        """Symbols of the environments, each with other meanings and sources.

        Example: `{{ symbol_list() }}`
        """
        page = symbols.view(self.portal)
        return render("symbol_list.md", page=page)

    def forum_list(self, municipality: str) -> str:
        """A municipality's forums, level by level: who meets, what goes in and what comes out.

        Example: `{{ forum_list("stockholm") }}`
        """
        levels = forums.view(self.portal, municipality)
        return render("forum_list.md", levels=levels)

    def forum_figure(self, municipality: str) -> str:
        """How information goes from forum to forum, drawn and in words.

        Example: `{{ forum_figure("hassleholm") }}`
        """
        found = forum_figure.figure(self.portal, municipality)
        return render("forum_figure.html", figure=found)

    def support_list(self) -> str:
        """All support, by whom it is for and then by municipality.

        Example: `{{ support_list() }}`
        """
        page = support.view(self.portal)
        return render("support_list.md", page=page)

    def coordinator_list(self) -> str:
        """All coordinators: how to reach them, what is missing, and their duties.

        Example: `{{ coordinator_list() }}`
        """
        groups = coordinators.view(self.portal)
        return render("coordinator_list.md", groups=groups)

    def information_form(self) -> str:
        """The form for avidentifierad information, to be filled in on the page.

        Example: `{{ information_form() }}`
        """
        form = information_form.view(self.portal)
        return render("information_form.html", form=form)

    def editing_guide(self) -> str:
        """How coordinators change what the portal says: the first part of CONTRIBUTING.md.

        Example: `{{ editing_guide() }}`
        """
        return render("editing_guide.md", guide=editing_guide.view(self.portal, self.guide))

    def worry_guide(self, place: str) -> str:
        """What to do when worried, at a place: each situation with whom to call first.

        Example: `{{ worry_guide("hassleholm") }}`
        """
        found = guide.view(self.portal, place)
        return render("worry_guide.html", guide=found)

    def wall_sheet(self, place: str) -> str:
        """The numbers of a place as one printed page for the wall.

        Example: `{{ wall_sheet("hassleholm") }}`
        """
        found = wall_sheet.view(self.portal, place)
        return render("wall_sheet.html", sheet=found)

    def routine(self, routine: str) -> str:
        """One routine: its steps as a list and as a figure.

        Example: `{{ routine("national/akut-fara") }}`
        """
        found = routines.view(self.portal, routine)
        return render("routine.html", page=found)

    def routine_list(self) -> str:
        """All routines under the place that each belongs to.

        Example: `{{ routine_list() }}`
        """
        found = routines.listed(self.portal)
        return render("routine_list.md", groups=found)

    def macros(self) -> dict[str, Callable[..., str]]:
        """The macros by name, ready to be called from a page."""
        return {name: getattr(self, name) for name in PARAMETERS}


def _parameters() -> dict[str, Parameters]:
    found: dict[str, Parameters] = {}
    for name, function in inspect.getmembers(Fragments, inspect.isfunction):
        if not name.startswith("_") and name != "macros":
            names = list(inspect.signature(function).parameters)[1:]
            found[name] = {parameter: parameter for parameter in names}
    return found


PARAMETERS: Mapping[str, Parameters] = _parameters()
"""For each macro its parameters, which are named after what they refer to."""
