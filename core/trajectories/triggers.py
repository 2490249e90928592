"""Triggers: the starts that ask for an evaluation first, and the ones that may soon.

Regie op drie as a rule on sequences is *alternate precedence* with a window, from the third start
on: before each such start, and after the one before it, there is an evaluation that is not too
old. A single talk years ago therefore does not cover every later start (DECLARE templates,
Pesic 2008). Live chains that stand one short of the trigger are shown too.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import OPEN_END, TRIGGERS
from core.trajectories.administrative import carry_on
from core.trajectories.exceptions import find_excepted
from core.trajectories.rules import Rules

EXCEPTED: Final = nw.lit("excepted")


def find_triggers(chained: Frame, rules: Rules, evaluations: Frame | None = None) -> Frame:
    """List the triggers of all chains (``TRIGGERS``, no fixed order).

    ``evaluations`` (``EVALUATIONS``) is None when none were supplied: nobody knows, and the status
    says so. A start that the rules except is ``excepted``, whatever talk there was. Takes
    ``CHAINED``; only rows of kind ``next`` and what carried them on on paper
    matter, and measures for an exception.
    """
    following = _with_neighbours(chained)
    due = _due(following, rules)
    alert = _alert(following, rules)
    if evaluations is None:
        asked = due.with_columns(status=nw.lit("unknown"))
        warned = alert.with_columns(status=nw.lit("attention"))
    else:
        asked = _judged(due, evaluations, ("evaluated", "not_evaluated"))
        warned = _judged(alert, evaluations, ("prepared", "attention"))
    if rules.exceptions:
        asked = _with_exceptions(asked, find_excepted(chained, rules))
    return nw.concat([asked.select(*TRIGGERS), warned.select(*TRIGGERS)], how="vertical")


def _with_neighbours(chained: Frame) -> Frame:
    """Add the start of the previous and of the following trajectory of kind next.

    Care that went on on paper only is the same care.
    """
    following = carry_on(chained)
    return following.with_columns(
        previous_start=_in_chain(nw.col("start").shift(1)),
        next_start=_in_chain(nw.col("start").shift(-1)),
    )


def _due(following: Frame, rules: Rules) -> Frame:
    """Select the starts at the trigger; a talk lies from ``earliest`` to ``latest``, both in."""
    on_the_day = 0 if rules.evaluation_on_start_day else 1
    window = nw.col("start") - rules.evaluation_window_days
    return following.filter(nw.col("position") >= rules.trigger_position).with_columns(
        earliest=nw.max_horizontal("previous_start", window),
        latest=nw.col("start") - on_the_day,
    )


def _alert(following: Frame, rules: Rules) -> Frame:
    """Select the chains whose next start would be the trigger, and that may still go on.

    The talk is looked for as on ``as_of``, the first day on which that start could come.
    """
    last_day = nw.col("end") - 1
    alive = (nw.col("end") == OPEN_END) | (last_day >= rules.as_of - rules.chain_gap_days)
    short = nw.col("position") == rules.trigger_position - 1
    return following.filter(short & nw.col("next_start").is_null() & alive).with_columns(
        earliest=nw.max_horizontal("start", nw.lit(rules.as_of - rules.evaluation_window_days)),
        latest=nw.lit(rules.as_of),
    )


def _judged(starts: Frame, evaluations: Frame, words: tuple[str, str]) -> Frame:
    """Add ``status``: the first word where a talk lies in the window, else the second."""
    talks = evaluations.select("client_id", "date").unique()
    within = (nw.col("date") >= nw.col("earliest")) & (nw.col("date") <= nw.col("latest"))
    covered = (
        starts.select("client_id", "trajectory_id", "earliest", "latest")
        .join(talks, on="client_id", how="inner")
        .filter(within)
        .select("trajectory_id")
        .unique()
        .with_columns(covered=nw.lit(1))
    )
    status = nw.when(nw.col("covered").is_null()).then(nw.lit(words[1])).otherwise(nw.lit(words[0]))
    return starts.join(covered, on="trajectory_id", how="left").with_columns(status=status)


def _with_exceptions(asked: Frame, excepted: Frame) -> Frame:
    status = nw.when(nw.col("left_out").is_null()).then(nw.col("status")).otherwise(EXCEPTED)
    marked = excepted.with_columns(left_out=nw.lit(1))
    return asked.join(marked, on="trajectory_id", how="left").with_columns(status=status)


def _in_chain(expression: nw.Expr) -> nw.Expr:
    return expression.over("client_id", "chain", order_by="position")
