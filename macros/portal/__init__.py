"""The whole of plans/ as one linked, immutable Portal; where ids are looked up from a place.

Scopes nest: the nation, a municipality, a district. A lookup in a district finds the nearest
answer. Knows nothing of pages, and judges nothing: whether references hold is for the checks.
"""

from macros.portal.graph import NATION, Place, Portal
from macros.portal.loading import load

__all__ = ["NATION", "Place", "Portal", "load"]
