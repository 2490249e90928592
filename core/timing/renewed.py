"""New or repeated use, in both ways in which Statistics Netherlands reads it.

Looking back: of who starts help in a year, who had help in the five years before that year? Help
that follows without a day between is no new use; of who starts several times in a year, every start
counts as repeated. Looking forward: of who saw all help end in a year, to whom did help start again
within so many months? The two are about other persons in other years, and need not be alike.

Source: Statistics Netherlands, definitions of repeated use (Jeugdmonitor), as corrected in 2024.
"""

from typing import Final

import narwhals.stable.v2 as nw
import pandas as pd

from core.care_forms import known_form
from core.frames import Frame
from core.tables import COMEBACKS, RENEWALS
from core.timing.horizon import first_unsettled
from core.timing.spans import find_spans
from core.trajectories.calendar import MONTHS, MOST_DAYS, in_months, year_of, year_start
from core.trajectories.cohorts import last_first
from core.trajectories.lookback import find_first_month
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection, select_active

LOOK_BACK_YEARS: Final = 5
FORWARD_MONTHS: Final = (12, 24)

NEW: Final = "new"
RENEWED: Final = "renewed"
CONTINUED: Final = "continued"
USES: Final = (NEW, RENEWED, CONTINUED)

NO_HELP: Final = ("measures", "transport", "surcharges", "coordination")
"""Groups of care forms that are no youth help by themselves."""


def find_help(trajectories: Frame, rules: Rules) -> Frame:
    """Keep the trajectories with days that are youth help: also what takes no place in a chain."""
    forms = {label: known_form(label) for label in rules.uncounted}
    others = [label for label, form in forms.items() if form and form.uncounted in NO_HELP]
    return trajectories.filter(nw.col("dated") & ~nw.col("care_form").is_in(others))


def find_openings(help_given: Frame) -> Frame:
    """Add ``opening`` to trajectories: 1 when the client had no help on the day before."""
    spans = find_spans(help_given).select("client_id", "start", opening=nw.lit(1))
    joined = help_given.join(spans, on=["client_id", "start"], how="left")
    return joined.with_columns(nw.col("opening").fill_null(0))


def with_edge(help_given: Frame, trajectories: Frame) -> Frame:
    """Add ``first_month``, in which the data begin: the edge is found in all trajectories."""
    return help_given.join(find_first_month(trajectories), how="cross")


def count_renewals(starts: Frame, help_given: Frame, depth: int) -> Frame:
    """Count who started in a year by ``use`` of help before that year (``RENEWALS``).

    ``starts`` are rows of ``find_openings`` and ``with_edge``. Looks back ``depth`` years, or as
    far as the data go when that is less; a year that cannot look back for one year has no row.
    """
    reach = nw.col("year") - (nw.col("first_month") + MONTHS - 1) // MONTHS
    by_client = (
        starts.with_columns(year=year_of(nw.col("start")))
        .group_by("client_id", "year")
        .agg(nw.col("first_month").min(), starts=nw.len(), opens=nw.col("opening").max())
        .with_columns(depth=nw.min_horizontal(reach, nw.lit(depth)))
        .filter(nw.col("depth") > 0)
    )
    counted = (
        by_client.join(_with_earlier(by_client, help_given), on=["client_id", "year"], how="left")
        .with_columns(nw.col("earlier").fill_null(0))
        .with_columns(use=_use())
        .group_by("year", "depth", "use")
        .agg(starts=nw.col("starts").sum(), clients=nw.len())
    )
    whole = [nw.col(name).cast(nw.Int64) for name in ("year", "depth", "starts", "clients")]
    return counted.with_columns(*whole).select(*RENEWALS)


def keep_equal(renewals: pd.DataFrame) -> pd.DataFrame:
    """Keep the years of ``count_renewals`` that look back as far as any, so that they compare."""
    return renewals[renewals["depth"] == renewals["depth"].max()]


def find_exits(help_given: Frame) -> Frame:
    """Keep the trajectories after which the client had no help for at least a day.

    Adds ``returns``: the day on which help began again; null when it did not.
    """
    spans = find_spans(help_given).with_columns(
        returns=nw.col("start").shift(-1).over("client_id", order_by="start")
    )
    ended = help_given.filter(nw.col("status") == "ended")
    return ended.join(
        spans.select("client_id", "end", "returns"), on=["client_id", "end"], how="inner"
    )


def select_exits(exits: Frame, selection: Selection) -> Frame:
    """Keep the exits whose last day lies in the period, and that fit the selection themselves."""
    last = nw.col("end") - 1
    within = (last >= selection.first_day) & (last < selection.end_day)
    return select_active(exits, selection).filter(within)


def count_returns(exits: Frame, rules: Rules, months: int) -> Frame:
    """Count of whom all help ended in a year who came back within ``months`` (``COMEBACKS``).

    Takes ``find_exits``. Everybody is followed so long; what ended later is left out.
    """
    latest = last_first(first_unsettled(rules) - 1, months)
    since = in_months(nw.col("returns")) - in_months(nw.col("end"))
    back = (since <= months * MOST_DAYS).fill_null(value=False)
    by_client = (
        exits.filter(nw.col("end") <= latest)
        .with_columns(year=year_of(nw.col("end") - 1), back=nw.when(back).then(1).otherwise(0))
        .group_by("client_id", "year")
        .agg(nw.col("back").max())
    )
    returned = nw.when(nw.col("back") == 1).then(nw.lit("yes")).otherwise(nw.lit("no"))
    counted = (
        by_client.with_columns(returned=returned, months=nw.lit(months))
        .group_by("year", "months", "returned")
        .agg(clients=nw.len())
    )
    whole = [nw.col(name).cast(nw.Int64) for name in ("year", "months", "clients")]
    return counted.with_columns(*whole).select(*COMEBACKS)


def _with_earlier(by_client: Frame, help_given: Frame) -> Frame:
    """Say of clients in a year whether they had help in the years before it: ``earlier`` is 1."""
    begins = year_start(nw.col("year"))
    opened = by_client.select(
        *("client_id", "year"), begins=begins, from_day=year_start(nw.col("year") - nw.col("depth"))
    )
    pairs = opened.join(find_spans(help_given), on="client_id", how="inner")
    before = (nw.col("start") < nw.col("begins")) & (nw.col("end") > nw.col("from_day"))
    earlier = pairs.filter(before).group_by("client_id", "year").agg(spans=nw.len())
    return earlier.select("client_id", "year", earlier=nw.lit(1))


def _use() -> nw.Expr:
    return (
        nw.when(nw.col("opens") == 0)
        .then(nw.lit(CONTINUED))
        .when(nw.col("earlier") == 1)
        .then(nw.lit(RENEWED))
        .otherwise(nw.lit(NEW))
    )
