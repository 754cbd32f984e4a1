"""The exact kinds of value that a field can hold, and the record that all models build on.

No value is guessed: `"86400"` is no date and `"1_000"` no number. A refusal is a Swedish sentence.
"""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError

from macros.model.host import email_fault, web_fault
from macros.model.markup import prose_faults, text_faults
from macros.model.telephone import telephone_fault

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"(?=[01][0-9]|2[0-3]|24:00)([0-9]{2}):([0-5][0-9])")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EMAIL = re.compile(r"[^@\s<>()\[\]\\,;:\"]+@[^@\s<>()\[\]\\,;:\"]+\.[^@\s<>()\[\]\\,;:\".]+")
_WEB = re.compile(r"https?://[^\s<>\"'\\^`{|}\[\]]+")


@dataclass(frozen=True)
class Reference:
    """Marks a field whose value is the id of a record of this kind, as seen from its place."""

    kind: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """What editors are told, with the kind, for the list of the ids that there are."""
        return handler(schema) | {"x-reference": self.kind}


@dataclass(frozen=True)
class Done:
    """Marks a day on which somebody has done something, so that it cannot lie ahead."""


class Record(BaseModel):
    """A record of the data: unknown fields are refused, and nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


def info(title: str, help_text: str, *, example: str | None = None, **more: Any) -> Any:  # noqa: ANN401 - as pydantic's Field
    """A field with its Swedish title, help text and example: what editors and messages show."""
    return Field(
        title=title, description=help_text, examples=[example] if example else None, **more
    )


def fault(message: str, offset: int = 0) -> PydanticCustomError:
    """The error a validator raises: a Swedish sentence, and its 0-based place in the value."""
    return PydanticCustomError("portal", "{message}", {"message": message, "offset": offset})


def _text(value: str) -> str:
    if not value.strip():
        raise fault("Värdet är tomt. Skriv ett värde eller ta bort raden.")
    if "\n" in value.strip():
        message = "Texten ska vara ett enda stycke. Skriv den på en rad, utan radbrytning."
        raise fault(message, value.index("\n"))
    for offset, message in text_faults(value):
        raise fault(message, offset)
    return value.strip()


def _prose(value: str) -> str:
    if not value.strip():
        raise fault("Värdet är tomt. Skriv ett värde eller ta bort raden.")
    for offset, message in prose_faults(value):
        raise fault(message, offset)
    return value.strip()


def _id(value: str) -> str:
    if not _ID.fullmatch(value):
        plain = unicodedata.normalize("NFKD", value.casefold()).encode("ascii", "ignore").decode()
        likely = re.sub("[^a-z0-9]+", "-", plain).strip("-")
        example = f', till exempel "{likely}"' if likely else ""
        raise fault(
            f'"{value}" kan inte vara ett id. '
            f"Skriv små bokstäver a–z, siffror och bindestreck{example}.",
        )
    return value


def _whole(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"[1-9]\d*|0", value):
            raise fault(f'"{value}" är inte ett heltal. Skriv bara siffror.')
        return int(value)
    return value


def _year(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"(19|20)\d\d", value):
            raise fault(f'"{value}" är inte ett årtal. Skriv fyra siffror, till exempel 2022.')
        return int(value)
    return value


def _date(value: object) -> object:
    if isinstance(value, str):
        if not _DATE.fullmatch(value):
            raise fault(
                f'"{value}" är inte ett datum. Skriv år-månad-dag, till exempel 2022-10-24.'
            )
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise fault(f"Datumet {value} finns inte. Kontrollera månad och dag.") from None
    return value


def _date_or_year(value: object) -> object:
    return _year(value) if isinstance(value, str) and len(value) == len("2022") else _date(value)


def _clock(value: object) -> object:
    if isinstance(value, str):
        match = _CLOCK.fullmatch(value)
        if match is None:
            raise fault(f'"{value}" är inte ett klockslag. Skriv timme:minut, till exempel 08:00.')
        return int(match[1]) * 60 + int(match[2])
    return value


def _flag(value: object) -> object:
    if isinstance(value, str):
        if value not in {"true", "false"}:
            raise fault(
                f'"{value}" är varken true eller false. Skriv true för ja eller false för nej.'
            )
        return value == "true"
    return value


def _phone(value: str) -> str:
    if message := telephone_fault(value):
        raise fault(message)
    return value


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise fault(f'"{value}" är inte en e-postadress. Skriv namn@domän.')
    if found := email_fault(value):
        offset, message = found
        raise fault(message, offset)
    return value


def checked_web(value: str) -> str:
    """The value, if it is a web address that may be shown; else its fault is raised."""
    if not _WEB.fullmatch(value):
        raise fault(f'"{value}" är inte en webbadress. Börja med https:// eller http://.')
    if found := web_fault(value):
        offset, message = found
        raise fault(message, offset)
    return value


def _portal_address(value: str) -> str:
    if not re.fullmatch(r"/([a-z0-9-]+/)*(#[a-z0-9-]+)?", value):
        raise fault(f'"{value}" är ingen adress i portalen. Skriv till exempel /symboler/.')
    return value


def _ours(pattern: re.Pattern[str]) -> str:
    """A pattern of ours for the whole value, as ECMAScript has it."""
    return f"^{pattern.pattern}$".replace(r"\"", '"')


def as_seen(
    name: str, *kinds: str, pattern: str, message: str, **more: str | int
) -> WithJsonSchema:
    """What an editor, which guesses at values, is to accept: all that our own reader does.

    Args:
        name: What such a value is called in the field reference.
        kinds: What the value may look like: an unquoted `2022` is a number to an editor. None of
            them means any single value: `title: 2022` and `title: true` are texts to us. They are
            not listed then, since an editor would propose `true` and `false` in every text.
        pattern: What a value that looks like text must match, as ECMAScript has it.
        message: What to say of one that does not, in Swedish.
        more: Further keywords of JSON Schema.
    """
    kind: dict[str, Any] = (
        {"type": [*kinds]} if kinds else {"not": {"type": ["object", "array", "null"]}}
    )
    told = {
        "x-name": name,
        "pattern": pattern,
        "patternErrorMessage": message,
        "errorMessage": message,
    }
    return WithJsonSchema({**kind, **told, **more})


_ONE_LINE = r"^(?![\s\S]*(?:<[a-zA-Z/!?]|\[\[))\s*\S(?:[^\n]*\S)?\s*$"
_NO_HEADING = r"^(?![\s\S]*(?:^|\n) {0,3}#)[\s\S]*\S"

Text = Annotated[
    str,
    AfterValidator(_text),
    as_seen(
        "text",
        pattern=_ONE_LINE,
        message="Ett enda stycke text, utan HTML och utan [[ ]]. Ta bort raden om den är tom.",
    ),
]
"""One line or one paragraph, shown as written: no markup, no HTML."""

Prose = Annotated[
    str,
    AfterValidator(_prose),
    as_seen(
        "löptext",
        pattern=_NO_HEADING,
        message="Löptext utan rubriker. Ta bort raden om den är tom.",
    ),
]
"""Paragraphs, lists, emphasis and links in Markdown: no headings, HTML or attribute lists."""

Id = Annotated[
    str,
    AfterValidator(_id),
    as_seen(
        "id",
        pattern="^[a-z0-9]+(-[a-z0-9]+)*$",
        message="Ett id har små bokstäver a–z, siffror och bindestreck.",
        minimum=0,
    ),
]
"""Lower-case words with hyphens; å, ä and ö are written a, a and o."""

Whole = Annotated[
    int,
    BeforeValidator(_whole),
    as_seen(
        "heltal",
        "integer",
        "string",
        pattern="^(?:[1-9][0-9]*|0)$",
        message="Ett heltal. Skriv bara siffror.",
        minimum=0,
    ),
]
"""A whole number, zero or greater, written with digits only."""

_YEAR_SEEN = as_seen(
    "årtal",
    "integer",
    "string",
    pattern="^(?:19|20)[0-9]{2}$",
    message="Ett årtal med fyra siffror, till exempel 2022.",
    minimum=1900,
    maximum=2099,
)
_DATE_SEEN = as_seen(
    "datum",
    "string",
    pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    message="Ett datum: år-månad-dag, till exempel 2022-10-24.",
    format="date",
)

Year = Annotated[int, BeforeValidator(_year), _YEAR_SEEN]
"""A year between 1900 and 2099, written with four digits."""

Date = Annotated[dt.date, BeforeValidator(_date), _DATE_SEEN]
"""A day that exists, written YYYY-MM-DD."""

DoneDate = Annotated[Date, Done()]
"""A day that exists and has come."""

DateOrYear = Annotated[
    dt.date | int,
    BeforeValidator(_date_or_year),
    WithJsonSchema(
        {"x-name": "datum eller årtal", "anyOf": [_DATE_SEEN.json_schema, _YEAR_SEEN.json_schema]}
    ),
]
"""A day or a whole year, where documents give either."""

Clock = Annotated[
    int,
    BeforeValidator(_clock),
    as_seen(
        "klockslag",
        "string",
        pattern="^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$",
        message="Ett klockslag: timme:minut, till exempel 08:00.",
    ),
]
"""Minutes since midnight in Swedish time, written HH:MM; 24:00 is the end of the day."""

Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    as_seen(
        "true eller false",
        "boolean",
        "string",
        pattern="^(?:true|false)$",
        message="Skriv true eller false.",
    ),
]
"""`true` or `false`; nothing else means yes or no."""

PhoneNumber = Annotated[
    str,
    AfterValidator(_phone),
    as_seen(
        "telefonnummer",
        "string",
        "integer",
        pattern=r"^\+?[0-9][0-9 -]*[0-9]$",
        message="Ett telefonnummer med riktnummer, till exempel 0451-26 70 00.",
    ),
]
"""A number that can be called from Sweden; digits, spaces and hyphens."""

EmailAddress = Annotated[
    str,
    AfterValidator(_email),
    as_seen(
        "e-postadress", "string", pattern=_ours(_EMAIL), message="En e-postadress: namn@domän."
    ),
]
"""An e-mail address as the source has it; whether it is the right one is another field's matter."""

PortalAddress = Annotated[
    str,
    AfterValidator(_portal_address),
    as_seen(
        "adress i portalen",
        "string",
        pattern="^/([a-z0-9-]+/)*(#[a-z0-9-]+)?$",
        message="En adress i portalen, till exempel /symboler/.",
    ),
]
"""An address of one of the portal's own pages, from its root: `/symboler/#tyrruna`."""

WebAddress = Annotated[
    str,
    AfterValidator(checked_web),
    as_seen(
        "webbadress", "string", pattern=_ours(_WEB), message="En webbadress. Börja med https://."
    ),
]
"""An absolute http or https address whose host is what it looks like."""
