"""Back-tests: our sums on published figures must give what was published from them."""

import pandas as pd
import pytest

from core.benchmark.decomposition import factors_of
from core.benchmark.form_parts import measure_forms, number_of
from core.benchmark.latest import years_of
from core.benchmark.spending import find_budget, find_spending, index_to_first
from core.benchmark.spread import measure_spread
from core.opendata.recorded import recorded_figures
from core.opendata.shelf import bundled_shelf, figures_of
from core.opendata.topics import FORMS, TOPICS
from core.tables import RECORDED_FIGURES
from core.text.recorded import ONLY_RECORDED, figures_table

COUNTRY = "NL01"


def value(topic: str, period: str, category: str = "", region: str = COUNTRY) -> float:
    rows = recorded_figures(topic)
    known = rows[(rows["period"] == period) & (rows["category"] == category)]
    [found] = known.loc[known["region"] == region, "value"].tolist()
    return float(found)


def test_every_figure_names_its_table_and_publication_and_stands_once() -> None:
    rows = recorded_figures()
    assert list(rows) == list(RECORDED_FIGURES)
    assert rows["source"].str.fullmatch(r"8\d{4}NED").all()
    assert rows["publication"].str.len().gt(0).all()
    assert not rows.duplicated(["topic", "region", "period", "category"]).any()
    assert set(rows["topic"]) <= {*TOPICS, *ONLY_RECORDED}


def test_recorded_figures_are_in_no_edition_that_is_invented() -> None:
    regions = set(recorded_figures()["region"])
    assert not regions & set(figures_of(bundled_shelf(), "youth_with_care")["region"])


def test_the_table_that_people_read_has_no_gaps() -> None:
    table = figures_table(recorded_figures())
    assert not table.isna().any().any()
    assert "niet gepubliceerd" in set(table["Cijfer"])


@pytest.mark.parametrize(
    ("year", "published"), [(2017, 1.40), (2018, 1.39), (2019, 1.40), (2021, 1.41)]
)
def test_trajectories_per_young_person(year: int, published: float) -> None:
    clients = value("youth_with_care", f"{year}JJ00", "help")
    trajectories = value("care_trajectories", f"{year}JJ00", "help")
    factors = factors_of(1.0, 1.0, clients, trajectories)
    assert trajectories / clients == pytest.approx(published, abs=0.005)
    assert published in {round(factor, 2) for factor in factors.values()}


def test_trajectories_per_young_person_in_half_a_year() -> None:
    clients = value("youth_with_care", "2022HJ01", "help")
    assert value("care_trajectories", "2022HJ01", "help") / clients == pytest.approx(
        1.32, abs=0.005
    )


def test_parts_of_forms_count_young_people_once_each() -> None:
    """With and without stay: 24,130 had both, so that parts add up to more than the whole."""
    together = {
        part: value("youth_with_help_combined", "2019JJ00", part)
        for part in ("only_no_stay", "both", "only_stay")
    }
    assert sum(together.values()) == pytest.approx(
        value("youth_with_care", "2019JJ00", "help"), 0.003
    )
    assert together["only_no_stay"] + together["both"] == pytest.approx(405_000, abs=50)


def test_forms_of_2023_are_parts_of_all_care() -> None:
    youth = recorded_figures("youth_with_care")
    parts = measure_forms(youth, COUNTRY, 2023).set_index("form")["part"]
    assert parts["no_stay"] == pytest.approx(0.94, abs=0.005)
    assert number_of(youth, COUNTRY, 2023, "protection") == 35_910
    assert pd.isna(parts["secure"]), "not recorded is not zero"


def test_growth_since_2015_by_form() -> None:
    youth = recorded_figures("youth_with_care")
    growth = {
        form: index_to_first(years_of(youth, form)).loc[COUNTRY, 2023]
        for form in ("no_stay", "stay", "protection", "probation")
    }
    assert growth["no_stay"] == pytest.approx(134.3, abs=0.05)
    assert growth["stay"] == pytest.approx(102.7, abs=0.05)
    assert growth["protection"] == pytest.approx(85.6, abs=0.05)
    assert growth["probation"] == pytest.approx(68.5, abs=0.05)


@pytest.mark.parametrize(("year", "published"), [(2020, 0.76), (2021, 0.76)])
def test_share_of_new_trajectories(year: int, published: float) -> None:
    started = value("started", f"{year}JJ00")
    assert value("started_new", f"{year}JJ00") / started == pytest.approx(published, abs=0.005)


def test_share_that_ended_as_planned() -> None:
    planned, early = (value(one, "2020HJ01") for one in ("ended_as_planned", "ended_early"))
    assert planned / (planned + early) == pytest.approx(0.815, abs=0.0005)


@pytest.mark.parametrize("topic", ["referred_share", "started_share"])
@pytest.mark.parametrize("period", ["2021JJ00", "2023HJ01"])
def test_shares_of_referrers_add_up(topic: str, period: str) -> None:
    rows = recorded_figures(topic)
    rows = rows[(rows["region"] == COUNTRY) & (rows["period"] == period)]
    assert len(rows) == 8
    assert rows["value"].sum() == pytest.approx(100, abs=0.3)


@pytest.mark.parametrize("year", [2018, 2019, 2020, 2021])
def test_shares_of_forms_add_up(year: int) -> None:
    rows = recorded_figures("started_share_by_form")
    share = rows[rows["year"] == year].set_index("category")["value"].to_dict()
    without = ("ambulatory", "local_team", "day_care", "in_network")
    assert sum(share[form] for form in (*without, "stay")) == pytest.approx(100, abs=0.3)
    parts = [share[form] for form in ("foster", "family", "secure", "other_stay")]
    assert sum(parts) == pytest.approx(share["stay"], abs=0.25)


@pytest.mark.parametrize(("year", "days"), [(2020, 405), (2021, 415)])
def test_mean_duration_from_classes(year: int, days: int) -> None:
    """By the middle of each class in months; what lasts four years or more counts as five."""
    middles = {"0-3m": 1.5, "3-6m": 4.5, "6-12m": 9, "1-2j": 18, "2-3j": 30, "3-4j": 42, "4j+": 60}
    rows = recorded_figures("ended_share_by_duration")
    rows = rows[rows["year"] == year]
    months = sum(rows["value"] / 100 * rows["category"].map(middles))
    assert months * 365.25 / 12 == pytest.approx(days, abs=25)


def test_spending_is_what_its_parts_add_up_to() -> None:
    parts = [
        value("surveyed_spending", "2024JJ00", form, "GM0983")
        for form in ("help", "protection", "probation")
    ]
    assert sum(parts) == value("surveyed_spending", "2024JJ00", "all", "GM0983")


def test_budget_beside_spending() -> None:
    spending, budget = recorded_figures("surveyed_spending"), recorded_figures("surveyed_budget")
    [row] = find_budget(spending, budget, "GM0983").query("year == 2024").to_dict("records")
    assert row["difference"] == 41_869_000 - 42_786_000
    assert row["over"] == pytest.approx(-0.0214, abs=0.0001)


def test_inflation_from_2021_to_2024() -> None:
    """Heerlen spent 41.3 million in 2021; in prices of 2024 that is 1.177 times as much."""
    spending = recorded_figures("surveyed_spending")
    nominal, real = (
        find_spending(spending, "all", prices=prices)
        for prices in (None, recorded_figures("consumer_prices"))
    )
    factor = (real[2021] / nominal[2021]).to_dict()["GM0917"]
    assert factor == pytest.approx(1.177, abs=0.0005)


def test_provinces_lie_round_the_country() -> None:
    """Twelve are too few for zones; the country lies between the lowest and the highest."""
    shares = recorded_figures("care_share").query("year == 2020").set_index("region")["value"]
    provinces = shares[shares.index.str.startswith("PV")]
    assert len(provinces) == 12
    assert measure_spread(provinces) is None
    assert provinces.min() < shares[COUNTRY] == 9.8 < provinces.max() == 11.4


def test_the_share_of_drenthe_follows_from_its_young_people() -> None:
    """13,555 is 11.2% of those under 23, so that these are about 121 thousand."""
    persons = value("youth_with_care", "2020JJ00", "all", "PV22")
    share = value("care_share", "2020JJ00", "all", "PV22")
    assert persons / share * 100 == pytest.approx(121_000, rel=0.005)


def test_boys_are_more_than_half_and_ages_add_up() -> None:
    day = "2023-12-31"
    whole = value("youth_on_reference_day_by_age", day)
    assert value("youth_on_reference_day_by_age", day, "M") / whole == pytest.approx(
        0.543, abs=5e-4
    )
    ages = [
        value("youth_on_reference_day_by_age", day, age)
        for age in ("0-4", "4-12", "12-18", "18-23")
    ]
    assert sum(ages) == pytest.approx(whole, abs=10)


def test_kinds_on_a_reference_day_add_up() -> None:
    day = "2023-06-30"
    kinds = [
        value("trajectories_on_reference_day", day, kind, "JZ04")
        for kind in ("help", "protection", "probation")
    ]
    assert sum(kinds) == value("trajectories_on_reference_day", day, "all", "JZ04")


def test_all_published_counts_are_multiples_of_five() -> None:
    """That is how a missing value is known to hide 0 to 9, and rounding is known to be to 5."""
    rows = recorded_figures().query("topic in ['youth_with_care', 'care_trajectories', 'started']")
    assert (rows["value"].dropna() % 5 == 0).all()
    assert set(rows.query("topic == 'youth_with_care'")["category"]) <= set(FORMS)
