"""How every chart looks and speaks: Dutch numbers, and colours that mean something.

Colour means the ladder. Care forms take one sequential scale from light to heavy, the same on every
page and in every export, so that forms on one rung share a colour and their labels tell them apart.
Lightness falls at every rung, which keeps the order readable in grey and for colour-blind people
(after ColorBrewer's YlGnBu, Brewer 2003); neighbours that are alike are parted by ``LINE``.

Importing this module registers the theme; charts never set fonts, sizes of text or grid lines.
"""

from collections.abc import Iterable, Mapping
from typing import Final

import altair as alt

LADDER: Final = (
    "#d7efb3",
    "#93d5b4",
    "#4bb8c3",
    "#2d97bf",
    "#2877b4",
    "#27559f",
    "#23338a",
    "#0a1c50",
)
"""The colours of the rungs 1 (light) to 8 (heavy)."""

UNRANKED_FORM: Final = "#cdc4b8"  # warm grey, so that it never looks like a rung
OTHER: Final = "#e4e1dc"  # what was too rare to name
ENDED: Final = "#8d949e"
RUNNING: Final = "#dfe7f1"
TOO_RECENT: Final = "#f4f6f8"
UNKNOWN_END: Final = "#c3c8cf"
HIDDEN: Final = "#ffffff"  # protected; always with HIDDEN_DASH round it
SIGNAL: Final = "#c2500a"  # only for what the finding is about
OWN: Final = "#c2500a"  # the reader's own municipality or organisation

AMOUNT: Final = ("#f4f6f8", "#dde2e9", "#c3cbd6", "#a8b3c3", "#8d9aae")
"""How much of something, from little to much, on a map: no tone is a rung, and INK reads on all."""

UP: Final = LADDER[6]
DOWN: Final = LADDER[1]
SAME: Final = "#a3adb9"
BESIDE: Final = "#d9dee5"

INK: Final = "#1b2430"
QUIET: Final = "#56616e"
PAPER: Final = "#ffffff"
LINE: Final = "#4a5563"  # parts neighbours; 7 to 1 on white
GRID: Final = "#e3e8ee"

HIDDEN_DASH: Final = (2, 2)
TOO_RECENT_DASH: Final = (5, 3)

STATUS_COLOURS: Final[Mapping[str, str]] = {
    "running": RUNNING,
    "ended": ENDED,
    "too_recent": TOO_RECENT,
    "unknown_end": UNKNOWN_END,
}

STEP_COLOURS: Final[Mapping[str, str]] = {
    "up": UP,
    "same": SAME,
    "down": DOWN,
    "beside": BESIDE,
    "unranked": UNRANKED_FORM,
}

FONT: Final = '"Source Sans", "Source Sans Pro", sans-serif'

DUTCH: Final[alt.theme.LocaleKwds] = {
    "number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]},
    "time": {
        "dateTime": "%a %e %b %Y %X",
        "date": "%d-%m-%Y",
        "time": "%H:%M:%S",
        "periods": ["", ""],
        "days": ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
        "shortDays": ["zo", "ma", "di", "wo", "do", "vr", "za"],
        "months": [
            *("januari", "februari", "maart", "april", "mei", "juni"),
            *("juli", "augustus", "september", "oktober", "november", "december"),
        ],
        "shortMonths": [
            *("jan", "feb", "mrt", "apr", "mei", "jun"),
            *("jul", "aug", "sep", "okt", "nov", "dec"),
        ],
    },
}


@alt.theme.register("trajectzicht", enable=True)
def theme() -> alt.theme.ThemeConfig:
    """Give the settings of every chart: the Dutch locale, quiet axes, no frame."""
    return alt.theme.ThemeConfig(
        {
            "config": {
                "locale": DUTCH,
                "font": FONT,
                "background": PAPER,
                "view": {"stroke": None},
                "title": {"anchor": "start", "color": INK, "fontSize": 15, "fontWeight": 600},
                "axis": {
                    "labelColor": INK,
                    "titleColor": QUIET,
                    "labelFontSize": 13,
                    "titleFontSize": 13,
                    "titleFontWeight": "normal",
                    "gridColor": GRID,
                    "domainColor": LINE,
                    "tickColor": LINE,
                    "labelLimit": 240,
                },
                "legend": {
                    "labelColor": INK,
                    "titleColor": QUIET,
                    "labelFontSize": 13,
                    "columnPadding": 40,
                    "rowPadding": 6,
                },
                "header": {"labelColor": INK, "titleColor": QUIET, "labelFontSize": 13},
                "text": {"color": INK, "fontSize": 13},
            }
        }
    )


def level_colour(level: int, highest: int = len(LADDER)) -> str:
    """Give the colour of a rung; UNRANKED gets a neutral tone.

    A ladder with more rungs than the usual eight is spread over the same scale.
    """
    if level < 1:
        return UNRANKED_FORM
    steps = max(highest, len(LADDER)) - 1
    return LADDER[min(round((level - 1) * (len(LADDER) - 1) / steps), len(LADDER) - 1)]


def form_colours(ladder: Iterable[tuple[str, int]]) -> dict[str, str]:
    """Give each care form of a settled ladder (``Rules.ladder``) its colour.

    Forms that are not in it are unranked: look them up with UNRANKED_FORM as the default.
    """
    levels = dict(ladder)
    highest = max(levels.values(), default=len(LADDER))
    return {label: level_colour(level, highest) for label, level in levels.items()}


def in_ladder_order(forms: Iterable[str], ladder: Iterable[tuple[str, int]]) -> list[str]:
    """Order care forms from light to heavy, those of one rung by name, the unranked last."""
    levels = dict(ladder)
    last = max(levels.values(), default=0) + 1
    return sorted(set(forms), key=lambda form: (levels.get(form) or last, form))


def ink_on(colour: str) -> str:
    """Choose dark or white text for a fill, whichever contrasts most (WCAG 2.1, 1.4.3)."""
    return INK if _luminance(colour) > 0.2 else PAPER


def _luminance(colour: str) -> float:
    """Calculate relative luminance, 0 (black) to 1 (white), as WCAG 2.1 defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
