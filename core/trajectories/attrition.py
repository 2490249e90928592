"""Attrition: at every step of the construction what stays, and what falls off for which reason.

    read -> accepted -> before_as_of -> after_netting -> trajectories -> counted -> next

Up to and including after_netting a row is a line, from trajectories on a trajectory. The reasons
of a step add up to it: no row falls off twice, and none without a reason.
"""

from collections.abc import Iterable
from typing import Final

import narwhals.stable.v2 as nw

from core.care_forms import UNCOUNTED_GROUPS, known_form
from core.frames import Frame
from core.tables import FALLEN
from core.trajectories.chains import ADMINISTRATIVE, find_counted
from core.trajectories.periods import PERIOD, before_as_of, find_periods
from core.trajectories.rules import Rules

KEPT: Final = "kept"
"""The reason of what does not fall off."""

STEPS: Final = (*("read", "accepted", "before_as_of", "after_netting", "trajectories", "counted"),)
"""The steps after which something may fall off."""

CHOSEN: Final = "chosen"
"""Uncounted by the choice of a single care form, not of a group."""


def find_read(declarations: Frame, set_aside: Frame, others: Frame) -> Frame:
    """Give each line that was read its ``reason``: KEPT, the rule that it breaks, other_scheme.

    ``others`` are accepted lines of other schemes than youth care.
    """
    parts = [
        declarations.select("client_id", reason=nw.lit(KEPT)),
        set_aside.select(nw.col("client_id").fill_null(""), reason=nw.col("rule")),
        others.select("client_id", reason=nw.lit("other_scheme")),
    ]
    return _lines(nw.concat(parts, how="vertical"))


def find_accepted(declarations: Frame, repaired: Frame, rules: Rules) -> Frame:
    """Give each accepted line its ``reason``: repaired, after_as_of or KEPT.

    ``repaired`` are the lines after the repairs of the rules; the same table when there are none.
    """
    late = nw.when(nw.col("start") > rules.as_of).then(nw.lit("after_as_of"))
    left = repaired.select("client_id", reason=late.otherwise(nw.lit(KEPT)))
    if not rules.repairs:
        return _lines(left)
    standing = repaired.select("source", "row").unique()
    gone = declarations.join(standing, on=["source", "row"], how="anti")
    return _lines(nw.concat([left, gone.select("client_id", reason=nw.lit("repaired"))]))


def find_netted(repaired: Frame, rules: Rules) -> Frame:
    """Give the lines of each period the ``reason``: credited or KEPT."""
    care = find_periods(repaired, rules).select(*PERIOD, held=nw.lit(1))
    periods = before_as_of(repaired, rules).group_by(*PERIOD).agg(rows=nw.len())
    taken_back = nw.when(nw.col("held").is_null()).then(nw.lit("credited"))
    joined = periods.join(care, on=list(PERIOD), how="left")
    return joined.with_columns(reason=taken_back.otherwise(nw.lit(KEPT))).select(
        "client_id", "reason", "rows"
    )


def find_merged(trajectories: Frame) -> Frame:
    """Give a line of each trajectory the reason KEPT, and its others merged."""
    first = trajectories.select("client_id", reason=nw.lit(KEPT), rows=nw.lit(1))
    others = trajectories.filter(nw.col("lines") > 1).select(
        "client_id", reason=nw.lit("merged"), rows=nw.col("lines") - 1
    )
    whole = [part.with_columns(nw.col("rows").cast(nw.Int64)) for part in (first, others)]
    return nw.concat(whole, how="vertical")


def find_uncounted(trajectories: Frame, rules: Rules) -> Frame:
    """Give each trajectory the ``reason`` why it does not count: undated, its group, or KEPT."""
    reason = nw.when(nw.col("care_form").is_in(list(rules.uncounted))).then(nw.lit(CHOSEN))
    word = reason.otherwise(nw.lit(KEPT))
    for group in UNCOUNTED_GROUPS:
        labels = list(_of_group(rules.uncounted, group))
        word = nw.when(nw.col("care_form").is_in(labels)).then(nw.lit(group)).otherwise(word)
    undated = nw.when(~nw.col("dated")).then(nw.lit("undated")).otherwise(word)
    return _lines(trajectories.with_columns(reason=undated).select("client_id", "reason"))


def find_placed(chained: Frame, rules: Rules, on_paper: Frame | None) -> Frame:
    """Give each counted trajectory the ``reason`` why it takes no position, or KEPT.

    A step on paper has the reason that ``on_paper`` (``ON_PAPER``) tells.
    """
    kept = nw.when(nw.col("kind") == "next").then(nw.lit(KEPT)).otherwise(nw.col("kind"))
    counted = find_counted(chained, rules).select("trajectory_id", "client_id", kind=kept)
    if on_paper is None:
        return _lines(counted.select("client_id", reason=nw.col("kind")))
    is_paper = nw.col("kind") == ADMINISTRATIVE
    joined = counted.join(on_paper, on="trajectory_id", how="left")
    told = nw.when(is_paper).then(nw.col("reason")).otherwise(nw.col("kind"))
    return _lines(joined.with_columns(reason=told).select("client_id", "reason"))


def count_fallen(found: Frame) -> Frame:
    """Count ``rows`` and ``clients`` by reason (``FALLEN``)."""
    counted = found.group_by("reason").agg(
        rows=nw.col("rows").sum(), clients=nw.col("client_id").n_unique()
    )
    return counted.with_columns(nw.col("rows", "clients").cast(nw.Int64)).select(*FALLEN)


def _lines(frame: Frame) -> Frame:
    return frame.with_columns(rows=nw.lit(1).cast(nw.Int64))


def _of_group(labels: Iterable[str], group: str) -> Iterable[str]:
    forms = ((label, known_form(label)) for label in labels)
    return (label for label, form in forms if form is not None and form.uncounted == group)
