"""Where the portal is published: `publish.yml` in the project's folder, without secrets."""

import re
from typing import Annotated

from pydantic import AfterValidator

from macros.model.contact import Audience
from macros.model.types import Id, Record, Text, WebAddress, Whole, fault, info

_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[?[0-9A-Fa-f:]+\]?")
_USER = re.compile(r"[a-z_][a-z0-9_-]*")
_LAST_PORT = 65535


def _host(value: str) -> str:
    if not _HOST.fullmatch(value):
        raise fault(f'"{value}" är inget namn på en dator. Skriv till exempel "webb.example.org".')
    return value


def _user(value: str) -> str:
    if not _USER.fullmatch(value):
        raise fault(f'"{value}" är ingen användare. Skriv till exempel "planportal".')
    return value


def _port(value: int) -> int:
    if not 0 < value <= _LAST_PORT:
        raise fault(f"{value} är ingen port. Skriv ett tal från 1 till {_LAST_PORT}.")
    return value


def _path(value: str) -> str:
    if "'" in value or '"' in value:
        raise fault("En sökväg kan inte ha citattecken.")
    return value


FilePath = Annotated[Text, AfterValidator(_path)]


class Ssh(Record):
    """A web server that `planportal server-setup` has made ready."""

    host: Annotated[str, AfterValidator(_host)] = info(
        "Dator", "Webbserverns namn.", example="webb.example.org"
    )
    user: Annotated[str, AfterValidator(_user)] = info(
        "Användare", "Den som server-setup skapade.", example="planportal", default="planportal"
    )
    port: Annotated[Whole, AfterValidator(_port)] = info(
        "Port", "Porten för ssh.", example="22", default=22
    )
    upload_key: FilePath = info(
        "Nyckel att ladda upp med",
        "Filen med den privata nyckeln på datorn som publicerar.",
        example="~/.ssh/planportal-upload",
    )
    control_key: FilePath = info(
        "Nyckel att byta utgåva med",
        "Filen med den privata nyckeln på datorn som publicerar.",
        example="~/.ssh/planportal-control",
    )
    known_hosts: FilePath | None = info(
        "Kända datorer",
        "Filen med webbserverns publika nyckel. Utelämna för den vanliga.",
        example="~/.ssh/known_hosts",
        default=None,
    )


class Target(Record):
    """One place to publish to: a web server by ssh, or a folder on this computer."""

    id: Id = info("Id", "Det som skrivs efter planportal publish.", example="skarp")
    audience: Audience = info(
        "Målgrupp",
        "Vem som läser: public är alla, staff personal. Det som är för andra lämnas utanför.",
        example="staff",
    )
    ssh: Ssh | None = info("Webbserver", "Utelämna om målet är en mapp.", default=None)
    folder: FilePath | None = info(
        "Mapp", "En mapp på den här datorn, från projektets mapp.", example="../prov", default=None
    )
    address: WebAddress | None = info(
        "Adress",
        "Där portalen läses. Då kontrolleras att den nya utgåvan syns.",
        example="https://planer.example.org",
        default=None,
    )


class Targets(Record):
    """The places to publish to; the first is meant where none is named."""

    targets: tuple[Target, ...] = info("Mål", "Det första är det som menas när inget anges.")
