"""Group disclosure: a part of a group outside which there are few is hidden, as one that is few."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.disclosure import Shape, protect
from core.protection.policy import STATISTICS, STRICT, Policy

BY_DISTRICT = Shape(counts=["clients"], within=["district"])


def shown(rule: Policy, *clients: int) -> list[int | None]:
    table = pd.DataFrame({"district": "Zuid", "form": range(len(clients)), "clients": clients})
    cells = protect(table, "tafel", BY_DISTRICT, rule)["clients"]
    return [None if pd.isna(cell) else int(cell) for cell in cells]


@pytest.mark.parametrize(
    ("rule", "clients", "seen"),
    [
        (STRICT, (14,), [None]),
        (STRICT, (14, 0, 0), [None, None, None]),
        (STRICT, (100, 9), [None, None]),
        (STRICT, (100, 5, 4), [None, None, None]),
        (STRICT, (100, 5, 5), [100, None, None]),
        (STRICT, (100, 10), [100, 10]),
        (STATISTICS, (100, 8), [100, 10]),
        (STATISTICS, (100, 7), [None, None]),
    ],
)
def test_a_group_with_one_answer_shows_none(
    rule: Policy, clients: tuple[int, ...], seen: list[int | None]
) -> None:
    assert shown(rule, *clients) == seen


def test_each_group_is_looked_at_by_itself() -> None:
    table = pd.DataFrame({"district": ["A", "A", "B"], "clients": [20, 30, 50]})
    assert protect(table, "tafel", BY_DISTRICT)["clients"].tolist() == [20, 30, pd.NA]
    assert protect(table, "eigen", BY_DISTRICT)["clients"].tolist() == [20, 30, 50]


def test_who_is_in_several_rows_is_measured_against_the_whole_group() -> None:
    table = pd.DataFrame({"form": ["crisis", "ambulant"], "clients": [14, 12], "members": 14})
    shape = Shape(counts=["clients"], whole="members")
    assert protect(table, "tafel", shape)["clients"].isna().all()
    enough = protect(table.assign(members=30), "tafel", shape)
    assert enough[["clients", "members"]].to_numpy().tolist() == [[15, 30], [10, 30]]


def test_what_belongs_to_a_hidden_part_goes_with_it() -> None:
    table = pd.DataFrame({"clients": [14], "days": [40.0], "chains": [20]})
    shape = Shape(counts=["chains"], values=["days"], within=[])
    assert protect(table, "tafel", shape).isna().all(axis=None)


def test_a_row_of_several_kinds_tells_nothing_that_all_have() -> None:
    table = pd.DataFrame({"form": ["rest", "crisis"], "district": ["A", "B"], "clients": [14, 14]})
    shape = Shape(counts=["clients"], within=["district"], rest=("form", "rest"))
    assert protect(table, "tafel", shape)["clients"].tolist() == [15, pd.NA]


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6))
def test_no_shown_part_is_nearly_all_of_its_group(clients: list[int]) -> None:
    """Restated naively: who is shown has at least the threshold beside it."""
    for exact, seen in zip(clients, shown(STRICT, *clients), strict=True):
        others = sum(clients) - exact
        assert (seen is not None) == (exact >= 10 and others >= 10)
