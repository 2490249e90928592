"""The shipped region against public figures about Dutch youth care, each with its tolerance.

Sources: Statistics Netherlands (StatLine 85096NED, 85097NED, 85099NED; Jeugdhulp 2020, 2021 and
2023), the Twentse Monitor Sociaal Domein (2015) and the data analysis of Drenthe (2019).
"""

import csv

import numpy as np
import pandas as pd
import pytest

from core.care_forms import known_form
from core.frames import collect
from core.trajectories.cohorts import find_observed
from core.trajectories.moves import count_moves_within
from tests.sample.conftest import SAMPLE, Shipped

WHOLE_YEARS = (2021, 2022, 2023)
NO_HELP = ("transport", "measures", "surcharges", "coordination")
"""Groups that are no help by themselves."""


def test_about_thirteen_thousand_young_people_in_at_most_400_000_lines(shipped: Shipped) -> None:
    assert shipped.lines["client_id"].nunique() == pytest.approx(13_000, rel=0.02)
    assert 250_000 < len(shipped.lines) <= 400_000
    assert shipped.lines["municipality"].nunique() == 14
    assert shipped.lines["provider"].nunique() == 40


def test_the_last_months_are_incomplete_so_that_october_is_the_last_whole_one(
    shipped: Shipped,
) -> None:
    assert shipped.rules.as_of == _day("2024-10-31")
    by_month = pd.to_datetime(shipped.lines["start"], unit="D").dt.to_period("M").value_counts()
    assert by_month["2024-12"] < by_month["2024-11"] < 0.9 * by_month["2024-10"]


def test_nearly_one_in_ten_has_help_in_a_year(shipped: Shipped) -> None:
    users, youth = _users(shipped), _youth()
    shares = [users[year].sum() / youth[year].sum() for year in WHOLE_YEARS]
    assert np.mean(shares) == pytest.approx(0.097, abs=0.002)
    assert all(share == pytest.approx(0.097, abs=0.004) for share in shares)


def test_municipalities_differ_from_6_6_to_11_8_percent(shipped: Shipped) -> None:
    users, youth = _users(shipped), _youth()
    shares = pd.DataFrame({year: users[year] / youth[year] for year in WHOLE_YEARS}).mean(axis=1)
    assert shares.min() == pytest.approx(0.066, abs=0.004)
    assert shares.max() == pytest.approx(0.118, abs=0.004)


def test_half_of_the_trajectories_is_ggz(shipped: Shipped) -> None:
    help_ = _help(shipped)
    assert (help_["sector"] == "ggz").mean() == pytest.approx(0.50, abs=0.03)


def test_ten_providers_give_three_in_five_trajectories_and_five_two_in_five(
    shipped: Shipped,
) -> None:
    shares = _help(shipped)["provider"].value_counts(normalize=True)
    assert shares.iloc[:10].sum() == pytest.approx(0.60, abs=0.03)
    assert shares.iloc[:5].sum() == pytest.approx(0.41, abs=0.03)


@pytest.mark.parametrize(
    ("referrer", "share", "tolerance"),
    [
        ("gemeente", 0.32, 0.02),
        ("huisarts", 0.355, 0.02),
        ("gecertificeerde instelling", 0.09, 0.015),
        ("jeugdarts", 0.03, 0.01),
        ("medisch specialist", 0.048, 0.01),
        ("geen verwijzer", 0.147, 0.02),
        ("rechter, officier van justitie of JJI", 0.004, 0.004),
        ("onbekend", 0.006, 0.005),
    ],
)
def test_who_referred(referrer: str, share: float, tolerance: float, shipped: Shipped) -> None:
    delivered = _help(shipped)["referrer"]
    shares = delivered[delivered != ""].value_counts(normalize=True)
    assert shares[referrer] == pytest.approx(share, abs=tolerance)


def test_one_municipality_delivers_too_few_referrers(shipped: Shipped) -> None:
    help_ = _help(shipped)
    missing = (help_["referrer"] == "").groupby(help_["municipality"]).mean()
    assert missing["9813"] > 0.20
    assert missing.drop("9813").max() < 0.10
    assert (help_["referrer"] == "").mean() == pytest.approx(0.06, abs=0.02)


def test_how_long_ended_trajectories_lasted(shipped: Shipped) -> None:
    """Of those that ended in 2024, because the data are then old enough for the longest class."""
    help_ = _help(shipped)
    span = help_["end"].between(_day("2024-01-02"), _day("2024-08-01"))
    ended = help_[(help_["status"] == "ended") & span]
    months = (ended["end"] - ended["start"]) / 30.44
    classes = pd.cut(months, [0, 3.05, 6.05, 12.05, 24.05, 36.05, 48.05, 99])
    shares = classes.value_counts(normalize=True, sort=False).to_numpy()
    public = [0.16, 0.17, 0.30, 0.24, 0.07, 0.03, 0.04]
    assert shares == pytest.approx(public, abs=0.03)


def test_four_in_five_ends_are_as_planned(shipped: Shipped) -> None:
    help_ = _help(shipped)
    ended = help_[help_["status"] == "ended"]
    delivered = ended["end_reason"][ended["end_reason"] != ""]
    assert (delivered == "31 volgens plan").mean() == pytest.approx(0.81, abs=0.02)
    assert len(delivered) / len(ended) == pytest.approx(0.88, abs=0.03)


def test_a_young_person_has_1_4_trajectories_in_a_year(shipped: Shipped) -> None:
    active = [_active(_help(shipped), year) for year in WHOLE_YEARS]
    means = [len(rows) / rows["client_id"].nunique() for rows in active]
    assert np.mean(means) == pytest.approx(1.40, abs=0.03)


def test_chains_that_began_light_go_up_far_more_often(shipped: Shipped) -> None:
    """Within two years: 41% of the chains that began light, 18% of those that began heavier."""
    counted = collect(count_moves_within(find_observed(shipped.chained_frame), shipped.rules))
    chains = counted.pivot_table(index="begun", columns="moved", values="chains").fillna(0)
    shares = chains[1] / chains.sum(axis=1)
    assert shares["light"] == pytest.approx(0.41, abs=0.015)
    assert shares["heavier"] == pytest.approx(0.18, abs=0.015)


def test_talks_before_a_third_start_become_usual(shipped: Shipped) -> None:
    due = shipped.triggers[shipped.triggers["status"].isin(["evaluated", "not_evaluated"])]
    year = pd.to_datetime(due["start"], unit="D").dt.year
    held = (due["status"] == "evaluated").groupby(year).mean()
    assert held[2021] == 0
    assert held[2022] == pytest.approx(0.20, abs=0.05)
    assert held[2023] == pytest.approx(0.43, abs=0.05)
    assert held[2024] == pytest.approx(0.65, abs=0.05)


def test_everything_a_real_file_holds_is_there(shipped: Shipped) -> None:
    chained, lines = shipped.chained, shipped.lines
    assert set(chained["status"]) == {"ended", "running", "too_recent", "unknown_end"}
    assert set(chained["kind"]) == {"next", "parallel", "same_decision", "uncounted"}
    assert set(chained["step"].dropna()) == {"first", "up", "same", "down", "beside", "unranked"}
    groups = {getattr(known_form(label), "uncounted", "") for label in set(lines["care_form"])}
    assert groups - {""} == {
        *("transport", "measures", "surcharges", "coordination"),
        *("diagnostics", "dyslexia", "respite", "crisis"),
    }
    assert lines["is_credit"].mean() == pytest.approx(0.026, abs=0.01)
    assert (chained["bridged_days"] > 0).mean() > 0.1


def _help(shipped: Shipped) -> pd.DataFrame:
    """Select the trajectories that are help by themselves."""
    group = {label: getattr(known_form(label), "uncounted", "") for label in _labels(shipped)}
    return shipped.chained[~shipped.chained["care_form"].map(group).isin(NO_HELP)]


def _labels(shipped: Shipped) -> list[str]:
    return sorted(set(shipped.chained["care_form"]))


def _active(rows: pd.DataFrame, year: int) -> pd.DataFrame:
    begun = rows["start"] < _day(f"{year + 1}-01-01")
    return rows[begun & (rows["end"] > _day(f"{year}-01-01"))]


def _users(shipped: Shipped) -> dict[int, "pd.Series[int]"]:
    """Count the young people with any care in a year, by municipality."""
    return {
        year: _active(shipped.chained, year).groupby("municipality")["client_id"].nunique()
        for year in WHOLE_YEARS
    }


def _youth() -> dict[int, "pd.Series[int]"]:
    with (SAMPLE / "population.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {
        year: pd.Series(
            {r["municipality"]: int(r["youth"]) for r in rows if int(r["year"]) == year}
        )
        for year in WHOLE_YEARS
    }


def _day(text: str) -> int:
    return (pd.Timestamp(text) - pd.Timestamp("1970-01-01")).days
