"""Trajectories: declared periods of one client, provider and care form, joined over silence.

Three steps. Lines of one period are netted, so that what was credited in full is no care. Periods
are joined while at most ``merge_gap_days`` uncovered days lie between the running maximum of the
ends and the next start, and over everything between two periods of one allocation. Each trajectory
gets a status as seen on ``as_of``.

The running maximum is what keeps a short period inside a long one from breaking it, where rules
that look at the neighbour only lose care (Markus et al. 2022, doi:10.1016/j.cmpb.2022.107081,
describe the construction for medication eras).
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING, OPEN_END, TRAJECTORIES, UNRANKED
from core.trajectories.rules import OFF, Rules

KEY: Final = ("client_id", "provider", "care_form")
ALLOCATION: Final = (*KEY, "municipality", "allocation", "spell")
PERIOD: Final = (*ALLOCATION, "product", "start", "end")
ISLAND: Final = (*KEY, "island")
LABELS: Final = ("municipality", "referrer", "end_reason", "sector")

DAY_ORDER: Final = ("start", "end")
"""Of periods that start and end on one day it does not matter which comes first: neither the
running maximum after the last of them nor the next start depends on it."""

TRAJECTORY_ORDER: Final = ("client_id", "start", "rung", "last_end", "care_form", "provider")
"""The order everywhere: of several starts on one day the heaviest stands for the decision."""

SOURCES: Final = ("start", "allocation", "declaration")
"""Where a start may come from, most certain first."""

WIDTH: Final = 10**15
"""Added to a number so that it has sixteen digits as text, and sorts alike in both forms."""

END_SPAN: Final = 1 << 20
"""More than any end, so that start and end together are one number that sorts as the pair."""

SEPARATOR: Final = "\x1f"
"""Stands between two labels; sorts before every character that a label can hold."""


def find_trajectories(declarations: Frame, rules: Rules) -> Frame:
    """Join declared lines to trajectories (``TRAJECTORIES``, no fixed order), numbered from 1.

    Takes accepted lines (``DECLARATIONS``, any order) and settled rules. Nothing in the result
    depends on the order of the lines, nor on how a period is cut into touching lines.
    """
    return _numbered(_with_status(join_periods(find_periods(declarations, rules), rules), rules))


def find_periods(declarations: Frame, rules: Rules) -> Frame:
    """Net the lines that begin up to ``as_of``: one row a period that is care.

    Lines of one ``PERIOD`` that hold a credit and sum to zero or less are not care; a line of zero
    or without an amount is. ``lines`` counts them, ``amounts`` those with an amount.
    """
    known = ~nw.col("amount_cents").is_null()
    periods = (
        before_as_of(declarations, rules)
        .with_columns(
            cents=nw.col("amount_cents").fill_null(0),
            amounts=known.cast(nw.Int64),
            credits=nw.col("is_credit").cast(nw.Int64),
            crises=nw.col("crisis").cast(nw.Int64),
            certainty=_certainty(),
        )
        .group_by(*PERIOD)
        .agg(
            lines=nw.len(),
            cents=nw.col("cents").sum(),
            amounts=nw.col("amounts").sum(),
            credits=nw.col("credits").sum(),
            crises=nw.col("crises").max(),
            certainty=nw.col("certainty").min(),
            referrer=_where_filled("referrer").min(),
            end_reason=_where_filled("end_reason").min(),
            sector=_where_filled("sector").min(),
        )
    )
    credited = (nw.col("credits") > 0) & (nw.col("cents") <= 0)
    texts = [nw.col(name).fill_null(MISSING) for name in ("referrer", "end_reason", "sector")]
    return periods.filter(~credited).with_columns(*texts)


def before_as_of(declarations: Frame, rules: Rules) -> Frame:
    """Leave out the lines that begin after ``as_of``."""
    return declarations.filter(nw.col("start") <= rules.as_of)


def join_periods(periods: Frame, rules: Rules) -> Frame:
    """Join the periods of each client, provider and care form: one row a trajectory.

    A trajectory closes after a period when the next one starts more than ``merge_gap_days`` after
    everything so far, including the whole span of the allocations seen so far.
    """
    pause = nw.col("next_start") - nw.col("reach")
    closes = nw.col("next_start").is_null() | (pause > rules.merge_gap_days)
    hole = nw.max_horizontal(nw.col("next_start") - nw.col("covered"), nw.lit(0))
    islands = (
        periods.with_columns(reach=_end_of_allocation())
        .with_columns(
            reach=_in_day_order(nw.col("reach").cum_max()),
            covered=_in_day_order(nw.col("end").cum_max()),
            next_start=_in_day_order(nw.col("start").shift(-1)),
        )
        .with_columns(closes=nw.when(closes).then(nw.lit(1)).otherwise(nw.lit(0)))
        .with_columns(closed=_in_day_order(nw.col("closes").cum_sum()))
        .with_columns(
            island=nw.col("closed") - nw.col("closes"),
            hole=nw.when(nw.col("closes") == 0).then(hole).otherwise(nw.lit(0)),
        )
    )
    return _labelled(_summed_up(islands))


def _summed_up(islands: Frame) -> Frame:
    """Add up the periods of each island that have the same labels: numbers only, so quick."""
    last = nw.when(nw.col("end") < OPEN_END).then(nw.col("end") - 1).otherwise(nw.col("start"))
    return (
        islands.with_columns(
            last_declared=last,
            closed_end=nw.when(nw.col("end") < OPEN_END).then(nw.col("end")).otherwise(nw.lit(0)),
            place=nw.col("start") * END_SPAN + nw.col("end"),
            certainty=nw.col("start") * len(SOURCES) + nw.col("certainty"),
        )
        .group_by(*ISLAND, *LABELS)
        .agg(
            *[nw.col(name).min() for name in ("start", "place", "certainty")],
            *[nw.col(name).max() for name in ("end", "closed_end", "last_declared", "crises")],
            *[nw.col(name).sum() for name in ("lines", "hole", "cents", "amounts")],
        )
    )


def _labelled(sums: Frame) -> Frame:
    """Reduce each island to one row, and choose its labels.

    ``municipality`` and ``referrer`` are the first that are filled, in order of start, end and
    municipality; ``stop`` is the reason on the last day, the fullest where there are several.
    """
    place, ending = _as_digits(nw.col("place")), _as_digits(nw.col("closed_end"))
    referral = nw.concat_str(place, "municipality", nw.lit(SEPARATOR), "referrer")
    return (
        sums.with_columns(
            first_municipality=_where_filled("municipality", nw.concat_str(place, "municipality")),
            first_referrer=_where_filled("referrer", referral),
            sector=_where_filled("sector"),
            ending=nw.concat_str(ending, "end_reason"),
        )
        .group_by(*ISLAND)
        .agg(
            *[nw.col(name).min() for name in ("start", "certainty", "sector")],
            *[nw.col(f"first_{name}").min() for name in ("municipality", "referrer")],
            *[nw.col(name).max() for name in ("end", "last_declared", "crises", "ending")],
            *[nw.col(name).sum() for name in ("lines", "cents", "amounts")],
            bridged_days=nw.col("hole").sum(),
        )
        .with_columns(
            municipality=_after_digits("first_municipality"),
            referral=_after_digits("first_referrer"),
            sector=nw.col("sector").fill_null(MISSING),
            stop=_after_digits("ending"),
            certainty=nw.col("certainty") % len(SOURCES),
        )
        .with_columns(referrer=_after_separator("referral"))
    )


def _with_status(joined: Frame, rules: Rules) -> Frame:
    """Add ``status`` as seen on ``as_of``; care that runs loses its end, silent care gets one."""
    is_open = nw.col("end") == OPEN_END
    last = nw.col("end") - 1
    silent = nw.lit(rules.open_end_days != OFF) & (
        nw.col("last_declared") < rules.as_of - rules.open_end_days
    )
    status = (
        nw.when(is_open & silent)
        .then(nw.lit("unknown_end"))
        .when(is_open | (last > rules.as_of))
        .then(nw.lit("running"))
        .when(nw.col("stop") != MISSING)
        .then(nw.lit("ended"))
        .when(last > rules.as_of - rules.recent_days)
        .then(nw.lit("too_recent"))
        .otherwise(nw.lit("ended"))
    )
    end = (
        nw.when(nw.col("status") == "unknown_end")
        .then(nw.col("last_declared") + 1)
        .when(nw.col("status") == "running")
        .then(nw.lit(OPEN_END))
        .otherwise(nw.col("end"))
    )
    ended = nw.col("status") == "ended"
    return joined.with_columns(status=status).with_columns(
        end=end,
        level=level_of(rules),
        end_reason=nw.when(ended).then(nw.col("stop")).otherwise(nw.lit(MISSING)),
        start_source=_source_of(),
        amount_cents=nw.when(nw.col("amounts") > 0).then(nw.col("cents")),
        crisis=nw.col("crises") > 0,
    )


def level_of(rules: Rules) -> nw.Expr:
    """Give the rung of ``care_form`` on the settled ladder; UNRANKED when it has none."""
    level = nw.lit(UNRANKED)
    for rung in rules.levels:
        labels = [label for label, place in rules.ladder if place == rung]
        level = nw.when(nw.col("care_form").is_in(labels)).then(nw.lit(rung)).otherwise(level)
    return level.cast(nw.Int64)


def _numbered(trajectories: Frame) -> Frame:
    """Number the trajectories in ``TRAJECTORY_ORDER`` and leave only ``TRAJECTORIES``."""
    ranked = trajectories.with_columns(rung=-nw.col("level"), last_end=nw.col("end"))
    number = ranked.with_row_index("trajectory_id", order_by=list(TRAJECTORY_ORDER))
    whole = [
        nw.col(name).cast(nw.Int64) for name in ("lines", "bridged_days", "amount_cents", "start")
    ]
    counted = number.with_columns(*whole, trajectory_id=nw.col("trajectory_id").cast(nw.Int64) + 1)
    return counted.select(*TRAJECTORIES)


def _in_day_order(expression: nw.Expr) -> nw.Expr:
    """Evaluate among the periods of one key, from first to last day; the order is total."""
    return expression.over(*KEY, order_by=list(DAY_ORDER))


def _end_of_allocation() -> nw.Expr:
    """Give the last end of the period's allocation, or its own where it has no number."""
    numbered = nw.col("allocation") != MISSING
    whole = nw.col("end").max().over(*ALLOCATION)
    return nw.when(numbered).then(whole).otherwise(nw.col("end"))


def _as_digits(number: nw.Expr) -> nw.Expr:
    return (number + WIDTH).cast(nw.String)


def _where_filled(name: str, then: nw.Expr | None = None) -> nw.Expr:
    """Give a label, or ``then``, only where the label is filled: aggregates pass over null."""
    return nw.when(nw.col(name) != MISSING).then(nw.col(name) if then is None else then)


def _after_digits(name: str) -> nw.Expr:
    """Take the text from behind its number; MISSING when there was none."""
    return nw.col(name).str.slice(len(str(WIDTH))).fill_null(MISSING)


def _after_separator(name: str) -> nw.Expr:
    """Take the text from behind SEPARATOR; nothing stays nothing."""
    return nw.col(name).str.replace_all(f"^[^{SEPARATOR}]*{SEPARATOR}", "")


def _certainty() -> nw.Expr:
    """Number ``start_source`` by its place in SOURCES, so that the smallest is most certain."""
    number = nw.lit(len(SOURCES) - 1)
    for place, source in enumerate(SOURCES):
        number = nw.when(nw.col("start_source") == source).then(nw.lit(place)).otherwise(number)
    return number.cast(nw.Int64)


def _source_of() -> nw.Expr:
    """Turn ``certainty`` into the word it stands for."""
    word = nw.lit(SOURCES[-1])
    for place, source in enumerate(SOURCES):
        word = nw.when(nw.col("certainty") == place).then(nw.lit(source)).otherwise(word)
    return word
