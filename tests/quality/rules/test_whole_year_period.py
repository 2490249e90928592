from core.quality.rules.whole_year_period import RULE
from tests.quality.drawing import failing


def test_one_calendar_year() -> None:
    drawing = """
    start last
    2024-01-01 2024-12-31
    2023-01-01 2023-12-31
    """
    assert failing(RULE, drawing) == [1, 2]


def test_a_year_from_another_day_and_two_years() -> None:
    drawing = """
    start last
    2023-02-01 2024-01-31
    2022-01-01 2023-12-31
    2024-01-01 -
    """
    assert failing(RULE, drawing) == []
