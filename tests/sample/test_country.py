"""The fictitious country: whole, within bounds, and in agreement with the artificial region."""

from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from core.opendata.shelf import (
    bundled_shelf,
    figures_of,
    members_of,
    regions_of,
    sources_of,
)
from core.opendata.topics import TOPICS
from core.sample.country import write_country
from core.sample.places import PLACES
from core.tables import OPEN_FIGURES, OPEN_REGIONS, OPEN_SOURCES, TREND_BREAKS, Table
from tests.sample.conftest import SAMPLE

SHELF = bundled_shelf()
HOME = [f"GM{place.code}" for place in PLACES]
COUNTRY = "NL98"
PERSONS = ("youth_with_care", "youth_on_reference_day", "youth_with_care_by_age")
FILES = ("figures.parquet", "regions.parquet", "sources.parquet", "breaks.parquet")


def of(topic: str, category: str, year: int, kind: str = "municipality") -> pd.Series:
    """Give the figures of one category and year by region."""
    rows = figures_of(SHELF, topic, kind)
    chosen = rows[(rows["category"] == category) & (rows["year"] == year)]
    return chosen.set_index("region")["value"]


@pytest.mark.parametrize(
    ("file", "table"),
    list(zip(FILES, (OPEN_FIGURES, OPEN_REGIONS, OPEN_SOURCES, TREND_BREAKS), strict=True)),
    ids=FILES,
)
def test_files_hold_the_columns_of_the_vocabulary(file: str, table: Table) -> None:
    stored = pq.read_schema(SHELF.folder / file)
    wanted = {"String": "string", "Int64": "int64", "Float64": "double"}
    types = {name: wanted[column.dtype.__name__] for name, column in table.items()}
    assert {field.name: str(field.type) for field in stored} == types


def test_everything_is_small() -> None:
    sizes = {path.name: path.stat().st_size for path in SHELF.folder.iterdir()}
    assert sum(sizes.values()) < 3_000_000
    assert sum(size for name, size in sizes.items() if name.startswith("shapes")) < 600_000


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    region = pq.read_table(SAMPLE / "region.parquet")
    write_country(tmp_path, 1, region)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (SHELF.folder / path.name).read_bytes()


def test_every_topic_has_figures_and_every_figure_a_source() -> None:
    figures = pd.read_parquet(SHELF.folder / "figures.parquet")
    assert set(figures["topic"]) == set(TOPICS)
    assert set(figures["source"]) == set(sources_of(SHELF)["source"])
    assert sources_of(SHELF)["figures"].sum() == len(figures)
    assert not figures.duplicated(["topic", "region", "period", "category"]).any()
    assert not figures.drop(columns="value").isna().any().any()


def test_everything_says_that_it_is_invented() -> None:
    sources = sources_of(SHELF)
    assert set(sources["origin"]) == {"fictitious"}
    assert sources["title"].str.startswith("Verzonnen").all()


def test_the_country_has_its_regions_and_every_municipality_lies_in_them() -> None:
    regions = regions_of(SHELF)
    counts = regions["kind"].value_counts()
    assert counts["municipality"] == 320
    assert counts["province"] == 12
    assert counts["youth_region"] == 24
    assert counts["school_partnership"] == 40
    assert regions["name"][regions["kind"] == "municipality"].is_unique
    for kind in ("province", "youth_region", "school_partnership"):
        codes = regions_of(SHELF, kind)["region"]
        members = [one for code in codes for one in members_of(SHELF, code)]
        assert sorted(members) == sorted(regions_of(SHELF, "municipality")["region"])
    assert sorted(members_of(SHELF, "JZ98")) == HOME
    assert set(members_of(SHELF, "SV97")) | set(members_of(SHELF, "SV98")) == set(HOME)
    assert set(HOME) < set(members_of(SHELF, "PV98"))


def test_counts_of_persons_are_multiples_of_five_and_never_below_ten() -> None:
    for topic in PERSONS:
        values = figures_of(SHELF, topic)["value"].dropna()
        assert (values % 5 == 0).all()
        assert values.min() == 10
        assert figures_of(SHELF, topic)["value"].isna().any()


@pytest.mark.parametrize("year", [2015, 2018, 2021, 2024])
def test_municipalities_add_up_to_the_country_but_for_rounding(year: int) -> None:
    for topic, category in (("population", ""), ("population", "<23"), ("youth_with_care", "all")):
        rows = figures_of(SHELF, topic)
        chosen = rows[(rows["category"] == category) & (rows["year"] == year)]
        parts = chosen[chosen["region"].str.startswith("GM")]["value"]
        whole = chosen.set_index("region")["value"][COUNTRY]
        assert abs(parts.sum() - whole) <= 2.5 * len(parts)


def test_ages_add_up_to_the_young_people() -> None:
    ages = of("population", "0-4", 2023) + of("population", "4-12", 2023)
    ages += of("population", "12-18", 2023)
    assert ages.equals(of("population", "<18", 2023))
    assert (ages + of("population", "18-23", 2023)).equals(of("population", "<23", 2023))


def test_forms_lie_within_what_they_are_part_of() -> None:
    rows = figures_of(SHELF, "youth_with_care", "municipality")
    forms = rows.pivot_table(index=["region", "year"], columns="category", values="value")
    for part, whole in (("help", "all"), ("no_stay", "help"), ("stay", "help"), ("foster", "stay")):
        both = forms[[part, whole]].dropna()
        assert (both[part] <= both[whole]).all()
    assert (forms["no_stay"] + forms["stay"] >= forms["help"] - 10)[forms["stay"].notna()].all()


def test_use_is_that_of_a_real_country() -> None:
    national = of("youth_with_care", "all", 2023, "country") / of(
        "population", "<23", 2023, "country"
    )
    shares = of("youth_with_care", "all", 2023) / of("population", "<23", 2023)
    assert national.iloc[0] == pytest.approx(0.10, abs=0.01)
    assert shares.min() > 0.03
    assert shares.max() < 0.20
    assert shares.std() > 0.01


def test_2021_is_a_break_and_the_last_year_is_not_complete() -> None:
    rows = figures_of(SHELF, "youth_with_care", "country")
    rows = rows[rows["category"] == "all"].set_index("year")
    growth = rows["value"].pct_change()
    assert growth[2021] > 0.05
    assert growth[2021] > 2 * growth[[2017, 2018, 2019, 2022, 2023, 2024]].max()
    assert growth[2025] < 0
    assert list(rows.index[rows["status"] == "provisional"]) == [2025]
    breaks = pd.read_parquet(SHELF.folder / "breaks.parquet")
    assert ("youth_with_care", 2021) in set(zip(breaks["topic"], breaks["year"], strict=True))
    assert rows["source"][[2020, 2021]].nunique() == 2


def test_referrers_divide_the_whole_as_they_do_in_reality() -> None:
    rows = figures_of(SHELF, "referred", "country")
    year = rows[rows["year"] == 2023].set_index("category")["value"]
    shares = year.drop("") / year[""]
    assert shares.sum() == pytest.approx(1, abs=0.001)
    assert shares["01"] == pytest.approx(0.328, abs=0.03)
    assert shares["02"] == pytest.approx(0.355, abs=0.03)
    assert shares["06"] == pytest.approx(0.147, abs=0.03)
    ended = {topic: figures_of(SHELF, topic, "country") for topic in ("ended", "ended_early")}
    both = [rows[rows["category"] == ""].set_index("year")["value"] for rows in ended.values()]
    assert (both[1] / both[0])[2023] == pytest.approx(0.185, abs=0.03)


def test_a_percentage_is_that_of_the_counts_beside_it() -> None:
    shares = of("youth_with_care", "help", 2022) / of("population", "<23", 2022)
    known = of("care_share", "help", 2022)
    assert (known / 100 - shares).abs().max() <= 0.0005001
    assert known.isna().equals(shares.isna())


def test_spending_grows_as_it_did_and_kinds_add_up() -> None:
    rows = figures_of(SHELF, "spending")
    euros = rows.pivot_table(index=["region", "year"], columns="category", values="value")
    divided = euros.dropna()
    parts = divided[["no_stay", "stay", "measures"]].sum(axis=1)
    assert (parts - divided["all"]).abs().max() <= 1500
    assert set(divided.reset_index()["year"]) == {2023, 2024}
    assert not euros[["all", "measures", "access"]].isna().any(axis=None)
    country = euros["all"][COUNTRY]
    assert country[2024] / country[2015] == pytest.approx(8.1 / 3.6, rel=0.03)
    per_youth = country[2023] / of("population", "<23", 2023, "country")[COUNTRY]
    assert 1_000 < per_youth < 2_500


def test_municipalities_that_merged_have_figures_for_the_years_they_were_one() -> None:
    rows = figures_of(SHELF, "population")
    years = rows[rows["category"] == ""].groupby("region")["year"].agg(["min", "max"])
    known = set(regions_of(SHELF)["region"])
    gone = years[~years.index.isin(known)]
    assert sorted(gone["max"].unique()) == [2018, 2020, 2022]
    assert len(gone) == 6
    begun = years[years["min"].isin([2019, 2021, 2023]) & years.index.str.startswith("GM")]
    assert len(begun) == 3
