"""What followed the first trajectory of a chain, within a fixed time after its start."""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import FOLLOWUPS, MISSING
from core.trajectories.calendar import MOST_DAYS, in_months
from core.trajectories.cohorts import find_followed
from core.trajectories.flow import FORM, REST, STANDS
from core.trajectories.rules import Rules

RAN_ON: Final = len(STANDS) - 1
"""The stand of a chain that ran on past the time: running, whatever came afterwards."""

SOURCE_SIZE: Final = 5
"""A first form of fewer chains could only be followed by what is too rare to show."""


def count_followups(observed: Frame, rules: Rules, months: int, fewest: int) -> Frame:
    """Count what follows the first trajectory of followed chains within ``months``.

    Rows (``FOLLOWUPS``): from the first care form to the care form of the next trajectory; without
    a next one, ``running`` says that care of the chain ran on past that time, and otherwise how the
    chain stands. Follow-ups of fewer than ``fewest`` chains go to the rest, and first forms of
    fewer than SOURCE_SIZE times as many.
    """
    chains = _per_chain(find_followed(observed, rules, months), months)
    named = chains.with_columns(
        source_kind=nw.lit(FORM),
        target_kind=nw.when(nw.col("length") > 1).then(nw.lit(FORM)).otherwise(_stand()),
    )
    sources = _with_rest(named, SOURCE_SIZE * fewest, "source")
    return _counted(_with_rest(sources, fewest, "target", "source", "source_kind"))


def _per_chain(followed: Frame, months: int) -> Frame:
    """Give a row per chain: ``client_id``, ``source``, ``target``, ``length`` and ``stand``."""
    is_next = nw.col("kind") == "next"
    stand = nw.lit(0)
    for number, status in enumerate(STANDS):
        stand = nw.when(nw.col("status") == status).then(number).otherwise(stand)
    past = in_months(nw.col("end")) - in_months(nw.col("first_start")) > months * MOST_DAYS
    flagged = followed.with_columns(
        source=_form_at(is_next & (nw.col("position") == 1)),
        target=_form_at(is_next & (nw.col("position") == 2)),
        stand=nw.when(past).then(RAN_ON).otherwise(stand),
    )
    return flagged.group_by("client_id", "chain").agg(
        nw.col("source").max(),
        nw.col("target").max(),
        nw.col("stand").max(),
        length=nw.col("position").max(),
    )


def _form_at(holds: nw.Expr) -> nw.Expr:
    return nw.when(holds).then(nw.col("care_form")).otherwise(nw.lit(MISSING))


def _stand() -> nw.Expr:
    word = nw.lit(STANDS[0])
    for number, status in enumerate(STANDS):
        word = nw.when(nw.col("stand") == number).then(nw.lit(status)).otherwise(word)
    return word


def _with_rest(chains: Frame, fewest: int, end: str, *within: str) -> Frame:
    """Move what is rare at one end to the rest, among chains that share ``within``."""
    kind = f"{end}_kind"
    rare = nw.col("size") < fewest
    return (
        chains.with_columns(size=nw.len().over(*within, end, kind))
        .with_columns(is_rare=nw.when(rare).then(1).otherwise(0))
        .with_columns(
            nw.when(nw.col("is_rare") == 1).then(nw.lit(MISSING)).otherwise(nw.col(end)).alias(end),
            nw.when(nw.col("is_rare") == 1).then(nw.lit(REST)).otherwise(nw.col(kind)).alias(kind),
        )
        .drop("size", "is_rare")
    )


def _counted(chains: Frame) -> Frame:
    counted = chains.group_by("source", "source_kind", "target", "target_kind").agg(
        chains=nw.len(), clients=nw.col("client_id").n_unique()
    )
    numbers = [nw.col(name).cast(nw.Int64) for name in ("chains", "clients")]
    return counted.with_columns(*numbers).select(*FOLLOWUPS)
