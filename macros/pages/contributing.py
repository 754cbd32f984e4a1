"""The coordinators' guide: the part of CONTRIBUTING.md that is a page of the portal as well."""

import re
from pathlib import Path

FILE = "CONTRIBUTING.md"
_GUIDE = re.compile(r"^## .*?(?=^## Mer$|\Z)", re.DOTALL | re.MULTILINE)


def guide(root: Path) -> str:
    """From the first heading below the title to the heading "Mer"; nothing where there is none."""
    path = root / FILE
    if not path.is_file():
        return ""
    found = _GUIDE.search(path.read_text(encoding="utf-8"))
    return found[0] if found else ""
