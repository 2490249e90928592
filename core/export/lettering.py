"""How wide words are, so that they can be broken into lines without a screen to measure them on."""

from typing import Final

FONT: Final = "Liberation Sans, Arial, Helvetica, sans-serif"
NARROW: Final = frozenset("iIjltfr.,:;'!|()[]/- ·")
WIDE: Final = frozenset("mwMW%@—€&")
OF_NARROW, OF_WIDE, OF_CAPITALS, OF_OTHERS = 0.31, 0.88, 0.7, 0.56
"""Widths of signs as part of the size of the letters, a little more than those of Arial."""

BOLD: Final = 1.07
"""How much wider bold letters are."""


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Estimate how wide words are, in the unit of ``size``; never too narrow for Dutch text."""
    return sum(map(_width, words)) * size * (BOLD if bold else 1)


def lines_that_fit(words: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Break words into lines that fit in a room; a word that is too long stands alone."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _width(sign: str) -> float:
    if sign in NARROW:
        return OF_NARROW
    if sign in WIDE:
        return OF_WIDE
    return OF_CAPITALS if sign.isupper() else OF_OTHERS
