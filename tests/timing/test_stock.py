"""Stock and flow: they add up, and are what a naive count of days says."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.frames import collect
from core.tables import OPEN_END, TRAJECTORIES
from core.timing.beside import count_beside
from core.timing.spans import find_spans
from core.timing.stock import Calendar, count_flows, count_standing, find_dated, measure_stock
from core.trajectories.calendar import day_number
from tests.conftest import Opener, Row, drawn, in_polars, rows_of, rules_of, trajectories_of

RULES = rules_of(recent_days=92)
QUARTERS = Calendar(2024, 2024)
EDGE = pd.DataFrame({"first_month": [2023 * 12]})

FIRST = day_number(date(2023, 1, 1))
STAYS = st.tuples(
    st.sampled_from("abc"), st.integers(0, 720), st.one_of(st.integers(1, 200), st.none())
)


def measured(
    engine: Opener, rows: list[Row], *, spans: bool, calendar: Calendar = QUARTERS
) -> pd.DataFrame:
    """Measure the stock of trajectories, or of the young people behind them: a row a period."""
    care = find_dated(engine(trajectories_of(rows), TRAJECTORIES))
    chosen = find_spans(care) if spans else care
    standing = count_standing(chosen, calendar.first_day(calendar.stop(RULES)))
    flows = collect(count_flows(chosen, calendar))
    return measure_stock(flows, collect(standing), EDGE, calendar, RULES)


def laid_out(stock: pd.DataFrame, column: str = "number") -> dict[int, tuple[int, ...]]:
    """Give per period: begin, inflow, outflow and end."""
    wide = stock.pivot_table(index="period", columns="flow", values=column)
    rows = wide[["begin", "inflow", "outflow", "end"]].astype(int)
    return {
        int(str(period)): tuple(row)
        for period, row in zip(rows.index, rows.to_numpy(), strict=True)
    }


DRAWING = """
    client_id  start       last
    a          2023-05-01  2024-02-10
    a          2024-02-11  2024-05-31
    b          2024-01-15  2024-03-31
    b          2024-04-10  -
    c          2024-08-01  2024-08-31
"""


def test_trajectories_come_and_go(engine: Opener) -> None:
    assert laid_out(measured(engine, drawn(DRAWING), spans=False)) == {
        8096: (1, 2, 2, 1),
        8097: (1, 1, 1, 1),
        8098: (1, 1, 1, 1),
        8099: (1, 0, 0, 1),
    }


def test_who_changes_trajectory_without_a_day_between_stays(engine: Opener) -> None:
    assert laid_out(measured(engine, drawn(DRAWING), spans=True)) == {
        8096: (1, 1, 1, 1),
        8097: (1, 1, 1, 1),
        8098: (1, 1, 1, 1),
        8099: (1, 0, 0, 1),
    }


def test_persons_behind_a_stock_are_different_ones(engine: Opener) -> None:
    rows = drawn("client_id  start  last\na  2023-05-01  -\na  2023-06-01  -\nb  2023-06-01  -")
    stock = measured(engine, rows, spans=False)
    assert laid_out(stock)[8096] == (3, 0, 0, 3)
    assert laid_out(stock, "clients")[8096] == (2, 0, 0, 2)


def test_a_stock_that_does_not_add_up_is_an_error() -> None:
    care = in_polars(trajectories_of(drawn(DRAWING)), TRAJECTORIES)
    flows = collect(count_flows(care, QUARTERS))
    wrong = pd.DataFrame({"number": [17]})
    with pytest.raises(ValueError, match="does not add up"):
        measure_stock(flows, wrong, EDGE, QUARTERS, RULES)


def test_periods_are_whole_and_come_after_the_month_in_which_the_data_begin() -> None:
    assert list(
        Calendar(2020, 2024).shown(2024 * 12, rules_of(as_of=day_number(date(2024, 8, 30))))
    ) == [8097]
    assert len(Calendar(2024, 2024, 1).shown(2020 * 12, rules_of())) == 12
    assert not Calendar(2024, 2024).shown(2025 * 12, rules_of())


def test_a_period_is_a_month_or_a_quarter() -> None:
    with pytest.raises(ValueError, match="1 or 3 months"):
        Calendar(2020, 2024, 2)


@given(st.lists(STAYS, min_size=1, max_size=14), st.booleans(), st.sampled_from([1, 3]))
def test_it_adds_up_and_is_what_counting_days_gives(
    stays: list[tuple[str, int, int | None]],
    spans: bool,  # noqa: FBT001
    each: int,
) -> None:
    calendar = Calendar(2023, 2024, each)
    rows: list[Row] = [
        {
            "client_id": client,
            "start": FIRST + begin,
            "end": OPEN_END if length is None else FIRST + begin + length,
        }
        for client, begin, length in stays
    ]
    stock = measured(in_polars, rows, spans=spans, calendar=calendar)
    table = laid_out(stock)
    pieces = joined(rows) if spans else [(row["start"], row["end"]) for row in rows]
    before = None
    for period, (begin, inflow, outflow, end) in table.items():
        first, after = calendar.first_day(period), calendar.first_day(period + 1)
        assert begin + inflow - outflow == end
        assert before in {None, begin}
        assert begin == sum(start < first < stop for start, stop in pieces)
        assert inflow == sum(first <= start < after for start, _ in pieces)
        assert outflow == sum(first < stop <= after for _, stop in pieces)
        before = end
    persons = laid_out(stock, "clients")
    for period, (begin, *_) in persons.items():
        first = calendar.first_day(period)
        here = joined(rows) if spans else None
        known = {row["client_id"] for row in rows if row["start"] < first < row["end"]}
        assert begin == (len(known) if here is None else sum(s < first < e for s, e in here))


def joined(rows: list[Row]) -> list[tuple[int, int]]:
    """Join the stays of each client that touch or overlap, the plain way."""
    pieces: list[tuple[int, int]] = []
    for client in sorted({row["client_id"] for row in rows}):
        own = sorted((row["start"], row["end"]) for row in rows if row["client_id"] == client)
        start, end = own[0]
        for begin, stop in own[1:]:
            if begin > end:
                pieces.append((start, end))
                start, end = begin, stop
            end = max(end, stop)
        pieces.append((start, end))
    return pieces


def test_spans_join_what_touches_and_part_at_a_day(engine: Opener) -> None:
    rows = drawn(
        "client_id  start  last\na  2024-01-01  2024-01-31\na  2024-01-10  2024-01-12\n"
        "a  2024-02-01  2024-02-10\na  2024-02-12  -"
    )
    spans = rows_of(find_spans(engine(trajectories_of(rows), TRAJECTORIES)), ["start", "end"])
    first = day_number(date(2024, 1, 1))
    assert [tuple(row.values()) for row in spans] == [(first, first + 41), (first + 42, OPEN_END)]


def test_one_day_shows_other_care_than_all_that_began(engine: Opener) -> None:
    rows = drawn("""
        client_id  start       last
        a          2020-01-01  -
        b          2022-11-01  2022-11-30
        c          2022-11-01  2024-01-31
        d          2024-09-01  -
    """)
    counted = count_beside(engine(trajectories_of(rows), TRAJECTORIES), RULES)
    rows = rows_of(counted, ["reading", "long", "trajectories"])
    assert {(row["reading"], row["long"]): row["trajectories"] for row in rows} == {
        ("standing", "yes"): 1,
        ("standing", "no"): 1,
        ("entered", "yes"): 1,
        ("entered", "no"): 1,
    }
