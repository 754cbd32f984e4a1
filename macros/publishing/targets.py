"""The settings file that says where to publish."""

from pathlib import Path

from macros.model.target import Target, Targets
from macros.problems import Problem, suggestion
from macros.reading import read_text, read_yaml
from macros.source import Unreadable

FILE = "publish.yml"
EXAMPLE = """targets:
  - id: skarp
    audience: staff
    ssh:
      host: webb.example.org
      upload_key: ~/.ssh/planportal-upload
      control_key: ~/.ssh/planportal-control
    address: https://planer.example.org"""


class NoTargetError(Exception):
    """There is nowhere to publish to; the message says why in Swedish."""


def chosen(root: Path, name: str | None) -> Target:
    """The target with that id, or the first.

    Raises:
        NoTargetError: There is no such target, or no settings file.
        Unreadable: With every problem of the file.
    """
    path = root / FILE
    if not path.is_file():
        raise NoTargetError(f"{FILE} saknas. Skapa den i projektets mapp, till exempel:\n{EXAMPLE}")
    entry = read_yaml(read_text(path, FILE), FILE, Targets)
    targets = entry.record.targets
    if not targets:
        raise Unreadable(entry.problem(("targets",), "Listan är tom. Skriv minst ett mål."))
    ids = [target.id for target in targets]
    problems: list[Problem] = []
    for number, target in enumerate(targets):
        if (target.ssh is None) == (target.folder is None):
            problems.append(entry.problem(("targets", number), "Skriv antingen ssh eller folder."))
        if target.id in ids[:number]:
            problems.append(
                entry.problem(("targets", number, "id"), f'Id "{target.id}" finns redan. Byt namn.')
            )
    if problems:
        raise Unreadable(*problems)
    if name is not None and name not in ids:
        near = suggestion(name, ids)
        raise NoTargetError(f'Målet "{name}" finns inte i {FILE}.{near}')
    return targets[0 if name is None else ids.index(name)]
