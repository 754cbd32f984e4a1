"""The form for avidentifierad information: its questions, and what the page warns of."""

from dataclasses import dataclass

from macros.model.form import Form, FormField, Forms
from macros.portal import NATION, Portal
from macros.views import sources

FORM = "avidentifierad-information"


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        rows: How many lines the answer has, on the page and on paper.
        options: What can be chosen; () where the answer is written.
    """

    id: str
    label: str
    help: str
    rows: int
    options: tuple[str, ...]


@dataclass(frozen=True)
class Sign:
    """What may show who somebody is; `kind` is its name in identifying.js.

    Attributes:
        looks: What it looks like, after the words "Ser ut som".
        why: Why that is warned of, and what to write instead.
    """

    kind: str
    looks: str
    why: str


@dataclass(frozen=True)
class InformationForm:
    """The form; `sources` are words and address of each document that names it."""

    title: str
    questions: tuple[Question, ...]
    warnings: tuple[Sign, ...]
    sources: tuple[tuple[str, str], ...]


_SIGNS = (
    Sign(
        "identity",
        "ett personnummer eller samordningsnummer",
        "Numret tillhör en enda person. Ta bort det.",
    ),
    Sign(
        "name",
        "ett namn",
        "Ett namn visar vem det gäller. Skriv till exempel ”en elev” eller ”en förälder”. Är det "
        "inte en person kan det stå kvar.",
    ),
    Sign(
        "plate",
        "ett registreringsnummer",
        "Numret visar vem som äger fordonet. Ta bort det.",
    ),
    Sign(
        "phone",
        "ett telefonnummer",
        "Numret kan leda till en person. Ta bort det.",
    ),
    Sign(
        "email",
        "en e-postadress eller ett användarnamn",
        "Den kan leda till en person. Ta bort den.",
    ),
    Sign(
        "address",
        "en adress",
        "En adress kan visa vem som bor där. Skriv området eller slaget av plats i stället.",
    ),
)
"""In the order in which they are shown."""


def view(portal: Portal) -> InformationForm | None:
    """The form as forms.yml has it, or None where it has none."""
    file = portal.place(NATION).record(Forms)
    form = next((form for form in file.forms if form.id == FORM), None) if file else None
    return _view(portal, form) if form else None


def _view(portal: Portal, form: Form) -> InformationForm:
    return InformationForm(
        title=form.title,
        questions=tuple(map(_question, form.fields)),
        warnings=_SIGNS,
        sources=sources.named(portal, form.sources),
    )


def _question(field: FormField) -> Question:
    # Ids on the page must not meet those of headings.
    return Question(f"blankett-{field.id}", field.label, field.help, field.rows, field.options)
