"""What began within six months after an evaluation talk, beside what the talk concluded.

A talk is about the latest counted care that had begun by then; that decides whose talk it is: which
municipality, care form and provider. What followed is the first start of kind next after it, within
AFTER_DAYS. A talk less than that before ``as_of`` is too recent to know. Nothing here says that the
talk was the cause.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import AFTER_TALKS, TALKS_FOLLOWED
from core.talk_codes import BETWEEN, PARTIES
from core.trajectories.rules import Rules

AFTER_DAYS: Final = 183
"""Six months."""

OUTCOMES: Final = ("nothing", "down", "same", "up", "other", "too_recent")
"""What can follow; other cannot be compared on the ladder, or came beside care that ran on."""

TALK: Final = ("client_id", "date")


def find_talks(chained: Frame, evaluations: Frame, rules: Rules) -> Frame:
    """Say of each talk what followed (``TALKS_FOLLOWED``, no fixed order).

    Talks of one client on one day are one; of their conclusions the last by code stays. A talk
    about nobody who had counted care by then is left out: there is nothing it can be about.
    """
    talks = evaluations.group_by(*TALK).agg(conclusion=nw.col("conclusion").max())
    counted = chained.filter(nw.col("kind") != "uncounted")
    about = _about(talks, counted)
    followed = about.join(_next_start(talks, counted, rules), on=list(TALK), how="left")
    return followed.with_columns(outcome=_outcome(rules), start=nw.col("date")).select(
        *TALKS_FOLLOWED
    )


def split_recent(talks: Frame) -> tuple[Frame, Frame]:
    """Part the talks of which is known what followed from those that are too recent."""
    recent = nw.col("outcome") == "too_recent"
    return talks.filter(~recent), talks.filter(recent)


def count_after_talks(talks: Frame) -> Frame:
    """Count ``talks`` and ``clients`` by conclusion and outcome (``AFTER_TALKS``)."""
    counted = talks.group_by("conclusion", "outcome").agg(
        talks=nw.len(), clients=nw.col("client_id").n_unique()
    )
    return counted.with_columns(nw.col("talks", "clients").cast(nw.Int64)).select(*AFTER_TALKS)


def count_talks(talks: Frame, column: str) -> Frame:
    """Count ``talks`` and ``clients`` by a column, such as ``youth_present``."""
    counted = talks.group_by(column).agg(talks=nw.len(), clients=nw.col("client_id").n_unique())
    return counted.with_columns(nw.col("talks", "clients").cast(nw.Int64))


def count_fitting(talks: Frame, chained: Frame) -> Frame:
    """Count ``talks`` and ``clients`` by ``fits``: yes or no, whether the client is in the data."""
    known = chained.select("client_id").unique().with_columns(fits=nw.lit("yes"))
    joined = talks.join(known, on="client_id", how="left")
    return count_talks(joined.with_columns(nw.col("fits").fill_null("no")), "fits")


def count_parties(evaluations: Frame) -> Frame:
    """Count ``talks`` and ``clients`` by each ``party`` that was there, a role of ``PARTIES``."""
    whole = evaluations.with_columns(
        there=nw.concat_str([nw.lit(BETWEEN), nw.col("parties"), nw.lit(BETWEEN)])
    )
    parts = [
        whole.filter(
            nw.col("there").str.contains(f"{BETWEEN}{party}{BETWEEN}", literal=True)
        ).select("client_id", party=nw.lit(party))
        for party in PARTIES
    ]
    return count_talks(nw.concat(parts, how="vertical"), "party")


def _about(talks: Frame, counted: Frame) -> Frame:
    """Add to each talk the latest start by then; in the order everywhere that has most weight."""
    begun = talks.join(counted.select("client_id", "trajectory_id", "start"), on="client_id")
    latest = (
        begun.filter(nw.col("start") <= nw.col("date"))
        .group_by(*TALK, "conclusion")
        .agg(trajectory_id=nw.col("trajectory_id").max())
    )
    whose = counted.select("trajectory_id", "municipality", "provider", "care_form", "referrer")
    return latest.join(whose, on="trajectory_id", how="inner")


def _next_start(talks: Frame, counted: Frame, rules: Rules) -> Frame:
    """Find the first start of kind next after each talk in time: its ``step`` as ``next_step``."""
    soonest = 0 if rules.evaluation_on_start_day else 1
    following = counted.filter(nw.col("kind") == "next")
    after = (nw.col("start") >= nw.col("date") + soonest) & (
        nw.col("start") <= nw.col("date") + AFTER_DAYS
    )
    first = (
        talks.select(*TALK)
        .join(following.select("client_id", "trajectory_id", "start"), on="client_id")
        .filter(after)
        .group_by(*TALK)
        .agg(next_id=nw.col("trajectory_id").min())
    )
    steps = following.select(next_id=nw.col("trajectory_id"), next_step=nw.col("step"))
    return first.join(steps, on="next_id", how="inner").select(*TALK, "next_step")


def _outcome(rules: Rules) -> nw.Expr:
    """Name what followed; what is too recent comes first, so that early starts are not ahead."""
    step = nw.col("next_step")
    word = nw.when(step.is_null()).then(nw.lit("nothing")).otherwise(nw.lit("other"))
    for name in ("down", "same", "up"):
        word = nw.when(step == name).then(nw.lit(name)).otherwise(word)
    recent = nw.col("date") + AFTER_DAYS > rules.as_of
    return nw.when(recent).then(nw.lit("too_recent")).otherwise(word)
