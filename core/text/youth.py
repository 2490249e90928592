"""The part of the youth with help, by municipality, in words and as text cells."""

from collections.abc import Callable, Mapping

import pandas as pd

from core.disclosure import share_of
from core.text import general
from core.text import start as text

Population = Mapping[tuple[str, int], int]
"""Young people aged 0-17 by municipality and year."""


def youth_of(
    published: pd.DataFrame, population: Population, year: int, name: Callable[[str], str]
) -> pd.DataFrame:
    """Lay published clients beside the population: a row a municipality, in order of name.

    Columns ``name``, ``clients``, ``youth``, ``share`` (missing when hidden) and ``label``. A
    municipality of which the population is not known is left out.
    """
    rows = [
        {"name": name(code), "clients": clients, "youth": population[code, year]}
        for code, clients in zip(published["municipality"], published["clients"], strict=True)
        if (code, year) in population
    ]
    table = pd.DataFrame(rows, columns=["name", "clients", "youth"]).sort_values(
        "name", key=general.column_in_order
    )
    shares = [share_of(*pair) for pair in zip(table["clients"], table["youth"], strict=True)]
    labels = [general.FEW if share is None else general.percent(share, 1) for share in shares]
    return table.assign(share=pd.array(shares, dtype="Float64"), label=labels)


def region_share(clients: int | None, table: pd.DataFrame) -> float | None:
    """Divide the clients of all municipalities by the youth of all; None when hidden."""
    return share_of(clients, int(table["youth"].sum()))


def finding(table: pd.DataFrame, region: float | None, year: int) -> str:
    """Say what part of the youth has help, and between which shares the municipalities lie."""
    shown = table["share"].dropna()
    if region is None or shown.empty:
        return general.NOTHING_TO_SHOW
    whole = f"In {year} had {general.percent(region, 1)} van de jeugd hulp"
    if len(shown) == 1:
        return f"{whole}."
    low, high = (general.percent(share, 1) for share in (shown.min(), shown.max()))
    return f"{whole}; per gemeente loopt dat van {low} tot {high}."


def rows_of_youth(table: pd.DataFrame) -> pd.DataFrame:
    """Write the table as text."""
    return pd.DataFrame(
        {
            text.PLACE: table["name"],
            text.WITH_HELP: [general.count(count) for count in table["clients"]],
            text.YOUTH: [general.number(youth) for youth in table["youth"]],
            text.YOUTH_SHARE: table["label"],
        }
    )
