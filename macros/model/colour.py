"""Contrast between colours, as WCAG 2.2 measures it; colours are written `#rrggbb`."""

import colorsys

MINIMUM = 4.5
"""The least contrast of text, by WCAG 2.2 success criterion 1.4.3."""

_STEPS = 1_000


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def nearest_that_passes(colour: str, against: str = "#ffffff") -> str:
    """The colour of the same hue, and the least changed lightness, that is seen against another.

    Darker against a light colour, lighter against a dark one.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    end = 0.0 if _luminance(against) > 0.18 else 1.0  # noqa: PLR2004 - where black and white meet
    for step in range(_STEPS + 1):
        shade = lightness + (end - lightness) * step / _STEPS
        found = _written(colorsys.hls_to_rgb(hue, shade, saturation))
        if contrast(found, against) >= MINIMUM:
            return found
    raise AssertionError(colour)


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _written(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _luminance(colour: str) -> float:
    """Relative luminance, from 0 to 1."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
        for part in _parts(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
