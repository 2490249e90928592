"""Dutch of the bars of Verwacht en werkelijk: where a region stands between the others."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from core.text import general
from core.text.expected import PLURALS, difference_words, points

DIFFERENCE_AXIS: Final = "← minder dan verwacht · procentpunt · meer →"
BAR_TITLE: Final = "Staaf"
MEAN: Final = "Gemiddeld verschil"
RANGE: Final = "Van laagste tot hoogste"
REGIONS: Final = "Aantal"
OWN: Final = "Hier"
MARGIN_TITLE: Final = "Verschil met marge"
BARS_NOTE: Final = (
    "Elke staaf is {part}. {own}Kleine {plural} schommelen het meest en staan daardoor vaker aan "
    "de buitenkant. Links of rechts is niet beter of slechter."
)
MEAN_OF: Final = "het gemiddelde van "
PARTS: Final[Mapping[int, str]] = {20: "5% van de", 10: "10% van de"}
OWN_NOTE: Final = (
    "De punt is {name}, met de marge van 95% als streep. Raakt de streep de nullijn, dan ligt het "
    "werkelijke gebruik binnen de marge. "
)
NOT_PLACED: Final = (
    "{name} staat niet in de staven: te klein om te vergelijken, of een cijfer is niet "
    "gepubliceerd. Zo liggen de andere {plural}."
)
WITHOUT_OWN: Final = "De verschillen van alle gebieden, van laag naar hoog."
INNER: Final = (0.25, 0.75)
OUTER: Final = (0.05, 0.95)
ENOUGH_FOR_OUTER: Final = 20


def part_of(bars: int, kind: str) -> str:
    """Say how much a bar holds: '5% van de', or one region."""
    return f"{PARTS.get(bars, 'één van de')} {PLURALS[kind]}"


def zone(place: float, regions: int) -> str:
    """Say where a region stands, without a rank; ``place`` is the part that lies lower.

    Of few regions the outermost two are more than 10%.
    """
    if INNER[0] <= place <= INNER[1]:
        return "in de middelste helft"
    if regions >= ENOUGH_FOR_OUTER and not OUTER[0] <= place <= OUTER[1]:
        return "in de buitenste 10%"
    return "buiten de middelste helft"


def bars_note(bars: int, kind: str, name: str) -> str:
    """Say how to read the bars; without a name no region is marked."""
    own = OWN_NOTE.format(name=name) if name else ""
    mean = MEAN_OF if bars in PARTS else ""
    return BARS_NOTE.format(part=f"{mean}{part_of(bars, kind)}", own=own, plural=PLURALS[kind])


def bars_axis(bars: int, kind: str) -> str:
    """Say along the bars what each of them is."""
    return f"Elke staaf is {part_of(bars, kind)}, van het laagste naar het hoogste verschil"


def takeaway(name: str, row: "pd.Series[Any]", place: float, bars: pd.DataFrame) -> str:
    """Say in words what the bars show, for who cannot see them."""
    like, where = row["expected"], zone(place, int(bars["regions"].sum()))
    return (
        f"Het verschil van {name} is {difference_words(row)} procentpunt. Daarmee staat {name} "
        f"{where}. De verschillen lopen van gemiddeld {points(bars['mean'].iloc[0], like)} "
        f"in de laagste staaf tot {points(bars['mean'].iloc[-1], like)} in de hoogste."
    )


def bar_rows(bars: pd.DataFrame, own: int | None, like: float) -> pd.DataFrame:
    """Give bars (``EXPECTED_BARS``) their height in percentage points and their words."""
    ends = zip(bars["lowest"], bars["highest"], strict=True)
    return bars.assign(
        points=bars["mean"] * 100,
        is_own=bars["bar"] == own,
        mean_words=[points(mean, like) for mean in bars["mean"]],
        range_words=[f"{points(low, like)} tot {points(high, like)}" for low, high in ends],
        place_words=[f"{bar} van {len(bars)}" for bar in bars["bar"]],
    )


def own_mark(name: str, row: "pd.Series[Any]", own: int) -> pd.DataFrame:
    """Give the own difference with its margin, in percentage points, and its words."""
    words = f"{name} {points(row['difference'], row['expected'])}"
    low, high = row["actual"] - row["high"], row["actual"] - row["low"]
    return pd.DataFrame(
        {
            "bar": [own],
            "points": [row["difference"] * 100],
            "low": [low * 100],
            "high": [high * 100],
            "words": [words],
            "margin_words": [difference_words(row)],
        }
    )


def bar_table(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """Write the bars as a table of text."""
    return pd.DataFrame(
        {
            BAR_TITLE: rows["place_words"],
            REGIONS: [general.number(number) for number in rows["regions"]],
            MEAN: rows["mean_words"],
            RANGE: rows["range_words"],
            OWN: [name if own else "" for own in rows["is_own"]],
        }
    )
