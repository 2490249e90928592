"""Second hiding: totals minus what is shown never give a hidden number."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from core.complements import (
    drop_alone,
    hide_parts,
    hide_second,
    hide_second_in,
    hide_second_within,
)
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


def test_costs_of_which_the_sum_is_known_elsewhere_never_lose_one_cell_only() -> None:
    cents = pd.array([None, 900_000, 400_000, 700_000], dtype="Int64")
    table = pd.DataFrame({"amount_cents": cents})
    assert hide_second_in(table, "amount_cents")["amount_cents"].tolist() == [
        *(pd.NA, 900_000, pd.NA, 700_000)
    ]
    among = pd.Series([True, True, False, False])
    assert hide_second_in(table, "amount_cents", among)["amount_cents"].isna().all()
    shown = table.tail(3)
    assert hide_second_in(shown, "amount_cents").equals(shown)


def test_a_second_cell_is_hidden_in_the_group_of_the_first_only() -> None:
    table = pd.DataFrame(
        {"least": [2, 2, 2, 3, 3], "chains": pd.array([25, None, 55, 15, 20], dtype="Int64")}
    )
    hidden = hide_second_within(table, "chains", "least")["chains"]
    assert hidden.tolist() == [pd.NA, pd.NA, 55, 15, 20]


def test_a_group_with_one_answer_is_left_out() -> None:
    table = pd.DataFrame({"year": [2022, 2022, 2023], "trajectories": [10, 20, 30]})
    assert drop_alone(table, ["year"])["year"].tolist() == [2022, 2022]
    assert drop_alone(table).equals(table)
    assert drop_alone(table.tail(1)).empty


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=2, max_size=8))
def test_parts_of_which_the_whole_is_known_are_hidden_together(rows: list[tuple[int, int]]) -> None:
    """Who knows the sum of a row or of a column cannot tell a hidden part from the rest of it."""
    table = pd.DataFrame(rows, columns=["one", "other"])
    table["clients"] = table["one"] + table["other"]
    shown = hide_parts(protect(table, "tafel", Shape(["one", "other"])), ["one", "other"])
    hidden = shown["one"].isna()
    assert hidden.equals(shown["other"].isna())
    assert int(hidden.sum()) != 1
    assert hidden.any() or min(min(row) for row in rows) >= MINIMUM_PERSONS
