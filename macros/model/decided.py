"""What a decided plan said, as a fingerprint beside it: `<year>.decided`.

Made by `planportal decide`, never by hand.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from macros.model.markup import FIGURE
from macros.model.plan import Plan
from macros.model.types import Id, Record, Text, info

_AFTERWARDS: Mapping[str, Any] = {
    "state": True,
    "approval": True,
    "shared_with": True,
    "uncertainties": True,
    "inferred": True,
    "next_revision": {"year", "date", "uncertain"},
    "sections": {"__all__": {"guideline", "legal_note"}},
    "situations": {"__all__": {"figures_reviewed", "legal_note"}},
    "activities": {"__all__": {"uncertain", "carried_from"}},
}
"""What is said later, or by the portal and not by the decision: that the plan was approved or
replaced, that others share it, what is unclear in it, what it hangs on, and what was reviewed."""


class Decided(Record):
    """The fingerprint of a plan as decided, and what has allowed changes since."""

    fingerprint: Text = info("Fingeravtryck", "Räknas ut av planportal decide.")
    decision: Text | None = info("Beslut", "Beslutet som planen frystes efter.", default=None)
    errata: tuple[Id, ...] = info(
        "Rättelser", "Id för rättelserna i planens dokument när den frystes.", default=()
    )
    reasons: tuple[Text, ...] = info(
        "Skäl", "Varför planen har ändrats utan rättelse eller nytt beslut.", default=()
    )


def fingerprint(plan: Plan) -> str:
    """The SHA-256 of all in a plan's file that the decision covers.

    How the file is written makes no difference: order of fields, quotes, comments, line breaks; nor
    does the mark on a small figure. Texts that plans share are not in the file and not covered.
    """
    covered = plan.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, exclude=dict(_AFTERWARDS)
    )
    text = json.dumps(_plain(covered), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def decision(plan: Plan) -> str | None:
    """The plan's decision in one line, to see whether it is a new one."""
    if plan.decision is None:
        return None
    parts = (plan.decision.by, plan.decision.date, plan.decision.paragraph)
    return " ".join(str(part) for part in parts if part)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The value with texts in one form: without marks, each run of white space as one space."""
    if isinstance(value, str):
        return " ".join(FIGURE.sub(lambda mark: mark[1], value).split())
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value
