from core.quality.rules.older_than_23 import RULE
from tests.quality.drawing import failing


def test_the_year_after_turning_23() -> None:
    drawing = """
    birth_year start
    2000 2024-01-01
    """
    assert failing(RULE, drawing) == [1]


def test_the_year_of_turning_23() -> None:
    drawing = """
    birth_year start
    2001 2024-01-01
    - 2024-01-01
    """
    assert failing(RULE, drawing) == []
