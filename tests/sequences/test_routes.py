"""Routes with repeats taken together, and what the frequent ones cover."""

import pandas as pd

from core.sequences.routes import find_collapsed, measure_coverage
from core.trajectories.cohorts import find_observed
from core.trajectories.flow import count_routes
from tests.conftest import Opener, drawn, rows_of
from tests.sequences.test_matching import chained

DRAWING = """
client_id care_form provider start      last
z         light     A        2021-01-01 2021-01-31
a         light     A        2021-02-01 2021-04-30
a         light     B        2021-05-01 2021-08-31
a         heavy     B        2021-09-01 2021-12-31
a         light     B        2022-01-01 2022-02-28
b         light     A        2021-02-01 2021-04-30
b         heavy     B        2021-06-01 2021-08-31
b         light     B        2021-09-01 2021-12-31
"""


def test_immediate_repeats_are_taken_together(engine: Opener) -> None:
    observed = find_observed(chained(drawn(DRAWING), engine))
    raw, collapsed = (
        {row["route"]: row["chains"] for row in rows_of(count_routes(rows, 9, 1), COLUMNS)}
        for rows in (observed, find_collapsed(observed))
    )
    assert raw == {"light > light > heavy > light": 1, "light > heavy > light": 1}
    assert collapsed == {"light > heavy > light": 2}


COLUMNS = ["route", "chains"]


def test_coverage_adds_up_over_the_named_routes() -> None:
    covered = measure_coverage(_routes([60, 30], 10))
    assert covered["rank"].tolist() == [1, 2, 0]
    assert covered["share"].tolist() == [0.6, 0.3, 0.1]
    assert covered["covered"].tolist()[:2] == [0.6, 0.8999999999999999]
    assert pd.isna(covered["covered"].iloc[2])


def test_a_hidden_number_hides_every_share() -> None:
    covered = measure_coverage(_routes([60, 30], None))
    assert covered["share"].isna().all()
    assert covered["covered"].isna().all()


def test_without_routes_there_is_nothing_to_cover() -> None:
    assert measure_coverage(_routes([], None).iloc[:0]).empty


def _routes(named: list[int], rest: int | None) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "rank": [0, *range(len(named), 0, -1)],
            "route": ["", *[f"route {rank}" for rank in range(len(named), 0, -1)]],
            "chains": pd.array([rest, *reversed(named)], dtype="Int64"),
        }
    )
