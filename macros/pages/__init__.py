"""content/ as parsed pages and shared texts: which macros they call, and that they do nothing else.

The page engine's templates are not sandboxed and its Markdown does not escape, so all that is not
text, a macro call with literal arguments, or (in shared text) a declared field is refused here.
"""

from macros.pages.calls import called_once
from macros.pages.content import (
    TEXTS,
    Link,
    Page,
    Pages,
    SharedText,
    address,
    load,
    page,
    shared_text,
)
from macros.pages.expressions import SHARED_FIELDS, Call, Parameters, SharedField

__all__ = [
    "SHARED_FIELDS",
    "TEXTS",
    "Call",
    "Link",
    "Page",
    "Pages",
    "Parameters",
    "SharedField",
    "SharedText",
    "address",
    "called_once",
    "load",
    "page",
    "shared_text",
]
