"""Entry cohorts: what share goes on to a next trajectory, by the year in which one started.

Here the clock starts at the start, so that a cohort is everybody who entered in a year, and all
are followed equally long. A cohort begins ``lookback_months`` into the data.
"""

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.timing.horizon import first_unsettled
from core.trajectories.calendar import MOST_DAYS, in_months, year_of
from core.trajectories.cohorts import last_first
from core.trajectories.rules import Rules


def count_entries(waits: Frame, rules: Rules, months: int) -> Frame:
    """Count ``clients`` by ``cohort`` (year of the start) and ``reached`` (yes or no).

    Takes rows of ``find_waits``, of one position and one chain a client. Reached means that the
    next trajectory started within ``months`` of the start; everybody was followed so long.
    """
    followed = nw.col("start") <= last_first(first_unsettled(rules) - 1, months)
    looked_back = nw.col("begun_month") >= nw.col("first_month") + rules.lookback_months
    since = in_months(nw.col("next_start")) - in_months(nw.col("start"))
    reached = (since <= months * MOST_DAYS).fill_null(value=False)
    counted = (
        waits.filter(followed & looked_back)
        .with_columns(
            cohort=year_of(nw.col("start")),
            reached=nw.when(reached).then(nw.lit("yes")).otherwise(nw.lit("no")),
        )
        .group_by("cohort", "reached")
        .agg(clients=nw.col("client_id").n_unique())
    )
    return counted.with_columns(nw.col("cohort", "clients").cast(nw.Int64))
