"""Shares of referrers, declared and published, laid beside each other."""

import pandas as pd
import pytest

from core.opendata.shelf import bundled_shelf, figures_of
from core.referrals.beside import (
    ROWS,
    lay_beside,
    measure_declared,
    measure_published,
    measure_published_early,
    municipalities_in,
    places_of,
    provisional_years,
    years_of,
)
from core.tables import REFERRERS_BESIDE

SHELF = bundled_shelf()
OTHER = "andere verwijzers"


def declared(counts: dict[str, int | None]) -> pd.DataFrame:
    """Give published counts by referrer; None is protected."""
    numbers = pd.array(list(counts.values()), dtype="Int64")
    return pd.DataFrame({"referrer": list(counts), "trajectories": numbers})


def shares(rows: pd.DataFrame, place: str) -> dict[str, float | None]:
    """Give the shares of a place by referrer, None where there is none."""
    own = rows[rows["place"] == place].set_index("referrer")["share"]
    return {str(label): None if pd.isna(share) else float(share) for label, share in own.items()}


def test_a_municipality_stands_beside_its_youth_region_and_the_country() -> None:
    assert places_of(SHELF, "GM9801") == {
        "area": "GM9801",
        "youth_region": "JZ98",
        "country": "NL98",
    }
    assert places_of(SHELF, "JZ98") == {"area": "JZ98", "country": "NL98"}
    assert places_of(SHELF, "") == {"country": "NL98"}


def test_years_are_those_with_a_whole_newest_first() -> None:
    assert years_of(SHELF, "GM9801") == [2025, 2024, 2023, 2022, 2021]
    assert years_of(SHELF, "")[-1] == 2015
    assert provisional_years(SHELF) == {2025}


def test_published_shares_are_parts_of_the_published_whole() -> None:
    rows = measure_published(SHELF, "GM9801", 2023)
    assert list(rows) == list(REFERRERS_BESIDE)
    figures = figures_of(SHELF, "started")
    own = figures[(figures["region"] == "GM9801") & (figures["year"] == 2023)]
    counts = own.set_index("category")["value"]
    assert shares(rows, "area")["huisarts"] == counts["02"] / counts[""]
    assert set(rows["referrer"]) == set(ROWS)
    assert sum(share or 0 for share in shares(rows, "country").values()) == pytest.approx(
        1, abs=0.01
    )


def test_what_was_not_published_is_no_zero() -> None:
    rows = measure_published(SHELF, "GM9812", 2023)
    hidden = figures_of(SHELF, "started")
    hidden = hidden[(hidden["region"] == "GM9812") & (hidden["year"] == 2023)]
    assert hidden["value"].isna().any()
    assert rows[rows["place"] == "area"]["share"].isna().sum() == hidden["value"].isna().sum()


def test_not_delivered_and_unknown_are_one_answer() -> None:
    rows = measure_declared(declared({"huisarts": 60, "": 30, "onbekend": 10}))
    assert shares(rows, "own") == {"huisarts": 0.6, "onbekend": 0.4}


def test_a_hidden_count_leaves_no_share_at_all() -> None:
    rows = measure_declared(declared({"huisarts": 60, "gemeente": None}))
    assert shares(rows, "own") == {"huisarts": None, "gemeente": None}


def test_published_referrers_are_added_up_where_few_were_declared() -> None:
    published = pd.DataFrame(
        [
            {"place": "area", "referrer": name, "trajectories": number, "share": number / 100}
            for name, number in {"huisarts": 50.0, "gemeente": 30.0, "jeugdarts": 20.0}.items()
        ]
    )
    own = measure_declared(declared({"huisarts": 60, OTHER: 40}))
    rows = lay_beside(own, published, OTHER)
    assert shares(rows, "area") == {"huisarts": 0.5, OTHER: 0.5}
    unknown = published.assign(share=published["share"].mask(published["referrer"] == "jeugdarts"))
    assert shares(lay_beside(own, unknown, OTHER), "area") == {"huisarts": 0.5, OTHER: None}


def test_with_every_referrer_declared_nothing_is_added_up() -> None:
    published = measure_published(SHELF, "GM9801", 2023)
    own = measure_declared(declared(dict.fromkeys(ROWS, 10)))
    rows = lay_beside(own, published, OTHER)
    assert len(rows) == len(own) + len(published)
    assert shares(rows, "area") == shares(published, "area")


def test_early_endings_of_the_country_are_known_by_referrer() -> None:
    early = measure_published_early(SHELF, "NL98", 2023)
    assert set(early.index) == set(ROWS)
    assert early.between(0.05, 0.4).all()
    assert early["gecertificeerde instelling"] > early["geen verwijzer"]
    assert measure_published_early(SHELF, "NL98", 1999).empty


def test_declarations_write_municipalities_without_letters() -> None:
    assert municipalities_in(["GM9801", "GM0114"]) == ["9801", "0114"]
