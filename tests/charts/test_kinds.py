"""What the pictures of kinds of routes and of odds hold, and what they leave out."""

import pandas as pd

from core.charts import theme
from core.charts.kinds import chart_kinds
from core.charts.odds import chart_calibration, chart_odds
from core.text import kinds, odds

LADDER = (("light", 2), ("heavy", 7))


def groups_of(*rows: tuple[int, int, str, int | None]) -> pd.DataFrame:
    """Write groups as (group, rank, route, chains)."""
    table = pd.DataFrame(rows, columns=["group", "rank", "route", "chains"])
    table["chains"] = table["chains"].astype("Int64")
    numbers = {"median_length": 1.0, "mean_days": 365.25, "returned": 90, "chosen": 1, "groups": 2}
    moves = dict.fromkeys(("rises", "no_rise", "falls", "no_fall"), 20)
    return table.assign(main_form="light", **numbers, **moves)


GROUPS = groups_of(
    (0, 0, "", 100),
    (1, 0, "", 80),
    (1, 1, "light", 60),
    (2, 0, "", 20),
    (2, 1, "light > heavy", 20),
)


def words_in(chart: object) -> set[str]:
    """Give every cell of text in the data of a chart."""
    data = chart.to_dict()["datasets"].values()  # type: ignore[attr-defined]
    return {str(cell) for rows in data for row in rows for cell in row.values()}


def test_groups_have_their_name_share_and_routes_in_the_colours_of_the_ladder() -> None:
    names = kinds.names_of(kinds.chosen_groups(GROUPS), {"B": "Onze naam"})
    words = words_in(chart_kinds(GROUPS, LADDER, names))
    assert {"A. vooral light, één traject", "B. Onze naam", "80%", "20%", "60 reeksen"} <= words
    assert {theme.LADDER[1], theme.LADDER[6]} <= words


def test_a_hidden_group_hides_all_shares() -> None:
    hidden = groups_of((0, 0, "", 100), (1, 0, "", 80), (2, 0, "", None))
    assert kinds.shares(hidden) == [None, None]
    assert kinds.finding(hidden) == "De routes vallen uiteen in 2 soorten."


def test_without_a_stable_division_nothing_is_named() -> None:
    assert kinds.finding(GROUPS.assign(chosen=0)) == kinds.NOT_STABLE
    assert kinds.finding(GROUPS.iloc[:0]) == kinds.TOO_FEW


ODDS = pd.DataFrame(
    {
        "care_form": ["", "light", "heavy"],
        "reached": pd.array([40, 30, None], dtype="Int64"),
        "unreached": pd.array([60, 30, 40], dtype="Int64"),
    }
)


def test_odds_leave_out_what_is_hidden_and_say_the_interval() -> None:
    words = words_in(chart_odds(ODDS, ["light", "heavy"], ""))
    assert "heavy" not in words
    assert any(word.startswith("40 (31 tot 50)") for word in words)
    rows = odds.rows_of_odds(ODDS, ["light", "heavy"])
    assert rows[odds.OF_100].tolist()[-1] == rows[odds.CHAINS].tolist()[-1] == "beschermd"


def test_expected_stands_beside_seen() -> None:
    parts = ODDS.assign(part=[1, 2, 3], expected=[0.4, 0.5, 0.6], until_year=2023)
    points = odds.points_of(parts)
    assert points["expected_of_100"].tolist() == [40, 50]
    chart = chart_calibration(points).to_dict()
    assert odds.EXPECTED_AXIS in str(chart)
    assert odds.SEEN_AXIS in str(chart)
