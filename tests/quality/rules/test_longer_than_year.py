from core.quality.rules.longer_than_year import RULE
from tests.quality.drawing import failing


def test_a_year_and_a_day() -> None:
    drawing = """
    start last
    2023-01-01 2024-01-02
    """
    assert failing(RULE, drawing) == [1]


def test_a_leap_year() -> None:
    drawing = """
    start last
    2024-01-01 2024-12-31
    2020-01-01 -
    """
    assert failing(RULE, drawing) == []
