"""The card: what every export carries beside its numbers, so that it can travel alone."""

from dataclasses import dataclass
from datetime import date

import altair as alt
import pandas as pd

from core.text import general
from core.text import taking as text

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


def lines_of(card: Card) -> list[tuple[str, str]]:
    """Give all that a card says as pairs of a Dutch name and the words, in order of reading."""
    said = {name: getattr(card, name) for name in text.FIELDS}
    said["made_on"] = general.day(card.made_on)
    return [(text.FIELDS[name], words) for name, words in said.items()]


def footer_of(card: Card) -> list[tuple[str, str]]:
    """Give what stands under a picture: all but its title, its question and its finding."""
    above = {text.FIELDS[name] for name in ("title", "question", "finding")}
    return [line for line in lines_of(card) if line[0] not in above]


def in_short(card: Card) -> str:
    """Write what a number is about: the page, what was counted, the choices and the period."""
    parts = (card.title, text.measured(card.definition), card.filters, card.period)
    return " · ".join(part for part in parts if part)


def in_one_line(card: Card) -> str:
    """Write a card as one line, for a cell or the description of a file."""
    return " · ".join(f"{name}: {words}" for name, words in lines_of(card))
