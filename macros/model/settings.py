"""What a municipality that runs the portal sets for itself: `plans/settings.yml`."""

import re
from typing import Annotated

from pydantic import AfterValidator

from macros.model.colour import MINIMUM, contrast, nearest_that_passes
from macros.model.page import HeadText
from macros.model.types import (
    Id,
    Record,
    Reference,
    Text,
    WebAddress,
    as_seen,
    checked_web,
    fault,
    info,
)


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise fault(f'"{value}" är ingen färg. Skriv # och sex tecken, till exempel "#0b5c7a".')
    ratio = contrast(value, "#ffffff")
    if ratio < MINIMUM:
        # Rounded down, since 4.47 is not 4.5.
        shown, least = (f"{int(n * 10) / 10}".replace(".", ",") for n in (ratio, MINIMUM))
        raise fault(
            f"Färgen {value} är för ljus: kontrasten mot vitt är {shown} och ska vara minst "
            f'{least}. Den närmaste som går är "{nearest_that_passes(value)}".'
        )
    return value.lower()


def _picture(value: str) -> str:
    if not re.fullmatch(r"assets/images/[a-z0-9-]+\.(svg|png)", value):
        raise fault(
            "Logotypen ska vara en bild i overrides/assets/images/. "
            "Skriv till exempel assets/images/logotyp.svg."
        )
    return value


class ContactCentre(Record):
    """The contact that is shown where no other is known."""

    place: Annotated[str, Reference("place")] = info(
        "Plats", "Id för platsen.", example="hassleholm"
    )
    contact: Id = info("Kontakt", "Id för kontakten på den platsen.", example="kontaktcenter")


class Leave(Record):
    """A button on every page that leads away from the portal."""

    words: Text = info("Ord", "Vad som står på knappen.", example="Lämna sidan")
    address: WebAddress = info("Adress", "En neutral sida.", example="https://www.smhi.se/")


def _edit(value: str) -> str:
    filled = value.replace("{path}", "plans/news.yml").replace("{line}", "1")
    if "{path}" not in value or "{" in filled:
        raise fault(
            "Adressen saknar {path} eller har andra klamrar. "
            "Skriv {path} där filen ska stå, och {line} om raden ska stå med."
        )
    checked_web(filled)
    return value


class Repository(Record):
    """Where the project lies, so that what is read can be edited."""

    edit: Annotated[
        str,
        AfterValidator(_edit),
        as_seen(
            "webbadress med {path}",
            "string",
            pattern="^https?://.*[{]path[}]",
            message="En webbadress med {path} där filen ska stå.",
        ),
    ] = info(
        "Redigera",
        "Git-värdens adress där en fil ändras, med {path} för filen och {line} för raden.",
        example="https://git.example/projektet/edit/main/{path}#L{line}",
    )


class Settings(Record):
    """The portal's own name, colour and logotype."""

    name: HeadText = info("Namn", "Portalens namn.", example="Planportalen")
    accent: Annotated[Text, AfterValidator(_colour)] = info(
        "Färg", "Färgen på sidhuvud, knappar och länkar.", example="#0b5c7a"
    )
    logo: Annotated[Text, AfterValidator(_picture)] | None = info(
        "Logotyp",
        "Bilden i overrides/, utan klammer. Utelämna för ingen logotyp.",
        example="assets/images/logotyp.svg",
        default=None,
    )
    contact_centre: ContactCentre | None = info(
        "Kontaktcenter", "Kontakten som visas när inget annat nummer är känt.", default=None
    )
    repository: Repository | None = info(
        "Projektets plats",
        "Då får sidorna länken Redigera. Utelämna för ingen.",
        default=None,
    )
    leave: Leave | None = info(
        "Lämna fort", "En knapp som leder bort från portalen. Utelämna för ingen.", default=None
    )
