"""The number that the real data gives for a contact, which a coordinator may change on any day."""

from macros import portal
from macros.portal import Portal
from macros.views import wording
from tests.conftest import ROOT

DATA: Portal = portal.load(ROOT)


def number(contact: str, place: str = "hassleholm") -> tuple[str, str]:
    """A contact's first number as it is shown, and the link that calls it."""
    written = DATA.find("contact", contact, place).phones[0].number
    return wording.telephone(written), wording.telephone_link(written)
