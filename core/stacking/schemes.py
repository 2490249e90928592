"""More than one scheme: clients with youth care and, at the same time or not, help by another law.

Youth care counts by its dated trajectories, whatever their care form; another scheme by its lines
that were not taken back. Only clients with youth care in the year are looked at: of the others
nobody knows whether they are young.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.stacking.sweep import clip, find_care_of, find_in_years, find_stretches
from core.tables import SCHEME_YEARS
from core.trajectories.grids import merge_rare
from core.trajectories.periods import find_periods
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection

YOUTH: Final = "youth"
OTHERS: Final = ("wmo", "participatiewet", "wlz", "zvw", "schuldhulp")
"""The codes of the other schemes, in the order in which they are named."""

BITS: Final = {scheme: 2**place for place, scheme in enumerate((YOUTH, *OTHERS))}
JOINED: Final = "+"
HOW: Final = ("alone", "together", "apart")
REST: Final = "rest"
WHOLE_PERIOD: Final = 0
"""The ``year`` that stands for the whole period of the selection."""

BETWEEN: Final = "/"


def find_scheme_days(
    trajectories: Frame, others: Frame, selection: Selection, rules: Rules
) -> Frame:
    """Find the stretches on which clients have a scheme: ``client_id``, ``bit``, start and end.

    Takes ``TRAJECTORIES`` and ``OTHER_SCHEMES``; of the clients that fit the selection.
    """
    youth = find_care_of(trajectories.filter(nw.col("dated")), selection)
    days = [_with_bit(youth, YOUTH)]
    for scheme in OTHERS:
        periods = find_periods(others.filter(nw.col("scheme") == scheme), rules)
        days.append(_with_bit(periods, scheme))
    chosen = youth.select("client_id").unique()
    clipped = clip(nw.concat(days, how="vertical"), selection, rules)
    weighted = clipped.with_columns(weight=nw.lit(1).cast(nw.Int64))
    known = weighted.join(chosen, on="client_id", how="semi")
    return find_stretches(known, ["client_id", "bit"]).drop("running")


def count_schemes(scheme_days: Frame, selection: Selection, fewest: int) -> Frame:
    """Count clients by year, set of schemes, and how they had them (``SCHEME_YEARS``).

    Year 0 is the whole period. Sets of fewer clients than ``fewest`` are one, ``rest``.
    """
    together = find_stretches(scheme_days.with_columns(weight=nw.col("bit")), ["client_id"])
    held, sets = (_by_year(frame, selection) for frame in (scheme_days, together))
    schemes = (
        held.group_by("year", "client_id", "bit")
        .agg(days=nw.len())
        .group_by("year", "client_id")
        .agg(had=nw.col("bit").sum(), youth=nw.col("bit").min())
    )
    is_both = nw.when((nw.col("running") % 2 == 1) & (nw.col("running") > 1)).then(1).otherwise(0)
    both = sets.with_columns(is_both=is_both).group_by("year", "client_id")
    joined = schemes.filter(nw.col("youth") == BITS[YOUTH]).join(
        both.agg(is_both=nw.col("is_both").max()), on=["year", "client_id"], how="left"
    )
    named = joined.with_columns(word=nw.concat_str(_names(), nw.lit(BETWEEN), _how()))
    merged = merge_rare(named, "word", REST, fewest, "year")
    return _counted(merged)


def _with_bit(periods: Frame, scheme: str) -> Frame:
    bit = nw.lit(BITS[scheme]).cast(nw.Int64)
    return periods.select("client_id", "start", "end").with_columns(bit=bit)


def _by_year(stretches: Frame, selection: Selection) -> Frame:
    """Repeat stretches for each year they touch, and once for the whole period."""
    whole = stretches.with_columns(year=nw.lit(WHOLE_PERIOD).cast(nw.Int64))
    names = whole.collect_schema().names()
    years = find_in_years(stretches, selection).select(*names)
    return nw.concat([years, whole.select(*names)], how="vertical")


def _names() -> nw.Expr:
    """Write the codes of the schemes in ``had``, youth care first."""
    had = nw.col("had").cast(nw.Int64)
    parts = [
        nw.when((had // bit) % 2 == 1).then(nw.lit(f"{JOINED}{scheme}")).otherwise(nw.lit(""))
        for scheme, bit in BITS.items()
        if scheme != YOUTH
    ]
    return nw.concat_str(nw.lit(YOUTH), *parts)


def _how() -> nw.Expr:
    return (
        nw.when(nw.col("had") == BITS[YOUTH])
        .then(nw.lit("alone"))
        .when(nw.col("is_both") == 1)
        .then(nw.lit("together"))
        .otherwise(nw.lit("apart"))
    )


def _counted(merged: Frame) -> Frame:
    """Count the words of each year, and take them apart again; the rest has no ``how``."""
    counted = merged.group_by("year", "word").agg(number=nw.len(), clients=nw.len())
    how = nw.lit("")
    for word in HOW:
        ends = nw.col("word").str.ends_with(f"{BETWEEN}{word}")
        how = nw.when(ends).then(nw.lit(word)).otherwise(how)
    whole = [nw.col(name).cast(nw.Int64) for name in ("year", "number", "clients")]
    parted = counted.with_columns(
        *whole, how=how, schemes=nw.col("word").str.replace_all(f"{BETWEEN}[a-z]*$", "")
    )
    return parted.select(*SCHEME_YEARS)
