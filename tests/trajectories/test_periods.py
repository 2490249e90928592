"""Netting: which lines are care, after what was credited is taken away."""

import pytest

from core.tables import DECLARATIONS
from core.trajectories.periods import find_periods
from tests.conftest import Opener, drawn, lines_of, rows_of, rules_of

NETTING = {
    "a debit that is credited in full is no care": (
        """
        start       last        amount_cents  is_credit
        2024-01-01  2024-01-31  500           False
        2024-01-01  2024-01-31  -500          True""",
        0,
    ),
    "debit, credit and a new debit is care": (
        """
        start       last        amount_cents  is_credit
        2024-01-01  2024-01-31  500           False
        2024-01-01  2024-01-31  -500          True
        2024-01-01  2024-01-31  450           False""",
        3,
    ),
    "a credit in part is care": (
        """
        start       last        amount_cents  is_credit
        2024-01-01  2024-01-31  500           False
        2024-01-01  2024-01-31  -200          True""",
        2,
    ),
    "a credit of another period takes nothing back": (
        """
        start       last        amount_cents  is_credit
        2024-01-01  2024-01-31  500           False
        2024-02-01  2024-02-29  -500          True""",
        1,
    ),
    "a line of zero is care": (
        """
        start       last        amount_cents  is_credit
        2024-01-01  2024-01-31  0             False""",
        1,
    ),
    "a line without an amount is care": (
        """
        start       last        amount_cents  is_credit
        2024-01-01  2024-01-31  -             False""",
        1,
    ),
}


@pytest.mark.parametrize(("lines", "left"), NETTING.values(), ids=NETTING)
def test_what_is_care_after_netting(lines: str, left: int, engine: Opener) -> None:
    rows = [row | {"is_credit": row["is_credit"] == "True"} for row in drawn(lines)]
    periods = find_periods(engine(lines_of(rows), DECLARATIONS), rules_of())
    assert sum(row["lines"] for row in rows_of(periods, ["lines"])) == left
