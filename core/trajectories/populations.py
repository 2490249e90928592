"""Populations: whose care the pages count, and who has each value that a list could offer.

What the difference guard compares.
"""

from collections.abc import Sequence
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import POPULATIONS
from core.trajectories.selection import Selection, select_active, select_chains, select_starts

BEGAN: Final = "began"
HAD_CARE: Final = "had_care"
BEGAN_CHAIN: Final = "began_chain"
KINDS: Final = (BEGAN, HAD_CARE, BEGAN_CHAIN)
"""The three ways in which pages read a selection (``core.trajectories.selection``)."""


def find_populations(
    trajectories: Frame, chained: Frame, selection: Selection, places: Sequence[str] = ()
) -> Frame:
    """List the persons of a selection, each once in every kind of population (``POPULATIONS``).

    With ``places`` only what happened in those municipalities. A kind in which nobody is has no
    rows.
    """
    if places:
        here = nw.col("municipality").is_in(list(places))
        trajectories, chained = trajectories.filter(here), chained.filter(here)
    found = {
        BEGAN: select_starts(trajectories, selection),
        HAD_CARE: select_active(trajectories, selection),
        BEGAN_CHAIN: select_chains(chained, selection),
    }
    whole = [frame.select(nw.lit(kind).alias("kind"), "client_id") for kind, frame in found.items()]
    return nw.concat(whole, how="vertical").unique().select(*POPULATIONS)


def find_holders(frame: Frame, column: str) -> Frame:
    """List who has each value of a column, each once (``POPULATIONS``, a kind for each value)."""
    return frame.select(nw.col(column).alias("kind"), "client_id").unique().select(*POPULATIONS)
