"""The kinds of record that can be made, in the order in which the help names them."""

from macros.drafting.district import DISTRICT

KINDS = {kind.name: kind for kind in (DISTRICT,)}
