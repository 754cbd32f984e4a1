"""The kinds of file in plans/: their models, what they are called, and where they lie."""

from dataclasses import dataclass

from macros.model.contact import Contacts
from macros.model.correction import Corrections
from macros.model.document import Sources
from macros.model.follow_up import Outcomes
from macros.model.form import Forms
from macros.model.forum import Forums
from macros.model.glossary import Glossary
from macros.model.guideline import Guideline
from macros.model.news import News
from macros.model.place import District, Municipality
from macros.model.plan import Plan
from macros.model.resource import Resources
from macros.model.routine import Routine
from macros.model.settings import Settings
from macros.model.situation import Situations
from macros.model.support import Supports
from macros.model.symbol import Symbols
from macros.model.types import Record


@dataclass(frozen=True)
class Kind:
    """One kind of file.

    Attributes:
        name: What its schema is called, in `schema/<name>.json`.
        title: In Swedish.
        model: What the file holds.
        globs: Where such files lie. Only `*` and `**` are used, which all editors know,
            and `!` before what is left out: an older editor passes that by.
    """

    name: str
    title: str
    model: type[Record]
    globs: tuple[str, ...]


KINDS = (
    Kind("contacts", "Kontakter", Contacts, ("plans/**/contacts.yml",)),
    Kind(
        "plan",
        "En plan",
        Plan,
        (
            *(f"plans/{place}/{age}*.yml" for place in ("*", "*/*") for age in ("19", "20")),
            "!plans/*/follow-up/*.yml",
        ),
    ),
    Kind(
        "follow-up",
        "Uppföljning av aktiviteter",
        Outcomes,
        ("plans/*/follow-up/*.yml", "plans/*/*/follow-up/*.yml"),
    ),
    Kind("municipality", "En kommun", Municipality, ("plans/*/municipality.yml",)),
    Kind("district", "Ett distrikt", District, ("plans/*/*/district.yml",)),
    Kind("routine", "En rutin", Routine, ("plans/*/routines/*.yml", "plans/*/*/routines/*.yml")),
    Kind("guideline", "Riktlinjer", Guideline, ("plans/*/guideline.yml",)),
    Kind("situations", "Gemensamma lägesbilder", Situations, ("plans/*/situations.yml",)),
    Kind("forums", "Forum", Forums, ("plans/*/forums.yml",)),
    Kind("support", "Stöd", Supports, ("plans/*/support.yml",)),
    Kind("resources", "Material", Resources, ("plans/*/resources.yml",)),
    Kind("glossary", "Ordlista och sökord", Glossary, ("plans/national/glossary.yml",)),
    Kind("symbols", "Symboler", Symbols, ("plans/national/symbols.yml",)),
    Kind("forms", "Blanketter", Forms, ("plans/national/forms.yml",)),
    Kind("sources", "Källor", Sources, ("plans/sources.yml",)),
    Kind("corrections", "Rättelser och motsägelser", Corrections, ("plans/corrections.yml",)),
    Kind("news", "Nyheter", News, ("plans/news.yml",)),
    Kind("settings", "Portalens inställningar", Settings, ("plans/settings.yml",)),
)
"""In the order in which coordinators need them."""
