"""The same pages with every macro call already carried out, for the engine without our macros."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
import yaml

from macros import define_env

Macro = Callable[..., str]


class Engine:
    """What `define_env` asks of the macros plugin."""

    def __init__(self, project: Path, conf: dict[str, Any]) -> None:
        self.project_dir = str(project)
        self.conf = conf
        self.macros: dict[str, Macro] = {}

    def macro(self, function: Macro, name: str) -> None:
        self.macros[name] = function


def expand(project: Path, target: Path) -> None:
    """Write the portal at `project` into the folder `target` as plain pages with a written menu."""
    conf = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    engine = Engine(project, conf)
    define_env(engine)
    conf["plugins"] = [plugin for plugin in conf["plugins"] if "macros" not in plugin]
    conf.pop("watch", None)
    # The engine's own template environment has these settings, too.
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)  # noqa: S701 - as the engine
    environment.globals.update(engine.macros)
    texts = project / "content" / "texter"
    for path in (project / "content").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        if texts not in path.parents:
            text = environment.from_string(text).render()
        place = target / path.relative_to(project)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    shutil.copytree(project / "overrides", target / "overrides")
    written = yaml.dump(conf, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    (target / "mkdocs.yml").write_text(written, encoding="utf-8")
