"""What the pictures of stepped care hold: published numbers only, and nothing that is hidden."""

import pandas as pd
import pytest

from core.charts.chain_costs import chart_lengths, chart_parts
from core.charts.comparable import chart_differences
from core.charts.openings import chart_up_curve
from core.charts.step_kinds import COLOURS, chart_kinds
from core.text import chain_costs, comparable, openings, step_kinds

HIDDEN = pd.NA


def drawn_rows(chart: object) -> list[dict[str, object]]:
    """List the rows that a picture carries."""
    spec = chart.to_dict()  # type: ignore[attr-defined]
    return [row for rows in spec.get("datasets", {}).values() for row in rows]


KINDS = pd.DataFrame({"step": ["up", "down", "again"], "starts": pd.array([60, 30, 10], "Int64")})


def test_up_and_down_stand_first_on_one_scale() -> None:
    bars = step_kinds.bars_of_kinds(KINDS)
    assert bars["share"].tolist() == [60, 30, 10]
    spec = chart_kinds(bars).to_dict()["layer"][0]["encoding"]
    assert spec["x"]["scale"]["domain"] == [0, 100]
    assert set(spec["color"]["scale"]["domain"]) == set(COLOURS) == set(step_kinds.KIND_NAMES)


def test_one_hidden_kind_leaves_no_shares() -> None:
    hidden = KINDS.assign(starts=pd.array([60, 30, HIDDEN], "Int64"))
    assert drawn_rows(chart_kinds(step_kinds.bars_of_kinds(hidden))) == []
    assert step_kinds.finding(hidden) == step_kinds.TOO_FEW


def test_a_finding_tells_what_is_shown_and_names_what_is_not() -> None:
    steps = pd.DataFrame({"step": ["up", "other_form", "rest"], "starts": [25, 10, 15]})
    assert step_kinds.finding(steps) == (
        "Van 50 vervolgstappen ging 50% omhoog; hoe vaak het omlaag ging of de trede gelijk bleef, "
        "is niet te tonen."
    )


CURVE = pd.DataFrame(
    {
        "group": ["light"] * 3 + ["heavy"] * 3,
        "months": [0, 12, 24] * 2,
        "up": pd.array([0.0, 0.2, 0.4, 0.0, 0.1, HIDDEN], "Float64"),
        "over": pd.array([0.0, 0.1, 0.2, 0.0, 0.1, HIDDEN], "Float64"),
    }
)


def test_a_line_that_is_hidden_after_two_years_is_not_drawn() -> None:
    rows = drawn_rows(chart_up_curve(openings.lines_of_curve(CURVE)))
    assert {row["key"] for row in rows} == {"light"}
    assert [row["last"] for row in rows] == ["", "", "40% licht (trede 1 of 2)"]


def test_the_curve_is_also_a_sentence_and_a_table() -> None:
    assert openings.curve_sentence(CURVE) == (
        "Na twee jaar was omhoog gegaan: 40% van wie begon op trede 1 of 2."
    )
    assert openings.rows_of_curve(CURVE)["Ging omhoog"].tolist()[-1] == "niet te tonen"


OUTCOMES = pd.DataFrame(
    {
        "outcome": ["onward", "days", "euros"],
        "light": [0.4, 400.0, 800_000],
        "heavier": [0.3, 500.0, HIDDEN],
        "difference": [-0.1, 100.0, HIDDEN],
        "low": [-0.15, 50.0, HIDDEN],
        "high": [-0.05, 150.0, HIDDEN],
    }
)


def test_differences_are_parts_of_the_light_side_with_their_interval() -> None:
    rows = drawn_rows(chart_differences(comparable.bars_of_outcomes(OUTCOMES)))
    assert [(row["difference"], row["low"]) for row in rows[:2]] == [
        pytest.approx((-25, -37.5)),
        pytest.approx((25, 12.5)),
    ]
    assert rows[0]["words"] == "40% → 30%"


def test_what_cannot_be_compared_says_so_in_the_table() -> None:
    last = comparable.rows_of_outcomes(OUTCOMES).iloc[-1]
    assert last[comparable.DIFFERENCE] == "niet te vergelijken"
    assert comparable.finding(OUTCOMES).endswith("30% na een zwaardere.")
    assert comparable.finding(OUTCOMES.head(0)) == comparable.NOT_COMPARABLE


PARTS = pd.DataFrame(
    {
        "part": range(1, 21),
        "chains": pd.array([50] * 20, "Int64"),
        "amount_cents": pd.array([4_000_000, 2_000_000, *[0] * 17, 4_000_000], "Int64"),
    }
)


def test_the_costs_add_up_to_all_of_them() -> None:
    bars = chain_costs.bars_of_parts(PARTS)
    assert bars["so_far"].iloc[-1] == pytest.approx(100)
    assert "duurste 10%: 60%" in [row["label"] for row in drawn_rows(chart_parts(bars))]
    assert chain_costs.finding(PARTS) == "De duurste 10% van de reeksen is 60% van de kosten."


def test_one_hidden_part_leaves_no_shares_of_costs() -> None:
    hidden = PARTS.assign(amount_cents=PARTS["amount_cents"].mask(PARTS["part"] == 20))
    assert drawn_rows(chart_parts(chain_costs.bars_of_parts(hidden))) == []
    assert chain_costs.finding(hidden) == chain_costs.TOO_FEW


def test_lengths_without_a_middle_are_not_drawn() -> None:
    lengths = pd.DataFrame(
        {
            "length": [1, 2],
            "chains": pd.array([100, HIDDEN], "Int64"),
            "lower_cents": pd.array([10_000, HIDDEN], "Int64"),
            "middle_cents": pd.array([20_000, HIDDEN], "Int64"),
            "upper_cents": pd.array([40_000, HIDDEN], "Int64"),
        }
    )
    rows = drawn_rows(chart_lengths(chain_costs.spans_of_lengths(lengths)))
    assert [(row["name"], row["middle"], row["words"]) for row in rows] == [
        ("1 (100)", 200, "€ 200")
    ]
