"""Where the site engine meets the portal: the only module that sees `env`.

Zensical runs this file again for each page and cannot follow relative imports, so it is thin,
imports absolutely and inside the function, and leaves keeping to `macros.portal`.
"""

from typing import Any


def define_env(env: Any) -> None:  # noqa: ANN401 - the plugin's own object, of either engine
    """Give the pages their macros; called by the macros plugin when its configuration is read.

    Raises:
        ProblemsFound: The data has problems; the engine stops before it has written anything.
    """
    import sys  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    # The command `zensical`, unlike `mkdocs`, cannot import from the project's folder by itself.
    if env.project_dir not in sys.path:
        sys.path.insert(0, env.project_dir)

    from macros import checks, pages, portal  # noqa: PLC0415
    from macros.fragments import PARAMETERS, Fragments  # noqa: PLC0415
    from macros.portal.audience import EVERYTHING, seen_by  # noqa: PLC0415
    from macros.problems import ProblemsFound, errors  # noqa: PLC0415
    from macros.views import frame  # noqa: PLC0415
    from macros.views.navigation import menu  # noqa: PLC0415

    root = Path(env.project_dir)
    data, content = portal.load(root), pages.load(root, PARAMETERS)
    if problems := errors(checks.run(data, content)):
        raise ProblemsFound(problems)
    # The plugin's own macros tell of the build machine (`macros_info`): ours replace them all.
    env.macros.clear()
    audience = env.conf["extra"].get("audience", EVERYTHING)
    seen = content.seen_by(audience)
    data = seen_by(data, audience, (page.url for page in seen))
    fragments = Fragments(data, content.texts, seen, content.guide)
    for name, macro in fragments.macros().items():
        env.macro(macro, name)
    env.conf["nav"] = menu(seen)
    frame.set_up(env.conf, data)
