"""The headline figures: the few numbers that a change of the rules is judged by."""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import CHAINED, HEADLINES
from core.trajectories.cohorts import find_observed
from core.trajectories.rules import Rules
from core.trajectories.selection import (
    Selection,
    select_active,
    select_chains,
)
from core.trajectories.thirds import select_thirds

LONG_CHAIN: Final = 3
"""From this many trajectories on a chain is called long, whatever the trigger."""


def count_headlines(chained: Frame, triggers: Frame, rules: Rules, selection: Selection) -> Frame:
    """Count the headline figures (``HEADLINES``, no fixed order) of what fits the selection.

    ``clients`` and ``trajectories`` have a day of care in the period; of ``chains`` and
    ``long_chains`` (LONG_CHAIN or more) the first start lies in it; these two leave out the chains
    that already ran when the data begin (``find_observed``). ``trigger_starts`` are those of the
    page about them (``select_thirds``). A figure without anything to count is 0 (an engine may say
    null of nothing).
    """
    following = find_observed(chained).filter(nw.col("kind") == "next").select(*CHAINED)
    chains = select_chains(following, selection)
    active = select_active(chained, selection)
    counted = {
        "clients": active.group_by("client_id").agg(rows=nw.len()),
        "trajectories": active,
        "chains": chains.filter(nw.col("position") == 1),
        "long_chains": chains.filter(nw.col("position") == LONG_CHAIN),
        "trigger_starts": select_thirds(chained, triggers, rules, selection),
    }
    rows = [_counted(frame, headline) for headline, frame in counted.items()]
    return nw.concat(rows, how="vertical")


def _counted(frame: Frame, headline: str) -> Frame:
    counted = frame.select("client_id").select(
        number=nw.len(), clients=nw.col("client_id").n_unique()
    )
    whole = [nw.col(name).cast(nw.Int64).fill_null(0) for name in ("number", "clients")]
    return counted.with_columns(*whole, headline=nw.lit(headline)).select(*HEADLINES)
