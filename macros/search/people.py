"""Words that name people by what they are or think: the search makes no guesses from them."""

from macros.checks.words_accuse_nobody import ENVIRONMENT, GROUPS

_BEGUN = "islamis$|jihadis$"
"""An environment's name while it is typed, which can become no other word but `islamisk`."""


def people() -> tuple[str, str]:
    """Two expressions for a whole word, as a browser reads them: such words, and what is none.

    Whoever searches for `islam` finds where that word stands, and is not led on to an environment
    whose name begins so.
    """
    listed = ",".join(GROUPS.values()).split(",")
    names = sorted(name for name in map(str.strip, listed) if name.replace("*", "").isalpha())
    written = "|".join(name.replace("*", ".*") for name in names)
    return f"^(?:{written})$", f"^(?:{_whole(ENVIRONMENT.pattern)}|{_BEGUN})"


def _whole(expression: str) -> str:
    r"""An expression without what browsers read otherwise: their \w knows no å."""
    return expression.replace(r"\b", "").replace(r"\w*", ".*")
