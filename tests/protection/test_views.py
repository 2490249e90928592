"""Views as the pages lay them out: what is hidden is not told by a sum that another view shows.

In each table one number is small. The attacker knows the sums that the page says are known, works
the number out from what hiding single cells shows, and cannot from what the page shows.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest

from core.disclosure import Margins, Shape, protect, protect_parts, protect_tables
from core.protection.attack import Known, find_exposed, known_from
from core.protection.linking import hide_groups
from core.protection.margins import describe
from core.protection.policy import STRICT
from pages.at_once import BY_YEAR
from pages.chain_numbers import BOXES
from pages.district_schemes import MARGINS as OF_CLUSTERS
from pages.openings import BOXES as FOLLOWED
from pages.pattern_search import MARGINS as OF_PATTERNS
from pages.referrals import REACHED as ANSWERED

SHAPE = Shape(counts=["clients"])
Rows = Sequence[tuple[object, ...]]
VIEWS: dict[str, tuple[Margins, Rows]] = {
    "steps": (Margins(["least", "shape"], [["least"]]), [(2, "strict", 3), (2, "loose", 40)]),
    "standings": (Margins(["standing"]), [("late", 7), ("evaluated", 61)]),
    "days": (BY_YEAR, [(2023, 1, 120), (2023, 2, 5), (2024, 1, 90), (2024, 2, 18)]),
    "patterns": (
        OF_PATTERNS,
        [("followed", "found", 2), ("followed", "absent", 84), ("open", "open", 20)],
    ),
    "schemes": (
        OF_CLUSTERS,
        [("a", "together", 6), ("a", "other", 52), ("b", "together", 30), ("b", "other", 44)],
    ),
    "boxes": (
        BOXES,
        [
            *((1, "form", "a", "form", "b", 4), (1, "form", "a", "end", "", 70)),
            *((1, "form", "c", "form", "b", 44), (1, "form", "c", "end", "", 38)),
        ],
    ),
    "followed": (
        FOLLOWED,
        [
            *(("form", "a", "form", "b", 4), ("form", "a", "end", "", 36)),
            *(("form", "c", "form", "b", 51), ("form", "c", "end", "", 27)),
        ],
    ),
    "referrers": (
        ANSWERED,
        [
            *(("x", 12, 2, "yes", 5), ("x", 12, 2, "no", 50)),
            *(("y", 12, 2, "yes", 33), ("y", 12, 2, "no", 40)),
        ],
    ),
}


@pytest.mark.parametrize("view", VIEWS)
def test_a_number_that_single_hiding_gives_away_is_not_given_away(view: str) -> None:
    margins, rows = VIEWS[view]
    table = pd.DataFrame(rows, columns=[*margins.by, "clients"])
    assert exposed(table, protect(table, "tafel", SHAPE, STRICT), margins)
    told = protect_tables([(table, SHAPE, margins)], "tafel", STRICT)[0]
    assert not exposed(table, told, margins)


def exposed(table: pd.DataFrame, told: pd.DataFrame, margins: Margins) -> list[int]:
    """List the cells that can be worked out too closely by who knows every sum exactly."""
    cells = describe([(table, margins)], "clients")
    hidden = np.zeros(len(cells.counts), dtype=bool)
    hidden[cells.places[0][: len(table)]] = told["clients"].isna()
    known = known_from(cells.counts, hidden, STRICT)
    sums = np.arange(len(hidden)) >= len(table)
    lower, upper = (np.where(sums, cells.counts, end) for end in (known.lower, known.upper))
    return find_exposed(Known(lower, upper), cells.equations, hidden)


MOVED = pd.DataFrame(
    {
        "referrer": ["x", "x", "y", "y", "z", "z"],
        "moved": ["yes", "no"] * 3,
        "clients": [4, 30, 25, 41, 60, 80],
    }
)
BY_REFERRER = Margins(["referrer", "moved"], [["referrer"], ["moved"]])


def test_a_group_is_not_told_from_all_others_when_those_stand_together_elsewhere() -> None:
    """Both parts of a group are hidden, and come back as all groups together less the others."""
    alone = protect_parts(MOVED, "tafel", "clients", ["referrer"], STRICT)
    assert alone["clients"].isna().tolist() == [True, True, False, False, False, False]
    told = hide_groups(MOVED, alone, "clients", BY_REFERRER, STRICT)
    assert not exposed(MOVED, told, BY_REFERRER)
    assert told["clients"].isna().groupby(MOVED["referrer"]).nunique().eq(1).all()
    assert told["whole"].notna().all()
