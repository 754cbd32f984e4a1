"""The rules that look across files: one module a rule, each a generator of problems.

A rule never prints, never raises for bad data and never stops at the first problem. Its docstring
is its page in the field reference: the rule, an example that passes and one that fails.
"""

import importlib
import pkgutil
from collections.abc import Iterator

from macros.pages import Pages
from macros.portal import Portal
from macros.problems import Problem


def run(portal: Portal, pages: Pages) -> list[Problem]:
    """Every problem of the data and the pages, in the order of files and lines."""
    return sorted({*portal.problems, *pages.problems, *_all_rules(portal, pages)})


def _all_rules(portal: Portal, pages: Pages) -> Iterator[Problem]:
    for module in pkgutil.iter_modules(__path__):
        yield from importlib.import_module(f"{__name__}.{module.name}").check(portal, pages)
