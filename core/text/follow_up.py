"""Dutch of what follows after a referral: a second and a third trajectory."""

from collections.abc import Hashable, Mapping
from itertools import product
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.referrers import in_order
from core.text import general
from core.text.referrers import REFERRER
from core.trajectories.rules import Rules

Cells = dict[Hashable, tuple[float | None, int | None]]
"""Shares and the numbers behind them, by referrer, position and months."""

FOLLOW_AXIS: Final = "Aandeel van de reeksen waarop dit traject volgde"
NEXT_NAMES: Final[Mapping[int, str]] = {2: "tweede traject", 3: "derde traject"}
FOLLOW_NOTE: Final = (
    "Elke reeks is even lang gevolgd: bij 12 maanden tellen alleen reeksen mee die ten minste 12 "
    "maanden voor de peildatum begonnen, bij 24 maanden ten minste 24 maanden ervoor. Wie waarheen "
    "verwijst, hangt af van wie er komt. Een verschil zegt dus niets over het werk van een "
    "verwijzer. De volgorde is die van de landelijke lijst. Open punt: 12 maanden (mnd); dicht "
    "punt: 24 maanden; niet te tonen: te weinig jeugdigen."
)


def follow_rows(counts: pd.DataFrame) -> pd.DataFrame:
    """Give each referrer and position the shares within 12 and 24 months, and the words for them.

    Columns: ``referrer``, ``label``, ``position``, ``next``, ``share_12``, ``share_24``, ``n_12``,
    ``n_24`` and ``words``; a share of which a part is hidden is missing.
    """
    by = ["referrer", "position", "months"]
    keys = product(in_order(counts["referrer"].tolist()), NEXT_NAMES)
    cells: Cells = {key: _followed(part) for key, part in counts.groupby(by)}
    rows = [_follow_row(who, position, cells) for who, position in keys]
    return pd.DataFrame(rows).astype({"share_12": "Float64", "share_24": "Float64"})


def follow_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the rows of ``follow_rows`` as a table, a referrer a row."""
    second, third = (rows[rows["position"] == place] for place in NEXT_NAMES)
    columns: dict[str, list[str]] = {REFERRER: second["label"].tolist()}
    for months in (12, 24):
        columns[f"n ({months} maanden)"] = second[f"n_{months}"].tolist()
        for part, place in ((second, 2), (third, 3)):
            heading = f"{NEXT_NAMES[place].capitalize()} binnen {months} maanden"
            columns[heading] = part[f"share_{months}"].map(general.percent).tolist()
    return pd.DataFrame(columns)


def follow_finding(rows: pd.DataFrame, rules: Rules) -> str:
    """Say in one sentence what the picture of what follows shows."""
    second = rows[rows["position"] == min(NEXT_NAMES)]
    months = 24 if second["share_24"].notna().any() else 12
    shares = second[f"share_{months}"].dropna()
    if shares.empty:
        return general.NOTHING_TO_SHOW
    low, high = general.percent(shares.min()), general.percent(shares.max())
    span = low if low == high else f"{low} tot {high}"
    return (
        f"Binnen {months} maanden volgde bij {span} van de reeksen een tweede traject, afhankelijk "
        f"van de verwijzer; een pauze van ten hoogste {general.days(rules.chain_gap_days)} telt "
        "als zelfde reeks."
    )


def _followed(part: pd.DataFrame) -> tuple[float | None, int | None]:
    """Give the share that was reached, and the number of chains behind it."""
    whole = total_of(part, "chains")
    return share_of(part[part["reached"] == "yes"]["chains"].iloc[0], whole), whole


def _follow_row(who: str, position: int, cells: Cells) -> dict[str, object]:
    year, two_years = (cells.get((who, position, months), (None, None)) for months in (12, 24))
    ends = [general.percent(share) for share, _ in (year, two_years)]
    return {
        "referrer": who,
        "label": general.filled(who),
        "position": position,
        "next": NEXT_NAMES[position],
        "share_12": year[0],
        "share_24": two_years[0],
        "n_12": "niet te tonen" if year[1] is None else general.number(year[1]),
        "n_24": "niet te tonen" if two_years[1] is None else general.number(two_years[1]),
        "words": _words(ends),
        "end": two_years[0] if two_years[0] is not None else (year[0] or 0.0),
    }


def _words(ends: list[str]) -> str:
    return (
        ends[0] if set(ends) == {general.percent(None)} else f"12 mnd {ends[0]}, 24 mnd {ends[1]}"
    )
