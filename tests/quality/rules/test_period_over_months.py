from core.quality.rules.period_over_months import RULE
from tests.quality.drawing import failing


def test_a_day_into_the_next_month() -> None:
    drawing = """
    start last
    2024-01-01 2024-02-01
    """
    assert failing(RULE, drawing) == [1]


def test_a_whole_month_and_no_end() -> None:
    drawing = """
    start last
    2024-01-01 2024-01-31
    2024-01-01 -
    """
    assert failing(RULE, drawing) == []
