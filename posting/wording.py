"""The whole comment: what the request's code has left, and what only this side can know."""

from collections.abc import Iterable

from posting.harmless import MARKER, MOST_BYTES, RefusedError, harmless

MOST = MOST_BYTES
DATA = ("plans/", "content/", "schema/")
"""What a coordinator changes. Nothing in there runs."""

_CODE = (
    "**Förslaget ändrar också annat än uppgifter och texter.** Texten här nedanför och de byggda"
    " sidorna är gjorda av förslagets egen kod. Lita inte på texten och öppna inte sidorna förrän"
    " någon har läst ändringarna rad för rad."
)
_NOTHING = (
    "Kontrollen hann inte säga vad som ändras för läsarna. Öppna den här nedanför och läs varför."
)
_LEFT_OUT = "Det går inte att visa vad som ändras för läsarna."


def comment(left: bytes | None, files: Iterable[str], address: str, commit: str) -> str:
    """The comment on a request.

    Args:
        left: What the request's code has left as the text, if anything.
        files: The files that the request changes, as the host says.
        address: Of the run, from the host.
        commit: That the run was made of, from the host.
    """
    parts = [MARKER]
    if left is None:
        parts.append(_NOTHING)
    else:
        if not all(file.startswith(DATA) for file in files):
            parts.append(_CODE)
        try:
            parts.append(harmless(left))
        except RefusedError as refused:
            parts.append(f"{_LEFT_OUT} {refused}")
    parts.append(f"[Kontrollen och de byggda sidorna]({address}) för version {commit[:7]}.")
    return "\n\n".join(parts) + "\n"
