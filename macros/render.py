"""Rows into HTML and Markdown: the only place that renders, with everything escaped by default.

The page engine's own templates do not escape and are not used for data; no value is ever compiled.
"""

import re
from collections.abc import Hashable, Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import markdown
import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from macros.model.markup import with_figures
from macros.views.wording import LAW_HAS_CHANGED

_TEMPLATES = Path(__file__).with_name("templates")
_SCHEMES = {"http", "https", "mailto", "tel"}
_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "blockquote", "br", "code"}
_ILLUSTRATED = _TAGS | {"img", "pre", "table", "thead", "tbody", "tr", "th", "td"}
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!])")
_CALLS = re.compile(
    r"(?<=@)(?=\S)|(?<=[#!~%&$^])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=\bGH-)(?=\d)",
    re.IGNORECASE,
)
_TAGS_AND_PHONE_NUMBERS = re.compile(
    r"""(<(?:[^>"]|"[^"]*")*>)|\b(?:0\d{1,3}-\d{2,3}(?: \d{2,3})*|114 14)\b"""
)


def render(template: str, **data: Any) -> str:  # noqa: ANN401 - each template says what it takes
    """The fragment that a template makes of its data.

    Raises:
        jinja2.UndefinedError: The template uses what it was not given; never the data's fault.
    """
    return _environment().get_template(template).render(**data)


def prose(text: str) -> Markup:
    """Markdown prose as safe HTML: paragraphs, lists, emphasis and links."""
    return Markup(_prose(text))  # noqa: S704 - cleaned by nh3


def filled_prose(parts: Iterable[str | tuple[str]]) -> Markup:
    """Shared prose with a plan's values: those stand in tuples and are shown as they are."""
    return prose("".join(p if isinstance(p, str) else in_markdown(p[0]) for p in parts))


def illustrated(text: str) -> Markup:
    """Prose of the project's own files, which may also hold pictures, tables and examples."""
    html = markdown.markdown(text, extensions=["fenced_code", "tables"], output_format="html")
    clean = nh3.clean(
        html,
        tags=_ILLUSTRATED,
        attributes={"a": {"href"}, "img": {"src", "alt"}},
        # The numbers of an example are no numbers to find and call.
        set_tag_attribute_values={"img": {"loading": "lazy"}, "pre": {"data-search-exclude": ""}},
        url_schemes={"https"},
        link_rel=None,
    )
    return Markup(clean)  # noqa: S704 - cleaned on the line above


def in_markdown(value: object) -> Markup:
    """A value that means itself in Markdown: neither markup nor HTML."""
    plain = str(escape(str(value))).replace("&#34;", '"').replace("&#39;", "'")
    return Markup(_MARKDOWN_SIGNS.sub(r"\\\1", plain))  # noqa: S704 - escaped on the line above


def in_comment(value: object) -> Markup:
    """A value that means itself in a comment on a git host: it calls nobody and links nowhere.

    Such a host makes links of bare addresses, and of a name after @ or a number after # and its
    like. An invisible sign between the two keeps them apart.
    """
    plain = _CALLS.sub("\u2060", " ".join(str(value).split()))
    escaped = str(in_markdown(plain)).replace("~", "&#126;")
    return Markup(escaped)  # noqa: S704 - escaped by in_markdown


def unbroken(text: str) -> Markup:
    """The text, or safe HTML, with each phone number outside tags kept on one line."""

    def whole(found: re.Match[str]) -> str:
        return found[1] or render("unbroken.html", number=found[0]).rstrip()

    return Markup(_TAGS_AND_PHONE_NUMBERS.sub(whole, escape(text)))  # noqa: S704 - escaped here


@lru_cache(maxsize=4096)
def contact_card(card: Hashable) -> Markup:
    """One contact; kept by its content, since the same one stands on all pages of its place."""
    return Markup(render("contact_card.html", card=card).rstrip())  # noqa: S704 - our own template


@lru_cache(maxsize=4096)
def _prose(text: str) -> str:
    """Kept by the text itself: the same shared text stands on many pages."""
    # A small figure that no view has shown as reviewed is withheld.
    html = _markdown().reset().convert(with_figures(text, reviewed=False))
    clean = nh3.clean(
        html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel=None
    )
    return unbroken(Markup(clean))  # noqa: S704 - cleaned on the line above


@cache
def _markdown() -> markdown.Markdown:
    """One converter for all texts: making it costs as much as a text."""
    return markdown.Markdown(output_format="html")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Each look at a file for a change costs more than printing most fragments.
        auto_reload=False,
    )
    environment.filters.update(
        contact_card=contact_card,
        filled_prose=filled_prose,
        illustrated=illustrated,
        in_comment=in_comment,
        in_markdown=in_markdown,
        prose=prose,
        unbroken=unbroken,
    )
    # The views word the same caution where a step's note on law carries it.
    environment.globals["LAW_HAS_CHANGED"] = LAW_HAS_CHANGED
    return environment
