"""How long help took to begin after it was allocated, where a delivery tells both.

The clock starts on the first day for which help was allocated: when was decided is in no message.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import ALLOCATION_WAITS, ELSEWHERE, MISSING

EVERYBODY: Final = ELSEWHERE
"""Stands in the place of a provider where all of them are counted together."""


def find_allocation_waits(declarations: Frame, allocations: Frame) -> Frame:
    """List allocations of which help is known to have begun, with the ``days`` that took.

    Only starts that were told themselves count (``start_source`` start): a declared month begins on
    its first day, whatever day help began. Help that began before its allocation took 0 days.
    Columns of the result: ``client_id``, ``municipality``, ``provider``, ``care_form``, ``start``
    (the first day of help) and ``days``.
    """
    told = (nw.col("start_source") == "start") & (nw.col("allocation") != MISSING)
    begun = (
        declarations.filter(told)
        .group_by("municipality", "allocation")
        .agg(first=nw.col("start").min())
    )
    joined = allocations.filter(nw.col("allocation") != MISSING).join(
        begun, on=["municipality", "allocation"], how="inner"
    )
    days = nw.max_horizontal(nw.col("first") - nw.col("start"), nw.lit(0))
    return joined.with_columns(days=days, start=nw.col("first")).select(
        *("client_id", "municipality", "provider", "care_form", "start", "days")
    )


def count_allocation_waits(waits: Frame) -> Frame:
    """Count by provider how long help took to begin (``ALLOCATION_WAITS``)."""
    return _counted(waits, "provider").select(*ALLOCATION_WAITS)


def count_all_waits(waits: Frame) -> Frame:
    """Count over all providers how long help took to begin, in one row of ``ALLOCATION_WAITS``."""
    return count_allocation_waits(waits.with_columns(provider=nw.lit(EVERYBODY)))


def _counted(waits: Frame, by: str) -> Frame:
    counted = waits.group_by(by).agg(
        starts=nw.len(),
        clients=nw.col("client_id").n_unique(),
        median_days=nw.col("days").median(),
    )
    return counted.with_columns(nw.col("starts", "clients").cast(nw.Int64))
