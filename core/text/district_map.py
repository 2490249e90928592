"""Dutch of the map of districts: what it writes, and whose outlines it draws."""

import re
from collections.abc import Mapping
from math import ceil
from typing import Any, Final

import pandas as pd

from core.text import districts as text
from core.text import general

NUMBERED: Final = re.compile(r"^Wijk \d+ (?=\S)")
"""How names of districts begin as published; on the map it says nothing."""

LINE_BREAK: Final = "\n"
NOT_ON_MAP: Final = "niet gepubliceerd"
NOTHING_PUBLISHED: Final = "Per wijk is niets gepubliceerd."
MOST_TOLD: Final = 16
"""With more districts than this the map is told in one breath by its bounds."""

MAP_TITLE: Final = "Deel van de jeugdigen"
MAP_LABEL: Final = (
    "Donkerder is een groter deel. Wit met een streeplijn: te klein om te tonen of niet "
    "gepubliceerd."
)
OUTLINES: Final = "Wijkgrenzen: {source}."
INVENTED_OUTLINES: Final = "verzonnen, bij het verzonnen land"
PUBLISHED_OUTLINES: Final = "CBS en Kadaster, CC BY 4.0"
NO_OUTLINES: Final = (
    "Van deze gemeente zijn geen wijkgrenzen opgehaald, en daarom is er geen kaart. De tabel zegt "
    "hetzelfde."
)


def map_rows(use: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """Give for each district what the map writes, by code; the share of unpublished is null."""
    return {
        str(row["region"]): {
            "name": row["name"],
            "label": LINE_BREAK.join([NUMBERED.sub("", str(row["name"])), *_lines(row["share"])]),
            "share": None if pd.isna(row["share"]) else float(row["share"]),
            "margin": text.with_margin(row["share"], row["low"], row["high"]),
            "youth": text.number(row["youth"]),
        }
        for row in use.to_dict("records")
    }


def map_steps(rows: Mapping[str, Mapping[str, Any]], tones: int = 5) -> list[float]:
    """Give the shares at which the map takes a darker tone, at equal distances.

    Halfway between whole percents, so that districts with one number on the map have one tone.
    """
    percents = [round(100 * row["share"]) for row in rows.values() if row["share"] is not None]
    first = min(percents, default=0)
    step = max(ceil((max(percents, default=0) + 1 - first) / tones), 1)
    return [(first + step * place - 0.5) / 100 for place in range(1, tones)]


def map_alternative(use: pd.DataFrame) -> str:
    """Say what the map shows for who cannot see it: each district, or their bounds when many."""
    ordered = use.sort_values("name", key=general.column_in_order)
    known = ordered.dropna(subset=["share"])
    if known.empty:
        return NOTHING_PUBLISHED
    if len(use) > MOST_TOLD:
        low, high = (general.percent(float(one)) for one in known["share"].agg(["min", "max"]))
        return f"Per wijk loopt het deel van de jeugdigen van {low} tot {high}."
    told = [
        f"{name} {general.percent(float(share))}"
        for name, share in zip(known["name"], known["share"], strict=True)
    ]
    blank = ordered.loc[ordered["share"].isna(), "name"].tolist()
    hidden = f" Niet gepubliceerd: {general.listed(blank)}." if blank else ""
    return f"Deel van de jeugdigen per wijk: {general.listed(told)}.{hidden}"


def outlines_from(*, fictitious: bool) -> str:
    """Name who made the outlines of the map."""
    return OUTLINES.format(source=INVENTED_OUTLINES if fictitious else PUBLISHED_OUTLINES)


def _lines(share: float) -> list[str]:
    """Write a share on the map, short enough for a narrow district."""
    return NOT_ON_MAP.split() if pd.isna(share) else [general.percent(float(share))]
