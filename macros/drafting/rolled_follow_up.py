"""What a plan that goes on says of the activities that end with the plan before it."""

from typing import Any

from macros.drafting.roll import Answers, Roll
from macros.source.editing import Tree, tree, value, written


def file(roll: Roll) -> str:
    """The file of the follow-up, in the folder of the earlier plan."""
    return f"plans/{roll.home.id}/follow-up/{roll.reported}.yml"


def text(roll: Roll, answers: Answers) -> str | None:
    """The follow-up with the activities that end; None where there is nothing to say.

    What somebody has reported already stays as it is.
    """
    said = reported(roll)
    ended = [
        _outcome(answer)
        for name, answer in answers.activities.items()
        if answer.do in {"done", "drop"} and name not in said
    ]
    if not ended:
        return None
    old = roll.portal.texts.get(file(roll))
    whole = tree(old) if old else Tree(activities=value([]))
    whole["activities"].extend(value(ended))
    return written(whole)


def reported(roll: Roll) -> dict[str, int]:
    """The activities that the year's follow-up names already, each with its line."""
    entry = roll.home.follow_ups.get(roll.reported)
    outcomes = entry.record.activities if entry else ()
    return {
        outcome.activity: entry.line(("activities", index)) if entry else 0
        for index, outcome in enumerate(outcomes)
    }


def _outcome(answer: Any) -> dict[str, str]:  # noqa: ANN401 - an ActivityAnswer
    parts = {
        "activity": answer.activity,
        "status": "done" if answer.do == "done" else "dropped",
        "why": answer.why,
        "evidence": answer.evidence,
    }
    return {name: words for name, words in parts.items() if words}
