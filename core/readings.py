"""Readings: the headline of a page as two published numbers, whatever the rules.

Registered by name in READINGS, so that what is asked of one headline can be asked of all. A
reading is a function of an analysis and a selection, and of nothing else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import narwhals.stable.v2 as nw

from core.analysis import Analysis
from core.disclosure import Grid, Level, Shape, publish, publish_parts
from core.frames import Frame
from core.trajectories.cohorts import count_long_chains, find_observed
from core.trajectories.headlines import LONG_CHAIN
from core.trajectories.moves import FOLLOW_UP_MONTHS, YES_OR_NO, count_moves_within
from core.trajectories.selection import Selection, select_chains
from core.trajectories.thirds import count_all, count_by, select_thirds

TALKS: Final = ("evaluated", "not_evaluated")


@dataclass(frozen=True, slots=True)
class Reading:
    """A published part of a published whole; None is a number that may not be shown.

    Where a headline is a number and no share, ``whole`` is -1.
    """

    part: int | None
    whole: int | None

    @property
    def share(self) -> float | None:
        """Give the share, or None when it may not be shown, or there is none."""
        if self.part is None or not self.whole or self.whole < 0:
            return None
        return min(self.part / self.whole, 1.0)


NO_WHOLE: Final = -1

Read = Callable[[Analysis, Selection, Level], Reading]


def read_long_chains(analysis: Analysis, selection: Selection, level: Level) -> Reading:
    """Read how many of the chains that were followed for two years have three in a row."""
    counted = count_long_chains(
        _observed(analysis, selection), analysis.rules, FOLLOW_UP_MONTHS, LONG_CHAIN
    )
    return _part(counted, "is_long", "chains", level)


def read_light_up(analysis: Analysis, selection: Selection, level: Level) -> Reading:
    """Read how many of the chains that began light went up within two years."""
    counted = count_moves_within(_observed(analysis, selection), analysis.rules)
    light = counted.filter(nw.col("begun") == "light").drop("begun")
    return _part(light, "moved", "chains", level)


def read_talks(analysis: Analysis, selection: Selection, level: Level) -> Reading:
    """Read before how many starts at the trigger a talk was held; without talks how many began."""
    thirds = select_thirds(analysis.chained, analysis.triggers, analysis.rules, selection)
    if not analysis.has_evaluations:
        table = publish(count_all(thirds), level, Shape(counts=["thirds"]))
        return Reading(_number(table["thirds"].iloc[0]), NO_WHOLE)
    asked = thirds.filter(nw.col("status").is_in(list(TALKS)))
    held = asked.with_columns(held=nw.when(nw.col("status") == TALKS[0]).then(1).otherwise(0))
    return _part(count_by(held, "held"), "held", "thirds", level)


READINGS: Final[Mapping[str, Read]] = {
    "long_chains": read_long_chains,
    "light_up": read_light_up,
    "talks": read_talks,
}


def read_all(analysis: Analysis, selection: Selection, level: Level) -> dict[str, Reading]:
    """Read every headline."""
    return {name: read(analysis, selection, level) for name, read in READINGS.items()}


def _observed(analysis: Analysis, selection: Selection) -> Frame:
    return select_chains(find_observed(analysis.chained), selection)


def _part(counted: Frame, flag: str, count: str, level: Level) -> Reading:
    """Publish the rows with a flag of 1 beside all rows."""
    table = publish_parts(counted, level, count, Grid({flag: YES_OR_NO}))
    row = table[table[flag] == 1].iloc[0]
    return Reading(_number(row[count]), _number(row["whole"]))


def _number(cell: object) -> int | None:
    whole = str(cell)
    return int(whole) if whole.isdecimal() else None
