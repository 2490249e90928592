"""Interrupted time series: planted breaks come back, and intervals hold them often enough."""

import numpy as np
import pandas as pd
import pytest

from core.timing.interruptions import is_long_enough, measure_changes, measure_lines

DATE = 8100


def series_of(values: "list[float] | np.ndarray[tuple[int], np.dtype[np.float64]]") -> pd.DataFrame:
    """Make a series of which the twelfth quarter is the first after the date."""
    quarters = np.arange(DATE - 12, DATE - 12 + len(values))
    return pd.DataFrame({"quarter": quarters, "value": values})


def broken(level: float, slope: float, noise: float = 0.0, seed: int = 0) -> pd.DataFrame:
    """Simulate 24 quarters with a break, and noise of which a third stays a quarter longer."""
    rng = np.random.default_rng(seed)
    since = np.arange(24) - 12
    after = (since >= 0).astype(float)
    shocks = rng.normal(0, noise, 25)
    wobble = shocks[1:] + shocks[:-1] / 3
    return series_of(100 + 2.0 * since + after * (level + slope * since) + wobble)


def changes(series: pd.DataFrame) -> dict[str, dict[str, float]]:
    rows = measure_changes(series, DATE).set_index("term")
    return {str(term): dict(row) for term, row in rows.iterrows()}


@pytest.mark.parametrize(("level", "slope"), [(0, 0), (-20, 0), (0, -3), (15, 2.5)])
def test_a_break_without_noise_is_found_exactly(level: float, slope: float) -> None:
    found = changes(broken(level, slope))
    assert found["level"]["estimate"] == pytest.approx(level, abs=1e-6)
    assert found["slope"]["estimate"] == pytest.approx(slope, abs=1e-6)


def test_the_intervals_hold_a_planted_break_about_as_often_as_they_say() -> None:
    """Two hundred series: 95% is meant; with few quarters somewhat less is usual."""
    held = {"level": 0, "slope": 0}
    estimates = []
    for seed in range(200):
        found = changes(broken(-20, -1.5, noise=4, seed=seed))
        estimates.append(found["level"]["estimate"])
        held["level"] += found["level"]["low"] <= -20 <= found["level"]["high"]
        held["slope"] += found["slope"]["low"] <= -1.5 <= found["slope"]["high"]
    assert np.mean(estimates) == pytest.approx(-20, abs=1)
    assert all(176 <= times <= 200 for times in held.values())


def test_the_line_from_before_is_drawn_on_after_the_date_only() -> None:
    lines = measure_lines(broken(-20, -1), DATE)
    assert lines["otherwise"].isna().tolist() == [True] * 12 + [False] * 12
    first = lines.iloc[12]
    assert first["otherwise"] - first["fitted"] == pytest.approx(20)
    assert first["fitted"] == pytest.approx(first["value"])


def test_a_quarter_that_is_not_shown_is_left_out_and_still_drawn() -> None:
    series = broken(-20, 0)
    series.loc[3, "value"] = np.nan
    assert changes(series)["level"]["estimate"] == pytest.approx(-20)
    assert measure_lines(series, DATE)["fitted"].notna().all()


@pytest.mark.parametrize(
    ("quarters", "date", "enough"),
    [(12, DATE - 4, True), (11, DATE - 4, False), (20, DATE - 5, False), (16, DATE - 4, True)],
)
def test_eight_quarters_before_and_four_after_are_enough(
    quarters: int,
    date: int,
    enough: bool,  # noqa: FBT001 - what a drawing expects
) -> None:
    series = series_of([10.0] * quarters)
    assert is_long_enough(series, date) is enough
    hidden = series.assign(value=series["value"].mask(series.index == 0))
    assert not is_long_enough(hidden, date)
