"""Selections: which starts, chains or trajectories a page shows.

Chains are always built on all data; a selection only chooses among what was built. A start is
chosen by its own municipality, care form, provider, referrer and year; a chain by those of its
first trajectory.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.trajectories.calendar import day_number

DIMENSIONS: Final = ("care_form", "provider", "referrer")
"""Of these at most one at a time, beside the municipality: more would single people out."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Calendar years (both in) and at most one value of a dimension; empty text chooses all."""

    first_year: int
    last_year: int
    municipality: str = ""
    dimension: str = ""
    value: str = ""

    def __post_init__(self) -> None:
        """Refuse years in the wrong order and a dimension that is not registered."""
        if self.first_year > self.last_year:
            raise ValueError(f"first_year {self.first_year} comes after {self.last_year}")
        if self.dimension and self.dimension not in DIMENSIONS:
            raise ValueError(f"{self.dimension} is not one of {DIMENSIONS}")

    @property
    def first_day(self) -> int:
        """The first day of the period."""
        return day_number(date(self.first_year, 1, 1))

    @property
    def end_day(self) -> int:
        """The first day after the period."""
        return day_number(date(self.last_year + 1, 1, 1))


def select_starts(frame: Frame, selection: Selection) -> Frame:
    """Keep the trajectories that start in the period and fit the selection themselves."""
    begun = (nw.col("start") >= selection.first_day) & (nw.col("start") < selection.end_day)
    return frame.filter(begun & _fits(selection))


def select_active(frame: Frame, selection: Selection) -> Frame:
    """Keep the trajectories with at least a day of care in the period that fit the selection."""
    active = (nw.col("start") < selection.end_day) & (nw.col("end") > selection.first_day)
    return frame.filter(active & _fits(selection))


def select_chains(chained: Frame, selection: Selection) -> Frame:
    """Keep every trajectory of the chains whose first one starts in the period and fits."""
    first = chained.filter((nw.col("position") == 1) & (nw.col("kind") == "next"))
    chosen = select_starts(first, selection).select("client_id", "chain")
    return chained.join(chosen, on=["client_id", "chain"], how="semi")


def count_options(frame: Frame, column: str) -> Frame:
    """Count the ``clients`` of each value of a column: what a filter may offer."""
    return frame.group_by(column).agg(clients=nw.col("client_id").n_unique()).sort(column)


def _fits(selection: Selection) -> nw.Expr:
    fits = nw.lit(value=True)
    if selection.municipality:
        fits = fits & (nw.col("municipality") == selection.municipality)
    if selection.dimension:
        fits = fits & (nw.col(selection.dimension) == selection.value)
    return fits
