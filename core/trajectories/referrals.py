"""Referrals: who refers, to which first care form, and how often more help follows.

A referrer is looked at by its label of the national list (``core.referrers``), whatever word or
code was delivered. A chain belongs to the referrer of its first trajectory. Differences are
questions: what follows depends on who comes, which declarations do not tell.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.referrers import SEPARATORS, WORDS
from core.tables import FIRST_FORMS, FOLLOWED, MISSING, REFERRALS
from core.trajectories.calendar import MONTHS, MOST_DAYS, date_of, in_months, month_of
from core.trajectories.grids import fill_grid, merge_rare
from core.trajectories.lookback import find_first_month
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection, select_starts

REACHED: Final = ("yes", "no")
POSITIONS: Final = (2, 3)
FOLLOW_UP_MONTHS: Final = (12, 24)
NEVER_IN_MONTHS: Final = 10**9
"""Later than every day on the scale of ``in_months``."""


def name_referrers(frame: Frame) -> Frame:
    """Replace ``referrer`` by its label of the national list, where the word is known.

    A cell without a letter or digit is MISSING; any other word stays as it was delivered. Select
    by delivered value first.
    """
    plain = nw.col("referrer").str.to_lowercase().str.replace_all(SEPARATORS, "")
    label = nw.when(nw.col("plain") == MISSING).then(nw.lit(MISSING)).otherwise(nw.col("referrer"))
    for known, words in WORDS.items():
        label = nw.when(nw.col("plain").is_in(list(words))).then(nw.lit(known)).otherwise(label)
    return frame.with_columns(plain=plain).with_columns(referrer=label).drop("plain")


def find_referrals(chained: Frame, selection: Selection) -> Frame:
    """List the counted starts in the selection with ``year`` and the label of the referrer.

    Care that already ran in the first month of the data is left out: it began nobody knows when.
    """
    counted = chained.filter(nw.col("kind") != "uncounted")
    seen = _begun_in_view(select_starts(counted, selection), chained)
    dated = seen.with_columns(year=nw.col("month") // MONTHS)
    return name_referrers(dated.select("client_id", "referrer", "year"))


def count_referrals(referrals: Frame, other: str, persons: int) -> Frame:
    """Count ``REFERRALS``; in each year, referrers of fewer persons are ``other``."""
    merged = merge_rare(referrals, "referrer", other, persons, within="year")
    counted = merged.group_by("year", "referrer").agg(
        trajectories=nw.len(), clients=nw.col("client_id").n_unique()
    )
    return _whole(counted.select(*REFERRALS), *REFERRALS)


def count_delivered(referrals: Frame) -> Frame:
    """Count ``trajectories`` and ``clients`` by ``referrer``, over the whole selection."""
    counted = referrals.group_by("referrer").agg(
        trajectories=nw.len(), clients=nw.col("client_id").n_unique()
    )
    return _whole(counted, "trajectories", "clients")


def find_first_trajectories(chained: Frame, selection: Selection) -> Frame:
    """List the first trajectory of every chain of the selection that begins in view.

    ``referrer`` is a label of the national list. Adds, on the scale of ``in_months``, the first
    start and those of the second and the third trajectory, NEVER_IN_MONTHS where there is none.
    """
    first = (nw.col("kind") == "next") & (nw.col("position") == 1)
    seen = _begun_in_view(select_starts(chained.filter(first), selection), chained)
    named = name_referrers(seen).with_columns(first_in_months=in_months(nw.col("start")))
    key = ["client_id", "chain"]
    found = named.select(*key, "referrer", "care_form", "first_in_months")
    for position in POSITIONS:
        name = _at(position)
        later = chained.filter((nw.col("kind") == "next") & (nw.col("position") == position))
        starts = later.with_columns(in_months(nw.col("start")).alias(name)).select(*key, name)
        found = found.join(starts, on=key, how="left").with_columns(
            nw.col(name).fill_null(NEVER_IN_MONTHS)
        )
    return found


def count_first_forms(firsts: Frame, other: str, persons: int) -> Frame:
    """Count ``FIRST_FORMS``; at each referrer, forms of fewer persons are ``other``."""
    merged = merge_rare(firsts, "care_form", other, persons, within="referrer")
    counted = merged.group_by("referrer", "care_form").agg(
        chains=nw.len(), clients=nw.col("client_id").n_unique()
    )
    return _whole(counted.select(*FIRST_FORMS), "chains", "clients")


def count_followed(firsts: Frame, rules: Rules) -> Frame:
    """Count which chains had a second and a third trajectory in time (``FOLLOWED``).

    Takes what ``find_first_trajectories`` gives. Every chain is followed equally long: only first
    starts at least that long before ``as_of`` take part.
    """
    asked = _with_questions(firsts)
    late = nw.col("months") * MOST_DAYS + nw.col("first_in_months")
    reached = nw.when(nw.col("asked_in_months") <= late).then(nw.lit("yes")).otherwise(nw.lit("no"))
    counted = (
        asked.filter(late <= _in_months(rules.as_of))
        .with_columns(reached=reached)
        .group_by("referrer", "months", "position", "reached")
        .agg(chains=nw.len(), clients=nw.col("client_id").n_unique())
    )
    groups = asked.select("referrer", "months", "position").unique()
    return fill_grid(counted, groups, "reached", REACHED).select(*FOLLOWED)


def _with_questions(firsts: Frame) -> Frame:
    """Repeat every chain for each number of months and each position that is asked about."""
    one = firsts.select(rows=nw.len())
    questions = nw.concat(
        [
            one.select(months=_whole_number(months), position=_whole_number(position))
            for months in FOLLOW_UP_MONTHS
            for position in POSITIONS
        ]
    )
    asked = nw.col(_at(POSITIONS[-1]))
    for position in POSITIONS[:-1]:
        asked = nw.when(nw.col("position") == position).then(_at(position)).otherwise(asked)
    return firsts.join(questions, how="cross").with_columns(asked_in_months=asked)


def _begun_in_view(starts: Frame, chained: Frame) -> Frame:
    """Keep the starts after the first month of the data, and add ``month``."""
    dated = starts.join(find_first_month(chained), how="cross").with_columns(
        month=month_of(nw.col("start"))
    )
    return dated.filter(nw.col("month") > nw.col("first_month"))


def _in_months(day: int) -> int:
    """Place a day on the scale of ``in_months``."""
    date = date_of(day)
    return (date.year * MONTHS + date.month - 1) * MOST_DAYS + date.day


def _at(position: int) -> str:
    return f"start_{position}_in_months"


def _whole_number(number: int) -> nw.Expr:
    return nw.lit(number).cast(nw.Int64)


def _whole(frame: Frame, *names: str) -> Frame:
    whole = [name for name in names if name not in {"referrer", "care_form"}]
    return frame.with_columns(*[nw.col(name).cast(nw.Int64) for name in whole])
