"""What differs between the texts that plans share."""

from collections.abc import Iterator

from macros.comparing.change import Change
from macros.comparing.likeness import replaced
from macros.comparing.side import Side
from macros.model.markup import with_figures
from macros.pages import SHARED_FIELDS, SharedText


def text_changes(sides: tuple[Side, Side]) -> Iterator[Change]:
    """Yields: per shared text, that it is new or gone, or the sentences that differ."""
    for name in sorted({*sides[0].texts, *sides[1].texts}):
        was, now = (side.texts.get(name) for side in sides)
        where, about = _used(sides[1], name) or _used(sides[0], name) or ("", name)
        if was is None or now is None:
            kind, verb = ("text-new", "är ny") if was is None else ("text-gone", "är borttagen")
            yield Change("plans", kind, where, about, f"Den gemensamma texten ”{about}” {verb}.")
        elif _words(was) != _words(now):
            gone, new = replaced(_words(was), _words(now))
            says = f"Den gemensamma texten ”{about}” är ändrad, för alla planer som visar den."
            listed = bool(gone or new)
            yield Change("plans", "text-reworded", where, about, says, gone, new, listed)


def _used(side: Side, name: str) -> tuple[str, str] | None:
    """The municipality whose plans share a text, and the heading that it stands under."""
    for place in side.portal.places.values():
        if place.municipality is not None:
            for part in place.municipality.record.structure:
                if part.shared_text == name:
                    return place.title, part.title
    return None


def _words(text: SharedText) -> str:
    """The text, with words in brackets where plans fill in."""
    parts = (p if isinstance(p, str) else f"[{SHARED_FIELDS[p[0]]}]" for p in text.parts)
    return with_figures("".join(parts), reviewed=False)
