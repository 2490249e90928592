"""What became of help by who referred: whether it ended early, and what the chain cost.

Only reasons that were delivered tell how help ended. Neither says anything about the referrer
alone: who comes by way of whom differs.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING, REFERRAL_ENDINGS
from core.timing.horizon import first_unsettled
from core.timing.reasons import EARLY, UNDELIVERED, reason_kind
from core.trajectories.chain_costs import find_priced
from core.trajectories.grids import fill_grid, merge_rare
from core.trajectories.openings import along
from core.trajectories.referrals import name_referrers
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection, select_active

OTHERWISE: Final = "otherwise"
ENDINGS: Final = (EARLY, OTHERWISE, UNDELIVERED)


def find_endings(chained: Frame, selection: Selection, rules: Rules) -> Frame:
    """List the counted trajectories that ended in the period with ``referrer`` and ``ending``.

    What ended so lately that it may change is left out.
    """
    ended = (nw.col("status") == "ended") & (nw.col("kind") != "uncounted")
    last = min(selection.end_day, first_unsettled(rules))
    in_time = select_active(chained.filter(ended), selection).filter(nw.col("end") <= last)
    kind = reason_kind(nw.col("end_reason"))
    named = in_time.with_columns(reason=kind).with_columns(
        ending=nw.when(nw.col("reason").is_in([EARLY, UNDELIVERED]))
        .then(nw.col("reason"))
        .otherwise(nw.lit(OTHERWISE))
    )
    return name_referrers(named.select("client_id", "referrer", "ending"))


def count_endings(endings: Frame, other: str, persons: int) -> Frame:
    """Count ``REFERRAL_ENDINGS``; referrers of fewer persons are ``other``."""
    merged = merge_rare(endings, "referrer", other, persons)
    counted = merged.group_by("referrer", "ending").agg(
        trajectories=nw.len(), clients=nw.col("client_id").n_unique()
    )
    referrers = merged.select("referrer").unique()
    return fill_grid(counted, referrers, "ending", ENDINGS).select(*REFERRAL_ENDINGS)


def find_referred_costs(observed: Frame, rules: Rules) -> Frame:
    """Add to what chains cost who referred to the first trajectory: ``sent_by``.

    Takes what ``find_observed`` gives; a row is a trajectory of a priced chain.
    """
    named = name_referrers(find_priced(observed, rules))
    first = nw.when(nw.col("is_first") == 1).then(nw.col("referrer")).otherwise(nw.lit(MISSING))
    return named.with_columns(first_by=first).with_columns(sent_by=along(nw.col("first_by").max()))
