"""Where each live chain stands in the agreement to evaluate before the third start.

A chain is live while its counted care runs, or ended at most ``chain_gap_days`` before ``as_of``:
its next start would still belong to it. What was broken stays broken (a rule of precedence is a
safety rule), so that a chain is as its worst start; but a talk afterwards, within
``evaluation_window_days`` of the start, is seen. While those days have not passed it is still
possible: the third value of a running rule (satisfied, still open, broken for good).

    not_yet        the next start is not the one that asks for an evaluation
    attention      the next start is, and there was no talk, or nobody told of it
    prepared       the next start is, and there was a talk
    evaluated      every start that asks for one had a talk first
    late_possible  one began without a talk; a talk afterwards is still possible
    late           one began without a talk; there was a talk afterwards
    without        one began without a talk, and none followed in time
    excepted       all that ask for one are excepted by agreement
    unknown        one began, and nobody told of talks
"""

from collections.abc import Sequence
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import ATTENDED, HISTORY, OPEN_END, STANDINGS, WORKLIST
from core.trajectories.rules import Rules

CHAIN: Final = ("client_id", "chain")
WORST: Final = ("excepted", "evaluated", "late", "late_possible", "without", "unknown")
"""What a start that asks for an evaluation can be, the worst last."""

STANDS: Final = (
    *("not_yet", "attention", "prepared", "evaluated", "late_possible", "late", "without"),
    *("excepted", "unknown"),
)
"""All standings, in the order in which people read them."""

ASKED: Final = ("attention", "prepared", "late_possible")
"""The standings about which somebody can still do something."""


def find_standings(
    chained: Frame, triggers: Frame, evaluations: Frame | None, rules: Rules
) -> Frame:
    """Say where each live chain stands (``STANDINGS``, no fixed order), by its latest start.

    Takes ``CHAINED``, ``TRIGGERS`` of the same rules, and the talks behind them (None: unknown).
    """
    latest = _latest(chained, rules)
    due = _judged(triggers.filter(nw.col("status").is_in(list(DUE))), evaluations, rules)
    worst = due.group_by(*CHAIN).agg(worst=nw.col("badness").max())
    alert = triggers.filter(nw.col("status").is_in(["attention", "prepared"])).select(
        "trajectory_id", alert=nw.col("status")
    )
    joined = latest.join(worst, on=list(CHAIN), how="left").join(
        alert, on="trajectory_id", how="left"
    )
    return joined.with_columns(standing=_standing()).select(*STANDINGS)


DUE: Final = ("evaluated", "not_evaluated", "unknown", "excepted")


def count_standings(standings: Frame) -> Frame:
    """Count live ``chains`` and ``clients`` by ``standing``."""
    counted = standings.group_by("standing").agg(
        chains=nw.len(), clients=nw.col("client_id").n_unique()
    )
    return counted.with_columns(nw.col("chains", "clients").cast(nw.Int64))


def find_worklist(standings: Frame, rules: Rules, asked: Sequence[str] = ASKED) -> Frame:
    """List the chains about which a talk is asked (``WORKLIST``), the oldest start first.

    Only for who may see rows: every row is one person. The keys are there so that a choice can be
    followed; no screen shows them.
    """
    until = nw.min_horizontal(nw.col("end"), nw.lit(rules.as_of + 1))
    rows = standings.filter(nw.col("standing").is_in(list(asked))).with_columns(
        days=until - nw.col("start"), clients=nw.lit(1)
    )
    return rows.sort("start", "trajectory_id").select(*WORKLIST)


def find_history(chained: Frame, trajectory_id: int) -> Frame:
    """List the care of one person up to now: the chain of a trajectory, and what never counts.

    Rows (``HISTORY``) in the order everywhere. Only for who may see rows.
    """
    chosen = chained.filter(nw.col("trajectory_id") == trajectory_id)
    person = chained.join(chosen.select("client_id"), on="client_id", how="semi")
    same = person.join(chosen.select("chain", here=nw.lit(1)), on="chain", how="left")
    kept = same.filter((nw.col("here") == 1) | (nw.col("kind") == "uncounted"))
    return kept.with_columns(clients=nw.lit(1)).sort("trajectory_id").select(*HISTORY)


def find_attended(chained: Frame, evaluations: Frame, trajectory_id: int) -> Frame:
    """List the talks about the client of one trajectory (``ATTENDED``), the first one first."""
    chosen = chained.filter(nw.col("trajectory_id") == trajectory_id).select("client_id")
    talks = evaluations.join(chosen, on="client_id", how="semi")
    return talks.with_columns(clients=nw.lit(1)).sort("date", "conclusion").select(*ATTENDED)


def _latest(chained: Frame, rules: Rules) -> Frame:
    """Give the latest start of kind next of each live chain."""
    counted = chained.filter(nw.col("kind") != "uncounted")
    chains = counted.group_by(*CHAIN).agg(
        over=nw.col("end").max(), reached=nw.col("position").max()
    )
    last_day = nw.col("over") - 1
    alive = (nw.col("over") == OPEN_END) | (last_day >= rules.as_of - rules.chain_gap_days)
    following = chained.filter(nw.col("kind") == "next")
    joined = following.join(chains.filter(alive), on=list(CHAIN), how="inner")
    return joined.filter(nw.col("position") == nw.col("reached"))


def _judged(due: Frame, evaluations: Frame | None, rules: Rules) -> Frame:
    """Add ``badness``, the place in WORST, to starts that ask for an evaluation."""
    place = nw.lit(WORST.index("unknown"))
    for status in ("excepted", "evaluated"):
        place = nw.when(nw.col("status") == status).then(WORST.index(status)).otherwise(place)
    if evaluations is None:
        return due.with_columns(badness=place)
    open_still = nw.col("start") + rules.evaluation_window_days >= rules.as_of
    without = (
        nw.when(~nw.col("late").is_null())
        .then(WORST.index("late"))
        .when(open_still)
        .then(WORST.index("late_possible"))
        .otherwise(WORST.index("without"))
    )
    place = nw.when(nw.col("status") == "not_evaluated").then(without).otherwise(place)
    late = _late(due, evaluations, rules)
    return due.join(late, on="trajectory_id", how="left").with_columns(badness=place)


def _late(due: Frame, evaluations: Frame, rules: Rules) -> Frame:
    """Find the starts with a talk on that day or later, in time: ``trajectory_id``, ``late``."""
    talks = evaluations.select("client_id", "date").unique()
    after = (nw.col("date") >= nw.col("start")) & (
        nw.col("date") <= nw.col("start") + rules.evaluation_window_days
    )
    return (
        due.select("client_id", "trajectory_id", "start")
        .join(talks, on="client_id", how="inner")
        .filter(after)
        .select("trajectory_id")
        .unique()
        .with_columns(late=nw.lit(1))
    )


def _standing() -> nw.Expr:
    word = nw.when(nw.col("alert").is_null()).then(nw.lit("not_yet")).otherwise(nw.col("alert"))
    for place, status in enumerate(WORST):
        word = nw.when(nw.col("worst") == place).then(nw.lit(status)).otherwise(word)
    return word
