"""Dutch of the what-if: arithmetic on third starts, and no forecast."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import total_of
from core.text import general
from core.text.triggers import ordinal
from core.trajectories.rules import Rules

QUESTION: Final = "Hoeveel zou het schelen als een deel van de {thirds} er niet was geweest?"
SLIDER: Final = "Welk deel van de {thirds} wordt vervangen?"
BY: Final = "Vervangen door"
REPLACEMENT_NAMES: Final[Mapping[str, str]] = {
    "nothing": "niets: er komt geen ander traject",
    "like_second": "een traject zoals het vorige, van dezelfde trede",
}
ARITHMETIC: Final = (
    "**Dit is een rekensom, geen voorspelling.** De som neemt wat er gebeurde en laat een deel weg."
    " Wat er in het echt voor in de plaats komt, weet niemand: een jeugdige kan later zwaardere "
    "hulp nodig hebben, of juist niet."
)
NOTE: Final = (
    "Gerekend met {thirds} die begonnen in {quarters}, waarvan elk begin ten minste een jaar "
    "geleden is. De kosten zijn die van het eerste jaar van een traject, naar rato van de dagen. "
    "Laag en hoog: tussen die grenzen ligt 90% van alle jaren die te maken zijn door vier van deze "
    "kwartalen te trekken. Trajecten die daarna nog volgden, blijven in de som staan. Een minteken "
    "betekent: meer."
)
TOO_FEW: Final = "Te weinig {thirds} in hele kwartalen om mee te rekenen."
TITLE: Final = "Minder per jaar: laag, midden en hoog"
WHAT: Final = "Per jaar"
VOLUME: Final = "minder trajecten"
COST: Final = "minder kosten in het eerste jaar"
BOUNDS: Final = ("Laag", "Midden", "Hoog")
EQUAL: Final = "dan bleef het aantal trajecten gelijk"


Range = tuple[float, float, float]
"""What a year would be less: in a low, a middle and a high year."""


def thirds(rules: Rules) -> str:
    """Name the starts that the rules look at: 'derde trajecten'."""
    return f"{ordinal(rules)} trajecten"


def finding(share: float, fewer: Range | None, saved: Range | None, rules: Rules) -> str:
    """Say what replacing a share of the third starts would have come to in a year."""
    named = thirds(rules)
    if fewer is None:
        return TOO_FEW.format(thirds=named)
    start = f"Zou {general.percent(share)} van de {named} zijn vervangen"
    if fewer[1]:
        start = (
            f"{start}, dan waren er {general.number(fewer[0])} tot {general.number(fewer[2])} "
            "trajecten per jaar minder"
        )
        return f"{start}; {_cost(saved)}." if saved else f"{start}."
    return f"{start}: {_cost(saved)}." if saved else f"{start}: {EQUAL}."


def rows_of_ranges(fewer: Range | None, saved: Range | None) -> pd.DataFrame:
    """Write the low, the middle and the high year of both as a table of text."""
    parts = ((VOLUME, fewer, general.number), (COST, saved, in_thousands))
    rows = [
        {WHAT: name} | dict(zip(BOUNDS, map(write, of), strict=True))
        for name, of, write in parts
        if of
    ]
    return pd.DataFrame(rows)


def note(quarters: pd.DataFrame, rules: Rules) -> str:
    """Say with which starts the arithmetic was done."""
    first, last = int(quarters["quarter"].min()), int(quarters["quarter"].max())
    counted = total_of(quarters, "thirds")
    named = thirds(rules) if counted is None else f"{general.number(counted)} {thirds(rules)}"
    period = f"{general.quarter(first)} t/m {general.quarter(last)}"
    return NOTE.format(thirds=named, quarters=period)


def in_thousands(cents: float) -> str:
    """Write cents in whole thousands of euros: more would pretend to know it."""
    return general.euros(round(cents / THOUSAND_EUROS) * THOUSAND_EUROS)


def _cost(saved: Range) -> str:
    low, _, high = saved
    bounds = f"{in_thousands(low)} tot {in_thousands(high)}"
    return f"aan hun eerste jaar was dan {bounds} per jaar minder uitgegeven"


THOUSAND_EUROS: Final = 100_000
