"""Contrast is measured as WCAG does, and the nearest colour that passes is the nearest."""

import colorsys

import pytest

from macros.model.colour import MINIMUM, contrast, nearest_that_passes

WHITE, BLACK = "#ffffff", "#000000"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (WHITE, BLACK, 21),
        (BLACK, WHITE, 21),
        ("#0b5c7a", "#0b5c7a", 1),
        # Known values: the greys on either side of the limit, and pure red.
        ("#767676", WHITE, 4.54),
        ("#777777", WHITE, 4.48),
        ("#ff0000", WHITE, 4.0),
        ("#0000FF", WHITE, 8.59),
    ],
)
def test_the_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("against", [WHITE, BLACK, "#272a35", "#f3f5f6"])
@pytest.mark.parametrize("colour", ["#f5a623", "#0b5c7a", "#808080", "#ffff00", WHITE, BLACK])
def test_the_nearest_that_passes_does_pass_and_only_just_where_it_was_moved(
    colour: str, against: str
) -> None:
    found = nearest_that_passes(colour, against)
    assert contrast(found, against) >= MINIMUM
    if contrast(colour, against) < MINIMUM:
        assert contrast(found, against) < MINIMUM + 0.1


@pytest.mark.parametrize("colour", ["#0b5c7a", "#a00000"])
def test_a_colour_that_passes_is_its_own_nearest(colour: str) -> None:
    assert nearest_that_passes(colour) == colour


def test_the_nearest_that_passes_keeps_the_hue() -> None:
    def hue(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        return colorsys.rgb_to_hls(*parts)[0]

    assert hue(nearest_that_passes("#f5a623")) == pytest.approx(hue("#f5a623"), abs=0.01)
