"""`planportal schema`: write what editors and coordinators are told of the files in plans/."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from macros import portal
from macros.portal import Portal
from macros.schema.editor import schema
from macros.schema.kinds import KINDS
from macros.schema.reference import reference


def run(root: Path) -> int:
    """Write the schemas and the field reference of a project, whatever problems its data has.

    Returns:
        0: a file that cannot be read only leaves its ids out.
    """
    written = 0
    for name, text in files(portal.load(root)).items():
        path = root / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            written += 1
    print(
        f"Klart: {written} filer är nya eller ändrade." if written else "Inget att ändra.",
        file=sys.stderr,
    )
    return 0


def files(data: Portal) -> Mapping[str, str]:
    """The generated files by their paths from the root."""
    made = {"docs/falt.md": reference()}
    for kind in KINDS:
        text = json.dumps(schema(kind, data), ensure_ascii=False, indent=1)
        made[f"schema/{kind.name}.json"] = f"{text}\n"
    return made
