"""Which care form follows which: the directly-follows relation of chains, with its exits.

Every trajectory of kind next is one row: it is followed by the care form of the next one, or by
nothing. Nothing is two things. *Not followed*: all help in the chain stopped, and so long ago that
any new start would open another chain. *Still open*: help runs on, it is too early to know, or the
pause could still end. With c chains and n trajectories there are n - c transitions between forms,
and as many beginnings as ends, c of each.
"""

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.graphs.pairs import merge_places, merge_targets
from core.tables import BEGINNINGS, ELSEWHERE, LATER, NOT_FOLLOWED, STILL_OPEN
from core.trajectories.grids import merge_rare
from core.trajectories.rules import Rules

CHAIN = ("client_id", "chain")


def find_follows(observed: Frame, rules: Rules) -> Frame:
    """List every trajectory of kind next with what follows it.

    Columns: ``client_id``, ``chain``, ``position``, ``source``, ``target``, and of the step between
    them ``gap_days`` and ``overlap_days``, null where nothing follows.
    """
    following = _with_stand(observed, rules).filter(nw.col("kind") == "next")
    later = {
        name: nw.col(column).shift(-1).over(*CHAIN, order_by="position")
        for name, column in (
            ("next_form", "care_form"),
            ("later_gap", "gap_days"),
            ("later_overlap", "overlap_days"),
        )
    }
    ended = nw.when(nw.col("is_open") == 1).then(nw.lit(STILL_OPEN)).otherwise(nw.lit(NOT_FOLLOWED))
    return following.with_columns(**later).select(
        *CHAIN,
        "position",
        source=nw.col("care_form"),
        target=nw.when(nw.col("next_form").is_null()).then(ended).otherwise(nw.col("next_form")),
        gap_days=nw.col("later_gap"),
        overlap_days=nw.col("later_overlap"),
    )


def merge_follows(follows: Frame, persons: int) -> Frame:
    """Merge the care forms, and then what follows each of them, that are too rare to name."""
    return merge_targets(merge_places(follows, "source", persons), persons)


def count_beginnings(follows: Frame, persons: int) -> Frame:
    """Count the chains by the care form they begin with (``BEGINNINGS``), rare forms merged."""
    firsts = follows.filter(nw.col("position") == 1)
    merged = merge_rare(firsts, "source", ELSEWHERE, persons)
    counted = merged.group_by("source").agg(chains=nw.len(), clients=nw.col("client_id").n_unique())
    whole = counted.with_columns(nw.col("chains", "clients").cast(nw.Int64))
    return whole.select(*BEGINNINGS)


def count_later(follows: Frame) -> Frame:
    """Count which care form came ever later in the same chain as another (``LATER``).

    What came later and is not named behind its source is the rest of what follows that source, so
    that this rest came ever later at least as often as it came next.
    """
    second = follows.select(*CHAIN, later_position=nw.col("position"), later=nw.col("source"))
    pairs = follows.join(second, on=list(CHAIN), how="inner").filter(
        nw.col("later_position") > nw.col("position")
    )
    merged = _with_rest(pairs, follows)
    by_chain = merged.group_by("source", "later", *CHAIN).agg(pairs=nw.len())
    counted = by_chain.group_by("source", "later").agg(
        pairs=nw.col("pairs").sum(), chains=nw.len(), clients=nw.col("client_id").n_unique()
    )
    whole = counted.with_columns(nw.col("pairs", "chains", "clients").cast(nw.Int64))
    return whole.rename({"later": "target"}).select(*LATER)


def _with_rest(pairs: Frame, follows: Frame) -> Frame:
    """Rename what came ``later`` to ELSEWHERE where sequels were merged and it is not named."""
    named = follows.select("source", later="target").unique().with_columns(is_named=nw.lit(1))
    rest = follows.filter(nw.col("target") == ELSEWHERE).select("source").unique()
    joined = pairs.join(named, on=["source", "later"], how="left").join(
        rest.with_columns(has_rest=nw.lit(1)), on="source", how="left"
    )
    unnamed = nw.col("is_named").is_null() & ~nw.col("has_rest").is_null()
    return joined.with_columns(
        later=nw.when(unnamed).then(nw.lit(ELSEWHERE)).otherwise(nw.col("later"))
    )


def _with_stand(observed: Frame, rules: Rules) -> Frame:
    """Add ``is_open`` (1 or 0): whether a chain may still go on, simultaneous help included."""
    late = nw.col("end") + rules.chain_gap_days > rules.as_of
    unsure = (nw.col("status") != "ended") | late
    flagged = observed.with_columns(unsure=nw.when(unsure).then(1).otherwise(0))
    return flagged.with_columns(is_open=nw.col("unsure").max().over(*CHAIN))
