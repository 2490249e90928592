"""The curve at the moments that are shown: nobody seen to the end is counted as nothing."""

import pandas as pd
import pytest

from core.stepping.incidence import EVERY_MONTHS, HORIZON_MONTHS, measure_up_curve


def times_of(*rows: tuple[int, str, int]) -> pd.DataFrame:
    """Write days, causes and numbers of chains that began light, a person each."""
    table = pd.DataFrame(rows, columns=["day", "cause", "number"])
    return table.assign(group="light", clients=table["number"])


def test_who_is_no_longer_seen_counts_until_then() -> None:
    """Of 4, one goes up on day 10; one is lost on day 50; of the 2 left one goes up on day 100."""
    curve = measure_up_curve(
        times_of((10, "next", 1), (50, "", 1), (100, "next", 1), (2_000, "", 1))
    ).set_index("months")
    assert curve["at_risk"].head(2).tolist() == [4, 2]
    assert curve["behind"].head(2).tolist() == [4, 1]
    assert curve["up"].head(2).tolist() == [0, 0.25]
    assert curve.loc[6, "up"] == pytest.approx(0.62)  # 1/4 + 3/4 * 1/2, in whole percents


def test_what_was_over_can_no_longer_go_up() -> None:
    curve = measure_up_curve(times_of((10, "ended", 3), (20, "next", 1), (2_000, "", 4)))
    last = curve.iloc[-1]
    assert (last["months"], last["up"], last["over"]) == (HORIZON_MONTHS, 0.12, 0.38)


def test_moments_without_anybody_have_no_row() -> None:
    curve = measure_up_curve(times_of((30, "next", 5), (100, "ended", 5)))
    assert curve["months"].tolist() == [0, EVERY_MONTHS]


def test_without_chains_there_is_no_curve() -> None:
    assert measure_up_curve(times_of()).empty
