"""The course in a picture: in which state young people are, month after month since their start.

A *state* is the heaviest rung of all counted help in force on a day; help without a rung counts
only when there is no other. Time runs from the first start of a young person's first chain in the
selection, and every young person stays in the picture: without help as *none*, and as *too recent*
once the day lies too near to ``as_of`` for late lines to be in.
"""

from collections.abc import Sequence
from typing import Final

import narwhals.stable.v2 as nw
import pandas as pd

from core.frames import Frame
from core.sequences.indicators import measure_entropy
from core.tables import MONTH_ENTROPIES, STATE_COUNTS
from core.trajectories.calendar import MOST_DAYS, in_months, month_of
from core.trajectories.cohorts import last_first
from core.trajectories.lookback import find_first_month
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection, select_starts

LAST_MONTH: Final = 36
MONTHS_SHOWN: Final = tuple(range(0, LAST_MONTH + 1, 3))

REST: Final = -2
TOO_RECENT: Final = -1
NONE: Final = 0
WITHOUT_RUNG: Final = 1
"""Codes of states; a rung has its level and 1."""


def find_origins(chained: Frame, selection: Selection) -> Frame:
    """Find when the first of the selected chains begins: ``client_id`` and ``origin``.

    Takes all of ``CHAINED``; chains that already ran when the data begin take no part.
    """
    firsts = chained.filter((nw.col("kind") == "next") & (nw.col("position") == 1))
    begun = month_of(nw.col("start")) > nw.col("first_month")
    observed = firsts.join(find_first_month(chained), how="cross").filter(begun)
    chosen = select_starts(observed, selection)
    return chosen.group_by("client_id").agg(origin=nw.col("start").min())


def find_states(chained: Frame, origins: Frame, rules: Rules) -> Frame:
    """Give the state of each young person in every month shown: a row per client.

    Columns: ``client_id`` and a code under ``month_0``, ``month_3`` ... ``origins`` says who takes
    part and when they began (``find_origins``); ``chained`` is all help there is.
    """
    help_given = (
        chained.filter(nw.col("kind") != "uncounted")
        .select("client_id", "level", "start", "end")
        .join(origins, on="client_id", how="inner")
        .with_columns(zero=in_months(nw.col("origin")))
        .with_columns(
            begun=in_months(nw.col("start")) - nw.col("zero"),
            until=in_months(nw.col("end")) - nw.col("zero"),
        )
    )
    states = help_given.with_columns(**{_name(month): _code_at(month) for month in MONTHS_SHOWN})
    heaviest = [nw.col(_name(month)).max() for month in MONTHS_SHOWN]
    clients = states.group_by("client_id").agg(*heaviest, origin=nw.col("origin").max())
    seen = {_name(month): _if_seen(month, rules) for month in MONTHS_SHOWN}
    return clients.with_columns(**seen).drop("origin")


def count_states(states: Frame) -> Frame:
    """Count young people by ``month`` and code of their state (``STATE_COUNTS``)."""
    months = [
        states.group_by(_name(month))
        .agg(clients=nw.len())
        .select(
            month=nw.lit(month).cast(nw.Int64),
            state=nw.col(_name(month)).cast(nw.Int64),
            clients=nw.col("clients").cast(nw.Int64),
        )
        for month in MONTHS_SHOWN
    ]
    return nw.concat(months, how="vertical").select(*STATE_COUNTS)


def count_courses(states: Frame) -> Frame:
    """Count young people by their whole course: a row per distinct series of codes.

    Only those who could be followed up to the last month. Columns: ``month_0`` ... and ``clients``.
    """
    names = [_name(month) for month in MONTHS_SHOWN]
    followed = states.filter(nw.col(names[-1]) != TOO_RECENT)
    counted = followed.group_by(*names).agg(clients=nw.len())
    return counted.with_columns(nw.col("clients").cast(nw.Int64))


def measure_states(counts: pd.DataFrame, fewest: int) -> pd.DataFrame:
    """Merge the states of fewer than ``fewest`` young people in a month (``STATE_COUNTS``).

    When all that was merged is still less, the smallest other state of the month joins it. The
    states of a month are apart from each other, so that their numbers may be added up.
    """
    merged = [_merged(month, fewest) for _, month in counts.groupby("month")]
    rows = pd.concat(merged) if merged else counts
    return rows.groupby(["month", "state"])["clients"].sum().reset_index()[list(STATE_COUNTS)]


def measure_entropies(counts: pd.DataFrame) -> pd.DataFrame:
    """Measure how mixed the states of each month are, 0 to 1 (``MONTH_ENTROPIES``).

    Too recent is left out as missing; the alphabet is every other state that occurs.
    """
    seen = counts[counts["state"] != TOO_RECENT]
    alphabet = seen["state"].nunique()
    rows = [
        {
            "month": month,
            "entropy": measure_entropy(part["clients"].tolist(), alphabet),
            "clients": int(part["clients"].sum()),
            "alike": int(part["clients"].max()),
        }
        for month, part in seen.groupby("month")
    ]
    return pd.DataFrame(rows, columns=list(MONTH_ENTROPIES))


def courses_of(courses: pd.DataFrame) -> Sequence[tuple[tuple[int, ...], int]]:
    """List each course as its codes in order, with how many young people had it."""
    codes = courses[[_name(month) for month in MONTHS_SHOWN]].astype("int64")
    return list(
        zip(codes.itertuples(index=False, name=None), courses["clients"].tolist(), strict=True)
    )


def _merged(month: pd.DataFrame, fewest: int) -> pd.DataFrame:
    ordered = month.sort_values(["clients", "state"])
    smaller = ordered["clients"].cumsum() - ordered["clients"]
    is_rare = (ordered["clients"] < fewest) | ((smaller > 0) & (smaller < fewest))
    return ordered.assign(state=ordered["state"].mask(is_rare, REST))


def _name(month: int) -> str:
    return f"month_{month}"


def _code_at(month: int) -> nw.Expr:
    """Give the code of a trajectory in a month: its rung while it is in force, else none."""
    active = (nw.col("begun") <= month * MOST_DAYS) & (nw.col("until") > month * MOST_DAYS)
    return nw.when(active).then(nw.col("level") + WITHOUT_RUNG).otherwise(nw.lit(NONE))


def _if_seen(month: int, rules: Rules) -> nw.Expr:
    last = last_first(rules.as_of - rules.recent_days, month)
    seen = nw.col("origin") <= last
    return nw.when(seen).then(nw.col(_name(month))).otherwise(nw.lit(TOO_RECENT))
