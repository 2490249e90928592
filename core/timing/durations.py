"""How long trajectories last, when those that still run count for as long as they are seen.

Only trajectories that start in view count: of care that already ran when the data begin nobody
knows the start, and who was still there then is somebody who stays long. What is not known to have
ended lasted at least until the horizon, or until its last declared day: it is censored, never left
out and never called ended. The estimator is that of Kaplan and Meier (statsmodels).
"""

from typing import Final

import narwhals.stable.v2 as nw
import numpy as np
import pandas as pd
from statsmodels.duration.survfunc import SurvfuncRight

from core.frames import Frame
from core.timing.horizon import first_unsettled
from core.trajectories.calendar import month_of
from core.trajectories.lookback import find_first_month
from core.trajectories.rules import Rules

QUANTILES: Final = {"quarter_days": 0.25, "median_days": 0.5, "three_quarter_days": 0.75}
"""Names of the columns, and the share of trajectories that ended by then."""

ROUNDING: Final = 1e-9
"""So much may a product of shares be off: a half is a half, however it was computed."""


def find_started(trajectories: Frame, rules: Rules) -> Frame:
    """Keep the trajectories with days that start in view, before the horizon.

    Takes all of ``TRAJECTORIES``, because the edge of the data is found in it.
    """
    begun = trajectories.filter(nw.col("dated") & (nw.col("start") < first_unsettled(rules)))
    months = begun.join(find_first_month(trajectories), how="cross")
    return months.filter(month_of(nw.col("start")) > nw.col("first_month")).drop("first_month")


def count_durations(started: Frame, rules: Rules) -> Frame:
    """Count by ``care_form`` how many lasted how many ``days``, and whether they ``ended`` (1)."""
    until = first_unsettled(rules)
    ended = (nw.col("status") == "ended") & (nw.col("end") <= until)
    days = nw.min_horizontal(nw.col("end"), nw.lit(until)) - nw.col("start")
    counted = (
        started.with_columns(days=days, ended=nw.when(ended).then(1).otherwise(0))
        .group_by("care_form", "days", "ended")
        .agg(number=nw.len())
    )
    return counted.with_columns(nw.col("days", "ended", "number").cast(nw.Int64))


def count_started(started: Frame) -> Frame:
    """Count by ``care_form``: ``trajectories``, ``clients``, and how many run or end unknown.

    ``running`` run on ``as_of``; of ``silent`` the last declared day is known and no end.
    """
    flags = {"running": "running", "silent": "unknown_end"}
    flagged = started.with_columns(
        **{
            name: nw.when(nw.col("status") == status).then(1).otherwise(0)
            for name, status in flags.items()
        }
    )
    counted = flagged.group_by("care_form").agg(
        trajectories=nw.len(),
        clients=nw.col("client_id").n_unique(),
        running=nw.col("running").sum(),
        silent=nw.col("silent").sum(),
    )
    return counted.with_columns(
        nw.col("trajectories", "clients", "running", "silent").cast(nw.Int64)
    )


def measure_durations(counted: pd.DataFrame, forms: pd.DataFrame) -> pd.DataFrame:
    """Measure the quartiles of the duration of every care form of ``count_started`` (DURATIONS).

    A quartile is the first day by which at least so many ended; it is missing when so many still
    run that it is not reached.
    """
    quantiles = [
        {"care_form": form} | _quantiles(part) for form, part in counted.groupby("care_form")
    ]
    columns = ["care_form", *QUANTILES]
    return forms.merge(pd.DataFrame(quantiles, columns=columns), on="care_form")


def _quantiles(part: pd.DataFrame) -> dict[str, float]:
    with np.errstate(divide="ignore", invalid="ignore"):  # of its standard errors, which are unused
        curve = SurvfuncRight(
            part["days"].to_numpy(),
            part["ended"].to_numpy(),
            freq_weights=part["number"].to_numpy(),
        )
    return {name: _first_day(curve, share) for name, share in QUANTILES.items()}


def _first_day(curve: SurvfuncRight, share: float) -> float:
    """Give the first day by which a share ended; NaN when it is never reached.

    The quantile of statsmodels wants more than that share, so that of an even number the half
    would be one too many.
    """
    days = curve.surv_times[curve.surv_prob <= 1 - share + ROUNDING]
    return float(days[0]) if len(days) else float("nan")
