"""The charts of data quality: what they encode, and how a hidden number looks."""

import pandas as pd

from core.charts.quality import chart_completeness, chart_lag, chart_reconciliation
from core.text import completeness, general, reconciliation

JUDGED = pd.DataFrame(
    {
        "supplier": ["B", "B", "A", "A"],
        "month": [24289, 24288, 24288, 24289],
        "state": ["missing", "delivered", "missing", "delivered"],
        "share": [0.0, 1.1, 0.0, 1.0],
        "clients": pd.array([15, 15, pd.NA, pd.NA], dtype="Int64"),
    }
)

OUTCOMES = pd.DataFrame(
    {
        "provider": ["B"] * 4 + ["A"] * 4,
        "outcome": ["matched", "different", "only_municipality", "only_provider"] * 2,
        "lines": pd.array([80, 10, 10, 0, 50, pd.NA, 10, 10], dtype="Int64"),
    }
)


def test_the_strip_has_a_sign_for_every_state_and_tells_nothing_of_a_small_supplier() -> None:
    cells = completeness.cells(JUDGED, str)
    assert cells["label"].tolist() == ["A", "A", "B", "B"]
    assert cells["state"].tolist() == ["few", "few", "delivered", "missing"]
    assert cells["sign"].tolist() == ["<10", "", "", "✕"]
    drawn = chart_completeness(cells).to_dict()
    boxes, signs = drawn["layer"]
    assert boxes["encoding"]["x"]["sort"] is None
    assert boxes["encoding"]["y"]["field"] == "label"
    assert [part["title"] for part in boxes["encoding"]["tooltip"]] == [
        completeness.SUPPLIER,
        completeness.MONTH,
        completeness.STATE,
        completeness.FILLED,
    ]
    assert signs["encoding"]["text"]["field"] == "sign"
    shown = next(iter(drawn["datasets"].values()))
    assert {row["filled"] for row in shown if row["state"] == "few"} == {general.decimal(None)}


def test_suppliers_stand_in_the_order_of_the_numbers_in_their_names() -> None:
    names = {"A": "Aanbieder 10", "B": "Aanbieder 2"}
    ordered = ["Aanbieder 2", "Aanbieder 10"]
    cells = completeness.cells(JUDGED, lambda code: names[code])
    assert cells["label"].unique().tolist() == ordered
    bars = reconciliation.outcome_bars(OUTCOMES, "provider", "lines", lambda code: names[code])
    assert bars["label"].unique().tolist() == ordered


def test_a_group_with_a_hidden_part_has_no_bar() -> None:
    bars = reconciliation.outcome_bars(OUTCOMES, "provider", "lines", str)
    assert bars["label"].tolist() == ["A"] * 4 + ["B"] * 4
    drawn = chart_reconciliation(bars).to_dict()
    parts, words = drawn["layer"]
    assert parts["encoding"]["color"]["scale"]["domain"] == [
        reconciliation.OUTCOME_NAMES[name] for name in OUTCOMES["outcome"][:4]
    ]
    assert parts["encoding"]["x"]["scale"] == {"domain": [0, 1]}
    assert words["encoding"]["text"]["field"] == "words"
    shown = [row["label"] for rows in drawn["datasets"].values() for row in rows]
    assert set(shown) == {"B"}


def test_the_lag_names_the_zone_that_is_too_fresh() -> None:
    lags = pd.DataFrame(
        {
            "age": [1, 0, 2],
            "lines": pd.array([80, pd.NA, 100], dtype="Int64"),
            "clients": pd.array([40, pd.NA, 50], dtype="Int64"),
        }
    )
    rows = completeness.lag_rows(lags)
    assert rows["words"].tolist() == ["niet te tonen", "80%", "100%"]
    drawn = chart_lag(rows, 2).to_dict()
    zone = next(
        rows for rows in drawn["datasets"].values() if "word" in rows[0] and "to" in rows[0]
    )
    assert zone == [{"from": 0, "to": 2, "low": 0, "high": 1, "word": completeness.FRESH_ZONE}]
    assert drawn["layer"][3]["encoding"]["text"]["field"] == "word"
    assert drawn["layer"][4]["encoding"]["x"]["title"] == completeness.AGE
