"""The words and numbers of stock and flow: whatever is shown adds up."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from core.disclosure import MINIMUM_PERSONS, Shape, protect
from core.text import stock as text
from tests.conftest import rules_of

FLOWS = Shape(counts=["number"])

quarters = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=6)


def published(first: int, moves: list[tuple[int, int]], level: str) -> pd.DataFrame:
    """Publish stocks that begin with a number, and then come and go."""
    rows, begin = [], first
    for period, (came, left) in enumerate(moves, start=8096):
        went = min(left, begin + came)
        numbers = {"begin": begin, "inflow": came, "outflow": went, "end": begin + came - went}
        rows += [{"period": period, "flow": name, "number": n} for name, n in numbers.items()]
        begin = numbers["end"]
    table = pd.DataFrame(rows)
    return protect(table.assign(clients=table["number"]), level, FLOWS)  # type: ignore[arg-type]


@given(st.integers(0, 200), quarters)
def test_what_is_shown_of_a_period_adds_up(first: int, moves: list[tuple[int, int]]) -> None:
    shown = text.balanced(published(first, moves, "tafel")).dropna()
    assert (shown["begin"] + shown["inflow"] - shown["outflow"] == shown["end"]).all()
    assert (shown[["inflow", "outflow"]] >= MINIMUM_PERSONS).all(axis=None)


@given(st.integers(0, 200), quarters)
def test_a_hidden_flow_never_stands_beside_the_other(
    first: int, moves: list[tuple[int, int]]
) -> None:
    table = text.balanced(published(first, moves, "tafel"))
    assert (table["inflow"].isna() == table["outflow"].isna()).all()


@given(st.integers(0, 200), quarters)
def test_exact_numbers_stay_as_they_are(first: int, moves: list[tuple[int, int]]) -> None:
    exact = published(first, moves, "eigen")
    table = text.balanced(exact).set_index("period")
    for row in exact.to_dict("records"):
        assert table[row["flow"]][row["period"]] == row["number"]


def test_a_period_with_a_hidden_flow_has_only_its_stock() -> None:
    table = text.balanced(published(100, [(4, 30), (20, 30)], "tafel"))
    bars = text.bars_of(table, 3, rules_of())
    assert bars["flow"].tolist() == ["Instroom", "Instroom", "Uitstroom"]
    assert bars["high"].isna().tolist() == [True, False, False]


def test_periods_are_named_and_marked_when_they_may_change() -> None:
    rules = rules_of(recent_days=92)
    assert text.period_name(8099, 3) == "2024 kw 4"
    assert text.period_name(2024 * 12 + 2, 1) == "2024 mrt"
    assert [text.is_provisional(period, 3, rules) for period in (8098, 8099)] == [False, True]
