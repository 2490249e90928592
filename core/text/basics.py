"""The basics of the data in words: the finding, the picture in a sentence, and tables of text.

Everything here is written from published numbers; what was left out stays left out.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

import pandas as pd

from core.disclosure import share_of
from core.text import general
from core.text import start as text
from core.trajectories.calendar import date_of, day_number
from core.trajectories.rules import Rules

PARTS: Final = ("ggz", "unknown_sector", "top_5", "top_10")
"""The parts that have a column, in order."""

Shares = Mapping[tuple[int, str], float | None]
"""The share of a part in the trajectories of a year.

Absent when the part has too few to show, None when the rest has.
"""


def shares_of(parts: pd.DataFrame) -> Shares:
    """Divide the published ``PARTS``: a part by itself and the rest, where both are visible."""
    cells = {
        (row["year"], row["part"], row["side"]): row["trajectories"]
        for row in parts.to_dict("records")
    }
    return {
        (year, part): share_of(inside, inside + cells.get((year, part, "outside"), pd.NA))
        for (year, part, side), inside in cells.items()
        if side == "inside" and not pd.isna(inside)
    }


def year_label(year: int, as_of: int) -> str:
    """Name a year, and say how far it goes when the data stop halfway."""
    last = date_of(as_of)
    return (
        f"{year} (t/m {last:%d-%m})"
        if year == last.year and last < date(year, 12, 31)
        else f"{year}"
    )


def whole_year(first: int, last: int, rules: Rules) -> int:
    """Choose the last year of a period that the data cover to its end, or else its last year."""
    whole = [
        year for year in range(first, last + 1) if day_number(date(year, 12, 31)) <= rules.as_of
    ]
    return max(whole, default=last)


def finding(table: pd.DataFrame, shares: Shares, year: int) -> str:
    """Say how many jeugdigen had help in a year, how much was ggz, and how much the ten gave."""
    row = table[table["year"] == year]
    if row.empty or row["clients"].isna().any():
        return general.NOTHING_TO_SHOW
    clients, care = (general.count(row[name].item()) for name in ("clients", "trajectories"))
    return f"In {year} hadden {clients} jeugdigen hulp, in {care} trajecten{_whose(shares, year)}."


def _whose(shares: Shares, year: int) -> str:
    parts = {
        "ggz": "{share} daarvan was ggz",
        "top_10": "tien aanbieders gaven {share} ervan",
    }
    known = {part: share for part in parts if (share := shares.get((year, part))) is not None}
    words = [parts[part].format(share=general.percent(share)) for part, share in known.items()]
    return f"; {general.listed(words)}" if words else ""


def rows_of_basics(table: pd.DataFrame, parts: pd.DataFrame, as_of: int) -> pd.DataFrame:
    """Write the published basics as text, a row a year."""
    shares = shares_of(parts)
    rows = [
        {"year": year_label(row["year"], as_of)}
        | {name: general.count(row[name]) for name in ("clients", "trajectories")}
        | {"providers": _providers(row["providers"])}
        | {part: _part(shares, row["year"], part) for part in PARTS}
        for row in table.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=list(text.HEADINGS)).rename(columns=text.HEADINGS)


def bars_of_basics(table: pd.DataFrame, as_of: int) -> pd.DataFrame:
    """Lay the published basics out for the picture: a row a year and measure."""
    return pd.DataFrame(
        [
            {
                "label": year_label(row["year"], as_of),
                "measure": words,
                "number": row[name],
                "count": general.count(row[name]),
            }
            for row in table.to_dict("records")
            for name, words in text.COUNT_NAMES.items()
        ]
    )


def basics_takeaway(table: pd.DataFrame) -> str:
    """Say what the picture shows to who cannot see it."""
    years = [
        f"in {row['year']} {general.count(row['clients'])} jeugdigen en "
        f"{general.count(row['trajectories'])} trajecten"
        for row in table.to_dict("records")
    ]
    return f"Hulp per jaar: {general.listed(years)}."


def _providers(published: float) -> str:
    """Write a number of organisations; left out, it is not few persons."""
    return general.percent(None) if pd.isna(published) else general.count(published)


def _part(shares: Shares, year: int, part: str) -> str:
    """Write the share of a part; it is no number of persons, so a small one is not 'few'."""
    return general.percent(shares.get((year, part)))
