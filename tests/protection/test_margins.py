"""How tables with sums become cells and equations."""

import numpy as np
import pandas as pd
import pytest

from core.protection.margins import describe, with_sums
from core.protection.shapes import Margins

TABLE = pd.DataFrame(
    {"place": ["a", "a", "b", "b"], "year": [1, 2, 1, 2], "clients": [10, 20, 30, 40]}
)
BOTH = Margins(["place", "year"])


def test_a_table_of_two_dimensions_has_sums_of_each_and_of_everything() -> None:
    cells = describe([(TABLE, BOTH)], "clients")
    assert cells.counts.tolist() == [10, 20, 30, 40, 30, 70, 40, 60, 100]
    assert cells.equations.toarray().tolist() == [
        [1, 1, 0, 0, -1, 0, 0, 0, 0],
        [0, 0, 1, 1, 0, -1, 0, 0, 0],
        [1, 0, 1, 0, 0, 0, -1, 0, 0],
        [0, 1, 0, 1, 0, 0, 0, -1, 0],
        [0, 0, 0, 0, 1, 1, 0, 0, -1],
    ]


@pytest.mark.parametrize("dimensions", [1, 2, 3])
def test_every_sum_comes_out(dimensions: int) -> None:
    by = ["x", "y", "z"][:dimensions]
    places = np.indices([3] * dimensions).reshape(dimensions, -1)
    table = pd.DataFrame(dict(zip(by, places, strict=True))).assign(n=range(3**dimensions))
    cells = describe([(table, Margins(by))], "n")
    assert len(cells.counts) == 4**dimensions
    assert not (cells.equations @ cells.counts).any()


def test_only_the_sums_that_may_be_known_are_described() -> None:
    cells = describe([(TABLE, Margins(["place", "year"], [("year",)]))], "clients")
    assert cells.counts.tolist() == [10, 20, 30, 40, 40, 60]


def test_cells_of_two_tables_that_are_about_the_same_are_one() -> None:
    other = pd.DataFrame({"year": [1, 1, 2], "sex": ["m", "v", "m"], "clients": [15, 25, 60]})
    cells = describe([(TABLE, BOTH), (other, Margins(["sex", "year"]))], "clients")
    years = cells.places[0][6:8].tolist()
    assert cells.places[1][5:7].tolist() == years
    assert cells.counts[years].tolist() == [40, 60]
    assert not (cells.equations @ cells.counts).any()


def test_tables_that_count_one_cell_differently_are_not_linked() -> None:
    other = pd.DataFrame({"year": [1, 2], "clients": [41, 60]})
    with pytest.raises(ValueError, match="do not count alike"):
        describe([(TABLE, BOTH), (other, Margins(["year"]))], "clients")


def test_sums_stand_below_a_table_in_the_order_of_their_cells() -> None:
    whole = with_sums(TABLE, BOTH, {"clients": "sum"})
    assert whole["clients"].tolist() == describe([(TABLE, BOTH)], "clients").counts.tolist()
    assert whole["place"].isna().tolist() == [False] * 6 + [True] * 3
    assert whole["year"].isna().tolist() == [False] * 4 + [True] * 2 + [False] * 2 + [True]
