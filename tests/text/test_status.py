"""The badge of a period: whether its figures may still change."""

from datetime import date

import pandas as pd
import pytest

from core.text import general
from core.text.status import definition, standing
from core.trajectories.calendar import day_number
from core.trajectories.rules import Rules

RULES = Rules(as_of=day_number(date(2024, 12, 31)), recent_days=92)


@pytest.mark.parametrize(
    ("after", "word"),
    [
        (date(2024, 10, 1), "Definitief"),
        (date(2024, 10, 2), "Voorlopig"),
        (date(2025, 1, 1), "Voorlopig"),
    ],
)
def test_a_period_is_provisional_while_its_last_days_are_recent(after: date, word: str) -> None:
    assert word in standing(day_number(after), RULES)


def test_the_badge_names_the_last_day_that_is_sure() -> None:
    assert "30-09-2024" in standing(day_number(date(2025, 1, 1)), RULES)


def test_a_rule_that_bridges_nothing_says_so_in_words() -> None:
    said = definition(Rules(merge_gap_days=0, chain_gap_days=184))
    assert said.startswith("een traject stopt bij de eerste dag zonder declaratie, een reeks over")
    assert "0 dagen" not in said


def test_a_table_says_why_numbers_are_hidden_and_only_where_some_are() -> None:
    assert general.why_hidden(["12", "41%"]) == ""
    assert general.why_hidden([general.FEW, "12"]) == general.WHY_FEW
    assert general.why_hidden(["niet te tonen", "5"]) == general.WHY_NOT_SHOWN
    both = general.why_hidden([f"{general.FEW} (overig)", "niet te tonen van 15"])
    assert both == f"{general.WHY_FEW} {general.WHY_NOT_SHOWN}"


def test_numbers_in_names_stand_in_the_order_of_numbers() -> None:
    rows = [{"A": name} for name in ("overige", "Aanbieder 12", "Aanbieder 3", "Aanbieder 19")]
    table = general.table_in_order(rows, "A")
    assert table["A"].tolist() == ["Aanbieder 3", "Aanbieder 12", "Aanbieder 19", "overige"]


def test_rows_stand_in_the_order_of_numbers_in_a_column() -> None:
    rows = pd.DataFrame({"last": [False, True, False], "A": ["Wijk 10", "Wijk 1", "Wijk 9"]})
    ordered = rows.sort_values(["last", "A"], key=general.column_in_order)
    assert ordered["A"].tolist() == ["Wijk 9", "Wijk 10", "Wijk 1"]
