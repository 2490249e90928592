"""What an edition holds, as pages ask for it."""

import pandas as pd

from core.opendata.refreshing import Outcome
from core.opendata.shelf import (
    absent_of,
    breaks_of,
    figures_of,
    members_of,
    name_of,
    regions_of,
    shapes_of,
    sources_of,
)
from core.tables import OPEN_ABSENT, OPEN_FIGURES, OPEN_REGIONS, OPEN_SOURCES
from tests.opendata.refreshed import DAY, value


def test_every_column_of_the_vocabulary_is_there(outcome: Outcome) -> None:
    assert list(figures_of(outcome.shelf, "youth_with_care")) == list(OPEN_FIGURES)[1:]
    assert list(regions_of(outcome.shelf)) == list(OPEN_REGIONS)
    assert list(sources_of(outcome.shelf)) == list(OPEN_SOURCES)
    assert list(absent_of(outcome.shelf)) == list(OPEN_ABSENT)
    assert not breaks_of(outcome.shelf, "spending").empty


def test_forms_are_named_by_their_titles(outcome: Outcome) -> None:
    rows = figures_of(outcome.shelf, "youth_with_care", "municipality")
    assert set(rows["category"]) == {
        *("all", "help", "pgb", "no_stay", "local_team", "ambulatory", "day_care", "in_network"),
        *("stay", "foster", "family", "secure", "other_stay"),
        *("protection", "supervision", "guardianship", "probation"),
    }
    assert value(outcome.shelf, "youth_with_care", "GM9801", 2023, "all") == 500.0
    assert value(outcome.shelf, "youth_with_care", "GM9801", 2023, "help") == 420.0
    assert value(outcome.shelf, "care_trajectories", "NL01", 2023, "all") == 750.0


def test_what_is_not_published_stays_missing(outcome: Outcome) -> None:
    assert pd.isna(value(outcome.shelf, "youth_with_care", "GM9801", 2023, "secure"))


def test_half_years_and_their_status_are_kept(outcome: Outcome) -> None:
    rows = figures_of(outcome.shelf, "youth_with_care")
    half = rows[rows["period"] == "2024HJ01"]
    assert set(half["status"]) == {"provisional"}
    assert set(half["year"]) == {2024}


def test_merged_municipalities_are_added_up_and_shares_are_not(outcome: Outcome) -> None:
    assert value(outcome.shelf, "youth_with_care", "GM1980", 2020, "all") == 1000.0
    assert pd.isna(value(outcome.shelf, "care_share", "GM1980", 2020, "all"))
    assert value(outcome.shelf, "care_share", "GM1980", 2023, "all") == 9.5
    assert not set(figures_of(outcome.shelf, "youth_with_care")["region"]) & {"GM0398", "GM0416"}


def test_referrers_are_read_from_the_block_of_all_help(outcome: Outcome) -> None:
    shelf = outcome.shelf
    topics = {"referred": 1, "started": 2, "started_again": 4, "ended": 6, "mean_duration": 7}
    for topic, number in (topics | {"ended_as_planned": 8, "ended_early": 9}).items():
        assert value(shelf, topic, "GM9801", 2023, "02") == number
        assert value(shelf, topic, "GM9801", 2023) == number
    assert set(figures_of(shelf, "started")["category"]) == {"", *(f"0{n}" for n in range(1, 9))}


def test_schemes_are_counted_and_a_missing_part_makes_a_sum_unknown(outcome: Outcome) -> None:
    shelf = outcome.shelf
    assert value(shelf, "youth_with_several", "GM9801", 2023, "1") == 160.0
    assert value(shelf, "youth_with_several", "GM9801", 2023, "2") == 120.0
    assert pd.isna(value(shelf, "youth_with_several", "GM9801", 2023, "3 or more"))
    assert not pd.isna(value(shelf, "youth_with_several", "NL01", 2023, "3 or more"))


def test_a_reference_day_is_an_iso_day_with_its_status(outcome: Outcome) -> None:
    youth = figures_of(outcome.shelf, "youth_on_reference_day").query("region == 'GM9801'")
    assert dict(zip(youth["category"], youth["value"], strict=True)) == {
        "all": 100.0,
        "pgb": 30.0,
        "help": 30.0,
        "protection": 30.0,
        "probation": 30.0,
    }
    assert set(youth["period"]) == {"2023-06-30"}
    assert set(youth["status"]) == {"provisional"}
    forms = figures_of(outcome.shelf, "trajectories_on_reference_day").query("region == 'GM9801'")
    assert dict(zip(forms["category"], forms["value"], strict=True)) == {
        "help": 10.0,
        "foster": 20.0,
        "protection": 30.0,
        "probation": 40.0,
    }


def test_regions_that_nobody_publishes_are_the_sum_of_all_their_municipalities(
    outcome: Outcome,
) -> None:
    shelf = outcome.shelf
    assert value(shelf, "population", "JZ98", 2024, "<23") == 6_900.0
    assert value(shelf, "population", "SVPO3001", 2024, "<23") == 4_600.0
    spending = figures_of(shelf, "spending")
    assert "JZ98" not in set(spending["region"]), "one municipality gave no accounts"
    assert set(figures_of(shelf, "help_share")["region"]) == {"NL01", "GM9801"}


def test_single_years_are_added_to_the_ages_of_the_law(outcome: Outcome) -> None:
    shelf = outcome.shelf
    assert value(shelf, "population", "GM9801", 2024) == 9_000.0
    assert value(shelf, "population", "GM9801", 2024, "<18") == 1_800.0
    assert value(shelf, "population", "GM9801", 2024, "<23") == 2_300.0
    assert value(shelf, "population", "GM9801", 2024, "12-18") == 600.0
    years = figures_of(shelf, "population", "municipality")["year"]
    assert years.min() == 2024, "2013 is before our years"


def test_accounts_follow_the_crosswalk_of_their_year(outcome: Outcome) -> None:
    """190 thousand a post: 90 of the first publication, 100 of the second."""
    shelf = outcome.shelf
    assert value(shelf, "spending", "GM9801", 2024, "no_stay") == 190_000.0
    assert value(shelf, "spending", "GM9801", 2024, "stay") == 190_000.0
    assert value(shelf, "spending", "GM9801", 2024, "access") == 190_000.0
    assert value(shelf, "spending", "GM9801", 2024, "all") == 380_000.0, "access is shared"
    assert value(shelf, "spending", "GM9801", 2022, "measures") == 190_000.0
    assert value(shelf, "spending", "GM9801", 2022, "all") == 380_000.0
    assert value(shelf, "budget", "GM9801", 2016, "all") == 190_000.0


def test_a_municipality_that_gave_no_accounts_has_no_costs(outcome: Outcome) -> None:
    assert "GM9802" not in set(figures_of(outcome.shelf, "spending")["region"])


def test_districts_have_circumstances_and_an_estimate_of_their_young_people(
    outcome: Outcome,
) -> None:
    shelf = outcome.shelf
    assert value(shelf, "education_high", "WK980100", 2024) == 25.0
    assert value(shelf, "income_per_person", "WK980100", 2024) == 34_500.0
    assert value(shelf, "benefit", "WK980100", 2024) == 5.0
    assert value(shelf, "population", "WK980100", 2024, "<23") == 280.0
    assert value(shelf, "youth_with_care", "WK980100", 2024, "all") == 30.0
    rows = figures_of(shelf, "population", "district")
    assert set(rows.loc[rows["category"] == "<23", "status"]) == {"estimated"}


def test_a_district_that_was_redrawn_has_no_earlier_figures(outcome: Outcome) -> None:
    rows = figures_of(outcome.shelf, "density", "district")
    assert set(rows.loc[rows["region"] == "WK980100", "year"]) == {2023, 2024}
    assert set(rows.loc[rows["region"] == "WK980200", "year"]) == {2024}


def test_indicators_are_told_apart_by_their_names(outcome: Outcome) -> None:
    shelf = outcome.shelf
    assert value(shelf, "help_share", "GM9801", 2022) == 12.9
    assert value(shelf, "stay_share", "GM9801", 2022) == 9.3
    assert value(shelf, "protection_share", "GM9801", 2022) == 1.3
    assert pd.isna(value(shelf, "probation_share", "GM9801", 2022))


def test_people_by_sex_and_age_are_those_of_all_care(outcome: Outcome) -> None:
    rows = figures_of(outcome.shelf, "youth_with_care_by_age", "municipality")
    assert dict(zip(rows["category"], rows["value"], strict=True)) == {
        "": 100.0,
        "M": 101.0,
        "V": 102.0,
        "0-4": 103.0,
        "4-12": 105.0,
        "12-18": 106.0,
        "18-23": 107.0,
    }


def test_costs_that_were_told_are_in_euros_and_apart_from_the_accounts(outcome: Outcome) -> None:
    shelf = outcome.shelf
    assert value(shelf, "surveyed_spending", "GM9801", 2024, "all") == 41_869_000
    assert value(shelf, "surveyed_budget", "GM9801", 2024, "help") == 42_786_000
    rows = figures_of(shelf, "surveyed_spending")
    assert set(rows["category"]) == {"all", "help", "local_team"}
    assert set(rows["status"]) == {"provisional"}


def test_circumstances_of_a_municipality(outcome: Outcome) -> None:
    shelf = outcome.shelf
    assert value(shelf, "expected_population", "GM9801", 2040) == 52_500
    assert value(shelf, "expected_population", "GM9801", 2030, "<20") == 52_500
    assert value(shelf, "single_parent", "GM9801", 2024) == 25.0
    assert value(shelf, "low_income_children", "GM9801", 2021) == 15.0
    assert value(shelf, "benefit", "GM9801", 2021) == 5.0
    assert value(shelf, "social_score", "WK980100", 2022) == 0.123


def test_youth_care_of_a_district(outcome: Outcome) -> None:
    shelf = outcome.shelf
    assert value(shelf, "youth_with_care", "WK980100", 2023, "all") == 60.0
    assert value(shelf, "youth_with_care", "WK980100", 2023, "foster") == 60.0
    assert value(shelf, "youth_with_care_by_age", "WK980100", 2023, "0-4") == 10.0
    assert value(shelf, "referred", "WK980100", 2023, "02") == 35.0
    assert value(shelf, "referred", "WK980100", 2023) == 90.0
    assert pd.isna(value(shelf, "referred", "WK980100", 2023, "07"))


def test_regions_lie_in_others(outcome: Outcome) -> None:
    shelf = outcome.shelf
    assert set(members_of(shelf, "JZ98")) == {"GM9801", "GM9802", "GM1980"}
    assert members_of(shelf, "SVPO3001") == ["GM9801", "GM9802"]
    assert name_of(shelf, "PV98") == "Provincie Noord"
    [district] = regions_of(shelf, "district").query("region == 'WK980100'").to_dict("records")
    assert district["municipality"] == "GM9801"
    [place] = regions_of(shelf, "municipality").query("region == 'GM9801'").to_dict("records")
    assert (place["size_class"], place["urbanity"]) == (5, 3)


def test_schools_are_counted_and_unknown_numbers_of_pupils_stay_unknown(outcome: Outcome) -> None:
    year = int(DAY[:4])
    assert value(outcome.shelf, "schools", "GM9801", year, "primary") == 2.0
    assert value(outcome.shelf, "pupils", "GM9801", year, "primary") == 300.0
    assert pd.isna(value(outcome.shelf, "pupils", "SVPO3001", year, "primary"))


def test_the_list_of_sources_counts_the_figures_of_a_list_of_schools(outcome: Outcome) -> None:
    told = sources_of(outcome.shelf).set_index("source")
    rows = figures_of(outcome.shelf, "schools")
    pupils = figures_of(outcome.shelf, "pupils")
    assert told["figures"].to_dict()["03-alle-vestigingen-bo.csv"] == len(rows) + len(pupils)


def test_outlines_carry_the_code_and_few_decimals(outcome: Outcome) -> None:
    [first, *_] = shapes_of(outcome.shelf, "municipality")["features"]
    assert first["properties"] == {"region": "GM9801"}
    assert first["geometry"]["coordinates"][0][0] == [5.1235, 52.0]


def test_the_country_has_the_index_of_prices(outcome: Outcome) -> None:
    assert value(outcome.shelf, "consumer_prices", "NL01", 2024) == 137.27
