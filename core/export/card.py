"""The card: what every export carries beside its numbers, so that it can travel alone."""

from dataclasses import dataclass
from datetime import date

import altair as alt
import pandas as pd

Chart = alt.Chart | alt.LayerChart


@dataclass(frozen=True, slots=True)
class Card:
    """What an export says about itself; every text is Dutch, and none is empty on paper.

    ``page`` is the address without a slash; ``filters`` names each choice that was made, and says
    so when none was; ``made_on`` is the day it was taken.
    """

    page: str
    title: str
    question: str
    finding: str
    filters: str
    period: str
    definition: str
    source: str
    status: str
    protection: str
    made_on: date


@dataclass(frozen=True, slots=True)
class View:
    """One picture as it stands on the screen: its card, its chart, and its table of text cells.

    ``chart`` is None for a table without a picture. Both hold published numbers only.
    """

    card: Card
    table: pd.DataFrame
    chart: Chart | None = None
