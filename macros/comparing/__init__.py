"""What two portals, or two plans, say differently, as a coordinator would put it in Swedish.

Does not know where the two come from: files, years or revisions are the command's matter.
"""

from macros.comparing.change import GROUPS, Change, Group
from macros.comparing.plans import plan_changes
from macros.comparing.portals import portal_changes
from macros.comparing.report import Report, as_json, as_text, report
from macros.comparing.side import Side
from macros.comparing.since import Since, since
from macros.comparing.tally import tally

__all__ = [
    "GROUPS",
    "Change",
    "Group",
    "Report",
    "Side",
    "Since",
    "as_json",
    "as_text",
    "plan_changes",
    "portal_changes",
    "report",
    "since",
    "tally",
]
