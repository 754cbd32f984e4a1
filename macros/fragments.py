"""What a page may call: each macro picks from the portal, makes the view and renders it.

A parameter is named after what it refers to (`plan`, `place`, `municipality`), so that the checks
know which ids exist. The examples in the docstrings are run by the tests and listed in HACKING.md.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from macros.pages import Parameters, SharedText
from macros.portal import Portal
from macros.render import render
from macros.views import contacts, places, plan_sections, plan_summary


@dataclass(frozen=True, repr=False)
class Fragments:
    """The macros over one portal and its shared texts.

    Without a representation: the plugin prints its macros for each page, and the whole portal with
    them took six tenths of the build at 300 plans.
    """

    portal: Portal
    texts: Mapping[str, SharedText]

    def emergency_numbers(self) -> str:
        """112 and 114 14, always first.

        Example: `{{ emergency_numbers() }}`
        """
        cards = contacts.emergency_numbers(self.portal)
        return render("emergency_numbers.html", cards=cards)

    def contact_list(self, place: str) -> str:
        """The contacts that hold at a place, and what is missing.

        Example: `{{ contact_list("hassleholm") }}`
        """
        found = contacts.contact_list(self.portal, place)
        return render("contact_list.html", contacts=found)

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
        """A municipality's districts with plans and contacts.

        Example: `{{ district_list("stockholm") }}`
        """
        row = places.municipality(self.portal, municipality)
        return render("plan_list.html", rows=row.districts)

    def plan_summary(self, plan: str) -> str:
        """A plan's facts.

        Example: `{{ plan_summary("stockholm/skarholmen/2019") }}`
        """
        summary = plan_summary.view(self.portal, plan)
        return render("plan_summary.html", summary=summary)

    def plan_sections(self, plan: str) -> str:
        """A plan's texts and activities.

        Example: `{{ plan_sections("stockholm/skarholmen/2019") }}`
        """
        found = plan_sections.view(self.portal, self.texts, plan)
        uncertain = plan_sections.uncertainties(self.portal, plan)
        return render("plan_sections.md", sections=found, uncertainties=uncertain)

    def shared_texts(self, municipality: str) -> str:
        """What a municipality's plans share, once.

        Example: `{{ shared_texts("stockholm") }}`
        """
        found = plan_sections.shared(self.portal, self.texts, municipality)
        return render("shared_texts.md", sections=found)

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
