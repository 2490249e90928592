"""Sentences and tables of the page Wijken."""

from typing import Any

import pandas as pd
import pytest

from core.text import (
    district_circumstances,
    district_expected,
    district_map,
    district_schemes,
)
from core.text import districts as text

Row = dict[str, Any]


def use(*rows: Row) -> pd.DataFrame:
    """Give districts, with plain values for what a row leaves out."""
    plain = {
        "region": "WK1",
        "name": "Dorp",
        "year": 2024,
        "youth": 200.0,
        "youth_share": 0.2,
        "helped": 20.0,
        "status": "definitive",
        "share": 0.1,
        "low": 0.07,
        "high": 0.15,
    }
    return pd.DataFrame([plain | row for row in rows], columns=list(plain))


WHOLE = use({"region": "GM1", "name": "Gemeente", "share": 0.12, "youth_share": 0.22})
HIDDEN: Row = {"helped": None, "share": None, "low": None, "high": None}


def test_the_finding_names_the_spread_and_how_many_are_like_the_municipality() -> None:
    said = text.finding(use({}, {"share": 0.2, "low": 0.15, "high": 0.26}), WHOLE, "all")
    assert said == (
        "In Gemeente heeft per wijk tussen 10% en 20% van de jeugdigen jeugdzorg (2024); in 1 van "
        "de 2 wijken past dat bij het gemiddelde van de gemeente, 12%."
    )


def test_the_finding_says_that_figures_may_still_change() -> None:
    said = text.finding(use({"status": "provisional"}), WHOLE, "all")
    assert "jeugdzorg (2024, voorlopig);" in said


def test_districts_that_were_not_published_are_counted_in_the_finding() -> None:
    said = text.finding(use({}, HIDDEN), WHOLE, "all")
    assert "in 1 van de 1 wijken" in said
    assert said.endswith("Van 1 wijk is het niet gepubliceerd.")


def test_the_finding_says_it_when_nothing_was_published() -> None:
    said = text.finding(use(HIDDEN), WHOLE, "help")
    assert said == (
        "Van Gemeente is per wijk niet gepubliceerd hoeveel jeugdigen jeugdhulp in natura krijgen."
    )


def test_most_young_people_and_most_of_the_inhabitants_are_two_things() -> None:
    rows = use({"name": "Groot", "youth": 900.0}, {"name": "Jong", "youth_share": 0.31})
    assert text.where_youth_live(rows, WHOLE) == (
        "De meeste jeugdigen wonen in Groot: 900. Naar verhouding zijn er de meeste in Jong: 31% "
        "van de inwoners (gemeente: 22%)."
    )


def test_an_equal_share_of_the_inhabitants_is_not_called_the_largest() -> None:
    said = text.where_youth_live(use({}, {"youth_share": 0.2001}), WHOLE)
    assert "in alle wijken ongeveer gelijk" in said


def test_a_blank_is_explained_and_never_zero() -> None:
    table = text.table_of_use(use(HIDDEN), WHOLE, "all")
    assert table["Met jeugdzorg (2024)"].tolist() == [text.NOT_PUBLISHED, "20"]
    assert table[text.SHARE].tolist() == [text.DASH, "12% (7% tot 15%)"]


def test_a_provisional_year_is_marked() -> None:
    table = text.table_of_use(use({"status": "provisional"}), WHOLE, "all")
    assert "Met jeugdzorg (2024, voorlopig)" in table.columns


def test_the_map_is_told_district_by_district_with_what_is_not_published() -> None:
    rows = use({"name": "Noord"}, {"name": "Zuid"} | HIDDEN)
    assert district_map.map_alternative(rows) == (
        "Deel van de jeugdigen per wijk: Noord 10%. Niet gepubliceerd: Zuid."
    )


def test_a_map_of_many_districts_is_told_by_its_bounds() -> None:
    rows = use(*[{"share": number / 100} for number in range(5, 25)])
    assert district_map.map_alternative(rows).endswith("van 5% tot 24%.")


def test_a_map_without_any_figure_says_so() -> None:
    assert district_map.map_alternative(use(HIDDEN)) == district_map.NOTHING_PUBLISHED


def clusters(**of: str) -> pd.DataFrame:
    """Give the cluster of each district, by name."""
    rows = [{"name": name, "cluster": code, "cluster_youth": 450} for name, code in of.items()]
    return pd.DataFrame(rows).assign(year=2024)


def test_own_counts_of_a_cluster_stand_once_with_the_names_of_the_others() -> None:
    table = pd.DataFrame({text.DISTRICT: ["Berg", "Dal", "Dorp", text.WHOLE]})
    own = pd.DataFrame({"cluster": ["a", "c", ""], "clients": [25, None, None]}).astype(
        {"clients": "Int64"}
    )
    shown = text.with_own(table, own, clusters(Berg="a", Dal="a", Dorp="c"))
    assert shown["Eigen declaraties (2024)"].tolist() == [
        "25 (samen met Dal)",
        "25 (samen met Berg)",
        text.NOT_SHOWN,
        text.DASH,
        text.NOT_SHOWN,
    ]
    assert shown[text.DISTRICT].tolist()[-1] == text.NO_DISTRICT


def test_clusters_are_named_by_their_districts() -> None:
    said = text.clusters_said(clusters(Dal="a", Berg="a", Dorp="c"), 400)
    assert "Berg en Dal (450 jeugdigen)" in said
    assert "Dorp" not in said


def test_without_clusters_that_is_said() -> None:
    assert "geen wijk is samengevoegd" in text.clusters_said(clusters(Dorp="c"), 400)


@pytest.mark.parametrize(
    ("gone", "new", "said"),
    [
        (0, 0, ""),
        (1, 2, "1 wijk van eerder bestaat niet meer en 2 wijken zijn nieuw."),
        (0, 1, "veranderd: 1 wijk is nieuw."),
    ],
)
def test_changed_boundaries_are_said(gone: int, new: int, said: str) -> None:
    assert said in text.boundaries_said(gone, new)
    assert bool(text.boundaries_said(gone, new)) == bool(said)


def expected(**verdicts: str) -> pd.DataFrame:
    """Give places with a verdict each, by code."""
    rows = [
        {
            "cluster": code,
            "youth": 500.0,
            "expected": 0.1,
            "low": 0.05,
            "high": 0.15,
            "actual_low": 0.1,
            "actual_high": 0.1,
            "verdict": verdict,
        }
        for code, verdict in verdicts.items()
    ]
    return pd.DataFrame(rows)


def test_only_words_for_what_is_unusual() -> None:
    names = {"a": ["Dorp"], "b": ["Dal", "Berg"], "c": ["Stad"], "d": ["Veld"]}
    said = district_expected.finding(expected(a="high", b="low", c="within", d="unknown"), names)
    assert said == (
        "In 1 van de 3 wijken en samengevoegde wijken is het gebruik binnen de marge van wat we "
        "mogen verwachten; het is opvallend hoog in Dorp en opvallend laag in Berg en Dal."
    )


def test_nothing_unusual_is_said_plainly() -> None:
    said = district_expected.finding(expected(a="within"), {"a": ["Dorp"]})
    assert said.endswith("binnen de marge van wat we mogen verwachten.")


def test_no_verdict_at_all_is_said() -> None:
    said = district_expected.finding(expected(a="unknown"), {"a": ["Dorp"]})
    assert said == district_expected.NOTHING


def test_a_place_is_a_row_with_its_margin_and_its_verdict() -> None:
    table = district_expected.table_of_expected(expected(a="within"), {"a": ["Dorp"]})
    assert table.iloc[0].tolist() == ["Dorp", "500", "10% (5% tot 15%)", "10%", "binnen de marge"]


@pytest.mark.parametrize("fitted_on", district_expected.FITTED_ON)
def test_the_model_says_what_it_was_made_with(fitted_on: str) -> None:
    said = district_expected.model_said(fitted_on, 319, ["benefit", "density"], "Gemeente")
    assert "319" in said
    assert "huishoudens met bijstand en hoe dicht er gebouwd is" in said


def test_circumstances_say_their_bounds() -> None:
    figures = pd.DataFrame(
        {
            "region": ["a", "b"],
            "topic": "education_high",
            "year": 2024,
            "value": [20.0, 40.0],
        }
    )
    said = district_circumstances.finding(figures, {"a": "A", "b": "B"})
    assert said == "Het deel hoog opgeleiden loopt per wijk van 20% tot 40% (2024)."
    beside = district_circumstances.strip_alternative(figures, {"a": "A", "b": "B"})
    assert beside.endswith("Hoog opgeleid (2024): 20% tot 40%.")
    table = district_circumstances.table_of_circumstances(figures, {"a": "A", "b": "B", "c": "C"})
    assert table["Hoog opgeleid (2024)"].tolist() == ["20%", "40%", text.UNKNOWN]


def test_without_circumstances_that_is_said() -> None:
    figures = pd.DataFrame(columns=["region", "topic", "year", "value"])
    assert district_circumstances.finding(figures, {"a": "A"}) == district_circumstances.NOTHING


def combined(*values: float | None) -> pd.DataFrame:
    """Give the open figures on several forms."""
    forms = pd.DataFrame({"category": list(district_schemes.COMBINATIONS), "value": values})
    return forms.assign(year=2025, status="provisional").astype({"value": float})


def test_the_open_figure_on_several_forms_has_its_whole() -> None:
    said = district_schemes.open_finding(combined(900.0, 80.0, 20.0), "Gemeente")
    assert "100 van de 1.000 jeugdigen" in said
    assert "(10%, 2025, voorlopig)" in said


@pytest.mark.parametrize("values", [(900.0, None, 20.0), (None, None, None)])
def test_a_part_that_was_not_published_leaves_no_open_figure(values: tuple[float | None]) -> None:
    assert district_schemes.open_finding(combined(*values), "Gemeente") == district_schemes.NO_OPEN


def test_hidden_counts_of_schemes_are_not_called_small() -> None:
    counts = pd.DataFrame({"cluster": ["a", ""], "together": [None, 20], "other": [180, 40]})
    whole = counts.astype({"together": "Int64", "other": "Int64"})
    table = district_schemes.table_of_schemes(whole, {"a": ["Dorp"]})
    assert table[district_schemes.PLACE].tolist() == ["Dorp", text.NO_DISTRICT]
    assert table[district_schemes.TOGETHER].tolist() == [text.NOT_SHOWN, "20"]
    assert table[district_schemes.SHARE].tolist() == ["niet te tonen", "33%"]
