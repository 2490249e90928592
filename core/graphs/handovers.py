"""Hand-overs: where help goes from one provider to another inside a chain.

A hand-over is a trajectory of kind next whose provider differs from that of the one before it in
the chain; both are known. What is merely administrative (kind administrative: another contract or
code, or a reorganisation) is no hand-over, but the provider it leads to is the one that hands over
afterwards. Staying with the same provider is left out of the network and counted apart.
"""

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.graphs.pairs import merge_places, merge_targets
from core.tables import MISSING, PROVIDER_STEPS
from core.trajectories.chains import ADMINISTRATIVE

LAST_POSITION = 4
"""Steps from here on are counted together: the fourth trajectory and later ones."""


def find_steps(observed: Frame) -> Frame:
    """List every trajectory with the provider before it in the chain.

    Columns: ``client_id``, ``chain``, ``position``, ``source`` (MISSING at the first), ``target``,
    ``provider_change`` (first, same, other, unknown or administrative), ``gap_days``,
    ``overlap_days``.
    """
    kinds = nw.col("kind").is_in(["next", ADMINISTRATIVE])
    before = nw.col("provider").shift(1).over("client_id", "chain", order_by="trajectory_id")
    known = (nw.col("source") != MISSING) & (nw.col("target") != MISSING)
    change = (
        nw.when(nw.col("kind") == ADMINISTRATIVE)
        .then(nw.lit(ADMINISTRATIVE))
        .when(nw.col("position") == 1)
        .then(nw.lit("first"))
        .when(~known)
        .then(nw.lit("unknown"))
        .when(nw.col("source") == nw.col("target"))
        .then(nw.lit("same"))
        .otherwise(nw.lit("other"))
    )
    steps = observed.filter(kinds).with_columns(source=before)
    named = steps.with_columns(
        source=nw.col("source").fill_null(MISSING), target=nw.col("provider")
    )
    return named.with_columns(provider_change=change).select(
        *("client_id", "chain", "position", "source", "target"),
        *("provider_change", "gap_days", "overlap_days"),
    )


def find_handovers(steps: Frame, persons: int) -> Frame:
    """Keep the steps to another provider, with providers and pairs that are too rare merged.

    Between two providers that are both too rare to name a hand-over goes from ELSEWHERE to
    ELSEWHERE.
    """
    merged = merge_places(steps, "target", persons)
    handovers = merged.filter(nw.col("provider_change") == "other")
    return merge_targets(handovers, persons)


def count_provider_steps(steps: Frame) -> Frame:
    """Count by position whether the provider stayed (``PROVIDER_STEPS``)."""
    later = steps.filter(nw.col("provider_change").is_in(["same", "other", "unknown"]))
    capped = later.with_columns(position=nw.min_horizontal("position", nw.lit(LAST_POSITION)))
    counted = capped.group_by("position", "provider_change").agg(
        starts=nw.len(), clients=nw.col("client_id").n_unique()
    )
    numbers = nw.col("position", "starts", "clients").cast(nw.Int64)
    return counted.with_columns(numbers).select(*PROVIDER_STEPS)


def join_senders(handovers: Frame) -> Frame:
    """Take all senders together as MISSING, so that pairs are seen from who receives."""
    return handovers.with_columns(source=nw.lit(MISSING))


def known_steps(counted: Frame) -> Frame:
    """Keep of ``PROVIDER_STEPS`` the steps of which both providers are known."""
    return counted.filter(nw.col("provider_change") != "unknown")


def count_unknown(steps: Frame) -> Frame:
    """Count the steps of which a provider is not known: ``starts`` and ``clients``, in one row."""
    unknown = steps.filter(nw.col("provider_change") == "unknown")
    return unknown.select(starts=nw.len(), clients=nw.col("client_id").n_unique())
