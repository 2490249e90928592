"""How often a next trajectory follows, among chains that are alike: always of groups, never of one.

A chain that has reached a position is looked at for exactly so many months from the start of the
trajectory in that position; what began too late to be followed so long takes no part. Alike are
chains with the same first care form and, if asked, the same age band or referrer. No number here
is about one person: the engine counts groups, and all else is made of those counts.
"""

from typing import Final

import narwhals.stable.v2 as nw
import pandas as pd

from core.frames import Frame
from core.tables import MISSING, NEXT_STEPS, ODDS
from core.trajectories.calendar import MOST_DAYS, in_months, year_of
from core.trajectories.cohorts import last_first
from core.trajectories.rules import Rules

MONTHS: Final = 12
POSITIONS: Final = (1, 2, 3)
AGES: Final = (0, 12, 18)
"""The lowest age of each band; three, so that groups stay large."""

OLDEST: Final = 30
"""Who would be older cannot be right: the age counts as unknown."""

UNKNOWN_AGE: Final = -1
OTHER_FORMS: Final = "other"
"""The care forms that too few chains began with, together."""

ANYTHING: Final = ""
"""Chosen where chains need not be alike."""

CHAIN: Final = ("client_id", "chain")


def count_next_steps(observed: Frame, declarations: Frame, rules: Rules) -> Frame:
    """Count alike chains by whether a next trajectory began in time (``NEXT_STEPS``).

    Takes what ``find_observed`` gives and the declarations, which tell the year of birth. Each
    person counts once at a position, with the earliest chain, so that ``clients`` may be added up.
    """
    reached = nw.col("following") - nw.col("place") <= MONTHS * MOST_DAYS
    followed = nw.col("start") <= last_first(rules.as_of, MONTHS)
    at_position = (
        _with_first(observed)
        .with_columns(place=in_months(nw.col("start")))
        .with_columns(following=nw.col("place").shift(-1).over(*CHAIN, order_by="position"))
        .filter((nw.col("position") <= max(POSITIONS)) & followed)
        .with_columns(reached=nw.when(reached).then(1).otherwise(0))
        .with_columns(earliest=nw.col("chain").min().over("client_id", "position"))
    )
    is_earliest = nw.when(nw.col("chain") == nw.col("earliest")).then(1).otherwise(0)
    keys = ["position", "care_form", "age", "referrer", "year", "reached"]
    counted = (
        _with_age(at_position, declarations)
        .with_columns(is_earliest=is_earliest)
        .group_by(keys)
        .agg(chains=nw.len(), clients=nw.col("is_earliest").sum())
    )
    numbers = [name for name, column in NEXT_STEPS.items() if column.dtype == nw.Int64]
    return counted.with_columns(nw.col(*numbers).cast(nw.Int64)).select(*NEXT_STEPS)


def measure_odds(
    steps: pd.DataFrame, position: int, age: int | None, referrer: str | None, fewest: int
) -> pd.DataFrame:
    """Add up the alike chains by first care form (``ODDS``); the row ANYTHING is all together.

    None asks for every age or referrer. Forms of which either answer stands for fewer than
    ``fewest`` persons are together under OTHER_FORMS.
    """
    alike = steps[steps["position"] == position]
    if age is not None:
        alike = alike[alike["age"] == age]
    if referrer is not None:
        alike = alike[alike["referrer"] == referrer]
    whole = add_answers(alike, alike.assign(all=ANYTHING)["all"])
    forms = _with_other(add_answers(alike, alike["care_form"]), fewest)
    return pd.concat([whole, forms], ignore_index=True)[list(ODDS)]


def add_answers(steps: pd.DataFrame, groups: "pd.Series[str]") -> pd.DataFrame:
    """Add up both answers of each group: a row per group with what ``ODDS`` holds.

    ``groups`` names the group of each row, which comes back as ``care_form``. ``clients`` are the
    persons in the smaller answer, which decides whether any of it is shown.
    """
    named = steps.assign(group=groups)
    parts = [named[named["reached"] == answer].groupby("group") for answer in (1, 0)]
    sums = [part[["chains", "clients"]].sum() for part in parts]
    names = sorted(set(groups))
    found, left = (one.reindex(names, fill_value=0) for one in sums)
    return pd.DataFrame(
        {
            "care_form": names,
            "reached": found["chains"].to_numpy(),
            "unreached": left["chains"].to_numpy(),
            "clients": found["clients"].combine(left["clients"], min).to_numpy(),
        }
    )


def _with_other(forms: pd.DataFrame, fewest: int) -> pd.DataFrame:
    """Put the forms of too few persons together, with the smallest other one if still too few."""
    ordered = forms.sort_values(["clients", "care_form"], ignore_index=True)
    number = int((ordered["clients"] < fewest).sum())
    while 0 < number < len(ordered) and ordered["clients"].head(number).sum() < fewest:
        number += 1
    if not number:
        return ordered
    names = ("reached", "unreached", "clients")
    together = {name: ordered[name].head(number).sum() for name in names}
    other = pd.DataFrame([together | {"care_form": OTHER_FORMS}])
    return pd.concat([ordered.iloc[number:], other], ignore_index=True)


def _with_first(observed: Frame) -> Frame:
    """Keep the trajectories in a position, with the form and the referrer of the first."""
    nexts = observed.filter((nw.col("kind") == "next") & (nw.col("position") <= max(POSITIONS) + 1))
    first = nw.col("position") == 1
    marked = nexts.with_columns(
        care_form=nw.when(first).then(nw.col("care_form")).otherwise(nw.lit(MISSING)),
        referrer=nw.when(first).then(nw.col("referrer")).otherwise(nw.lit(MISSING)),
    )
    return marked.with_columns(
        care_form=nw.col("care_form").max().over(*CHAIN),
        referrer=nw.col("referrer").max().over(*CHAIN),
    )


def _with_age(rows: Frame, declarations: Frame) -> Frame:
    """Add ``year`` of the start and ``age``, the lowest of the band."""
    born = declarations.group_by("client_id").agg(born=nw.col("birth_year").max())
    old = nw.col("year") - nw.col("born").fill_null(0)
    band = nw.lit(UNKNOWN_AGE)
    for age in AGES:
        band = nw.when(nw.col("old") >= age).then(nw.lit(age)).otherwise(band)
    likely = nw.when(nw.col("old") <= OLDEST).then(band).otherwise(nw.lit(UNKNOWN_AGE))
    dated = rows.with_columns(year=year_of(nw.col("start")))
    return (
        dated.join(born, on="client_id", how="left").with_columns(old=old).with_columns(age=likely)
    )
