"""Dutch of what leaves the app: tables with headings, and what they stand on."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import pandas as pd

from core.text import general
from core.text.follows import of_hundred, place_name

PAIRS_CSV: Final = "Alle getallen (CSV)"
MATRIX_CSV: Final = "Matrix met decimalen (CSV)"
GRAPH: Final = "Netwerk (GraphML)"
EVENTS: Final = "Gebeurtenissen (XES)"
MAKE_EVENTS: Final = "Maak een bestand met gebeurtenissen"
EVENTS_HELP: Final = (
    "Elk traject met begin en einde, met volgnummers in plaats van pseudoniemen. Alleen voor de "
    "eigen organisatie: deel dit bestand niet."
)
NUMBERS: Final = {
    "transitions": "Overgangen",
    "clients": "Jeugdigen",
    "whole": "Trajecten 'van'",
    "share": "Deel van 'van'",
    "arrived": "Trajecten 'naar'",
    "share_of_target": "Deel van 'naar'",
    "chains": "Ooit later (reeksen)",
    "low_gap_days": "Dagen zonder hulp, kwart",
    "median_gap_days": "Dagen zonder hulp, midden",
    "high_gap_days": "Dagen zonder hulp, driekwart",
    "overlapping": "Liep samen op",
    "median_overlap_days": "Dagen samen, midden",
}
COUNTS: Final = ("transitions", "clients", "overlapping")
PLACES: Final = 4
"""Figures behind the decimal comma."""


def table_of_pairs(shares: pd.DataFrame, name: Callable[[str], str]) -> pd.DataFrame:
    """Write published pairs as cells of a file, with Dutch headings and decimal commas."""
    columns = {
        heading: [_cell(column, cell) for cell in shares[column]]
        for column, heading in NUMBERS.items()
        if column in shares
    }
    ends = {end: [name(place) for place in shares[end]] for end in ("source", "target")}
    rows = pd.DataFrame({"Van": ends["source"], "Naar": ends["target"], **columns})
    return rows.sort_values(["Van", "Naar"]).reset_index(drop=True)


def table_of_matrix(matrix: pd.DataFrame) -> pd.DataFrame:
    """Write a matrix of shares as cells of a file, a row a place."""
    rows = pd.DataFrame({"Van": [place_name(str(place)) for place in matrix.index]})
    columns = {
        place_name(str(place)): [_decimal(share) for share in matrix[place]] for place in matrix
    }
    return rows.assign(**columns)


def rows_of_matrix(matrix: pd.DataFrame) -> pd.DataFrame:
    """Write a matrix of shares as its picture shows it: empty is nobody, or too few to name."""
    columns = {
        place_name(str(place)): [of_hundred(share) if share else "" for share in matrix[place]]
        for place in matrix
    }
    names = [place_name(str(place)) for place in matrix.index]
    return pd.DataFrame({"Van": names, **columns})


def about(line: str, title: str) -> Mapping[str, str]:
    """Name what a network or an event log is about, for other programs."""
    return {"title": title, "provenance": line}


def _cell(column: str, cell: Any) -> str:  # noqa: ANN401 - a number or missing
    if pd.isna(cell):
        return general.FEW if column in COUNTS else ""
    return _decimal(cell)


def _decimal(number: float) -> str:
    whole = float(number)
    if whole.is_integer():
        return str(int(whole))
    return f"{whole:.{PLACES}f}".rstrip("0").replace(".", ",")
