"""What the pictures of steps hold: up and down alike, whole years, forms in ladder order."""

import pandas as pd

from core.charts import theme
from core.charts.steps import chart_followups, chart_moves, chart_steps
from core.text.step_tables import (
    followups_note,
    in_step_order,
    rows_of_followups,
    with_share_of_source,
    year_name,
)
from core.text.steps import MOVE_NAMES, bars_of_moves, moved_share

AS_OF = 20_027  # 31-10-2024
LADDER = (("light", 2), ("heavy", 7))


def moves_of(moved: int | None, stayed: int) -> pd.DataFrame:
    """Write chains that began light: how many moved, and how many did not."""
    table = pd.DataFrame({"begun": "light", "moved": [1, 0], "chains": [moved, stayed]})
    return table.assign(chains=table["chains"].astype("Int64"), whole=(moved or 0) + stayed)


def test_up_and_down_have_a_bar_each_on_one_scale() -> None:
    bars = bars_of_moves({"up": moves_of(40, 60), "down": moves_of(10, 90)})
    assert bars["share"].tolist() == [40.0, 10.0]
    assert bars["move"].tolist() == list(MOVE_NAMES.values())
    spec = chart_moves(bars).to_dict()["layer"][0]["encoding"]
    assert spec["x"]["scale"]["domain"] == [0, 100]
    assert spec["color"]["scale"]["range"] == [theme.UP, theme.DOWN]


def test_a_share_needs_both_its_parts() -> None:
    assert moved_share(moves_of(None, 60), "light") is None
    assert bars_of_moves({"up": moves_of(None, 60)}).empty


def test_the_steps_of_a_year_lie_end_to_end() -> None:
    steps = pd.DataFrame(
        {"year": 2022, "step": ["down", "up"], "starts": pd.array([25, 75], "Int64")}
    )
    spec = chart_steps(in_step_order(steps, AS_OF)).to_dict()
    rows = next(iter(spec["datasets"].values()))
    assert [(row["key"], row["begin"], row["end"]) for row in rows] == [
        ("up", 0.0, 75.0),
        ("down", 75.0, 100.0),
    ]


def test_what_followed_stands_in_ladder_order_with_the_ends_last() -> None:
    followups = pd.DataFrame(
        {
            "source": "light",
            "source_kind": "form",
            "target": ["", "heavy", "light"],
            "target_kind": ["ended", "form", "form"],
            "chains": pd.array([50, 30, 20], "Int64"),
        }
    )
    spec = chart_followups(with_share_of_source(followups), LADDER).to_dict()
    encoding = spec["layer"][0]["encoding"]
    assert encoding["x"]["sort"] == ["light", "heavy", "gestopt"]
    rows = next(iter(spec["datasets"].values()))
    assert [row["words"] for row in rows] == ["50%", "30%", "20%"]
    assert {row["source"] for row in rows} == {"light (100)"}


def test_years_of_which_everything_is_hidden_give_an_empty_picture() -> None:
    hidden = pd.array([None, None], "Int64")
    steps = pd.DataFrame({"year": 2022, "step": ["down", "up"], "starts": hidden})
    spec = chart_steps(in_step_order(steps, AS_OF)).to_dict()
    assert [*spec.get("datasets", {}).values()] in ([], [[]])


def test_a_year_that_is_cut_off_says_so() -> None:
    names = [year_name(year, AS_OF) for year in (2023, 2024)]
    assert names == ["2023", "2024 (t/m 31-10)"]


def test_the_table_of_what_followed_stands_in_ladder_order_and_names_who_is_left_out() -> None:
    followups = pd.DataFrame(
        {
            "source": "light",
            "source_kind": "form",
            "target": ["", "heavy", "light", ""],
            "target_kind": ["ended", "form", "form", "rest"],
            "chains": pd.array([50, 30, 20, 10], "Int64"),
        }
    )
    rows = rows_of_followups(followups, LADDER)
    assert rows["Vervolg"].tolist() == ["light", "heavy", "overige routes", "gestopt"]
    assert followups_note(followups, LADDER).endswith("begonnen ermee: heavy.")
