"""The kinds of record that can be made, in the order in which the help names them."""

from macros.drafting.contact import CONTACT
from macros.drafting.district import DISTRICT
from macros.drafting.municipality import MUNICIPALITY
from macros.drafting.plan import PLAN
from macros.drafting.role import ROLE
from macros.drafting.routine import ROUTINE

KINDS = {kind.name: kind for kind in (MUNICIPALITY, DISTRICT, PLAN, CONTACT, ROLE, ROUTINE)}
