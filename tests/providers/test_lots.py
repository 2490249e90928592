"""What was declared of each lot: by product and year, with the largest provider and the rates."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from core.frames import Frame
from core.providers.lots import count_lot_rates, count_lot_use, find_lot_lines
from core.tables import DECLARATIONS, LOT_RATES, LOT_USE, LOTS
from tests.conftest import Opener, Row, drawn, in_polars, lines_of, rows_of

AGREED: list[Row] = [
    {"product": "p1", "year": 2022, "lot": "L", "agreed_cents": 50, "ceiling_cents": 900},
    {"product": "p2", "year": 2022, "lot": "L", "agreed_cents": None, "ceiling_cents": 900},
    {"product": "p1", "year": 2023, "lot": "M", "agreed_cents": 60, "ceiling_cents": None},
]
DECLARED = """
    client_id  provider  product  start       last        amount_cents  rate_cents
    a          A         p1       2022-01-01  2022-01-31  100           50
    a          B         p2       2022-02-01  2022-02-28  300           70
    b          A         p1       2022-12-31  2023-01-31  -20           55
    b          A         p1       2023-01-01  2023-01-31  80            60
    c          C         p3       2022-01-01  2022-01-31  40            -
    d          C         p1       2021-12-31  2022-01-31  999           50
"""
"""p3 is in no lot; of 2021 nothing was agreed."""


def lines(engine: Opener, rows: list[Row]) -> Frame:
    declared = [row | {"care_form": "light"} for row in rows]
    return find_lot_lines(engine(lines_of(declared), DECLARATIONS), engine(AGREED, LOTS))


def test_a_line_is_of_the_lot_of_its_product_in_the_year_in_which_it_begins(engine: Opener) -> None:
    found = rows_of(count_lot_use(lines(engine, drawn(DECLARED))), [*LOT_USE, FIRST])
    assert [tuple(row.values()) for row in found] == [
        ("", 2022, 1, 1, 1, 40, 40),
        ("L", 2022, 3, 2, 2, 380, 300),
        ("M", 2023, 1, 1, 1, 80, 80),
    ]


def test_a_rate_is_compared_where_both_are_known(engine: Opener) -> None:
    found = rows_of(count_lot_rates(lines(engine, drawn(DECLARED))), list(LOT_RATES))
    assert [tuple(row.values()) for row in found] == [
        ("L", 2022, "agreed", 1, 1),
        ("L", 2022, "other", 1, 1),
        ("M", 2023, "agreed", 1, 1),
    ]


FIRST = "amount_provider_first"
LINE = st.tuples(
    st.sampled_from("abc"),
    st.sampled_from("AB"),
    st.sampled_from(["p1", "p2", "p3"]),
    st.integers(18_900, 19_500),
    st.integers(-300, 900),
)


@given(st.lists(LINE, min_size=1, max_size=25))
def test_lots_divide_the_euros_of_their_years(
    drawn_lines: list[tuple[str, str, str, int, int]],
) -> None:
    """Restated naively, with sums by hand; 2022 begins on day 18,993 and 2023 on day 19,358."""
    names = ("client_id", "provider", "product", "start", "amount_cents")
    rows: list[Row] = [
        dict(zip(names, one, strict=True)) | {"end": one[3] + 1} for one in drawn_lines
    ]
    found = {
        (row["lot"], row["year"]): (row["amount_cents"], row[FIRST], row["providers"])
        for row in rows_of(count_lot_use(lines(in_polars, rows)), [*LOT_USE, FIRST])
    }
    agreed = {(row["product"], row["year"]): row["lot"] for row in AGREED}
    sums: dict[tuple[str, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for _, provider, product, start, cents in drawn_lines:
        year = 2021 if start < 18_993 else 2022 if start < 19_358 else 2023
        if year > 2021:
            sums[agreed.get((product, year), ""), year][provider] += cents
    assert found == {
        place: (sum(of.values()), max(map(abs, of.values())), len(of)) for place, of in sums.items()
    }
