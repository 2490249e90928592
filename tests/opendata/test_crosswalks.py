from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.opendata.crosswalks import unify
from core.opendata.mergers import MERGERS, heir_of, parts_of
from core.tables import OPEN_FIGURES
from tests.opendata.drawn import FIGURE, Row, frame

EEMSDELTA = ("GM0003", "GM0010", "GM0024")


def unified(*rows: Row) -> dict[str, float]:
    figures = unify(frame([{"category": "all"} | row for row in rows], FIGURE, OPEN_FIGURES))
    return dict(zip(figures["region"], figures["value"], strict=True))


def old(year: int, **values: float | None) -> list[Row]:
    period = {"year": year, "period": f"{year}JJ00"}
    return [{"region": code, "value": value} | period for code, value in values.items()]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            old(2019, GM0003=10, GM0010=20, GM0024=30),
            {"GM1979": 60},
            id="parts are added up under the new code",
        ),
        pytest.param(
            old(2019, GM0003=10, GM0010=None, GM0024=30),
            {"GM1979": None},
            id="a part that is unknown makes the sum unknown",
        ),
        pytest.param(
            old(2019, GM0003=10, GM0010=20), {"GM1979": None}, id="so does one that is absent"
        ),
        pytest.param(
            old(2019, GM0003=10, GM0010=20, GM0024=30, GM1979=65),
            {"GM1979": 65},
            id="a figure about the new area goes before a sum",
        ),
        pytest.param(
            old(2022, GM0003=None, GM0010=None, GM0024=None, GM1979=70),
            {"GM1979": 70},
            id="after the merger the new code stands alone",
        ),
        pytest.param(
            old(2017, GM0080=100, GM0081=10),
            {"GM0080": 110},
            id="a municipality that took another in had its own figure too",
        ),
        pytest.param(
            old(2020, GM0855=900, GM0788=20),
            {"GM0855": 900},
            id="of a divided one nothing is added to an older receiver",
        ),
        pytest.param(
            old(2018, GM0005=1, GM1651=2, GM1663=3, GM0053=4),
            {"GM1966": None},
            id="a new one with a piece of a divided one is unknown before",
        ),
        pytest.param(old(2015, GM0241=30), {"GM1945": 30}, id="a new name has the old figures"),
        pytest.param(old(2019, GM0034=5), {"GM0034": 5}, id="others stay as they are"),
    ],
)
def test_reorganisations(rows: list[Row], expected: dict[str, float | None]) -> None:
    found = {code: None if pd.isna(value) else value for code, value in unified(*rows).items()}
    assert found == expected


def test_shares_are_never_added_up() -> None:
    shares = [row | {"topic": "help_share"} for row in old(2019, GM0003=10, GM0010=20, GM0024=30)]
    assert pd.isna(unified(*shares)["GM1979"])
    taken_in = [row | {"topic": "help_share"} for row in old(2017, GM0080=12, GM0081=9)]
    assert pd.isna(unified(*taken_in)["GM0080"])


def test_a_sum_is_as_uncertain_as_its_least_certain_part() -> None:
    first, *others = old(2019, GM0003=10, GM0010=20, GM0024=30)
    rows = [first | {"status": "provisional"}, *others]
    figures = unify(frame(rows, FIGURE, OPEN_FIGURES))
    assert figures["status"].tolist() == ["provisional"]


def test_every_old_code_ends_once_and_every_chain_of_names_has_an_end() -> None:
    whole = [merger.old for merger in MERGERS if merger.whole]
    assert len(whole) == len(set(whole))
    assert {heir_of(code) for code in whole}.isdisjoint(whole)
    assert [merger.day for merger in MERGERS] == sorted(merger.day for merger in MERGERS)


def test_parts_follow_the_day() -> None:
    assert parts_of("GM1979", date(2020, 12, 31)) == set(EEMSDELTA)
    assert parts_of("GM1979", date(2021, 1, 1)) == {"GM1979"}
    assert parts_of("GM1945", date(2014, 1, 1)) == {"GM0241", "GM0265", "GM0282"}


counts = st.one_of(st.none(), st.integers(0, 400).map(lambda number: number * 5.0))


@given(st.lists(counts, min_size=3, max_size=3), st.integers(2015, 2024))
def test_a_sum_is_what_counting_by_hand_gives(values: list[float | None], year: int) -> None:
    """Restated: before 2021 the three parts together, when all are known; no part is ever lost."""
    found = unified(*old(year, **dict(zip(EEMSDELTA, values, strict=True))))
    assert set(found) == {"GM1979"}
    known = [value for value in values if value is not None]
    expected = sum(known) if len(known) == 3 and year < 2021 else None
    assert (None if pd.isna(found["GM1979"]) else found["GM1979"]) == expected
