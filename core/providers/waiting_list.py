"""What a supplied list of waiting times says: medians, and how many are not made public."""

import pandas as pd

KEYS = ["care_form", "kind"]


def measure_waiting(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Measure rows of ``WAITING_TIMES`` by some columns.

    Columns: ``told`` and ``secret`` (how many are and are not made public), ``median_days``,
    ``least_days`` and ``most_days`` (missing when none is).
    """
    known = rows.assign(days=rows["days"].astype("Float64"))
    measured = known.groupby(by, sort=True)["days"].agg(
        told="count", listed="size", median_days="median", least_days="min", most_days="max"
    )
    whole = measured.reset_index()
    return whole.assign(secret=whole["listed"] - whole["told"]).drop(columns="listed")
