"""When clients come of age, as far as the year of birth tells."""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import OPEN_END
from core.trajectories.calendar import year_start

OF_AGE: Final = 18


def find_adult_days(declarations: Frame) -> Frame:
    """Find the day from which a client is surely 18: a row a client with a year of birth.

    Columns ``client_id`` and ``adult_day``. Of a birthday only the year is known, so that it is the
    first day after the year in which somebody turns 18. Who has two years of birth has no row.
    """
    years = (
        declarations.filter(~nw.col("birth_year").is_null())
        .group_by("client_id")
        .agg(first=nw.col("birth_year").min(), last=nw.col("birth_year").max())
    )
    known = years.filter(nw.col("first") == nw.col("last"))
    grown = year_start(nw.col("first") + OF_AGE + 1)
    return known.select("client_id", adult_day=grown.cast(nw.Int64))


def with_adult_days(frame: Frame, adult_days: Frame) -> Frame:
    """Add ``adult_day`` to rows of clients; OPEN_END where it is not known."""
    joined = frame.join(adult_days, on="client_id", how="left")
    return joined.with_columns(nw.col("adult_day").fill_null(OPEN_END))
