"""What stands around every page: the portal's own name, logotype and contact centre."""

from collections.abc import MutableMapping
from typing import Any

from macros.model.settings import Settings
from macros.portal import NATION, Portal
from macros.views import contact_centre, edit


def set_up(configuration: MutableMapping[str, Any], portal: Portal) -> None:
    """Put the places that have a guide, and what plans/settings.yml says, where pages find it."""
    # Each word in "extra" becomes a name on the pages, and would hide a macro of that name.
    configuration["extra"]["guided"] = [i for i in portal.places if i != NATION]
    settings = portal.place(NATION).record(Settings)
    if settings is None:
        return
    configuration["site_name"] = settings.name
    if settings.logo is not None:
        configuration["theme"]["logo"] = settings.logo
    if centre := contact_centre.view(portal):
        phone = centre.phones[0]
        configuration["extra"]["centre"] = {
            "title": centre.title,
            "place": centre.scope,
            "number": phone.number,
            "link": phone.link,
        }
    if address := edit.template(portal):
        # The page's own file, which the theme leads to by an icon above the heading.
        whole = address.replace("{path}", "content/{path}").replace("{line}", "1")
        configuration["edit_uri_template"] = whole
        features = configuration["theme"]["features"]
        configuration["theme"]["features"] = [*features, "content.action.edit"]
    if settings.leave is not None:
        configuration["extra"]["leave"] = settings.leave.model_dump()
