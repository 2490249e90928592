"""Shares of young people: each of its own base, unknown stays unknown, no era runs over a break."""

import pandas as pd
import pytest

from core.benchmark.flows import IN_FORCE, TOPICS, WITH_CARE, measure_flows
from core.benchmark.form_parts import (
    TREE,
    measure_forms,
    newest_known,
    number_of,
    status_of,
)
from core.benchmark.several import measure_several
from core.benchmark.surroundings import find_surroundings, kind_of
from core.benchmark.youth_shares import measure_shares, newest_year, with_intervals
from core.intervals import wilson_interval
from core.opendata.shelf import bundled_shelf, figures_of
from core.opendata.topics import COMBINATIONS, FORMS
from core.tables import TREND_BREAKS
from tests.benchmark.drawing import figures

NO_BREAKS = pd.DataFrame(columns=list(TREND_BREAKS))
BREAKS = pd.DataFrame(
    [("t", 2021, "more_providers"), ("t", 2022, "residence")], columns=list(TREND_BREAKS)
)


def counts(values: dict[str, list[float | None]], first: int = 2020) -> pd.DataFrame:
    """Draw figures of one region: a list of yearly values for each category."""
    return pd.concat(
        [
            figures([("t", "GM0001", first + n, value) for n, value in enumerate(row)], category)
            for category, row in values.items()
        ],
        ignore_index=True,
    )


PEOPLE = counts({"<23": [1000], "<18": [800], "12-18": [300], "18-23": [200]})


@pytest.mark.parametrize(
    ("form", "base"),
    [("all", 1000), ("help", 1000), ("protection", 800), ("supervision", 800), ("probation", 500)],
)
def test_every_form_is_a_share_of_those_who_can_have_it(form: str, base: int) -> None:
    row = measure_shares(counts({form: [50]}), PEOPLE, form, NO_BREAKS).iloc[0]
    assert (row["number"], row["people"], row["share"]) == (50, base, 50 / base)


def test_an_age_is_a_share_of_itself() -> None:
    row = measure_shares(counts({"12-18": [30]}), PEOPLE, "12-18", NO_BREAKS).iloc[0]
    assert row["share"] == pytest.approx(0.1)


@pytest.mark.parametrize(("number", "people"), [(None, 1000), (50, None), (50, 0)])
def test_what_is_not_published_gives_no_share(number: float | None, people: float | None) -> None:
    shares = measure_shares(counts({"all": [number]}), counts({"<23": [people]}), "all", NO_BREAKS)
    assert shares["share"].isna().all()


def test_a_base_of_two_ages_is_unknown_when_one_is() -> None:
    people = counts({"12-18": [300], "18-23": [None]})
    shares = measure_shares(counts({"probation": [10]}), people, "probation", NO_BREAKS)
    assert shares["share"].isna().all()


def test_half_years_and_days_are_no_years() -> None:
    half = counts({"all": [50]}).assign(period="2020HJ01")
    assert measure_shares(half, PEOPLE, "all", NO_BREAKS).empty


def test_years_before_and_after_a_break_are_of_two_eras_and_residence_parts_nothing() -> None:
    rows = counts({"all": [50, 50, 50, 50]}, first=2019)
    shares = measure_shares(rows, PEOPLE, "all", BREAKS)
    assert shares.set_index("year")["era"].to_dict() == {2019: 0, 2020: 0, 2021: 1, 2022: 1}


def test_the_newest_year_is_that_of_the_region_itself() -> None:
    people = counts({"<23": [1000, 1000]})
    shares = measure_shares(counts({"all": [50, None]}), people, "all", NO_BREAKS)
    assert newest_year(shares, "GM0001") == 2020
    assert newest_year(shares, "GM0002") is None


def test_an_interval_is_that_of_wilson_and_missing_without_a_share() -> None:
    people = counts({"<23": [1000, 1000]})
    shares = measure_shares(counts({"all": [50, None]}), people, "all", NO_BREAKS)
    rows = with_intervals(shares)
    assert (rows["low"].iloc[0], rows["high"].iloc[0]) == wilson_interval(50, 1000)
    assert rows[["low", "high"]].iloc[1].isna().all()


def test_forms_are_parts_of_all_with_care_and_may_add_up_to_more() -> None:
    youth = counts({"all": [100], "help": [95], "no_stay": [90], "stay": [20]})
    parts = measure_forms(youth, "GM0001", 2020).set_index("form")
    assert parts["part"].dropna().to_dict() == {"help": 0.95, "no_stay": 0.9, "stay": 0.2}
    assert parts["number"].isna()["foster"]
    assert list(parts.index) == [form for form, _ in TREE]


def test_the_tree_holds_every_form_that_is_published_but_the_whole() -> None:
    assert {form for form, _ in TREE} == set(FORMS) - {"all"}


def test_a_number_that_is_not_there_is_unknown() -> None:
    youth = counts({"all": [100, None]})
    assert pd.isna(number_of(youth, "GM0009", 2020, "all"))
    assert newest_known(youth, "GM0001", "all") == 2020
    assert newest_known(youth, "GM0009", "all") is None
    assert status_of(youth, "GM0001", 2020) == "definitive"
    assert status_of(youth, "GM0009", 2020) == ""


@pytest.mark.parametrize(
    ("one", "two", "more", "whole", "expected"),
    [
        (880, 100, 20, 1000, 120),
        (880, 115, None, 1000, 120),
        (880, None, None, 1000, 120),
        (995, None, None, 1000, None),
        (None, None, None, 1000, None),
        (880, None, None, None, None),
    ],
    ids=[
        "two and more are added",
        "more is not published: what one leaves",
        "only one is published",
        "what is left of rounded numbers is too small",
        "one is not published either",
        "the whole is not published",
    ],
)
def test_several_schemes_are_the_sum_or_what_one_leaves(
    one: float | None,
    two: float | None,
    more: float | None,
    whole: float | None,
    expected: float | None,
) -> None:
    several = counts(dict(zip(COMBINATIONS, ([one], [two], [more]), strict=True)))
    shares = measure_several(several, counts({"all": [whole]}), NO_BREAKS)
    if expected is None:
        assert shares["share"].isna().all()
    else:
        assert shares["share"].iloc[0] == expected / 1000


def flow_figures(day: float | None = 70) -> dict[str, pd.DataFrame]:
    drawn = {topic: counts({"": [None, 40]}) for topic in TOPICS}
    on_day = counts({"help": [60, day], "all": [50, 55]})
    dated = on_day.assign(period=on_day["year"].map("{}-12-31".format))
    half = dated.assign(period=on_day["year"].map("{}-06-30".format), value=1.0)
    return drawn | {topic: pd.concat([half, dated]) for topic in (IN_FORCE, WITH_CARE)}


def test_a_flow_has_the_years_that_are_published_and_the_stock_of_their_last_day() -> None:
    flows = measure_flows(flow_figures(), "GM0001", BREAKS)
    (row,) = flows.to_dict("records")
    assert (row["year"], row["started"], row["ended"], row["in_force"]) == (2021, 40, 40, 70)
    assert (row["youth"], row["era"]) == (55, 1)


def test_a_stock_that_is_not_published_leaves_the_flow() -> None:
    (row,) = measure_flows(flow_figures(None), "GM0001", BREAKS).to_dict("records")
    assert pd.isna(row["in_force"])
    assert row["started"] == 40


def test_a_region_without_figures_has_no_flow() -> None:
    assert measure_flows(flow_figures(), "GM0009", BREAKS).empty


def test_around_a_municipality_lie_its_youth_region_and_the_country() -> None:
    shelf = bundled_shelf()
    roles = [(place.region, place.role) for place in find_surroundings(shelf, "GM9801")]
    assert roles == [("GM9801", "own"), ("JZ98", "region"), ("NL98", "country")]
    assert [place.role for place in find_surroundings(shelf, "JZ98")] == ["own", "country"]
    assert (kind_of(shelf, "GM9801"), kind_of(shelf, "GM0000")) == ("municipality", "")


def test_a_share_made_here_is_that_which_is_published_ready_made() -> None:
    """Percentages are published too, rounded to a tenth: ours is as near as rounding allows."""
    shelf = bundled_shelf()
    ours = measure_shares(
        figures_of(shelf, "youth_with_care", "municipality"),
        figures_of(shelf, "population"),
        "help",
        NO_BREAKS,
    )
    theirs = figures_of(shelf, "care_share", "municipality")
    theirs = theirs[(theirs["category"] == "help") & theirs["period"].str.contains("JJ")]
    both = ours.merge(theirs, on=["region", "year"])
    both = both[both["people"].gt(2000) & both["share"].notna() & both["value"].notna()]
    assert len(both) > 1000
    assert (both["share"] * 100 - both["value"]).abs().max() < 0.06 + 100 * 2.5 / 2000
