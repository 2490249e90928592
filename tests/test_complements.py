"""Second hiding: totals minus what is shown never give a hidden number."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from core.complements import drop_alone, hide_along, hide_second
from core.disclosure import MINIMUM_PERSONS, Shape, protect

counts = st.lists(st.integers(0, 60), min_size=2, max_size=12)


@given(counts)
def test_a_known_sum_minus_what_is_shown_never_gives_one_hidden_cell(numbers: list[int]) -> None:
    table = pd.DataFrame({"thirds": numbers, "clients": numbers})
    cells = hide_second(protect(table, "tafel", Shape(["thirds"]))["thirds"])
    hidden = int(cells.isna().sum())
    assert hidden != 1
    assert hidden or min(numbers) >= MINIMUM_PERSONS


def test_the_smallest_shown_cell_goes_along_and_the_rest_stays() -> None:
    cells = pd.Series(pd.array([None, 40, 15, 15], dtype="Int64"))
    assert hide_second(cells).tolist() == [pd.NA, 40, pd.NA, 15]
    several = pd.Series(pd.array([None, None, 15], dtype="Int64"))
    assert hide_second(several).equals(several)


def test_of_a_hidden_row_nothing_is_told_elsewhere() -> None:
    table = pd.DataFrame({"chains": pd.array([None, 40], dtype="Int64"), "days": [3, 9]})
    assert hide_along(table, "chains", ["days"])["days"].isna().tolist() == [True, False]


def test_a_group_with_one_answer_is_left_out() -> None:
    table = pd.DataFrame({"year": [2022, 2022, 2023], "trajectories": [10, 20, 30]})
    assert drop_alone(table, ["year"])["year"].tolist() == [2022, 2022]
    assert drop_alone(table).equals(table)
    assert drop_alone(table.tail(1)).empty
