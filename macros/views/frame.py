"""What stands around every page: the portal's own name and logotype, and where to turn."""

from collections.abc import MutableMapping
from dataclasses import asdict
from typing import Any

from macros.model.settings import Settings
from macros.portal import NATION, Portal
from macros.portal.succession import guide_address
from macros.views import contact_centre, edit


def set_up(configuration: MutableMapping[str, Any], portal: Portal) -> None:
    """Put the places, where to turn in them, and what plans/settings.yml says, where pages look."""
    # Each word in "extra" becomes a name on the pages, and would hide a macro of that name.
    configuration["extra"]["guided"] = [
        {"place": place.id, "guide": guide_address(portal, place)}
        for place in portal.places.values()
        if place.id != NATION
    ]
    configuration["extra"]["ways"] = [asdict(way) for way in contact_centre.ways(portal)]
    settings = portal.place(NATION).record(Settings)
    if settings is None:
        return
    configuration["site_name"] = settings.name
    if settings.logo is not None:
        configuration["theme"]["logo"] = settings.logo
    if address := edit.template(portal):
        # The page's own file, which the theme leads to by an icon above the heading.
        whole = address.replace("{path}", "content/{path}").replace("{line}", "1")
        configuration["edit_uri_template"] = whole
        features = configuration["theme"]["features"]
        configuration["theme"]["features"] = [*features, "content.action.edit"]
    if settings.leave is not None:
        configuration["extra"]["leave"] = settings.leave.model_dump()
