"""What followed the first trajectory of a chain, within a fixed time after its start."""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import FOLLOWUPS, MISSING
from core.trajectories.calendar import MOST_DAYS, in_months
from core.trajectories.cohorts import find_followed
from core.trajectories.flow import FORM, REST, STANDS
from core.trajectories.grids import merge_rare
from core.trajectories.rules import Rules

RAN_ON: Final = len(STANDS) - 1
"""The stand of a chain that ran on past the time: running, whatever came afterwards."""

SOURCE_SIZE: Final = 5
"""A first form of fewer chains could only be followed by what is too rare to show."""


def count_followups(observed: Frame, rules: Rules, months: int, fewest: int) -> Frame:
    """Count what follows the first trajectory of followed chains within ``months``.

    Rows (``FOLLOWUPS``): from the first care form to the care form of the next trajectory; without
    a next one, ``running`` says that care of the chain ran on past that time, and otherwise how the
    chain stands. Follow-ups of fewer than ``fewest`` persons go to the rest (``merge_rare``), and
    first forms of fewer than SOURCE_SIZE times as many chains.
    """
    chains = _per_chain(find_followed(observed, rules, months), months)
    named = chains.with_columns(
        source_kind=nw.lit(FORM),
        target_kind=nw.when(nw.col("length") > 1).then(nw.lit(FORM)).otherwise(_stand()),
    )
    sources = _with_rest(named, SOURCE_SIZE * fewest)
    return _counted(_with_place(merge_rare(_placed(sources), "place", REST, fewest, "source")))


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


def _with_rest(chains: Frame, fewest: int) -> Frame:
    """Move first forms of fewer than ``fewest`` chains to the rest."""
    rare = nw.col("size") < fewest
    return (
        chains.with_columns(size=nw.len().over("source"))
        .with_columns(is_rare=nw.when(rare).then(1).otherwise(0))
        .with_columns(
            source=_or(nw.col("is_rare") == 1, MISSING, "source"),
            source_kind=_or(nw.col("is_rare") == 1, REST, "source_kind"),
        )
        .drop("size", "is_rare")
    )


def _placed(chains: Frame) -> Frame:
    """Add ``place``: what followed as one word, a care form or how the chain stands."""
    is_form = nw.col("target_kind") == FORM
    place = nw.when(is_form).then(nw.col("target")).otherwise(nw.col("target_kind"))
    return chains.with_columns(place=place)


def _with_place(chains: Frame) -> Frame:
    """Write the rest where ``place`` says so."""
    is_rest = nw.col("place") == REST
    return chains.with_columns(
        target=_or(is_rest | (nw.col("target_kind") != FORM), MISSING, "target"),
        target_kind=_or(is_rest, REST, "target_kind"),
    )


def _or(holds: nw.Expr, word: str, column: str) -> nw.Expr:
    return nw.when(holds).then(nw.lit(word)).otherwise(nw.col(column))


def _counted(chains: Frame) -> Frame:
    counted = chains.group_by("source", "source_kind", "target", "target_kind").agg(
        chains=nw.len(), clients=nw.col("client_id").n_unique()
    )
    numbers = [nw.col(name).cast(nw.Int64) for name in ("chains", "clients")]
    return counted.with_columns(*numbers).select(*FOLLOWUPS)
