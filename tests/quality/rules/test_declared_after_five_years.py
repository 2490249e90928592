from core.quality.rules.declared_after_five_years import RULE
from tests.quality.drawing import failing


def test_five_years_and_a_day() -> None:
    drawing = """
    start last declared_on
    2019-01-01 2019-01-30 2024-01-31
    """
    assert failing(RULE, drawing) == [1]


def test_five_years_to_the_day() -> None:
    drawing = """
    start last declared_on
    2019-01-01 2019-01-31 2024-01-31
    2019-01-01 2019-01-31 -
    """
    assert failing(RULE, drawing) == []
